import { severities, type AlertState, type Severity, type TaskHeldBack } from '../alert.js';
import { openAlertOf } from '../alerts/assessment.js';
import type { Day } from '../day.js';
import type { FactDataByName } from '../facts.js';
import { inactiveFrom } from '../mandate/mandate.js';
import { taskHeldBack } from '../mandate/tasks.js';
import type { Reading } from '../reading.js';
import { capabilityGap } from '../rules/capability-gap.js';
import { balanceOf, isMet } from '../supply/coverage.js';
import { outlook, type Outlook } from '../supply/outlook.js';
import { requirementNames, requirementOn, type Requirement } from '../supply/requirement.js';
import { isLate } from '../supply/supply-item.js';

/** Units or persons of a need. `open` is what nobody has promised; negative where more is promised than required. */
export interface NeedFigures {
  readonly required: number;
  readonly deployed: number;
  readonly committed: number;
  readonly pledged: number;
  readonly open: number;
}

/** How firmly the whole of a need is promised; in part, where something is promised that is not enough. */
export const promises = ['committed', 'pledged', 'in part', 'not at all'] as const;
export type Promised = (typeof promises)[number];

type Stated = FactDataByName['RequirementStated'];

/** A requirement that is not met by what is deployed, as a member state may see it: it names no contributor and no pledge. */
export interface Need extends Pick<
  Stated,
  | 'requirement'
  | 'component'
  | 'capability'
  | 'requiredBy'
  | 'location'
  | 'equipment'
  | 'selfSustainment'
  | 'conditions'
  | 'critical'
> {
  readonly mission: string;
  readonly missionName: string | null;
  readonly units: NeedFigures;
  readonly personnel: NeedFigures;
  readonly promised: Promised;
  /** The first day from the day of need on that what is committed meets it. */
  readonly metOn: Day | null;
  /** What is committed rests on an arrival whose day has passed; it counts from tomorrow. */
  readonly late?: true;
  readonly task?: TaskHeldBack;
  readonly alert?: {
    readonly key: string;
    readonly severity: Severity;
    readonly state: AlertState;
    readonly since: Day;
  };
  readonly illustrative?: Stated['illustrative'];
  readonly fact: number;
}

/**
 * What a mission still needs. Member states cannot see what is needed, and pledges that do not fit the need are the result
 * (IPI, 2013); a mission that is over needs nobody.
 */
export const describeNeeds = (reading: Reading): readonly Need[] =>
  unmetRequirements(reading).map(({ fact, view }) => describeNeed(reading, fact, view));

export interface UnmetRequirement {
  readonly fact: Requirement;
  readonly view: Outlook;
}

/** The requirements that stand and that what is deployed does not meet. */
export const unmetRequirements = (reading: Reading): readonly UnmetRequirement[] =>
  reading.onceToday('unmet requirements', () => {
    const { today } = reading;
    const over = inactiveFrom(reading, today);
    if (over !== undefined && over <= today) return [];
    return requirementNames(reading)
      .flatMap((name) => requirementOn(reading, name, today) ?? [])
      .flatMap((fact) => {
        const balance = balanceOf(reading, fact.data.capability);
        const view = outlook(balance, fact, today);
        return isMet(balance, fact, view.deployed) ? [] : [{ fact, view }];
      });
  });

function describeNeed(reading: Reading, fact: Requirement, view: Outlook): Need {
  const { requirement, component, capability, requiredBy, tasks = [], illustrative } = fact.data;
  const { location, equipment, selfSustainment, conditions, critical } = fact.data;
  const alert = openAlertOf(reading, capabilityGap, requirement);
  const task = taskHeldBack(reading, tasks, reading.today);
  const established = reading.facts('established').findLast((one) => one.type === 'MissionEstablished');
  return {
    mission: reading.mission,
    missionName: established?.data.name ?? null,
    ...{ requirement, component, capability, requiredBy },
    ...(location && { location }),
    ...(equipment && { equipment }),
    ...(selfSustainment && { selfSustainment }),
    ...(conditions && { conditions }),
    ...(critical && { critical }),
    units: figuresOf(fact, view, 'units'),
    personnel: figuresOf(fact, view, 'personnel'),
    promised: promisedOf(view),
    metOn: view.committed.metOn ?? null,
    ...(isMetLate(view, reading.today) && { late: true }),
    ...(task && { task }),
    ...(alert && { alert: { key: alert.key, severity: alert.severity, state: alert.state, since: alert.since } }),
    ...(illustrative && { illustrative }),
    fact: fact.position,
  };
}

const isMetLate = ({ committed: { metOn, coverage } }: Outlook, today: Day): boolean =>
  metOn !== undefined && coverage.items.some((item) => isLate(item, today));

function figuresOf({ data }: Requirement, { deployed, committed, pledged }: Outlook, count: 'units' | 'personnel'): NeedFigures {
  return {
    required: data[count],
    deployed: deployed[count],
    committed: committed.coverage[count],
    pledged: pledged.coverage[count],
    open: data[count] - pledged.coverage[count],
  };
}

function promisedOf({ committed, pledged }: Outlook): Promised {
  if (committed.metOn !== undefined) return 'committed';
  if (pledged.metOn !== undefined) return 'pledged';
  return pledged.coverage.units > 0 ? 'in part' : 'not at all';
}

/** Needs of any missions, in the order of alerts: severity, the task that is held back, its date; then the earlier day of need. */
export const rankNeeds = (needs: readonly Need[]): readonly Need[] =>
  [...needs].sort(
    (a, b) =>
      severityOf(b) - severityOf(a) ||
      rankOf(a) - rankOf(b) ||
      compare(a.task?.date ?? '', b.task?.date ?? '') ||
      compare(a.requiredBy, b.requiredBy) ||
      compare(a.mission, b.mission) ||
      compare(a.requirement, b.requirement),
  );

const severityOf = ({ alert }: Need): number => (alert === undefined ? -1 : severities.indexOf(alert.severity));
const rankOf = ({ task }: Need): number => task?.rank ?? Number.MAX_SAFE_INTEGER;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
