import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { pointer, shown, type Problem } from '@muster/contracts';
import type { z } from 'zod';
import { Refusal } from './refusal.js';

const words = (issue: z.core.$ZodIssue, key: string | undefined): string =>
  key === undefined ? issue.message : 'There is no such parameter; correct its name or remove it.';

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined | null)?.[part], input);

const onceOnly = 'This parameter is given more than once; give it once.';

const problemsOf = (issue: z.core.$ZodIssue, input: unknown): Problem[] => {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
  return keys.map((key) => {
    const path = key === undefined ? issue.path : [...issue.path, key];
    const value = valueAt(input, path);
    const repeated = key === undefined && Array.isArray(value);
    return { path: pointer(...path), value: shown(value), problem: repeated ? onceOnly : words(issue, key) };
  });
};

/** Checks what a door's decorator gives a schema for, and refuses with every problem at once. */
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    const parsed = (schema as unknown as z.ZodType).safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, value));
    const what = type === 'param' ? 'path' : type;
    throw new Refusal(400, `The ${what} of this request cannot be read; "problems" tells why.`, { problems });
  }
}
