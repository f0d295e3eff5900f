import type { Day } from '../../src/day.js';
import type { Fact } from '../../src/facts.js';
import type { Component } from '../../src/personnel.js';
import { componentAuthorized, componentStrength } from './ceilings-on-a-day.js';
import { allOf } from './cells.js';
import { MissionAsRead } from './mission-as-read.js';

export interface ComponentOnADay {
  readonly component: Component;
  readonly authorized: number | null;
  readonly deployed: number | null;
  readonly missing: number | null;
  readonly women: number | null;
}

/** A component's figures on a day, every hold kept; "before the first line `authorized` and `missing` are null" (facts.md, section 3). */
export function componentsReadASecondTime(facts: readonly Fact[], today: Day): readonly ComponentOnADay[] {
  const mission = new MissionAsRead(facts, today);
  return (['military', 'police'] as const).map((component) => {
    const authorized = componentAuthorized(mission, component, today);
    const strength = componentStrength(mission, component, today);
    const deployed = strength === undefined ? null : allOf(strength);
    const missing = authorized === null || deployed === null ? null : authorized - deployed;
    return { component, authorized, deployed, missing, women: strength?.women ?? null };
  });
}
