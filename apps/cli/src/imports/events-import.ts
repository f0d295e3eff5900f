import type { Answer } from '../doors/answer.js';
import type { Monitor } from '../doors/monitor.js';
import { problemLines, type ToldProblem } from '../doors/problem-lines.js';
import { Refused } from '../doors/refused.js';
import { exitCodes } from '../exit-code.js';
import { Failure } from '../failure.js';
import { countOf, countText } from '../screen/figure-text.js';
import type { Session } from '../session.js';
import { batchBody, doorLimits, eventBatches, type EventBatch } from './event-batches.js';
import { eventLines, type EventLine } from './event-lines.js';
import { inputBytes, inputStream, shownName } from './input-file.js';
import { interruptible } from './interruptible.js';
import { progress, type Progress } from './progress.js';
import { rejectedText } from './rejected-text.js';

/** What the door for events answers, whether or not it took any. */
interface EventsAnswer {
  readonly recorded: number;
  readonly known: number;
  readonly rejected: number;
  readonly results: readonly { readonly outcome: string; readonly problems?: readonly ToldProblem[]; readonly note?: string }[];
}

interface Tally {
  recorded: number;
  known: number;
  rejected: number;
  readonly problems: ToldProblem[];
  /** What of a recorded event is to be known. */
  readonly notes: ToldProblem[];
}

const worthwhile = 1_000_000;

/** Sends a file of events in batches, and tells what became of each. */
export async function eventsImport(session: Session, file: string, options: { readonly json?: boolean }): Promise<void> {
  const { terminal } = session;
  const parts = await inputStream(file, terminal);
  const monitor = await session.monitor();
  const bar = progress(terminal, (await inputBytes(file)) ?? 0, { unit: 'bytes', worthwhile });
  const tally: Tally = { recorded: 0, known: 0, rejected: 0, problems: [], notes: [] };
  const batches = eventBatches(eventLines(parts, shownName(file)));
  const sendAll = async (signal: AbortSignal): Promise<void> => {
    for await (const batch of sent(batches, bar)) {
      const answer = await sendBatch(monitor, batch, { tally, signal });
      if (options.json && answer) terminal.out.write(Buffer.concat([answer.bytes, Buffer.from('\n')]));
    }
  };
  await interruptible(terminal, sendAll)
    .catch((cause: unknown) => brokenOff(cause, tally))
    .finally(() => bar.end());
  tell(session, tally, options);
}

async function* sent(batches: AsyncIterable<EventBatch>, bar: Progress): AsyncGenerator<EventBatch> {
  let bytes = 0;
  for await (const batch of batches) {
    yield batch;
    bytes += batch.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 1, 0);
    bar.reached(bytes);
  }
}

/** What is wrong with a line that the door need not see. */
function problemOf({ text, problem }: EventLine): string | undefined {
  if (problem !== undefined) return problem;
  const bytes = Buffer.byteLength(text) + 2;
  return bytes > doorLimits.bytes ? `This event has ${bytes} bytes; the door takes ${doorLimits.bytes}.` : undefined;
}

async function sendBatch(monitor: Monitor, batch: EventBatch, { tally, signal }: { tally: Tally; signal: AbortSignal }) {
  const refused = batch
    .flatMap((line) => ({ row: line.row, problem: problemOf(line) }))
    .filter(({ problem }) => problem !== undefined);
  tally.problems.push(...(refused as ToldProblem[]));
  tally.rejected += refused.length;
  const good = batch.filter((line) => problemOf(line) === undefined);
  if (good.length === 0) return undefined;
  const answer = await answerTo(monitor, batchBody(good), signal);
  const { recorded, known, rejected, results } = answer.body;
  tally.recorded += recorded;
  tally.known += known;
  tally.rejected += rejected;
  results.forEach(({ problems = [], note }, index) => {
    if (note !== undefined) tally.notes.push({ row: good[index]!.row, problem: note });
    tally.problems.push(...problems.map((problem) => ({ ...problem, row: good[index]!.row, column: problem.path ?? '' })));
  });
  return answer;
}

/** A batch of which nothing could be taken is refused, and told in the same form. */
async function answerTo(monitor: Monitor, body: Buffer, signal: AbortSignal): Promise<Answer<EventsAnswer>> {
  try {
    return await monitor.post<EventsAnswer>('/api/events', { contentType: 'application/cloudevents-batch+json', body, signal });
  } catch (cause) {
    if (cause instanceof Refused && 'results' in cause.answer.body) return cause.answer as unknown as Answer<EventsAnswer>;
    throw cause;
  }
}

function brokenOff(cause: unknown, { recorded, known }: Tally): never {
  if (!(cause instanceof Failure) || recorded + known === 0) throw cause;
  const sofar = `${countOf(recorded, 'event')} recorded before.`;
  throw new Failure(`${cause.message} ${sofar}`, `${cause.whatToDo} The import can be repeated.`, cause.details, cause);
}

function tell(
  session: Session,
  { recorded, known, rejected, problems, notes }: Tally,
  { json }: { readonly json?: boolean },
): void {
  const all = recorded + known + rejected;
  if (all === 0) throw new Failure('The file holds no event.', 'Write one event on each line, or all of them in a list.');
  const details = problemLines(problems.toSorted((a, b) => a.row! - b.row!));
  if (recorded + known === 0)
    throw new Failure('No event could be taken.', 'Correct what is named, and run the command again.', details);
  if (!json) session.say(`${countText(recorded)} of ${countOf(all, 'event')} recorded, ${countText(known)} known already.`);
  if (notes.length > 0) session.remark(problemLines(notes).join('\n'));
  if (rejected === 0) return;
  session.exitCode = exitCodes.rejectedRows;
  session.remark(rejectedText(countOf(rejected, 'event'), details));
}
