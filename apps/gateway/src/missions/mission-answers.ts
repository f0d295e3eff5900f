import { calendarKinds, components, personnelTypes, severities, womenGroups } from '@muster/force-generation';
import { z } from 'zod';
import { policyOfAll } from '../policy-of-all.js';

/** What the doors about missions answer. Persons are whole numbers, shares have four decimals, null is not known. */

const day = z.iso.date();
const count = z.int();
const known = count.nullable();
const state = z.enum(['known', 'suspect', 'stale', 'unknown']);
const at = { today: day, position: count };
const ofMission = { mission: z.string(), ...at, policy: z.string() };
const illustrative = z.union([z.literal(true), z.array(z.string())]).optional();

const openAlerts = z.strictObject({ critical: count, warning: count, watch: count, unknown: count }).meta({ id: 'OpenAlerts' });

const component = z
  .strictObject({
    component: z.enum(components),
    authorized: known,
    resolution: z.string().nullable(),
    deployed: known,
    reported: known,
    state,
    observedOn: day.nullable(),
    missing: known,
    fillRate: z.number().nullable(),
    women: known,
    womenShare: z.number().nullable(),
    womenState: state,
    committed: known,
    pledged: known,
  })
  .meta({ id: 'Component' });

const line = z
  .strictObject({
    line: z.string(),
    placement: z.enum(['component', 'within', 'separate']),
    counts: z.array(z.enum(personnelTypes)),
    authorized: count,
    resolution: z.string(),
    quality: z.string().nullable(),
    deployed: known,
    reported: known,
    state,
    missing: known,
    fillRate: z.number().nullable(),
  })
  .meta({ id: 'Line' });

const overview = {
  name: z.string().nullable(),
  active: z.boolean(),
  components: z.array(component),
  reported: known,
  openAlerts,
  observedOn: day.nullable(),
};

const women = z
  .strictObject({
    subject: z.enum(Object.keys(womenGroups)),
    women: known,
    persons: known,
    share: z.number().nullable(),
    state,
    observedOn: day.nullable(),
    target: z.number().nullable().describe('per cent'),
    targetYear: known,
    due: z.boolean().describe('whether the target is that of this year; else it is information, and raises nothing'),
  })
  .meta({ id: 'Women' });

const note = z.strictObject({ code: z.string(), on: day, note: z.string(), facts: z.array(count) }).meta({ id: 'DataNote' });

export const missionsAnswer = z
  .strictObject({
    ...at,
    policy: z.string().nullable().describe(policyOfAll),
    missions: z.array(z.strictObject({ mission: z.string(), ...overview })),
  })
  .meta({ id: 'MissionsAnswer' });

export const missionAnswer = z
  .strictObject({
    ...ofMission,
    ...overview,
    lines: z.array(line),
    women: z.array(women),
    notes: z.array(note),
    moreNotes: z.number().optional(),
  })
  .meta({ id: 'MissionAnswer' });

const steps = z.array(z.tuple([day, known])).optional();
const held = z.strictObject({ from: day, until: day, state: z.enum(['suspect', 'was held']) });
const curves = z.strictObject({
  component: z.enum(components),
  authorized: steps,
  deployed: steps,
  committed: steps,
  pledged: steps,
  women: steps,
  held: z.array(held),
});

const supplied = z
  .strictObject({ required: z.array(z.tuple([day, known])), deployed: steps, committed: steps, pledged: steps })
  .describe('null on days on which the requirement does not stand');
const requirementCurves = z.strictObject({
  requirement: z.string(),
  capability: z.string(),
  requiredBy: day,
  units: supplied,
  personnel: supplied,
});

export const curvesAnswer = z
  .strictObject({ ...ofMission, from: day, to: day, components: z.array(curves), requirements: z.array(requirementCurves) })
  .meta({ id: 'CurvesAnswer' });

const equipment = z.array(z.strictObject({ type: z.string(), required: count })).optional();
const strengths = z.strictObject({ required: count, deployed: count, committed: count, pledged: count });
const supply = z.strictObject({
  name: z.string(),
  strength: z.enum(['deployed', 'committed', 'pledged']),
  contributor: z.string().optional(),
  units: count,
  personnel: count,
  from: day,
  leavesOn: day.optional(),
  validUntil: day.optional(),
  late: z.boolean(),
  facts: z.array(count),
});
const alertLine = z.strictObject({ key: z.string(), severity: z.enum(severities), state: z.string(), since: day });
const requirement = z
  .strictObject({
    requirement: z.string(),
    component: z.enum(components),
    capability: z.string(),
    requiredBy: day,
    statedOn: day,
    critical: z.boolean().optional(),
    equipment,
    selfSustainment: z.array(z.string()).optional(),
    location: z.string().optional(),
    tasks: z.array(z.string()).optional(),
    conditions: z.array(z.string()).optional(),
    units: strengths,
    personnel: strengths,
    met: z.boolean(),
    metOn: day.nullable(),
    supply: z.array(supply),
    alert: alertLine.optional(),
    illustrative,
    fact: count,
  })
  .meta({ id: 'Requirement' });

export const requirementsAnswer = z
  .strictObject({ ...ofMission, requirements: z.array(requirement) })
  .meta({ id: 'RequirementsAnswer' });

const contributorType = z.strictObject({
  personnelType: z.string(),
  women: count,
  men: count,
  deployed: count,
  reported: count,
  state: z.enum(['known', 'suspect']),
});
const contributor = z.strictObject({
  contributor: z.string(),
  deployed: count,
  women: count,
  types: z.array(contributorType),
});

export const contributorsAnswer = z
  .strictObject({ ...ofMission, observedOn: day.nullable(), contributors: z.array(contributor) })
  .meta({ id: 'ContributorsAnswer' });

const unit = z
  .strictObject({
    unit: z.string(),
    status: z.enum(['deployed', 'planned', 'gone', 'announced']),
    contributor: z.string().optional(),
    component: z.enum(components).optional(),
    capability: z.string().optional(),
    requirement: z.string().optional(),
    personnelType: z.enum(personnelTypes).optional(),
    women: count,
    men: count,
    personnel: count,
    required: z.number().nullable(),
    mainArrived: z.boolean(),
    from: z.string().optional().describe('the predecessor or the other mission that it came from'),
    arrivedOn: day.optional(),
    arrivesOn: day.optional(),
    tourEndsOn: day.optional(),
    leavesOn: day.optional(),
    repatriatedOn: day.optional(),
    location: z.string().optional(),
    illustrative: z.literal(true).optional(),
    facts: z.array(count),
  })
  .meta({ id: 'Unit' });

export const unitsAnswer = z.strictObject({ ...ofMission, units: z.array(unit) }).meta({ id: 'UnitsAnswer' });

const gap = alertLine.extend({
  rule: z.string(),
  subject: z.string(),
  requiredBy: day.optional(),
  reason: z.string(),
  filledOn: day.nullable().describe('the day on which what is committed fills it'),
});
const firstStep = z.strictObject({
  task: z.string().describe('the task itself, or one that must come before it'),
  key: z.string(),
  action: z.string(),
  owner: z.string(),
  filledOn: day.nullable(),
});
const task = z
  .strictObject({
    task: z.string(),
    title: z.string(),
    rank: count,
    after: z.string().nullable(),
    from: day,
    until: day.nullable(),
    window: z.enum(['ahead', 'open', 'over']),
    raises: z.boolean(),
    waitsFor: z.array(z.string()).describe('tasks that must come before it and are held back themselves'),
    gaps: z.array(gap),
    freedOn: day
      .nullable()
      .describe('the day on which what is committed fills its last gap and those of the tasks that it waits for'),
    first: firstStep.nullable().describe('what would free it first'),
    illustrative,
    fact: count,
  })
  .meta({ id: 'Task' });

export const tasksAnswer = z.strictObject({ ...ofMission, tasks: z.array(task) }).meta({ id: 'TasksAnswer' });

const entry = z
  .strictObject({
    on: day.describe('of what leaves the first day without it; of what lapses or ends its last'),
    kind: z.enum(calendarKinds),
    subject: z.string(),
    title: z.string().optional(),
    contributor: z.string().optional(),
    capability: z.string().optional(),
    personnelType: z.enum(personnelTypes).optional(),
    requirement: z.string().optional(),
    units: count.optional(),
    personnel: count.optional(),
    until: day.optional().describe('the last day that is uncovered; absent where nothing committed ends it'),
    replacedBy: z.string().optional(),
    arrivesOn: day.optional(),
    resolution: z.string().optional(),
    late: z.literal(true).optional(),
    facts: z.array(count),
  })
  .meta({ id: 'CalendarEntry' });

export const calendarAnswer = z.strictObject({ ...ofMission, to: day, entries: z.array(entry) }).meta({ id: 'CalendarAnswer' });

const partner = z.strictObject({
  partner: z.string(),
  capability: z.string(),
  requirement: z.string().nullable(),
  units: count,
  startedOn: day,
  until: day.nullable(),
  note: z.string().optional(),
  illustrative,
  fact: count,
});

export const partnersAnswer = z.strictObject({ ...ofMission, partners: z.array(partner) }).meta({ id: 'PartnersAnswer' });

const explained = z.strictObject({
  component: z.enum(components),
  figures: z
    .record(z.string(), z.unknown())
    .describe('a node {figure, value, on, operation, inputs}, down to leaves that name facts'),
});

export const missionExplanationAnswer = z
  .strictObject({ ...ofMission, components: z.array(explained) })
  .meta({ id: 'MissionExplanationAnswer' });
