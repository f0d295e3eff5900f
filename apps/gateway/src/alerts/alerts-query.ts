import { allRules, severities } from '@muster/force-generation';
import { z } from 'zod';
import { contributorParameter } from '../contributor-parameter.js';
import { positionParameter, viewpoint } from '../viewpoint.js';

export const alertStatesAsked = ['firing', 'acknowledged', 'unknown', 'pending', 'resolved'] as const;

const oneOf = <const Value extends string>(values: readonly Value[], what: string) =>
  z.enum(values, `There is no such ${what}; write one of: ${values.join(', ')}.`);

export const alertsQuery = z.strictObject({
  ...viewpoint,
  mission: z.string().optional(),
  rule: oneOf(
    allRules.map(({ name }) => name),
    'rule',
  ).optional(),
  severity: oneOf(severities, 'severity').optional(),
  state: oneOf([...alertStatesAsked, 'any'], 'state')
    .optional()
    .describe('open ones where it is left out'),
  contributor: contributorParameter
    .optional()
    .describe(
      'about its returns, its units or its pledges (also where they follow another’s), or about a capability that depends on it',
    ),
  since: positionParameter.optional().describe('in any state, if something was said of it after this position'),
});

export type AlertsQuery = z.infer<typeof alertsQuery>;
