/** The number under which the share of all numbers lies, by nearest rank. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('there is no quantile of nothing');
  return found;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
