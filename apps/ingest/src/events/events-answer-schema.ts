import { z } from 'zod';
import { problemSchema } from '../problem-schema.js';

const eventResult = z
  .object({
    source: z.string().nullable(),
    id: z.string().nullable(),
    outcome: z.enum(['recorded', 'known', 'rejected']),
    position: z.int().optional(),
    problems: z.array(problemSchema).optional(),
    note: z.string().optional(),
    problemCount: z.int().optional(),
  })
  .meta({ id: 'EventResult' });

export const eventsAnswerSchema = z
  .object({
    today: z.iso.date(),
    position: z.int(),
    recorded: z.int(),
    known: z.int(),
    rejected: z.int(),
    results: z.array(eventResult),
  })
  .meta({ id: 'EventsAnswer' });
