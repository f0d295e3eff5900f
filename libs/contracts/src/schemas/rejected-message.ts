import { z } from 'zod';

/** What `muster.rejected` answers to a message of `muster.inbound` that could not be taken. */
export const rejectedMessage = z.strictObject({
  source: z.string().nullable().describe('as sent, where it could be read'),
  id: z.string().nullable().describe('as sent, where it could be read'),
  problems: z
    .array(
      z.strictObject({
        path: z.string().describe('JSON Pointer into the structured event'),
        value: z.unknown(),
        problem: z.string(),
      }),
    )
    .describe('at most 1,000 of them'),
  problemCount: z.int().min(1).describe('how many there are'),
});
