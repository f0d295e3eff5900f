import { factSchemas } from '@muster/contracts';
import { z } from 'zod';

/** What the doors for answers take and give, for whoever reads the contract; the facts' own schemas check. */

const { owner, note, plannedFillBy } = factSchemas.AlertAcknowledged.shape;
const { matchers, reason, until } = factSchemas.AlertSilenced.shape;

export const acknowledgementBody = z.object({ owner, note, plannedFillBy });
export const silenceBody = z.object({ reason, until });
export const silencesBody = z.object({ matchers, reason, until });

export const recordedAnswerSchema = z
  .object({
    today: z.iso.date(),
    position: z.int(),
    sequence: z.int(),
    recordedAt: z.string(),
    hash: z.string(),
    event: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RecordedAnswer' });

/** As OpenAPI wants a body that a door reads by itself. */
export function bodySchema(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
  return rest;
}
