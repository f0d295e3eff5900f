import { Refusal } from '@muster/runtime';

interface Named {
  /** Where the request names it. */
  readonly path: string;
  readonly position: number | undefined;
}

/** Refuses with 400 a position that the log has not reached: what is there is not known yet. */
export function refuseBeyond(end: number, { path, position }: Named): void {
  if (position === undefined || position <= end) return;
  const problem = `The log ends at position ${end}; name one up to there.`;
  throw new Refusal(400, 'This position is not there yet.', { problems: [{ path, value: position, problem }] });
}
