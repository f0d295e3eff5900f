import { dataschemaOf, largestInbound, problemLimit, type Problem, type Rejection } from '@muster/contracts';
import type { Answer, InboundMessage, Refused } from '@muster/kafka';
import type { EventResult } from '../events/events-answer.js';
import { messageAsSent } from './message-as-sent.js';

/** What became of the event of a message that could not be taken, and the trace that it named. */
export type RejectedResult = EventResult & { readonly traceparent: unknown };

/** Who answers on `muster.rejected`. */
const source = '/muster/ingest';

/** Bytes that an answer shows of each part of a message where the broker takes no more: small enough for any topic. */
const shortLength = 10_000;
const shortText = 200;
const fewProblems = 10;

/** Trace Context lets versions to come go on after what is known. */
const longestTraceparent = 512;

/** The answer to a message that could not be taken: every problem, and the message as it was sent. */
export function rejectionOf(message: InboundMessage, result: RejectedResult, now: Date): Refused {
  const headers = headersOf(message, result, now);
  const rejection = rejectionWith(result, now, messageAsSent(message, { value: largestInbound, others: Infinity }));
  const short = shortened(rejectionWith(result, now, messageAsSent(message, { value: shortLength, others: shortLength })));
  return { whole: answer(message, headers, rejection), short: answer(message, headers, short) };
}

const answer = ({ key }: InboundMessage, headers: Answer['headers'], rejection: Rejection): Answer => ({
  // The client reckons a partition from the key in time that grows with its square: a megabyte takes a minute.
  key: key?.subarray(0, shortLength) ?? null,
  headers,
  value: JSON.stringify(rejection),
});

const headersOf = (
  { topic, partition, offset, timestamp }: InboundMessage,
  { traceparent }: RejectedResult,
  now: Date,
): Answer['headers'] => ({
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_source: source,
  ce_id: `${topic}/${partition}/${offset}@${timestamp}`,
  ce_type: 'muster.MessageRejected',
  ce_time: now.toISOString(),
  ce_dataschema: dataschemaOf('MessageRejected'),
  // The trace goes on in the answer.
  ...(typeof traceparent === 'string' && traceparent.length <= longestTraceparent && { ce_traceparent: traceparent }),
});

const rejectionWith = (
  { source: eventSource, id, problems = [], problemCount }: RejectedResult,
  now: Date,
  message: Rejection['message'],
): Rejection => ({
  on: now.toISOString().slice(0, 10),
  source: eventSource,
  id,
  problems: problems.slice(0, problemLimit).map(({ path, value, problem }) => ({ path, value, problem })),
  problemCount: problemCount ?? problems.length,
  message,
});

const cut = (text: string): string => (text.length > shortText ? `${text.slice(0, shortText)}…` : text);

const shortProblem = ({ path, value, problem }: Problem): Problem => ({ path: cut(path), value, problem: cut(problem) });

const shortened = (rejection: Rejection): Rejection => ({
  ...rejection,
  source: rejection.source && cut(rejection.source),
  id: rejection.id && cut(rejection.id),
  problems: rejection.problems.slice(0, fewProblems).map((problem) => shortProblem(problem)),
});
