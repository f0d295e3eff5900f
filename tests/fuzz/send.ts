import { request as open } from 'node:http';
import type { Request } from './request.js';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const limit = 60_000;

/** Sends a request over the network as it stands, whatever is wrong with it. */
export const send = (url: string, { method, path, headers, body, chunked = false }: Request): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { 'content-length': String(body.length) };
    const outgoing = open(`${url}`, { method, path, headers: { ...headers, ...length }, timeout: limit }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          type: incoming.headers['content-type'] ?? '',
          text: Buffer.concat(pieces).toString(),
        }),
      );
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${limit / 1000} s`)));
    outgoing.on('error', reject);
    if (body !== undefined && chunked) outgoing.write(body.subarray(0, 1));
    outgoing.end(chunked ? body?.subarray(1) : body);
  });
