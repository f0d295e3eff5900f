import { z } from 'zod';

/** What is wrong with a policy table, one sentence each. */

type Table = { readonly [name: string]: number | Table };

const number = z.number('write a number').nonnegative('write a number that is not negative');

const year = z.string().regex(/^\d{4}$/, 'write a year, YYYY');

function shapeOf(table: Table): z.ZodType {
  const members = Object.entries(table);
  const [first] = members;
  // What is said by year may be said of any year.
  if (first !== undefined && members.every(([name]) => year.safeParse(name).success)) return z.record(year, memberOf(first[1]));
  return z.strictObject(Object.fromEntries(members.map(([name, value]) => [name, memberOf(value)])));
}

const memberOf = (value: number | Table): z.ZodType => (typeof value === 'number' ? number : shapeOf(value));

const ladder = ['watch', 'warning', 'critical'];

/** Thresholds climb, or fall where days to an end are counted, as those of the table built in do. */
function disorder(given: Table, model: Table, path: readonly string[]): string[] {
  const steps = ladder.filter((severity) => typeof model[severity] === 'number');
  const wrong = steps.filter((step, index) => {
    const before = steps[index - 1];
    if (before === undefined) return false;
    return Math.sign(Number(given[step]) - Number(given[before])) !== Math.sign(Number(model[step]) - Number(model[before]));
  });
  const here = wrong.map((step) => `${[...path, step].join('.')}: out of order with the severity before it`);
  const inside = Object.entries(model).flatMap(([name, value]) =>
    typeof value === 'number' || given[name] === undefined ? [] : disorder(given[name] as Table, value, [...path, name]),
  );
  return [...here, ...inside];
}

/** Every problem of a policy table that is to stand in for `model`: the same members, other numbers. */
export function policyProblems(given: unknown, model: Table): string[] {
  const parsed = shapeOf(model).safeParse(given);
  if (parsed.success) return disorder(given as Table, model, []);
  return parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${[...issue.path, key].join('.')}: the policy has no such member`)
      : [`${issue.path.join('.') || 'the table'}: ${issue.message}`],
  );
}
