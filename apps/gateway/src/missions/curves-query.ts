import { curveFigures } from '@muster/force-generation';
import { z } from 'zod';
import { dayParameter, isSpan, notASpan, viewpoint } from '../viewpoint.js';

const figure = z.enum(curveFigures, `There is no such figure; write one of: ${curveFigures.join(', ')}.`);

export const curvesQuery = z
  .strictObject({
    ...viewpoint,
    from: dayParameter.optional(),
    to: dayParameter.optional(),
    figure: figure.optional(),
  })
  .refine(isSpan, notASpan);

export type CurvesQuery = z.infer<typeof curvesQuery>;
