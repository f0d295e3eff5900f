import { severities, type Figures, type Severity } from '../alert.js';
import { addDays, type Day } from '../day.js';
import { explainHandOver, explainRelief } from '../explanation/explain-hand-over.js';
import type { Explained } from '../explanation/node.js';
import type { Curve } from '../curve.js';
import { isEnded, mandate, type MandateFact } from '../mandate/mandate.js';
import type { EveryDay, Reading } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { needCarried, type Carried, type Carrier, type NeedCarried } from '../supply/carriers.js';
import { handOverDays } from '../supply/hand-over-days.js';
import { daysUncovered, handOvers, type HandOver } from '../supply/hand-over.js';
import { reliefGap, reliefOf } from '../supply/relief.js';
import { requirementHistory, requirementNames, requirementOn, requirementsOf, type Requirement } from '../supply/requirement.js';
import { conditionOf } from './condition-of.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import type { Condition, Rule } from './rule.js';
import { severityOfCount } from './severity.js';
import { taskGap } from './task-gap.js';
import { unitOwner } from './unit-owner.js';
import { mandateHasEnded } from './while-mandated.js';

/**
 * "One leaves before the other is there." Canada's helicopters left MINUSMA on 31 August 2019, Romania's were ready in mid-October:
 * six weeks without, known months ahead. What counts is days uncovered, not net strength; a need may rest on a partner as well.
 */
export const handOverGap: Rule = {
  name: 'hand-over-gap',
  // A unit speaks for itself where no requirement speaks for its capability.
  subjects: (reading) => [...new Set([...requirementNames(reading), ...reading.ids('unit')])],
  look: (reading, subject) => {
    const looked = lookAt(reading, subject);
    return { days: (from) => handOverDays(reading, subject, from), conditionOn: (day) => condition(looked, day) };
  },
  respond: (reading, subject) => ({
    action: 'Have the one that leaves stay longer, or the one that follows come sooner',
    owner: ownerOf(reading, subject),
  }),
  tasks: (reading, subject, day) => requirementOn(reading, subject, day)?.data.tasks ?? [],
  explain,
};

/** What may bear the subject's name: a need, with who carries it, and a unit, with the one that is to relieve it. */
interface Looked {
  readonly reading: EveryDay;
  readonly subject: string;
  readonly history: ReturnType<typeof requirementHistory>;
  readonly need: NeedCarried;
  readonly relief: ReturnType<typeof reliefOf>;
  readonly mandateOn: Curve<MandateFact | undefined>;
}

const lookAt = (reading: EveryDay, subject: string): Looked => ({
  reading,
  subject,
  history: requirementHistory(reading, subject),
  need: needCarried(reading, subject),
  relief: reliefOf(reading, subject),
  mandateOn: mandate(reading),
});

function condition(looked: Looked, day: Day): Condition | undefined {
  const { history, mandateOn } = looked;
  if (isEnded(mandateOn.at(day), day)) return mandateHasEnded;
  const requirement = history.at(day);
  if (requirement?.type === 'RequirementStated') return conditionOfNeed(looked, requirement, day);
  const ofUnit = conditionOfUnit(looked, day);
  if (ofUnit !== undefined || requirement === undefined) return ofUnit;
  return { kind: 'ended', reason: 'the requirement was withdrawn' };
}

function conditionOfNeed(looked: Looked, requirement: Requirement, day: Day): Condition {
  const { units: required, tasks = [] } = requirement.data;
  const now = looked.need.carried.at(day)!;
  const reliedOn = namesOf(now.carriers.filter(isPartner));
  const figuresWith = ({ units: covered }: Carried) => ({ units: { required, covered }, ...(reliedOn && { reliedOn }) });
  const found = gradedHandOvers(looked, requirement, day);
  const worst = worstOf(found, day);
  if (worst === undefined) return found.length > 0 ? nobodyStays : { kind: 'clear', figures: figuresWith(now) };
  const { handOver, severity: baseSeverity } = worst;
  const reason = handOver.until === undefined ? 'nobody is committed to follow' : 'the one that follows comes later';
  return taskGap(looked.reading, tasks, day, {
    baseSeverity,
    figures: { ...figuresWith(handOver.covered), ...figuresOf(handOver, day) },
    reason: handOver.leaving.some(isPartner) ? `relied on partner: ${reason}` : reason,
  });
}

interface Graded {
  readonly handOver: HandOver;
  readonly severity: Severity;
  readonly isAfterMandate: boolean;
}

const nobodyStays: Condition = { kind: 'ended', reason: 'the mandate ends before' };

/** Those that are near enough to act on, and leave the need without somebody when it is due. */
function gradedHandOvers(looked: Looked, requirement: Requirement, day: Day): readonly Graded[] {
  const { requiredBy } = requirement.data;
  return handOvers(looked.need, requirement, day)
    .filter(({ from }) => from >= requiredBy)
    .flatMap((handOver) => {
      const severity = severityOf(looked, handOver, day);
      return severity === undefined ? [] : [{ handOver, severity, isAfterMandate: isAfterMandate(looked, handOver, day) }];
    });
}

/** The most severe, and of several the first to leave. */
const worstOf = (graded: readonly Graded[], day: Day): Graded | undefined =>
  graded
    .filter(({ isAfterMandate: isLater }) => !isLater)
    .reduce<Graded | undefined>((worst, other) => (worst === undefined || isWorse(other, worst, day) ? other : worst), undefined);

const isWorse = (a: Graded, b: Graded, day: Day): boolean =>
  a.severity === b.severity
    ? leavesOn(a.handOver, day) < leavesOn(b.handOver, day)
    : severities.indexOf(a.severity) > severities.indexOf(b.severity);

/** None where the departure is too far ahead to act on. */
function severityOf({ reading }: Looked, gap: Pick<HandOver, 'from' | 'until'>, day: Day): Severity | undefined {
  const { thresholds, lookAheadDays } = reading.policy.table.rules['hand-over-gap'];
  return gap.from <= addDays(day, lookAheadDays) ? severityOfCount(thresholds, daysUncovered(gap)) : undefined;
}

/** With the mandate everybody leaves. */
function isAfterMandate({ mandateOn }: Looked, { from }: Pick<HandOver, 'from'>, day: Day): boolean {
  const decided = mandateOn.at(day);
  return decided?.type === 'MandateEnded' && from >= decided.data.endsOn;
}

const isPartner = ({ kind }: Carrier): boolean => kind === 'partner';

const namesOf = (carriers: readonly Carrier[]): string => [...new Set(carriers.map(({ name }) => name))].join(', ');

/** The day on which it left; until then as it was announced, also where it is overdue: no figure counts from today. */
function leavesOn({ leaving: [first], from }: HandOver, day: Day): Day {
  return from > day && first !== undefined && first.kind !== 'partner' ? (first.leavesOn ?? from) : from;
}

function figuresOf(handOver: HandOver, day: Day): Figures {
  const { leaving, following, until } = handOver;
  const coming = following.filter((carrier) => carrier.kind !== 'partner' && carrier.strength === 'committed');
  const first = coming.find((carrier) => carrier.kind !== 'partner' && carrier.startsOn === until) ?? coming[0];
  return {
    leaving: namesOf(leaving),
    leavesOn: leavesOn(handOver, day),
    ...(following.length > 0 && { following: namesOf(following) }),
    ...(first !== undefined && first.kind !== 'partner' && { arrivesOn: first.startsOn }),
  };
}

/** Whether no requirement asks for the unit's capability, so that the unit is held against itself. */
function isFree(reading: EveryDay, unit: string, day: Day): boolean {
  const { arrival } = unitHistory(reading, unit).at(day);
  return arrival !== undefined && requirementsOf(reading, arrival.data.capability).at(day).length === 0;
}

function conditionOfUnit(looked: Looked, day: Day): Condition | undefined {
  const { reading, subject: unit } = looked;
  const relief = looked.relief.at(day);
  if (relief === undefined || !isFree(reading, unit, day)) return undefined;
  const gap = reliefGap(reading, unit, day);
  const { leavesOn: planned, replacedBy } = relief.rotation.data;
  const arrivesOn = gap?.arrival?.data.arrivesOn;
  const figures = {
    leaving: unit,
    leavesOn: relief.repatriation?.data.on ?? planned,
    following: replacedBy!,
    ...(arrivesOn && { arrivesOn }),
  };
  const severity = gap && severityOf(looked, gap, day);
  if (severity !== undefined && isAfterMandate(looked, gap!, day)) return nobodyStays;
  const reason = arrivesOn === undefined ? 'no arrival is planned' : 'the one that follows comes later';
  return conditionOf(severity, figures, reason);
}

function ownerOf(reading: Reading, subject: string): string {
  const requirement = requirementOn(reading, subject, reading.today);
  if (requirement === undefined) return unitOwner(reading, subject);
  return requirement.data.component === 'police' ? policeOwner : militaryOwner;
}

function explain(reading: Reading, subject: string, day: Day): Explained {
  const requirement = requirementOn(reading, subject, day);
  if (requirement === undefined) {
    const gap = reliefGap(reading, subject, day)!;
    const statement = `${gap.relief.rotation.data.replacedBy} is to relieve ${subject}, and is not there when it leaves.`;
    return { statement, figures: explainRelief(gap, day) };
  }
  const { handOver } = worstOf(gradedHandOvers(lookAt(reading, subject), requirement, day), day)!;
  return {
    statement: `${requirement.data.units} × ${requirement.data.capability} required; ${namesOf(handOver.leaving)} leaves, and ${namesOf(handOver.following) || 'nobody'} follows.`,
    figures: explainHandOver(reading, requirement, handOver, day),
  };
}
