import { problemLimit, type ParsedEvent, type Problem } from '@muster/contracts';
import type { Outcome } from '@muster/postgres';

/** What became of one event of a request. */
export interface EventResult {
  readonly source: string | null;
  readonly id: string | null;
  readonly outcome: 'recorded' | 'known' | 'rejected';
  /** Where it is recorded; of a conflict, where the other content is. */
  readonly position?: number;
  readonly problems?: readonly Problem[];
  /** Recorded, but it changes nothing where it stands, or not what its sender may think. */
  readonly note?: string;
  /** Where there are more problems than are told. */
  readonly problemCount?: number;
}

export interface EventsAnswer {
  readonly today: string;
  /** Where the log stands with these events. */
  readonly position: number;
  readonly recorded: number;
  readonly known: number;
  readonly rejected: number;
  readonly results: readonly EventResult[];
}

const conflict = ({ id, position }: Outcome): Problem => ({
  path: '/id',
  value: id,
  problem: `Position ${position} holds other content under this source and id; send yours under an id of its own.`,
});

export function resultOf(outcome: Outcome): EventResult {
  const { source, id, position } = outcome;
  if (outcome.outcome === 'conflict') return { source, id, outcome: 'rejected', position, problems: [conflict(outcome)] };
  return { source, id, outcome: outcome.outcome, position };
}

export const rejectedResult = (parsed: Exclude<ParsedEvent, { event: unknown }>): EventResult => ({
  source: parsed.source ?? null,
  id: parsed.id ?? null,
  outcome: 'rejected',
  problems: parsed.problems,
  ...(parsed.problemCount > parsed.problems.length && { problemCount: parsed.problemCount }),
});

/** Where the log stood with these events recorded, as far as the results tell: a selection may have tied its pledge after it. */
export function lastRecorded(parsed: readonly ParsedEvent[], results: readonly EventResult[]): number | undefined {
  if (parsed.some((one) => 'event' in one && one.event.type === 'muster.PledgeSelected')) return undefined;
  return results.findLast(({ outcome }) => outcome === 'recorded')?.position;
}

export function eventsAnswer(results: readonly EventResult[], at: Pick<EventsAnswer, 'today' | 'position'>): EventsAnswer {
  const count = (outcome: EventResult['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  return { ...at, recorded: count('recorded'), known: count('known'), rejected: count('rejected'), results };
}

/** The problems of all the events in one list; in a batch each path begins with the event's place in it. */
export function problemsOf(
  results: readonly EventResult[],
  isBatch: boolean,
): { problems: readonly Problem[]; problemCount: number } {
  const all = results.flatMap(({ problems = [] }, index) =>
    problems.map((problem) => (isBatch ? { ...problem, path: `/${index}${problem.path}` } : problem)),
  );
  const untold = results.reduce(
    (sum, { problemCount, problems = [] }) => sum + (problemCount ?? problems.length) - problems.length,
    0,
  );
  return { problems: all.slice(0, problemLimit), problemCount: all.length + untold };
}
