import { z } from 'zod';

/** A place, what stands there, and what is wrong with it; in a file the place is a row and a column. */
export const problemSchema = z
  .object({
    path: z.string().optional().describe('JSON Pointer into the body'),
    row: z.int().optional().describe('line in the file, the header being 1'),
    column: z.string().optional(),
    value: z.unknown(),
    problem: z.string(),
  })
  .meta({ id: 'Problem' });
