import { alertStates, resolutions, sayingNames, severities } from '@muster/force-generation';
import type { Alert, FigureValue, OwnFactDataByName, Saying, SayingName } from '@muster/force-generation';
import { z } from 'zod';
import { alertKey, alertSubject, day, id, mission, rank, ruleName, text, title } from './fields.js';

/** What Muster records by itself. Served as schemas to whoever reads; rejected at every door. */

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.int().min(0);

export const figureValue: z.ZodType<FigureValue> = z.lazy(() =>
  z.union([z.number(), z.string(), z.null(), z.record(z.string(), figureValue)]),
);

const alert = {
  key: alertKey,
  mission,
  rule: ruleName,
  subject: alertSubject,
  state: z.enum(alertStates),
  severity: z.enum(severities),
  baseSeverity: z.enum(severities),
  since: day,
  firingSince: day,
  figures: z.record(z.string(), figureValue),
  task: z.strictObject({ task: id, title, rank, date: day }).optional(),
  requiredBy: day.optional(),
  reason: z.string(),
  action: z.string(),
  owner: z.string(),
  acknowledged: z.strictObject({ owner: title, note: text, plannedFillBy: day, on: day }).optional(),
  reopened: z.literal(true).optional(),
  silencedUntil: day.optional(),
  policy: sha256Hex,
};

/** An alert as the doors show it, less `revision` and `upTo`. */
export const alertSchema = z.strictObject(alert) satisfies z.ZodType<Alert>;

/** Data of a saying on the log and on `muster.alerts`: the alert, what it was before, and what made the difference. */
export type SaidAlert = Alert & Omit<Saying, 'name' | 'alert'>;

const saying = z.strictObject({
  ...alert,
  on: day,
  revision: z.int().min(1),
  upTo: position,
  causes: z.array(position),
  previous: alertSchema.optional(),
  resolution: z.enum(resolutions).optional(),
}) satisfies z.ZodType<SaidAlert>;

const sayingSchemas = Object.fromEntries(sayingNames.map((name) => [name, saying])) as Record<SayingName, typeof saying>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What was published, and where it was read: all that is needed to build it again. */
const report = {
  on: day,
  mission,
  month,
  withReturn: z.boolean(),
  position,
  sequence: position,
  chain: sha256Hex,
  /** Where the last report was read; null where none was published before. */
  lastPosition: position.nullable(),
  policy: sha256Hex,
  template: z.int().min(1),
  sha256: sha256Hex,
};

/** Data of `ReportIssued`. */
export const reportIssuedSchema = z.strictObject(report);
export type ReportIssued = z.infer<typeof reportIssuedSchema>;

/** Data of `CorrigendumIssued`: the report once more, what it says otherwise, and the facts that came late. */
export const corrigendumIssuedSchema = z.strictObject({
  ...report,
  number: z.int().min(1),
  /** SHA-256 of what it corrects. */
  corrects: sha256Hex,
  changes: z.array(z.strictObject({ path: z.string(), was: z.unknown(), is: z.unknown() })),
  moreChanges: z.int().min(0),
  causes: z.array(position),
});
export type CorrigendumIssued = z.infer<typeof corrigendumIssuedSchema>;

export const ownSchemas = {
  DayTurned: z.strictObject({ on: day }),
  PolicyAdopted: z.strictObject({ on: day, hash: sha256Hex, table: z.unknown() }),
  PledgeTied: z.strictObject({ on: day, pledge: id, mission }),
  ...sayingSchemas,
  ReportIssued: reportIssuedSchema,
  CorrigendumIssued: corrigendumIssuedSchema,
} satisfies { readonly [Name in keyof OwnFactDataByName]: z.ZodType<OwnFactDataByName[Name]> } & Record<
  SayingName,
  z.ZodType<SaidAlert>
> &
  Record<'ReportIssued' | 'CorrigendumIssued', z.ZodType<ReportIssued>>;

export const isOwnName = (name: string): name is keyof typeof ownSchemas => Object.hasOwn(ownSchemas, name);
