import { isDay } from '@muster/force-generation';
import { z } from 'zod';

const day = z.string().refine(isDay, 'This is not a day of the calendar; write it as YYYY-MM-DD.');
const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'This is not a position; write a whole number.')
  .transform(Number);

/** From where the facts are looked at; every reading door takes it. */
export const viewpoint = {
  asOf: day.optional().describe('today is this day, with what is known now'),
  knownAt: day.optional().describe('only facts known on or before this day'),
  position: wholeNumber.optional().describe('only the first so many events of the log'),
};

export const viewpointQuery = z.strictObject(viewpoint);

export interface Viewpoint {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly position?: number | undefined;
}

/** Whether the question is about now: then an alert is what was said. */
export const isLive = ({ asOf, knownAt, position }: Viewpoint): boolean =>
  asOf === undefined && knownAt === undefined && position === undefined;

/** Days from one to another; a span that ends before it begins has no answer, and looks like one with nothing in it. */
export const isSpan = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;

export const notASpan = { message: 'This day is before from; correct one of the two.', path: ['to'] };

export const dayParameter = day;
export const positionParameter = wholeNumber;
