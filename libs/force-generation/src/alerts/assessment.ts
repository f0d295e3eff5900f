import type { Alert, Saying } from '../alert.js';
import type { Curve } from '../curve.js';
import { endOfTime, type Day } from '../day.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import type { AdoptedPolicy, RulePolicy } from '../policy.js';
import { readLedger, type EveryDay, type Reading } from '../reading.js';
import { standingOn } from '../standing.js';
import { allRules, ruleNamed } from '../rules/all-rules.js';
import type { Rule, Span } from '../rules/rule.js';
import { openToday } from '../strength/strength.js';
import { conditionNotTold, conditionsOf, conditionsToday } from '../rules/spans.js';
import { alertKey, alertOf, partsOfKey } from './alert-of.js';
import { episodesOf, episodesUpTo, nothingOpenFrom, openSeverityOn, type Episode, type OpenSeverity } from './episodes.js';
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
export const assessmentOf = (reading: Reading): Assessment =>
  assessmentOut(reading, (rule, subject) => verdictOn(reading, rule, subject));

/**
 * The same as far as it says what is open now, and how what was last said has ended. Most subjects were clear for long at some time
 * in recent days, and what is open began after that: how it was before need not be worked out for them. What recent days do not
 * tell is asked of more of them, in the end of all.
 */
export function assessmentNow(depths: readonly Reading[], lastSaid: ReadonlyMap<string, Saying>): Assessment {
  const [recent, whole] = [depths[0]!, depths[0]!.whole];
  const assessment = assessmentOut(recent, (rule, subject) => {
    const saidSince = lastSaid.get(alertKey(recent.mission, rule.name, subject))?.alert.since;
    return recent.keptToday(verdictName(rule), subject, saidSince ?? '', () => {
      for (const reading of depths) {
        const verdict = recentVerdictOn(reading, rule, subject, saidSince);
        if (verdict !== undefined) return verdict;
      }
      return verdictOn(whole, rule, subject);
    });
  });
  return { ...assessment, verdicts: new Map([...assessment.verdicts, ...verdictsBefore(whole, assessment, lastSaid)]) };
}

const verdictNames = new Map(allRules.map((rule) => [rule, `verdict ${rule.name}`]));
const verdictName = (rule: Rule): string => verdictNames.get(rule)!;

/** Of what was last said to be open and is nothing that recent days speak of. */
function* verdictsBefore(
  whole: Reading,
  { verdicts }: Assessment,
  lastSaid: ReadonlyMap<string, Saying>,
): Generator<readonly [string, Verdict]> {
  for (const [key, { name }] of lastSaid) {
    const verdict = name === 'AlertResolved' || verdicts.has(key) ? undefined : verdictUnder(whole, key);
    if (verdict !== undefined) yield [key, verdict];
  }
}

function assessmentOut(reading: Reading, verdictOf: (rule: Rule, subject: string) => Verdict): Assessment {
  const verdicts = new Map<string, Verdict>();
  for (const rule of allRules) {
    for (const subject of subjectsOf(reading, rule)) {
      const verdict = verdictOf(rule, subject);
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

/** Every episode under a key, also of days to come; none where no rule speaks of such a subject. */
export function everyEpisode(reading: EveryDay, key: string): readonly Episode[] {
  const { rule: name, subject } = partsOfKey(key);
  const rule = ruleNamed(name);
  if (rule === undefined || key !== alertKey(reading.mission, name, subject)) return [];
  return subjectsOf(reading, rule).includes(subject) ? livedInTheEnd(reading, rule, subject).episodes : [];
}

/** The alert of one subject, where one is open. */
export const openAlertOf = (reading: Reading, rule: Rule, subject: string): Alert | undefined =>
  verdictOn(reading, rule, subject).alert;

/** State and severity of each open alert, without all else that an alert says. */
export function openSeverities(reading: Reading): readonly OpenSeverity[] {
  const { today } = reading;
  const open: OpenSeverity[] = [];
  for (const rule of allRules) {
    const { keepDays } = rowOf(reading, rule);
    for (const episode of openEpisodes(reading, rule)) open.push(openSeverityOn(today, episode, keepDays));
  }
  return open;
}

/** The episodes that are open today and fire, looked at over all days. */
function openEpisodes(reading: Reading, rule: Rule): readonly Episode[] {
  const { today } = reading;
  if ('look' in rule || openToday(reading) === undefined) return firings(reading, rule).at(today);
  // Today knows of holds that it does not see the end of: what rests on them is worked out as it is known today.
  return subjectsOf(reading, rule).flatMap((subject) => openEpisode(episodesToday(reading, rule, subject).episodes) ?? []);
}

/** On each day what fires: most subjects are clear on most days, and need not be looked at one by one. */
const firings = (reading: EveryDay, rule: Rule): Curve<readonly Episode[]> =>
  reading.onceOf('firings', rule.name, () =>
    firingOn(rule.subjects(reading).flatMap((subject) => livedInTheEnd(reading, rule, subject).episodes)),
  );

const firingOn = (episodes: readonly Episode[]): Curve<readonly Episode[]> =>
  standingOn(
    episodes.flatMap((episode) =>
      episode.firingSince === undefined ? [] : { what: episode, from: episode.firingSince, to: episode.closedOn },
    ),
  );

/** The episode that speaks for a subject: the one that is not over, else the last that fired. */
export const episodeShown = ({ episodes }: Verdict): Episode | undefined => {
  const last = episodes.at(-1);
  return last?.closedOn === undefined ? last : episodes.findLast(({ firingSince }) => firingSince !== undefined);
};

const verdictOn = (reading: Reading, rule: Rule, subject: string): Verdict =>
  verdictOut(reading, rule, subject, episodesToday(reading, rule, subject).episodes);

/** Undefined where the recent days do not tell how it came to what is open, or to what was said. */
function recentVerdictOn(reading: Reading, rule: Rule, subject: string, saidSince: Day | undefined): Verdict | undefined {
  const { from, episodes } = episodesToday(reading, rule, subject);
  if (from > reading.today || (saidSince !== undefined && saidSince < from)) return undefined;
  return verdictOut(reading, rule, subject, episodes);
}

function verdictOut(reading: Reading, rule: Rule, subject: string, episodes: readonly Episode[]): Verdict {
  const open = openEpisode(episodes);
  const key = alertKey(reading.mission, rule.name, subject);
  return { key, rule, subject, episodes, ...(open && { alert: alertOf(reading, rule, subject, open) }) };
}

const openEpisode = (episodes: readonly Episode[]): Episode | undefined => {
  const last = episodes.at(-1);
  return last !== undefined && last.closedOn === undefined && last.firingSince !== undefined ? last : undefined;
};

const subjectsOf = (reading: EveryDay, rule: Rule): readonly string[] =>
  reading.onceOf('subjects', rule.name, () => rule.subjects(reading));

const rowOf = (reading: EveryDay, rule: Rule): RulePolicy => reading.policy.table.rules[rule.name];

function episodesToday(reading: Reading, rule: Rule, subject: string): Lived {
  const told = conditionsToday(reading, rule, subject);
  const { from, episodes } = told === undefined ? livedInTheEnd(reading, rule, subject) : livedOut(reading, rule, told);
  return { from, episodes: episodesUpTo(reading.today, episodes) };
}

/** All episodes of a subject that were open on a day or later. */
interface Lived {
  readonly from: Day;
  readonly episodes: readonly Episode[];
}

/** Of every day: what today is only decides how far they are looked at. */
const livedInTheEnd = (reading: EveryDay, rule: Rule, subject: string): Lived =>
  reading.onceOf(`episodes ${rule.name}`, subject, () => livedOut(reading, rule, conditionsOf(reading, rule, subject)));

function livedOut(reading: EveryDay, rule: Rule, spans: readonly Span[]): Lived {
  const row = rowOf(reading, rule);
  const told = spans.slice(spans.findLastIndex(({ condition }) => condition === conditionNotTold) + 1);
  const isAllTold = told.length === spans.length && isNewIn(reading, told);
  const from = isAllTold ? reading.begins : (nothingOpenFrom(told, row) ?? endOfTime);
  return { from, episodes: episodesOf(spansFrom(told, from), row) };
}

/** Whether there was nothing to say of the subject when the days began. */
const isNewIn = ({ whole, begins }: EveryDay, [first]: readonly Span[]): boolean =>
  begins === whole.begins || first === undefined || first.from > begins;

const spansFrom = (spans: readonly Span[], day: Day): readonly Span[] =>
  spans.filter((_, index) => (spans[index + 1]?.from ?? endOfTime) > day);

/** The lists of facts that the subject's verdict is read from. */
export function listsBehind(depths: readonly Reading[], key: string): ReadonlySet<string> {
  const { rule, subject } = partsOfKey(key);
  const name = `episodes ${rule}`;
  const lists = new Set(depths.flatMap((reading) => [...reading.listsUnder(name, subject)]));
  return lists.size === 0 ? lists : new Set([...lists, `acknowledged/${key}`, 'silences']);
}
