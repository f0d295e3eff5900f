import { setTimeout as pause } from 'node:timers/promises';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { EventLog } from '@muster/postgres';
import { Clock } from './clock.js';
import { problemAnswer, problemType, Refusal, type ProblemAnswer } from './refusal.js';

interface Request {
  readonly url: string;
}

interface Reply {
  readonly sent: boolean;
  readonly raw: { readonly headersSent: boolean };
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): Reply;
}

const statusOf = (error: unknown): number | undefined => {
  const status: unknown = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
};

const tooLarge = 'The body is too large: JSON may have 5 MB, CSV 256 MB. Send it in parts.';

const noSuchType = 'No door takes a body of this Content-Type; /docs tells what each one takes.';

const ownWords: ReadonlyMap<string, string> = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', tooLarge],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', noSuchType],
]);

/** Fastify's own words name what the sender did; where they do not help, ours do. */
const wordsOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return ownWords.get(code ?? '') ?? message ?? '';
};

const wordsByStatus: ReadonlyMap<number, string> = new Map([
  [413, tooLarge],
  [415, noSuchType],
]);

/** Nest wraps what Fastify throws where it does not take a body, and drops its code. */
const nestWordsOf = (error: HttpException): string => wordsByStatus.get(error.getStatus()) ?? error.message;

/** The answer to whatever was thrown; undefined where it was a defect of ours, of which nothing is told. */
export function answerTo(error: unknown): ProblemAnswer | undefined {
  if (error instanceof Refusal) return error.answer();
  if (error instanceof HttpException && error.getStatus() < 500) return problemAnswer(error.getStatus(), nestWordsOf(error));
  const status = statusOf(error);
  return status === undefined ? undefined : problemAnswer(status, wordsOf(error));
}

/** Milliseconds that a refusal waits for the log. */
const patience = 1_000;

/** Every refusal and every error leaves as problem+json, whoever threw it; a refusal says when, and how far the log was, as any answer does. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('doors');

  constructor(
    private readonly clock: Clock,
    private readonly log: EventLog,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const reply = http.getResponse<Reply>();
    const answer = answerTo(error);
    if (answer === undefined) this.logger.error({ msg: 'a door failed', err: error });
    if (reply.sent || reply.raw.headersSent) return;
    const body = answer ?? problemAnswer(500, 'This is a defect of Muster; its log tells more.');
    const isOfTheLog = answer !== undefined && http.getRequest<Request>().url.startsWith('/api/');
    const standing = isOfTheLog ? await this.standing() : {};
    reply
      .status(body.status)
      .header('content-type', problemType)
      .send({ ...standing, ...body });
  }

  /** Nothing where the log does not answer: what was wrong with the request is told all the same. */
  private async standing(): Promise<object> {
    const head = this.log.head().catch(() => undefined);
    const position = await Promise.race([head, pause(patience, undefined, { ref: false })]);
    return position === undefined ? {} : { today: this.clock.today(), position };
  }
}
