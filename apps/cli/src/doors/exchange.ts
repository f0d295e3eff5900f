import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Called with the bytes that have gone out so far. */
  readonly onSent?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

export interface Exchanged {
  readonly status: number;
  readonly contentType: string;
  /** As they came. */
  readonly bytes: Buffer;
}

const agents = { 'http:': new PlainAgent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) };

/** One request and its answer, whatever its status. An import may take longer than fetch waits, and is to tell how far it is. */
export async function exchange({ method, url, headers = {}, body, onSent, signal }: Asked): Promise<Exchanged> {
  const isSecure = url.protocol === 'https:';
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  const options = { method, headers: { ...headers, ...length }, agent: agents[isSecure ? 'https:' : 'http:'], signal };
  const request = isSecure ? secureRequest(url, options) : plainRequest(url, options);
  const answered = new Promise<IncomingMessage>((resolve, reject) => request.once('response', resolve).once('error', reject));
  // A door that refuses early answers while the body is still on its way; then that answer counts, not the broken pipe.
  const sent = pipeline(Readable.from(partsOf(body, onSent)), request).catch(() => undefined);
  const response = await answered;
  const bytes = Buffer.concat(await response.toArray());
  await sent;
  return { status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', bytes };
}

const partBytes = 65_536;

function* partsOf(body: Buffer | undefined, onSent: Asked['onSent']): Generator<Buffer> {
  if (body === undefined) return;
  for (let from = 0; from < body.length; from += partBytes) {
    yield body.subarray(from, from + partBytes);
    onSent?.(Math.min(from + partBytes, body.length));
  }
}
