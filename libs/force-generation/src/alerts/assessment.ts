import type { Alert, Severity } from '../alert.js';
import type { Day } from '../day.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import type { AdoptedPolicy, RulePolicy } from '../policy.js';
import { readLedger, type EveryDay, type Reading } from '../reading.js';
import { allRules, ruleNamed } from '../rules/all-rules.js';
import type { Rule } from '../rules/rule.js';
import { conditionsOf, conditionsToday } from '../rules/spans.js';
import { alertKey, alertOf, partsOfKey } from './alert-of.js';
import { episodesOf, episodesUpTo, severityOn, type Episode } from './episodes.js';
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
  return assessmentOf(readLedger(ledger, from));
}

/** The same of a ledger that is already folded: only what a fact has touched since the last time is worked out again. */
export function assessmentOf(reading: Reading): Assessment {
  const verdicts = new Map<string, Verdict>();
  for (const rule of allRules) {
    for (const subject of subjectsOf(reading, rule)) {
      const verdict = verdictOn(reading, rule, subject);
      verdicts.set(verdict.key, verdict);
    }
  }
  const alerts = rankAlerts([...verdicts.values()].flatMap(({ alert }) => alert ?? []));
  return { mission: reading.mission, today: reading.today, policy: reading.policy, verdicts, alerts };
}

/** What is said under one key; undefined where no rule speaks of such a subject. */
export function verdictUnder(reading: Reading, key: string): Verdict | undefined {
  const { rule: name, subject } = partsOfKey(key);
  const rule = ruleNamed(name);
  return rule !== undefined && subjectsOf(reading, rule).includes(subject) ? verdictOn(reading, rule, subject) : undefined;
}

/** The alert of one subject, where one is open. */
export const openAlertOf = (reading: Reading, rule: Rule, subject: string): Alert | undefined =>
  verdictOn(reading, rule, subject).alert;

/** State and severity of each open alert, without all else that an alert says. */
export const openSeverities = (reading: Reading): readonly OpenSeverity[] =>
  allRules.flatMap((rule) =>
    subjectsOf(reading, rule).flatMap((subject) => {
      const open = openEpisode(episodesToday(reading, rule, subject));
      if (open === undefined) return [];
      return [{ isUnknown: open.unknown, severity: severityOn(open, rowOf(reading, rule).keepDays, 'severity') }];
    }),
  );

export interface OpenSeverity {
  readonly isUnknown: boolean;
  readonly severity: Severity;
}

/** The episode that speaks for a subject: the one that is not over, else the last that fired. */
export const episodeShown = ({ episodes }: Verdict): Episode | undefined => {
  const last = episodes.at(-1);
  return last?.closedOn === undefined ? last : episodes.findLast(({ firingSince }) => firingSince !== undefined);
};

function verdictOn(reading: Reading, rule: Rule, subject: string): Verdict {
  const episodes = episodesToday(reading, rule, subject);
  const open = openEpisode(episodes);
  const key = alertKey(reading.mission, rule.name, subject);
  return { key, rule, subject, episodes, ...(open && { alert: alertOf(reading, rule, subject, open) }) };
}

const openEpisode = (episodes: readonly Episode[]): Episode | undefined => {
  const last = episodes.at(-1);
  return last !== undefined && last.closedOn === undefined && last.firingSince !== undefined ? last : undefined;
};

const subjectsOf = (reading: Reading, rule: Rule): readonly string[] =>
  reading.onceOf('subjects', rule.name, () => rule.subjects(reading));

const rowOf = (reading: EveryDay, rule: Rule): RulePolicy => reading.policy.table.rules[rule.name];

function episodesToday(reading: Reading, rule: Rule, subject: string): readonly Episode[] {
  const told = conditionsToday(reading, rule, subject);
  const episodes = told === undefined ? episodesInTheEnd(reading, rule, subject) : episodesOf(told, rowOf(reading, rule));
  return episodesUpTo(reading.today, episodes);
}

/** Of every day: what today is only decides how far they are looked at. */
const episodesInTheEnd = (reading: EveryDay, rule: Rule, subject: string): readonly Episode[] =>
  reading.onceOf(`episodes ${rule.name}`, subject, () => episodesOf(conditionsOf(reading, rule, subject), rowOf(reading, rule)));

/** The lists of facts that the subject's verdict is read from. */
export function listsBehind(reading: Reading, key: string): ReadonlySet<string> {
  const { rule, subject } = partsOfKey(key);
  const lists = reading.chronicle.listsUnder(`episodes ${rule}`, subject);
  return lists.size === 0 ? lists : new Set([...lists, `acknowledged/${key}`, 'silences']);
}
