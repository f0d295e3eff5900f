import { problemAnswer, problemType } from './refusal.js';

/** What is left of a connection on which no request could be read. */
interface Connection {
  readonly destroyed: boolean;
  readonly writable: boolean;
  end(text: string, then: () => void): unknown;
  destroy(): unknown;
}

const refusals: ReadonlyMap<string | undefined, readonly [status: number, phrase: string, detail: string]> = new Map([
  [
    'HPE_HEADER_OVERFLOW',
    [
      431,
      'Request Header Fields Too Large',
      'The address and the headers of this request are too long: together they may have 16 kB.',
    ],
  ],
  ['ERR_HTTP_REQUEST_TIMEOUT', [408, 'Request Timeout', 'The request did not come whole in time; send it again.']],
]);

const unreadable = [400, 'Bad Request', 'This is no HTTP request.'] as const;

/** Answers what Node could not read as a request, before any door heard of it, in the form of all refusals. */
export function answerBrokenRequest(error: { readonly code?: string }, connection: Connection): void {
  if (error.code === 'ECONNRESET' || connection.destroyed) return;
  if (!connection.writable) return void connection.destroy();
  const [status, phrase, detail] = refusals.get(error.code) ?? unreadable;
  const body = JSON.stringify(problemAnswer(status, detail));
  const headers = [
    `Content-Type: ${problemType}; charset=utf-8`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  connection.end([`HTTP/1.1 ${status} ${phrase}`, ...headers, '', body].join('\r\n'), () => connection.destroy());
}
