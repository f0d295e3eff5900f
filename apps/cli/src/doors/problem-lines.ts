/** What is wrong with one place of what was sent: a row and column of a file, or a path into a body. */
export interface ToldProblem {
  readonly row?: number;
  readonly column?: string;
  readonly path?: string;
  readonly value?: unknown;
  readonly problem: string;
}

const mostLines = 50;

function placeOf({ row, column, path }: ToldProblem): string {
  if (row !== undefined) return column === undefined || column === '' ? `row ${row}` : `row ${row}, ${column}`;
  return path ?? '';
}

const isShown = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function lineOf(problem: ToldProblem): string {
  const value = isShown(problem.value) ? JSON.stringify(problem.value) : '';
  const place = [placeOf(problem), value].filter((part) => part !== '').join(' ');
  return place === '' ? problem.problem : `${place}: ${problem.problem}`;
}

/** A line for each problem; where there are many, the first ones and how many more there are. */
export function problemLines(problems: readonly ToldProblem[], count = problems.length): string[] {
  const lines = problems.slice(0, mostLines).map(lineOf);
  const untold = Math.max(count, problems.length) - lines.length;
  return untold === 0 ? lines : [...lines, `… and ${untold} more; --json shows up to 1,000.`];
}
