import { isUtf8 } from 'node:buffer';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { answerBrokenRequest } from './answer-broken-request.js';
import { problemAnswer, problemType, Refusal } from './refusal.js';
import { mediaTypeOf } from './takes.js';

const megabyte = 1_000_000;

/** Text that a controller parses itself, so that what is wrong with it is told in the door's own words. */
const jsonTypes = ['application/json', 'application/cloudevents+json', 'application/cloudevents-batch+json'];

/** An alert's subject has up to 210 characters. */
const longestParameter = 600;

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

const refuseAddress = (_error: unknown, _request: unknown, reply: Reply): void =>
  void reply.status(400).header('content-type', problemType).send(problemAnswer(400, 'This address cannot be read.'));

/** Read leniently, a broken character would become another one, and be recorded as if it had been sent. */
function textOf(body: Buffer): string {
  if (isUtf8(body)) return body.toString();
  const problem = 'This is not UTF-8, in which JSON travels; save it as UTF-8 and send it again.';
  throw new Refusal(400, 'The body cannot be read.', { problems: [{ path: '', value: null, problem }] });
}

const refuseType = (request: { headers: { 'content-type'?: string } }): Promise<never> => {
  const type = mediaTypeOf(request.headers['content-type']);
  const detail = `No door takes ${type === '' ? 'a body without a Content-Type' : type}; facts come as ${jsonTypes[1]}, tables as text/csv, and /openapi.json says what each door takes.`;
  return Promise.reject(new Refusal(415, detail));
};

/** Fastify with the bodies that our doors take, each up to its limit; any other type is answered with 415. */
export function httpAdapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: longestParameter },
    // Its type is generic over what Fastify's own packages declare, which ours does not import.
    frameworkErrors: refuseAddress as never,
    clientErrorHandler: answerBrokenRequest,
  });
  const fastify = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    jsonTypes,
    { parseAs: 'buffer', bodyLimit: 5 * megabyte },
    async (_request: unknown, body: Buffer) => textOf(body),
  );
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: 256 * megabyte }, (_request, body, done) =>
    done(null, body),
  );
  fastify.addContentTypeParser('*', refuseType);
  return adapter;
}
