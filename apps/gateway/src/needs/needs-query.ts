import { capabilities, type Capability } from '@muster/force-generation';
import { z } from 'zod';
import { viewpoint } from '../viewpoint.js';

const codes = Object.keys(capabilities) as [Capability, ...Capability[]];

export const needsQuery = z.strictObject({
  ...viewpoint,
  capability: z.enum(codes, `There is no such capability; write one of: ${codes.join(', ')}.`).optional(),
});

export type NeedsQuery = z.infer<typeof needsQuery>;
