import { alertSchema } from '@muster/contracts';
import { resolutions } from '@muster/force-generation';
import { z } from 'zod';
import { policyOfAll } from '../policy-of-all.js';
import { alertStatesAsked } from './alerts-query.js';

const day = z.iso.date();
const position = z.int();
const at = { today: day, position };
const policy = z.string().nullable().describe(policyOfAll);

const shown = {
  ...alertSchema.shape,
  state: z.enum(alertStatesAsked),
  firingSince: day.nullable(),
  resolvedOn: day.optional(),
  resolution: z.enum(resolutions).optional(),
  revision: z.int().nullable().describe('which saying about this key it was; null where the alert was computed'),
  upTo: position.nullable().describe('the position of the last fact that it took into account'),
};

const shownAlert = z.strictObject(shown).meta({ id: 'Alert' });

export const alertsAnswer = z.strictObject({ ...at, policy, alerts: z.array(shownAlert) }).meta({ id: 'AlertsAnswer' });
export const alertAnswer = z.strictObject({ ...at, ...shown }).meta({ id: 'AlertAnswer' });

const saying = z.strictObject({
  position,
  recordedAt: z.string(),
  type: z.string(),
  ...alertSchema.shape,
  on: day,
  revision: z.int(),
  upTo: position,
  causes: z.array(position),
  previous: alertSchema.optional(),
  resolution: z.enum(resolutions).optional(),
});

export const historyAnswer = z.strictObject({ ...at, key: z.string(), sayings: z.array(saying) }).meta({ id: 'HistoryAnswer' });

export const explanationAnswer = z
  .strictObject({
    ...at,
    key: z.string(),
    on: day,
    statement: z.string(),
    policy: z.strictObject({ hash: z.string(), rule: z.string(), row: z.record(z.string(), z.unknown()) }),
    figures: z
      .record(z.string(), z.unknown())
      .describe('a node {figure, value, on, operation, inputs}, down to leaves that name facts'),
  })
  .meta({ id: 'ExplanationAnswer' });
