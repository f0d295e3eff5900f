import {
  alertStates,
  components,
  pledgeDecisionNames,
  pledgeEnds,
  pledgeLevels,
  pledgeStages,
  severities,
} from '@muster/force-generation';
import { z } from 'zod';
import { policyOfAll } from '../policy-of-all.js';

/** What the doors about pledges answer. An age is for the reader to compute, from `since`. */

const day = z.iso.date();
const count = z.int();
const at = { today: day, position: count, policy: z.string().nullable().describe(policyOfAll) };

const line = {
  pledge: z.string(),
  mission: z.string().nullable().describe('null while no mission has selected it'),
  requirement: z.string().nullable().describe('that it is selected for'),
  location: z.string().optional().describe('where the requirement asks for it'),
  contributor: z.string(),
  component: z.enum(components),
  capability: z.string(),
  units: count,
  personnel: count,
  availableFrom: day,
  validUntil: day,
  level: z.enum(pledgeLevels),
  equipment: z.array(z.strictObject({ type: z.string(), required: count })).optional(),
  responseDays: count.optional(),
  caveats: z.array(z.string()).optional(),
  stage: z.enum([...pledgeStages, ...pledgeEnds]),
  since: day,
  next: z
    .strictObject({ waitsFor: z.string(), move: z.enum(['contributor', 'secretariat']) })
    .nullable()
    .describe('what the next stage waits for, and whose move it is'),
  lapsesOn: day.nullable().describe('the last day on which it is valid; null where nothing lets it lapse'),
  illustrative: z.union([z.literal(true), z.array(z.string())]).optional(),
};

const rung = z.strictObject({ stage: z.enum(pledgeStages), on: day.nullable(), fact: count.nullable() });

const decision = z.strictObject({
  on: day,
  decision: z.enum(pledgeDecisionNames),
  requirement: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  fact: count,
});

const alert = z.strictObject({
  key: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  state: z.enum(alertStates),
  since: day,
  reason: z.string(),
  action: z.string(),
  owner: z.string(),
});

const miss = z
  .union([
    z.strictObject({ miss: z.literal('capability'), required: z.string(), offered: z.string() }),
    z.strictObject({ miss: z.enum(['units', 'personnel']), required: count, offered: count }),
    z.strictObject({ miss: z.literal('equipment'), type: z.string(), required: count, offered: count }),
    z.strictObject({ miss: z.literal('caveat'), condition: z.string() }),
    z.strictObject({ miss: z.literal('day'), required: day, offered: day }),
  ])
  .meta({ id: 'Miss' });

const fit = z.strictObject({
  mission: z.string(),
  requirement: z.string(),
  location: z.string().optional(),
  capability: z.string(),
  requiredBy: day,
  misses: z.array(miss).describe('what of the requirement the pledge does not meet; none where it fits'),
  open: z.strictObject({ units: count, personnel: count }).describe('what nobody has promised of the requirement'),
});

const pledgeLine = z.strictObject(line).meta({ id: 'PledgeLine' });

export const pledgesAnswer = z.strictObject({ ...at, pledges: z.array(pledgeLine) }).meta({ id: 'PledgesAnswer' });

export const pledgeAnswer = z
  .strictObject({
    ...at,
    ...line,
    ladder: z.array(rung),
    decisions: z.array(decision),
    alerts: z.array(alert).describe('open ones: that it is about to lapse or has lapsed, that it is stalled'),
    unitNames: z.array(z.string()),
    fits: z.array(fit).describe('the requirement that it is selected for, else those that it could meet'),
    facts: z.array(count),
  })
  .meta({ id: 'PledgeAnswer' });
