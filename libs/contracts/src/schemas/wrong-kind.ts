/** What a field takes, as its sender reads it. */
export type ExpectedKind = 'text in quotes' | 'a number' | 'true or false' | 'a list' | 'true or a list' | 'an object in braces';

const isOfKind: Readonly<Record<ExpectedKind, (input: unknown) => boolean>> = {
  'text in quotes': (input) => typeof input === 'string',
  'a number': (input) => typeof input === 'number',
  'true or false': (input) => typeof input === 'boolean',
  'a list': (input) => Array.isArray(input),
  'true or a list': (input) => input === true || Array.isArray(input),
  'an object in braces': (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
};

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  switch (typeof input) {
    case 'string':
      return 'text';
    case 'object':
      return input === null ? 'null' : 'an object';
    case 'boolean':
      return String(input);
    default:
      return `a ${typeof input}`;
  }
}

/**
 * That something of another JSON type was given, and what to write: a level of 2 is no wrong level, but a number. Undefined where the
 * type is right. `problem`: what is told of a wrong value, "This is no X; write Y" or "Write Y".
 */
export function wrongKind(input: unknown, expected: ExpectedKind, problem: string): string | undefined {
  if (isOfKind[expected](input)) return undefined;
  const advice = problem.replace(/^This [^;]*; /, '');
  return `This is ${kindOf(input)}, not ${expected}; ${advice.charAt(0).toLowerCase()}${advice.slice(1)}`;
}
