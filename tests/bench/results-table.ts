import Table from 'cli-table3';
import { goalText, metText, textsOf, type Results } from './results.js';

/** The results as a person reads them on a terminal. */
export function resultsTable({ machine, runs, rows }: Results): string {
  const table = new Table({
    head: ['what', 'size', 'measured', 'against', 'goal', 'ratio', 'spread', 'met'],
    colWidths: [44, 20, 16, 16, 10, 8, 14, 6],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    const { measured, against, ratio, spread } = textsOf(row);
    table.push([row.what, row.size, measured, against, goalText(row.goal), ratio, spread, metText(row.met)]);
  }
  const { cpu, cores, memoryGB, node } = machine;
  return `${table.toString()}\n${runs} runs each; ${cores} × ${cpu}, ${memoryGB} GB, Node ${node}`;
}
