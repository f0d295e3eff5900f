import type { Rejection } from '@muster/contracts';
import type { InboundMessage } from '@muster/kafka';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function asText(bytes: Buffer | null): string | null | undefined {
  if (bytes === null) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes that are told of the value, and of the key and of the headers each. */
export interface Longest {
  readonly value: number;
  readonly others: number;
}

/** A message as an answer shows it: whole, or the beginning of what is longer. */
export function messageAsSent(
  { topic, partition, offset, timestamp, ...sent }: InboundMessage,
  longest: Longest,
): Rejection['message'] {
  const [key, value] = [beginningOf(sent.key, longest.others), beginningOf(sent.value, longest.value)];
  const headers = firstHeaders(sent.headers, longest.others);
  const encoding = asText(key) === undefined || asText(value) === undefined ? 'base64' : 'utf-8';
  const bytes = lengthOf(sent.value);
  const isWhole = bytes === lengthOf(value) && lengthOf(sent.key) === lengthOf(key);
  return {
    topic,
    partition,
    offset,
    timestamp,
    encoding,
    key: key?.toString(encoding) ?? null,
    headers: Object.fromEntries(headers),
    value: value?.toString(encoding) ?? null,
    bytes,
    truncated: !isWhole || headers.length < Object.keys(sent.headers).length,
  };
}

const beginningOf = (bytes: Buffer | null, longest: number): Buffer | null => bytes?.subarray(0, longest) ?? null;

const lengthOf = (bytes: Buffer | null): number => bytes?.length ?? 0;

/** Each of them whole, as far as there is room. */
function firstHeaders(headers: InboundMessage['headers'], longest: number): [string, string][] {
  let room = longest;
  return Object.entries(headers)
    .map(([name, header]): [string, string] => [name, String(header)])
    .filter(([name, text]) => {
      const fits = name.length + text.length <= room;
      if (fits) room -= name.length + text.length;
      return fits;
    });
}
