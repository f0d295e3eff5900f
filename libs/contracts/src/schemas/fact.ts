import { z } from 'zod';
import { rule } from './cross-field.js';
import { everyFact } from './fields.js';

/** `illustrative` names fields; a mistyped name there must not be lost either. `terms.personnel` names a field inside one. */
const illustrativeNames = (names: readonly string[]) =>
  rule(
    ['illustrative'],
    `Every name in "illustrative" must be that of a field of this fact: ${names.join(', ')}.`,
    ({ illustrative }) =>
      !Array.isArray(illustrative) ||
      illustrative.every((name) => typeof name !== 'string' || names.includes(name.split(/[./]/)[0] ?? '')),
  );

/**
 * Schema of one fact's data: the fields of every fact, its own, and the rules over several of them. A field that the schema does
 * not know is rejected, so that a mistyped name is never lost in silence.
 */
export function fact<Shape extends z.core.$ZodLooseShape>(shape: Shape, ...rules: z.core.$ZodCheck<unknown>[]) {
  const names = ['on', 'publishedOn', 'note', ...Object.keys(shape)];
  // What a fact says of a field of every fact goes before it: an acknowledgement's note is required.
  const fields = { ...everyFact, ...shape } as Omit<typeof everyFact, keyof Shape> & Shape;
  return z.strictObject(fields).check(illustrativeNames(names), ...rules);
}

/** An object inside a fact under the same law. */
export const part = <Shape extends z.core.$ZodLooseShape>(shape: Shape, ...rules: z.core.$ZodCheck<unknown>[]) =>
  z.strictObject(shape).check(...rules);
