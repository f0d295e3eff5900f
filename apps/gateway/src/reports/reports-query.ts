import { languages } from '@muster/contracts';
import { reportFormats } from '@muster/documents';
import { isMonth } from '@muster/force-generation';
import { z } from 'zod';
import { positionParameter } from '../viewpoint.js';

const month = z.string().refine(isMonth, 'This is not a month of the calendar; write it as YYYY-MM.');

export const reportPath = z.object({ mission: z.string(), month });
export type ReportPath = z.infer<typeof reportPath>;

export const reportQuery = z.strictObject({
  format: z.enum(reportFormats, `There is no such format; write one of: ${reportFormats.join(', ')}.`).default('json'),
  lang: z.enum(languages, `There is no such language; write one of: ${languages.join(', ')}.`).default('en'),
  position: positionParameter.optional().describe('as the report was read at this position of the log'),
  status: z
    .literal('draft', 'Write draft for what was not published, or leave this out for what was, where something was.')
    .optional()
    .describe('the draft, though a report was published there'),
});
export type ReportQuery = z.infer<typeof reportQuery>;

export const reportsQuery = z.strictObject({
  mission: z.string().optional(),
  month: month.optional(),
});
export type ReportsQuery = z.infer<typeof reportsQuery>;
