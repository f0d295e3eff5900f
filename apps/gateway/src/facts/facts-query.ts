import { z } from 'zod';
import { dayParameter, isSpan, notASpan, viewpoint } from '../viewpoint.js';

const both = 'Name both the source and the id of a fact, or a mission.';

/** Either one fact by its name, or a mission's facts. */
export const factsQuery = z
  .strictObject({
    ...viewpoint,
    source: z.string().optional(),
    id: z.string().optional(),
    mission: z.string().optional(),
    type: z.string().optional().describe('with or without muster.'),
    from: dayParameter.optional().describe('first day that the facts may be of'),
    to: dayParameter.optional().describe('last day that the facts may be of'),
  })
  .refine(
    ({ source, id, mission }) => (source === undefined) === (id === undefined) && (id !== undefined || mission !== undefined),
    {
      message: both,
      path: ['source'],
    },
  )
  .refine(isSpan, notASpan);

export type FactsQuery = z.infer<typeof factsQuery>;
