import type { Acknowledgement, Alert, Figures, Severity, TaskHeldBack } from '../alert.js';
import { alertOf } from '../alerts/alert-of.js';
import { assessmentOf, type Verdict } from '../alerts/assessment.js';
import type { Episode } from '../alerts/episodes.js';
import { rankAlerts } from '../alerts/rank-alerts.js';
import { daysBetween, type Day } from '../day.js';
import type { ExplanationNode } from '../explanation/node.js';
import type { RuleName } from '../policy.js';
import type { Reading } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { pledgeOn } from '../supply/pledge-history.js';
import { requirementOn } from '../supply/requirement.js';
import { unitIdentity } from '../supply/unit-supply.js';

/** An alert as a report tells it: one episode under its key. */
export interface AlertLine {
  readonly key: string;
  readonly rule: RuleName;
  readonly subject: string;
  /** What the subject is, where it is a requirement, a unit or a pledge. */
  readonly capability?: string;
  readonly contributor?: string;
  readonly state: Alert['state'] | 'closed';
  readonly severity: Severity;
  readonly since: Day;
  readonly firingSince: Day;
  /** Days from `since` to the report's as-at day, or to the day on which it was closed. */
  readonly ageDays: number;
  readonly closedOn?: Day;
  readonly resolution?: 'filled' | 'superseded';
  readonly figures: Figures;
  readonly task?: TaskHeldBack;
  readonly requiredBy?: Day;
  readonly reason: string;
  readonly action: string;
  readonly owner: string;
  readonly acknowledged?: Acknowledgement;
  /** Positions of the facts behind the figures, which are those of the episode's last known day. */
  readonly facts: readonly number[];
}

/** What became of the alerts since the last report. */
export interface AlertsOfTheMonth {
  readonly opened: readonly AlertLine[];
  readonly stillOpen: readonly AlertLine[];
  readonly closed: readonly AlertLine[];
  /** Of days that the last report had looked at without knowing of them. */
  readonly foundLater: readonly AlertLine[];
}

interface Fired {
  readonly verdict: Verdict;
  readonly episode: Episode & { readonly firingSince: Day };
}

export function alertsOfTheMonth(reading: Reading, last: Reading): AlertsOfTheMonth {
  const lastDay = last.today;
  const told = assessmentOf(last).verdicts;
  const fired = [...assessmentOf(reading).verdicts.values()].flatMap(firedOf);
  const isFound = ({ verdict, episode }: Fired): boolean =>
    episode.firingSince <= lastDay && !isTold(episode, told.get(verdict.key));
  const found = fired.filter(isFound);
  const rest = fired.filter((one) => !isFound(one));
  const open = rest.filter(({ episode }) => episode.closedOn === undefined);
  const lines = (all: readonly Fired[]): readonly AlertLine[] => rankAlerts(all.map((one) => lineOf(reading, one)));
  return {
    opened: lines(open.filter(({ episode }) => episode.firingSince > lastDay)),
    stillOpen: lines(open.filter(({ episode }) => episode.firingSince <= lastDay)),
    closed: lines(rest.filter(({ episode }) => episode.closedOn !== undefined && episode.closedOn > lastDay)),
    foundLater: lines(found),
  };
}

/** The alerts that are open, ranked. */
export const openLines = (reading: Reading): readonly AlertLine[] =>
  rankAlerts(
    [...assessmentOf(reading).verdicts.values()]
      .flatMap(firedOf)
      .filter(({ episode }) => episode.closedOn === undefined)
      .map((one) => lineOf(reading, one)),
  );

const firedOf = (verdict: Verdict): readonly Fired[] =>
  verdict.episodes.flatMap((episode) =>
    episode.firingSince === undefined ? [] : [{ verdict, episode: { ...episode, firingSince: episode.firingSince } }],
  );

/** Whether the last report knew of an episode under the key that overlaps this one. */
const isTold = ({ since, closedOn = '~' }: Episode, told: Verdict | undefined): boolean =>
  told?.episodes.some((other) => other.firingSince !== undefined && other.since < closedOn && since < (other.closedOn ?? '~')) ??
  false;

function lineOf(reading: Reading, { verdict, episode }: Fired): AlertLine {
  const { rule, subject } = verdict;
  const {
    mission: _mission,
    baseSeverity: _base,
    policy: _policy,
    silencedUntil: _silenced,
    ...alert
  } = alertOf(reading, rule, subject, episode);
  const { reopened: _reopened, ...told } = alert;
  const { closedOn, closedBy, since } = episode;
  const isOpen = closedOn === undefined;
  return {
    ...told,
    rule: rule.name,
    ...aboutOf(reading, subject.split('.')[0]!),
    state: isOpen ? alert.state : 'closed',
    ...(!isOpen && { severity: episode.lastGap.severity }),
    ageDays: daysBetween(since, closedOn ?? reading.today),
    ...(!isOpen && { closedOn }),
    ...(closedBy !== undefined && { resolution: closedBy }),
    facts: factsBehind(rule.explain(reading, subject, episode.known.at(-1)!.until).figures),
  };
}

/** Of a requirement, a unit or a pledge of that name. */
function aboutOf(reading: Reading, name: string): Pick<AlertLine, 'capability' | 'contributor'> {
  const requirement = requirementOn(reading, name, reading.today);
  if (requirement !== undefined) return { capability: requirement.data.capability };
  const unit = unitIdentity(reading, unitHistory(reading, name).at(reading.today), reading.today);
  const { contributor, capability } = unit ?? pledgeOn(reading, name, reading.today).terms ?? {};
  return { ...(capability !== undefined && { capability }), ...(contributor !== undefined && { contributor }) };
}

/** Positions of the facts that an explanation rests on. */
export function factsBehind(figures: ExplanationNode | undefined): readonly number[] {
  if (figures === undefined) return [];
  if ('fact' in figures) return [figures.fact.position];
  return 'inputs' in figures ? [...new Set(figures.inputs.flatMap(factsBehind))] : [];
}
