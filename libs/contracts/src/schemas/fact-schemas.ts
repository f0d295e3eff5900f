import type { FactDataByName, FactName } from '@muster/force-generation';
import type { z } from 'zod';
import { answerFacts } from './answer-facts.js';
import { missionFacts } from './mission-facts.js';
import { partnerFacts } from './partner-facts.js';
import { pledgeFacts } from './pledge-facts.js';
import { requirementFacts } from './requirement-facts.js';
import { strengthFacts } from './strength-facts.js';
import { unitFacts } from './unit-facts.js';

/** Schema of the data of every fact that comes in by a door, version 1. */
export const factSchemas = {
  ...missionFacts,
  ...requirementFacts,
  ...pledgeFacts,
  ...unitFacts,
  ...partnerFacts,
  ...strengthFacts,
  ...answerFacts,
} satisfies { readonly [Name in FactName]: z.ZodType<FactDataByName[Name]> };

export const factNames = Object.keys(factSchemas) as readonly FactName[];

export const isFactName = (name: string): name is FactName => Object.hasOwn(factSchemas, name);
