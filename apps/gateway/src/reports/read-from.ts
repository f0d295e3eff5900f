import type { PublishedReport } from '@muster/contracts';
import type { Corrections, Month } from '@muster/force-generation';
import type { StreamEnd } from '@muster/postgres';

/** A mission's report, as it is read somewhere. */
export interface ReadFrom {
  readonly mission: string;
  readonly month: Month;
  /** Of the mission's stream. */
  readonly end: StreamEnd;
  /** Where the report stands: at the end of the stream, or after it, where something was published last. */
  readonly position: number;
  /** Where the report of the month before was read. */
  readonly lastPosition: number | null;
  /** Of a part of the report over all missions: then only where the mission was active at the month's end, or a month before. */
  readonly isPart?: true;
  /** What was published there. */
  readonly published?: PublishedReport | undefined;
}

export const correctionsIn = ({
  changes,
  moreChanges,
  causes,
}: Pick<PublishedReport, 'changes' | 'moreChanges' | 'causes'>): Corrections => ({ changes, moreChanges, facts: causes });
