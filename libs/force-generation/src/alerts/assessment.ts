import type { Alert } from '../alert.js';
import type { Day } from '../day.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import type { AdoptedPolicy } from '../policy.js';
import { Reading } from '../reading.js';
import { allRules } from '../rules/all-rules.js';
import type { Rule } from '../rules/rule.js';
import { alertKey, alertOf } from './alert-of.js';
import { episodesOf, type Episode } from './episodes.js';
import { rankAlerts } from './rank-alerts.js';

/** What a rule says of a subject: its episodes up to today, and the alert that is open, if one is. */
export interface Verdict {
  readonly key: string;
  readonly rule: Rule;
  readonly subject: string;
  readonly episodes: readonly Episode[];
  readonly alert?: Alert;
}

export interface Assessment {
  readonly mission: string;
  readonly today: Day;
  readonly policy: AdoptedPolicy;
  /** By key; every subject that any rule could speak about. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The open alerts, ranked. */
  readonly alerts: readonly Alert[];
}

/** The whole monitor: what these facts say on a day under a policy. */
export function assess(
  facts: Iterable<Fact>,
  from: { readonly today: Day; readonly policy: AdoptedPolicy; readonly mission: string },
): Assessment {
  const ledger = new Ledger(from.mission);
  for (const fact of facts) ledger.fold(fact);
  return assessmentOf(new Reading(ledger, from));
}

/** The same of a ledger that is already folded: only what was touched since the last time is worked out again. */
export function assessmentOf(reading: Reading): Assessment {
  const verdicts = new Map<string, Verdict>();
  for (const rule of allRules) {
    for (const subject of reading.onceOf('subjects', rule.name, () => rule.subjects(reading))) {
      const verdict = verdictOn(reading, rule, subject);
      verdicts.set(verdict.key, verdict);
    }
  }
  const alerts = rankAlerts([...verdicts.values()].flatMap(({ alert }) => alert ?? []));
  return { mission: reading.mission, today: reading.today, policy: reading.policy, verdicts, alerts };
}

/** The episode that speaks for a subject: the one that is not over, else the last that fired. */
export const episodeShown = ({ episodes }: Verdict): Episode | undefined => {
  const last = episodes.at(-1);
  return last?.closedOn === undefined ? last : episodes.findLast(({ firingSince }) => firingSince !== undefined);
};

export const verdictName = (key: string): string => `verdict ${key}`;

function verdictOn(reading: Reading, rule: Rule, subject: string): Verdict {
  const key = alertKey(reading.mission, rule.name, subject);
  return reading.once(verdictName(key), () => {
    const episodes = episodesOf(rule.conditions(reading, subject), reading.today, reading.policy.table.rules[rule.name]);
    const last = episodes.at(-1);
    const isOpen = last !== undefined && last.closedOn === undefined && last.firingSince !== undefined;
    return { key, rule, subject, episodes, ...(isOpen && { alert: alertOf(reading, rule, subject, last) }) };
  });
}
