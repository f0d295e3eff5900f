import { alertStates, components, promises, severities } from '@muster/force-generation';
import { z } from 'zod';
import { policyOfAll } from '../policy-of-all.js';

/** What the door for needs answers: it names no contributor and no pledge. */

const day = z.iso.date();
const count = z.int();

const figures = z
  .strictObject({ required: count, deployed: count, committed: count, pledged: count, open: count })
  .describe('open is what nobody has promised; negative where more is promised than required');

const need = z
  .strictObject({
    mission: z.string(),
    missionName: z.string().nullable(),
    requirement: z.string(),
    component: z.enum(components),
    capability: z.string(),
    requiredBy: day,
    critical: z.boolean().optional(),
    location: z.string().optional(),
    equipment: z.array(z.strictObject({ type: z.string(), required: count })).optional(),
    selfSustainment: z.array(z.string()).optional(),
    conditions: z.array(z.string()).optional(),
    units: figures,
    personnel: figures,
    promised: z.enum(promises),
    metOn: day.nullable().describe('the first day from the day of need on that what is committed meets it'),
    late: z.literal(true).optional().describe('it rests on an arrival whose day has passed, which counts from tomorrow'),
    task: z.strictObject({ task: z.string(), title: z.string(), rank: count, date: day }).optional(),
    alert: z.strictObject({ key: z.string(), severity: z.enum(severities), state: z.enum(alertStates), since: day }).optional(),
    illustrative: z.union([z.literal(true), z.array(z.string())]).optional(),
    fact: count,
  })
  .meta({ id: 'Need' });

export const needsAnswer = z
  .strictObject({ today: day, position: count, policy: z.string().nullable().describe(policyOfAll), needs: z.array(need) })
  .meta({ id: 'NeedsAnswer' });
