import { z } from 'zod';

/** An object under check: any of its members may be missing or wrong, since every problem is told at once. */
export type Unchecked = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Unchecked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Also judged where single fields are wrong: zod would skip it there, and the sender would learn of it only the next time. */
const evenBesideOtherProblems = ({ value }: { readonly value: unknown }): boolean => isObject(value);

/** A rule over several fields of one object; `holds` must bear with members that are missing or of another kind. */
export const rule = (
  path: readonly PropertyKey[],
  problem: string | ((data: Unchecked) => string),
  holds: (data: Unchecked) => boolean,
) =>
  z.refine<unknown>((data) => holds(data as Unchecked), {
    path: [...path],
    error: typeof problem === 'string' ? problem : ({ input }) => problem(input as Unchecked),
    when: evenBesideOtherProblems,
  });

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const isDayText = (value: unknown): value is string => typeof value === 'string' && dayPattern.test(value);

/** The second day must not be before the first, where both are given. */
export const inOrder = (earlier: string, later: string) =>
  rule(
    [later],
    ({ [earlier]: from }) => `This day is before ${earlier}, ${String(from)}; correct one of the two.`,
    ({ [earlier]: from, [later]: to }) => !isDayText(from) || !isDayText(to) || from <= to,
  );

/** At least one of the fields must be there. */
export const anyOf = (names: readonly string[], problem: string) =>
  rule([], problem, (data) => names.some((name) => data[name] !== undefined));
