import { Failure } from '../failure.js';
import { Answer } from './answer.js';
import { exchange, type Asked, type Exchanged } from './exchange.js';
import { Refused, type ProblemBody } from './refused.js';

/** What is asked of a reading door; what is undefined is left out. */
export type Query = Readonly<Record<string, string | boolean | undefined>>;

export interface Sent {
  readonly contentType: string;
  readonly body: Buffer;
  readonly query?: Query;
  readonly onSent?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** A running monitor, spoken to through its doors. */
export class Monitor {
  constructor(readonly url: string) {}

  get<Body>(path: string, query: Query = {}): Promise<Answer<Body>> {
    return this.ask({ method: 'GET', url: this.addressOf(path, query) });
  }

  /** A document: its bytes, whatever they are. */
  async file(path: string, query: Query = {}): Promise<Buffer> {
    const asked = { method: 'GET', url: this.addressOf(path, query) } as const;
    const exchanged = await exchange(asked).catch((cause: unknown) => this.unreachable(cause));
    if (exchanged.status < 400) return exchanged.bytes;
    throw new Refused(new Answer(exchanged, this.bodyOf(exchanged) as ProblemBody));
  }

  post<Body>(path: string, { contentType, body, query = {}, onSent, signal }: Sent): Promise<Answer<Body>> {
    const headers = { 'content-type': contentType };
    const listening = { ...(onSent && { onSent }), ...(signal && { signal }) };
    return this.ask({ method: 'POST', url: this.addressOf(path, query), headers, body, ...listening });
  }

  private addressOf(path: string, query: Query): URL {
    const url = new URL(`${this.url.replace(/\/$/, '')}${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    return url;
  }

  private async ask<Body>(asked: Asked): Promise<Answer<Body>> {
    const exchanged = await exchange(asked).catch((cause: unknown) => this.unreachable(cause));
    const body = this.bodyOf(exchanged);
    if (exchanged.status < 400) return new Answer(exchanged, body as Body);
    throw new Refused(new Answer(exchanged, body as ProblemBody));
  }

  private bodyOf({ status, contentType, bytes }: Exchanged): unknown {
    const body = /[/+]json\b/.test(contentType) ? parsed(bytes) : undefined;
    if (isOfMonitor(status, body)) return body;
    if (isOfProxy(status))
      throw new Failure(
        `A proxy answers at ${this.url}, and the service behind it does not (${status}).`,
        'See that it runs, then repeat the command.',
      );
    throw new Failure(`What answers at ${this.url} is no monitor.`, 'Set MUSTER_URL, or PORT, to the address of one.');
  }

  private unreachable(cause: unknown): never {
    const { code, name, message } = cause as NodeJS.ErrnoException;
    if (name === 'AbortError') throw cause;
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
      throw new Failure(
        `No monitor answers at ${this.url}.`,
        'Start one with "npm start" or "npm run demo", or set MUSTER_URL to the address of one.',
        [],
        cause,
      );
    throw new Failure(
      `The connection to ${this.url} broke (${code ?? message}).`,
      'See that the monitor runs, then repeat the command.',
      [],
      cause,
    );
  }
}

/** Undefined where it says JSON and is none. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Each answer of a monitor names its day, each refusal has a title; but not that of a path at which there is no door. */
const isOfMonitor = (status: number, body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  ('today' in body || (status >= 400 && 'title' in body && !isOfNoDoor(status, body as ProblemBody)));

/** Bad gateway, unavailable, gateway timeout. */
const isOfProxy = (status: number): boolean => status >= 502 && status <= 504;

const isOfNoDoor = (status: number, { detail = '' }: ProblemBody): boolean => status === 404 && /^Cannot [A-Z]+ \//.test(detail);
