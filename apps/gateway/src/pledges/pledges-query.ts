import { pledgeEnds, pledgeStages } from '@muster/force-generation';
import { z } from 'zod';
import { contributorParameter } from '../contributor-parameter.js';
import { viewpoint } from '../viewpoint.js';

const stages = [...pledgeStages, ...pledgeEnds] as const;

/** Whose pledge, and where it is. */
const whose = {
  ...viewpoint,
  contributor: contributorParameter.optional(),
  mission: z.string().optional().describe('the mission that has it; standby: those that none has selected'),
};

export const pledgeQuery = z.strictObject(whose);

export const pledgesQuery = z.strictObject({
  ...whose,
  stage: z.enum(stages, `There is no such stage; write one of: ${stages.join(', ')}.`).optional(),
});

export type PledgeQuery = z.infer<typeof pledgeQuery>;
export type PledgesQuery = z.infer<typeof pledgesQuery>;
