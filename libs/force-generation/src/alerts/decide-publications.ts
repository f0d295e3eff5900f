import type { Alert, Resolution, Saying } from '../alert.js';
import { isSameTree } from '../is-same-tree.js';
import type { Assessment } from './assessment.js';

/** Positions of the facts that made the difference for a key. */
export type CausesOf = (key: string) => readonly number[];

export interface Folded {
  /** The position up to which facts were folded. */
  readonly upTo: number;
  readonly causesOf: CausesOf;
}

/**
 * What is to be said so that what was last said is what is true: the only bridge between the two. Nothing is said of what has not
 * changed, nor of an episode that opened and closed wholly in the past.
 */
export function decidePublications(
  lastSaid: ReadonlyMap<string, Saying>,
  assessment: Assessment,
  folded: Folded,
): readonly Saying[] {
  const sayings: Saying[] = [];
  const now = { assessment, folded };
  for (const alert of assessment.alerts) sayings.push(...ofOpen(alert, lastSaid.get(alert.key), now));
  for (const [key, last] of lastSaid) {
    if (isOpen(last) && assessment.verdicts.get(key)?.alert === undefined) sayings.push(resolved(last, now));
  }
  return sayings;
}

interface Now {
  readonly assessment: Assessment;
  readonly folded: Folded;
}

const isOpen = (saying: Saying | undefined): saying is Saying => saying !== undefined && saying.name !== 'AlertResolved';

function ofOpen(alert: Alert, last: Saying | undefined, now: Now): readonly Saying[] {
  if (!isOpen(last)) return [saying('AlertRaised', alert, last, now)];
  if (alert.since > last.on) {
    const over = resolved(last, now);
    return [over, saying('AlertRaised', alert, over, now)];
  }
  if (isSameAlert(alert, last.alert)) return [];
  return [{ ...saying(nameOfChange(alert, last.alert), alert, last, now), previous: last.alert }];
}

function nameOfChange(alert: Alert, before: Alert): Saying['name'] {
  if (alert.state === 'unknown' && before.state !== 'unknown') return 'AlertUnknown';
  return alert.reopened && !before.reopened ? 'AlertReopened' : 'AlertChanged';
}

function saying(name: Saying['name'], alert: Alert, last: Saying | undefined, { assessment, folded }: Now): Saying {
  const { upTo, causesOf } = folded;
  return { name, on: assessment.today, revision: (last?.revision ?? 0) + 1, upTo, causes: causesOf(alert.key), alert };
}

const resolved = (last: Saying, now: Now): Saying => ({
  ...saying('AlertResolved', last.alert, last, now),
  resolution: resolutionOf(last, now.assessment),
});

/** Why it is over: as the episode ended that overlaps the one said; where there is none, a policy or a correction took it back. */
function resolutionOf(last: Saying, { verdicts, policy }: Assessment): Resolution {
  const overlapping = verdicts
    .get(last.alert.key)
    ?.episodes.findLast(({ since, closedOn }) => closedOn !== undefined && since <= last.on && closedOn > last.alert.since);
  return overlapping?.closedBy ?? (policy.hash === last.alert.policy ? 'corrected' : 'policy');
}

/** In whatever order the members come: what was said comes back from the log in canonical order. */
export const isSameAlert = (a: Alert, b: Alert): boolean => isSameTree(a, b);
