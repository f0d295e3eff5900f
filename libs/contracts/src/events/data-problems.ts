import type { FactName } from '@muster/force-generation';
import type { z } from 'zod';
import { pointer, shown } from '../problem.js';
import type { Problem } from '../problem.js';
import { isObject } from '../schemas/cross-field.js';
import { factSchemas } from '../schemas/fact-schemas.js';
import { requiredField } from '../schemas/fields.js';
import { dataschemaOf } from '../schemas/json-schema.js';
import { wrongKind, type ExpectedKind } from '../schemas/wrong-kind.js';

const kinds: Readonly<Record<string, ExpectedKind>> = {
  object: 'an object in braces',
  array: 'a list',
  string: 'text in quotes',
  number: 'a number',
  int: 'a number',
  boolean: 'true or false',
};

/** Words for what a field's own message does not cover. */
const plainWords = (issue: z.core.$ZodRawIssue): string | undefined => {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return requiredField;
  const expected = kinds[issue.expected];
  return (expected && wrongKind(issue.input, expected, `Write ${expected}.`)) ?? `Write a value of kind ${issue.expected} here.`;
};

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** One problem for each unknown field, one for every other issue. */
function problemsOf(issue: z.core.$ZodIssue, name: FactName, data: unknown): Problem[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  const problem =
    issue.code === 'unrecognized_keys'
      ? `${name} does not know this field; correct its name or remove it (${dataschemaOf(name)} lists the fields).`
      : issue.message;
  return paths.map((path) => ({ path: pointer('data', ...path), value: shown(valueAt(data, path)), problem }));
}

/** Everything that is wrong with the data of a fact, fields and rules over several fields together. */
export function dataProblems(name: FactName, data: unknown): Problem[] {
  if (data === undefined) return [{ path: '/data', value: null, problem: 'An event without data says nothing; add "data".' }];
  if (!isObject(data))
    return [{ path: '/data', value: shown(data), problem: `Write the fields of ${name} as an object in braces.` }];
  // Words of our own cost zod two thirds of its speed, and most facts need none.
  if (factSchemas[name].safeParse(data).success) return [];
  const { error } = factSchemas[name].safeParse(data, { error: plainWords });
  return (error?.issues ?? []).flatMap((issue) => problemsOf(issue, name, data));
}
