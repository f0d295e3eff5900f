import type { Figures, Severity } from '../alert.js';
import type { Day } from '../day.js';
import { isEnded, mandate, mandateDays } from '../mandate/mandate.js';
import type { EveryDay } from '../reading.js';
import { pledgeHistory, type PledgeState } from '../supply/pledge-history.js';
import { pledgeLadder, pledgeStage, type PledgeLadder, type PledgeStanding } from '../supply/pledge-stage.js';
import { requirementHistory, requirementOn } from '../supply/requirement.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import { requirementDays } from './requirement-days.js';
import type { Condition, Look } from './rule.js';
import { taskGap } from './task-gap.js';

/** A pledge on a day: its terms, how far it has come, and where it stands. */
export interface PledgeOnDay {
  readonly day: Day;
  readonly state: PledgeState;
  readonly ladder: PledgeLadder;
  readonly standing: PledgeStanding;
}

/** What a rule finds: a gap where there is a severity, else clear; or that what it speaks about is over. */
export type PledgeFinding =
  { readonly severity: Severity | undefined; readonly figures: Figures; readonly reason: string } | { readonly ended: string };

export function pledgeOnDay(reading: EveryDay, pledge: string, day: Day): PledgeOnDay | undefined {
  const standing = pledgeStage(reading, pledge).at(day);
  if (standing === undefined) return undefined;
  const state = pledgeHistory(reading, pledge).at(day);
  return { day, state, standing, ladder: pledgeLadder(reading, pledge).at(day) };
}

/**
 * Conditions of a pledge: nothing while its terms are not known, ended with the pledge, the requirement or the mandate that it is
 * for, else what the rule finds, one step worse where a mandated task needs what it was selected for.
 */
export const lookAtPledge = (
  reading: EveryDay,
  pledge: string,
  rule: { readonly moreDays: () => readonly Day[]; readonly find: (on: PledgeOnDay) => PledgeFinding },
): Look => ({
  days: () => [...pledgeDays(reading, pledge), ...rule.moreDays()],
  conditionOn: (day) => {
    const on = pledgeOnDay(reading, pledge, day);
    return on && conditionOn(reading, on, rule.find);
  },
});

function conditionOn(reading: EveryDay, on: PledgeOnDay, find: (on: PledgeOnDay) => PledgeFinding): Condition {
  const over = whatIsOver(reading, on);
  const found = over === undefined ? find(on) : { ended: over };
  if ('ended' in found) return { kind: 'ended', reason: found.ended };
  const { severity: baseSeverity, figures, reason } = found;
  if (baseSeverity === undefined) return { kind: 'clear', figures };
  return taskGap(reading, tasksOfPledge(reading, on.state, on.day), on.day, { baseSeverity, figures, reason });
}

function whatIsOver(reading: EveryDay, { day, state, standing }: PledgeOnDay): string | undefined {
  if (standing.stage === 'withdrawn') return 'the pledge was withdrawn';
  if (standing.stage === 'declined') return 'the pledge was declined';
  if (isEnded(mandate(reading).at(day), day)) return 'the mandate has ended';
  const requirement = state.selected?.data.requirement;
  if (requirement === undefined) return undefined;
  const isWithdrawn = requirementHistory(reading, requirement).at(day)?.type === 'RequirementWithdrawn';
  return isWithdrawn ? 'the requirement was withdrawn' : undefined;
}

/** The mandated tasks that need what the pledge was selected for. */
export function tasksOfPledge(reading: EveryDay, { selected }: PledgeState, day: Day): readonly string[] {
  return (selected && requirementOn(reading, selected.data.requirement, day))?.data.tasks ?? [];
}

/** Days on which a pledge, what it was selected for, or the mandate may change. */
function pledgeDays(reading: EveryDay, pledge: string): Day[] {
  const { steps } = pledgeHistory(reading, pledge);
  const requirements = new Set(steps.flatMap(([, { selected }]) => selected?.data.requirement ?? []));
  return [
    ...[...steps, ...pledgeStage(reading, pledge).steps].map(([day]) => day),
    ...mandateDays(reading),
    ...[...requirements].flatMap((requirement) => requirementDays(reading, requirement)),
  ];
}

/** Runs the pledge system (PCRS). */
export const pledgeOwner = 'Strategic Force Generation and Capability Planning Cell';

/** Who generates the unit once it is selected; until then it is a pledge among others. */
export function generatorOf({ terms, selected }: PledgeState): string {
  if (selected === undefined) return pledgeOwner;
  return terms?.component === 'police' ? policeOwner : militaryOwner;
}
