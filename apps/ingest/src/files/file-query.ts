import { isDay } from '@muster/force-generation';
import { z } from 'zod';

/** `?dryRun` alone means yes. */
const yes = z
  .enum(['true', 'false', ''], 'Write true or false.')
  .optional()
  .transform((value) => value === 'true' || value === '');

const publishedOn = z.string().refine(isDay, 'This is not a day of the calendar; write it as YYYY-MM-DD.').optional();

export const ceilingsQuery = z.strictObject({ dryRun: yes });
export const contributionsQuery = z.strictObject({ dryRun: yes, publishedOn, replace: yes });

export type CeilingsQuery = z.infer<typeof ceilingsQuery>;
export type ContributionsQuery = z.infer<typeof contributionsQuery>;
