import type { Acknowledgement, Alert } from '../alert.js';
import type { Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { Reading } from '../reading.js';
import type { Rule } from '../rules/rule.js';
import { figuresOf, severityOn, type Episode } from './episodes.js';

export const alertKey = (mission: string, rule: string, subject: string): string => `${mission}/${rule}/${subject}`;

/** A subject may hold a slash; neither a mission nor a rule does. */
export function partsOfKey(key: string): { readonly rule: string; readonly subject: string } {
  const [, rule = '', ...subject] = key.split('/');
  return { rule, subject: subject.join('/') };
}

/** The alert that a firing episode is today: its state, severity and figures, who acts, and who has taken it on. */
export function alertOf(reading: Reading, rule: Rule, subject: string, episode: Episode): Alert {
  const key = alertKey(reading.mission, rule.name, subject);
  const { keepDays } = reading.policy.table.rules[rule.name];
  const { task, requiredBy, reason } = episode.lastGap;
  const { action, owner } = rule.respond(reading, subject);
  const severity = severityOn(episode, keepDays, 'severity');
  const silencedUntil = silenceOf(reading, { rule: rule.name, subject, severity });
  return {
    key,
    mission: reading.mission,
    rule: rule.name,
    subject,
    ...stateOf(episode, acknowledgementOf(reading, key, episode), reading.today),
    severity,
    baseSeverity: severityOn(episode, keepDays, 'baseSeverity'),
    since: episode.since,
    firingSince: episode.firingSince!,
    figures: figuresOf(episode),
    ...(task && { task }),
    ...(requiredBy && { requiredBy }),
    reason,
    action,
    owner,
    ...(silencedUntil && { silencedUntil }),
    policy: reading.policy.hash,
  };
}

type State = Pick<Alert, 'state' | 'acknowledged' | 'reopened'>;

function stateOf({ unknown }: Episode, acknowledged: Acknowledgement | undefined, today: Day): State {
  const slipped = acknowledged !== undefined && today > acknowledged.plannedFillBy;
  const rest = { ...(acknowledged && { acknowledged }), ...(slipped && { reopened: true as const }) };
  if (unknown) return { state: 'unknown', ...rest };
  return { state: acknowledged === undefined || slipped ? 'firing' : 'acknowledged', ...rest };
}

/** The last acknowledgement that was made while the episode was open. */
function acknowledgementOf(reading: Reading, key: string, { since, closedOn }: Episode): Acknowledgement | undefined {
  const made = reading.facts<FactOf<'AlertAcknowledged'>>(`acknowledged/${key}`);
  const last = made.findLast(({ data }) => data.on >= since && (closedOn === undefined || data.on < closedOn));
  if (last === undefined) return undefined;
  const { owner, note, plannedFillBy, on } = last.data;
  return { owner, note, plannedFillBy, on };
}

function silenceOf(reading: Reading, alert: Pick<Alert, 'rule' | 'subject' | 'severity'>): Day | undefined {
  const today = reading.today;
  return reading
    .facts<FactOf<'AlertSilenced'>>('silences')
    .filter(({ data }) => data.until >= today && matches(data.matchers, reading.mission, alert))
    .reduce<Day | undefined>((last, { data }) => (last === undefined || data.until > last ? data.until : last), undefined);
}

const matches = (
  { mission, rule, subject, severity }: FactOf<'AlertSilenced'>['data']['matchers'],
  ofMission: string,
  alert: Pick<Alert, 'rule' | 'subject' | 'severity'>,
): boolean =>
  mission === ofMission &&
  (rule ?? alert.rule) === alert.rule &&
  (subject ?? alert.subject) === alert.subject &&
  (severity ?? alert.severity) === alert.severity;
