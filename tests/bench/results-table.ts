import Table from 'cli-table3';
import { figureText, goalText, metText, ratioText, spreadText, type Results } from './results.js';

/** The results as a person reads them on a terminal. */
export function resultsTable({ machine, runs, rows }: Results): string {
  const table = new Table({
    head: ['what', 'size', 'measured', 'against', 'goal', 'ratio', 'spread', 'met'],
    colWidths: [44, 20, 16, 16, 10, 8, 14, 6],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows)
    table.push([
      row.what,
      row.size,
      figureText(row.subject, row.unit),
      figureText(row.limitMeasured, row.unit),
      goalText(row.goal),
      ratioText(row.ratio),
      spreadText(row),
      metText(row.met),
    ]);
  const { cpu, cores, memoryGB, node } = machine;
  return `${table.toString()}\n${runs} runs each; ${cores} × ${cpu}, ${memoryGB} GB, Node ${node}`;
}
