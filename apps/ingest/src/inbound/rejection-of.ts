import { dataschemaOf, largestInbound, problemLimit, type Rejection } from '@muster/contracts';
import type { InboundMessage, Refused } from '@muster/kafka';
import type { EventResult } from '../events/events-answer.js';

/** Who answers on `muster.rejected`. */
const source = '/muster/ingest';

/** Characters of a value that an answer shows where the broker takes no more. */
const shortLength = 10_000;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function asText(bytes: Buffer | null): string | null | undefined {
  if (bytes === null) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The answer to a message that could not be taken: every problem, and the message as it was sent. */
export function rejectionOf(message: InboundMessage, result: EventResult, now: Date): Refused {
  const { topic, partition, offset, timestamp } = message;
  const rejection = rejectionWith(message, result, { now, longest: largestInbound });
  const short = rejectionWith(message, result, { now, longest: shortLength });
  return {
    key: message.key,
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_source: source,
      ce_id: `${topic}/${partition}/${offset}@${timestamp}`,
      ce_type: 'muster.MessageRejected',
      ce_time: now.toISOString(),
      ce_dataschema: dataschemaOf('MessageRejected'),
      ...traced(message),
    },
    value: JSON.stringify(rejection),
    shortValue: JSON.stringify({ ...short, problems: short.problems.slice(0, 10) }),
  };
}

/** The trace goes on in the answer. */
function traced({ headers }: InboundMessage): Record<string, string> {
  const { ce_traceparent: traceparent } = headers;
  return Buffer.isBuffer(traceparent) ? { ce_traceparent: traceparent.toString() } : {};
}

function rejectionWith(
  message: InboundMessage,
  { source: eventSource, id, problems = [], problemCount }: EventResult,
  { now, longest }: { now: Date; longest: number },
): Rejection {
  return {
    on: now.toISOString().slice(0, 10),
    source: eventSource,
    id,
    problems: problems.slice(0, problemLimit).map(({ path, value, problem }) => ({ path, value, problem })),
    problemCount: problemCount ?? problems.length,
    message: messageAsSent(message, longest),
  };
}

function messageAsSent({ topic, partition, offset, timestamp, ...sent }: InboundMessage, longest: number): Rejection['message'] {
  const value = sent.value?.subarray(0, longest) ?? null;
  const [key, text] = [asText(sent.key), asText(value)];
  const encoding = key === undefined || text === undefined ? 'base64' : 'utf-8';
  return {
    topic,
    partition,
    offset,
    timestamp,
    encoding,
    key: sent.key?.toString(encoding) ?? null,
    headers: Object.fromEntries(Object.entries(sent.headers).map(([name, header]) => [name, String(header)])),
    value: value?.toString(encoding) ?? null,
    bytes: sent.value?.length ?? 0,
    truncated: (sent.value?.length ?? 0) > longest,
  };
}
