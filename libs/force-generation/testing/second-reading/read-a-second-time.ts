import type { Alert } from '../../src/alert.js';
import type { Day } from '../../src/day.js';
import type { Fact } from '../../src/facts.js';
import { daysFromTo } from './calendar.js';
import { figuresOf, isUnknown, lifeOf, severityOf, type Episode } from './life-of-an-alert.js';
import { lineRules } from './line-rules.js';
import { mandateRules } from './mandate-rules.js';
import { MissionAsRead } from './mission-as-read.js';
import { returnRules } from './return-rules.js';
import type { Rule } from './rule.js';
import { unitRules } from './unit-rules.js';
import { womenBelowTarget } from './women-below-target.js';

export const rulesReadTwice: readonly Rule[] = [...lineRules, ...returnRules, ...mandateRules, ...unitRules, womenBelowTarget];

/** What is compared of a key. */
export interface ToldOfKey {
  readonly episodes: readonly Pick<Episode, 'since' | 'firingSince' | 'closedOn'>[];
  readonly alert?: Pick<Alert, 'state' | 'severity' | 'baseSeverity' | 'since' | 'firingSince' | 'figures'> & {
    readonly reopened: boolean;
  };
}

/** Every key that ever had a gap up to today, with its episodes and the alert that is open. */
export function readASecondTime(facts: readonly Fact[], mission: string, today: Day): ReadonlyMap<string, ToldOfKey> {
  const read = new MissionAsRead(facts, today);
  const first = read.facts.map(({ data }) => data.on).reduce((a, b) => (b < a ? b : a), today);
  const days = daysFromTo(first, today);
  const told = new Map<string, ToldOfKey>();
  for (const rule of rulesReadTwice)
    for (const subject of rule.subjects(read)) {
      const key = `${mission}/${rule.name}/${subject}`;
      const episodes = lifeOf(
        rule,
        days.map((day) => [day, rule.on(read, subject, day)] as const),
      );
      const alert = alertOf(read, { key, rule, today }, episodes.at(-1));
      const all = episodes.map(({ since, firingSince, closedOn }) => ({ since, firingSince, closedOn }));
      if (all.length > 0) told.set(key, { episodes: all, ...(alert && { alert }) });
    }
  return told;
}

interface Asked {
  readonly key: string;
  readonly rule: Rule;
  readonly today: Day;
}

/** "State, in this order: unknown, firing with `reopened`, acknowledged, firing" (rules.md, section 4); pending is no alert. */
function alertOf(mission: MissionAsRead, { key, rule, today }: Asked, episode: Episode | undefined): ToldOfKey['alert'] {
  if (episode?.firingSince === undefined || episode.closedOn !== undefined) return undefined;
  const { since, firingSince } = episode;
  const taken = mission.last(['AlertAcknowledged'], today, ({ data }) => data.key === key && data.on >= since);
  const reopened = taken !== undefined && today > taken.data.plannedFillBy;
  const known = taken === undefined || reopened ? 'firing' : 'acknowledged';
  return {
    state: isUnknown(episode) ? 'unknown' : known,
    reopened,
    severity: severityOf(episode, rule.keep, 'severity')!,
    baseSeverity: severityOf(episode, rule.keep, 'baseSeverity')!,
    since,
    firingSince,
    figures: figuresOf(episode),
  };
}
