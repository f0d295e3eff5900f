import { leaf, node } from '../explanation/node.js';
import type { Day } from '../day.js';
import { taskDays } from '../mandate/tasks.js';
import type { EveryDay } from '../reading.js';
import { caveatOf, caveatSubjects, partsOf, stands, type Caveat, type NoLonger } from '../supply/caveat.js';
import { requirementOn, requirementsOf, type Requirement } from '../supply/requirement.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import { requirementDays } from './requirement-days.js';
import type { Condition, Rule } from './rule.js';
import { taskGap } from './task-gap.js';
import { whileMandated } from './while-mandated.js';

/**
 * "The unit may not do what it is needed for." Declared caveats are agreed in negotiation, so they are to be found before a pledge is
 * selected; undeclared ones are treated as disobedience of lawful command (HIPPO report, A/70/95-S/2015/446), and show when a unit
 * invokes them. A caveat that names a condition of the requirement contradicts it.
 */
export const caveatConflict: Rule = {
  name: 'caveat-conflict',
  subjects: caveatSubjects,
  look: (reading, subject) => {
    const caveat = caveatOf(reading, subject);
    return whileMandated(reading, {
      days: () => days(reading, caveat),
      conditionOn: (day) => condition(reading, subject, caveat.at(day), day),
    });
  },
  respond: (reading, subject) => {
    const caveat = caveatOf(reading, subject).at(reading.today);
    const isOffered = stands(caveat) && caveat.status === 'offered';
    return {
      action: isOffered
        ? 'Negotiate the caveat away, or select another pledge'
        : 'Negotiate the caveat away, or find another unit for what it bars',
      owner: stands(caveat) && caveat.bearer.component === 'police' ? policeOwner : militaryOwner,
    };
  },
  tasks: (reading, subject, day) => conflictNow(reading, subject, day)?.requirement.data.tasks ?? [],
  explain: (reading, subject, day) => {
    const { requirement, caveat } = conflictNow(reading, subject, day)!;
    const { name, condition: barred } = partsOf(subject);
    const at = requirement.data.conditions!.indexOf(barred);
    return {
      statement: `${requirement.data.requirement} needs ${barred}; a caveat on ${name} bars it.`,
      figures: node('figures explained', day, 'count', [
        leaf('condition', caveat.said.fact, caveat.said.at),
        leaf('condition', requirement, `/conditions/${at}`),
        leaf('requirement', requirement, '/requirement'),
      ]),
    };
  },
};

interface Conflict {
  readonly caveat: Caveat;
  readonly requirement: Requirement;
  /** Whether it is the very requirement that it is meant for. */
  readonly isMeant: boolean;
}

/**
 * With the requirement that it is meant for; of what is free, or meant for a requirement that does not stand, with the oldest need
 * of its capability that asks for the condition.
 */
function conflictOf(reading: EveryDay, subject: string, caveat: Caveat, day: Day): Conflict | undefined {
  const { condition: barred } = partsOf(subject);
  const { requirement, capability } = caveat.bearer;
  const meantFor = requirement === undefined ? undefined : requirementOn(reading, requirement, day);
  const candidates = meantFor === undefined ? requirementsOf(reading, capability).at(day) : [meantFor];
  const found = candidates.find(({ data }) => data.conditions?.includes(barred));
  return found && { caveat, requirement: found, isMeant: meantFor !== undefined };
}

function conflictNow(reading: EveryDay, subject: string, day: Day): Conflict | undefined {
  const caveat = caveatOf(reading, subject).at(day);
  return stands(caveat) ? conflictOf(reading, subject, caveat, day) : undefined;
}

function condition(reading: EveryDay, subject: string, caveat: Caveat | NoLonger | undefined, day: Day): Condition | undefined {
  if (caveat === undefined) return undefined;
  if (caveat === 'gone') return { kind: 'ended', reason: 'the unit has left, or the pledge is closed' };
  const { condition: barred } = partsOf(subject);
  const conflict = caveat === 'lifted' ? undefined : conflictOf(reading, subject, caveat, day);
  if (conflict === undefined) return { kind: 'clear', figures: { condition: barred } };
  const { requirement, isMeant } = conflict;
  const { status, said } = conflict.caveat;
  const isFirm = status === 'deployed' || (status === 'selected' && isMeant);
  return taskGap(reading, requirement.data.tasks ?? [], day, {
    baseSeverity: isFirm ? 'critical' : 'warning',
    figures: { condition: barred, requirement: requirement.data.requirement, saidOn: said.fact.data.on },
    reason: reasonOf(conflict.caveat, isFirm),
  });
}

function reasonOf({ status, said }: Caveat, isFirm: boolean): string {
  if (said.fact.type === 'CaveatInvoked') return 'the unit has refused what its requirement needs';
  if (status === 'deployed') return 'the unit is deployed and may not do what its requirement needs';
  return isFirm
    ? 'it was selected for a requirement that needs what the caveat bars'
    : 'a requirement that it could meet needs what the caveat bars';
}

function days(reading: EveryDay, { steps }: ReturnType<typeof caveatOf>): readonly Day[] {
  const bearers = steps.flatMap(([, caveat]) => (stands(caveat) ? caveat.bearer : []));
  const meantFor = new Set(bearers.flatMap(({ requirement }) => requirement ?? []));
  const couldMeet = new Set(bearers.map(({ capability }) => capability));
  return [
    ...steps.map(([day]) => day),
    ...[...meantFor].flatMap((requirement) => requirementDays(reading, requirement)),
    ...[...couldMeet].flatMap((capability) => daysOfNeeds(reading, capability)),
  ];
}

function daysOfNeeds(reading: EveryDay, capability: string): readonly Day[] {
  const { steps } = requirementsOf(reading, capability);
  const tasks = new Set(steps.flatMap(([, needs]) => needs.flatMap(({ data }) => data.tasks ?? [])));
  return [...steps.map(([day]) => day), ...taskDays(reading, [...tasks])];
}
