import { z } from 'zod';

/** What `muster.rejected` says of a message that could not be taken. */
export const rejectionSchema = z
  .strictObject({
    on: z.iso.date().describe('the UTC day on which it was rejected'),
    source: z.string().nullable().describe('of the event, where it could be read'),
    id: z.string().nullable().describe('of the event, where it could be read'),
    problems: z
      .array(z.strictObject({ path: z.string(), value: z.unknown(), problem: z.string() }))
      .describe('a JSON Pointer into the structured event, what stands there, and what is wrong with it'),
    problemCount: z.int().describe('of all problems; at most 1,000 of them are told'),
    message: z
      .strictObject({
        topic: z.string(),
        partition: z.int(),
        offset: z.string(),
        timestamp: z.string().describe('milliseconds since 1970, as the broker has it'),
        encoding: z.enum(['utf-8', 'base64']).describe('of the key and the value'),
        key: z.string().nullable(),
        headers: z.record(z.string(), z.string()),
        value: z.string().nullable(),
        bytes: z.int().describe('of the value as it was sent'),
        truncated: z.boolean().describe('whether only the beginning of the value, the key or the headers is told'),
      })
      .describe('the message as it was sent'),
  })
  .meta({ id: 'Rejection' });

export type Rejection = z.infer<typeof rejectionSchema>;
