import { alertStates, allMissions, resolutions, sayingNames, severities } from '@muster/force-generation';
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

/** Where a mission was read. */
const readAt = {
  position,
  sequence: position,
  chain: sha256Hex,
  /** Where the last report was read; null where none was published before. */
  lastPosition: position.nullable(),
};

const published = { on: day, month, withReturn: z.boolean(), template: z.int().min(1), sha256: sha256Hex };

/** What was published of a mission, and where it was read: all that is needed to build it again. */
const report = { ...published, ...readAt, mission, policy: sha256Hex };

/** The same of the report over all missions: the position of the log, and where each mission that it is made of was read. */
const consolidated = {
  ...published,
  mission: z.literal(allMissions),
  position,
  missions: z.array(z.strictObject({ mission, ...readAt })).min(1),
  policies: z.array(sha256Hex),
};

/** What it says otherwise, and the facts that came late. */
const correction = {
  number: z.int().min(1),
  /** SHA-256 of what it corrects. */
  corrects: sha256Hex,
  changes: z.array(z.strictObject({ path: z.string(), was: z.unknown(), is: z.unknown() })),
  moreChanges: z.int().min(0),
  causes: z.array(position),
};

/** Data of `ReportIssued`. */
const reportIssued = z.strictObject(report);
export type ReportIssued = z.infer<typeof reportIssued>;
const consolidatedIssued = z.strictObject(consolidated);
export type ConsolidatedIssued = z.infer<typeof consolidatedIssued>;

/** Data of `CorrigendumIssued`: the report once more, with what it corrects. */
const corrigendumIssued = z.strictObject({ ...report, ...correction });
export type CorrigendumIssued = z.infer<typeof corrigendumIssued>;
const consolidatedCorrected = z.strictObject({ ...consolidated, ...correction });
export type ConsolidatedCorrected = z.infer<typeof consolidatedCorrected>;

export const ownSchemas = {
  DayTurned: z.strictObject({ on: day }),
  PolicyAdopted: z.strictObject({ on: day, hash: sha256Hex, table: z.unknown() }),
  PledgeTied: z.strictObject({ on: day, pledge: id, mission }),
  ...sayingSchemas,
  ReportIssued: z.union([reportIssued, consolidatedIssued]),
  CorrigendumIssued: z.union([corrigendumIssued, consolidatedCorrected]),
} satisfies { readonly [Name in keyof OwnFactDataByName]: z.ZodType<OwnFactDataByName[Name]> } & Record<
  SayingName,
  z.ZodType<SaidAlert>
> &
  Record<'ReportIssued' | 'CorrigendumIssued', z.ZodType<ReportIssued | ConsolidatedIssued>>;

export const isOwnName = (name: string): name is keyof typeof ownSchemas => Object.hasOwn(ownSchemas, name);
