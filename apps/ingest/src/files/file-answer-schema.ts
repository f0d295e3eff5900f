import { z } from 'zod';
import { problemSchema } from '../problem-schema.js';

export const fileAnswerSchema = z
  .object({
    today: z.iso.date(),
    position: z.int(),
    dryRun: z.boolean(),
    rows: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    returns: z.int(),
    ceilings: z.int().optional(),
    facts: z.object({ recorded: z.int(), known: z.int(), revised: z.int() }),
    problems: z.array(problemSchema),
    problemCount: z.int(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'FileAnswer' });
