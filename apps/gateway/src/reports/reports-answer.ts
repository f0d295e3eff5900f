import { reportStatuses } from '@muster/force-generation';
import { z } from 'zod';

export const reportsAnswer = z.object({
  today: z.string(),
  position: z.number(),
  reports: z.array(
    z.object({
      mission: z.string().describe('by its acronym; ALL for the report over all missions'),
      month: z.string(),
      status: z.enum(reportStatuses),
      number: z.number().describe('of a corrigendum; 0 for the report itself'),
      on: z.string().describe('the day on which it was published; of a draft the first day of the next month'),
      withReturn: z.boolean().nullable().describe("whether the month's own return is in force; null of a draft"),
      position: z.number().nullable().describe('where it was read; null of a draft, which is read now'),
      sha256: z.string().nullable(),
      url: z.string(),
    }),
  ),
});
export type ReportsAnswer = z.infer<typeof reportsAnswer>;
