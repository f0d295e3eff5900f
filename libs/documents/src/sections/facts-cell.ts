import type { Cell } from '../document.js';

/** Numbers of cited facts, with runs drawn together: `[3, 5–8]`; of very many the first. */
export function factsCell(facts: readonly number[]): Cell {
  const runs: string[] = [];
  for (let from = 0; from < facts.length;) {
    let to = from;
    while (to + 1 < facts.length && facts[to + 1] === facts[to]! + 1) to += 1;
    runs.push(to - from > 1 ? `${facts[from]}–${facts[to]}` : facts.slice(from, to + 1).join(', '));
    from = to + 1;
  }
  const shown = runs.length > mostRuns ? [...runs.slice(0, mostRuns), '…'] : runs;
  return { text: shown.length === 0 ? '–' : `[${shown.join(', ')}]`, emphasis: 'quiet' };
}

const mostRuns = 6;
