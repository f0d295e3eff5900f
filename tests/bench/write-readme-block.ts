import { readFileSync, writeFileSync } from 'node:fs';
import { goalText, metText, textsOf, type Results } from './results.js';
import type { Row } from './row.js';

const begin = '<!-- benchmarks: generated from bench.json, do not edit by hand -->';
const end = '<!-- /benchmarks -->';

/** Puts the results between the README's two markers and touches nothing else. */
export function writeReadmeBlock(path: string, results: Results): void {
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no block for benchmarks`);
  writeFileSync(path, `${text.slice(0, from + begin.length)}\n\n${readmeBlock(results)}\n\n${text.slice(to)}`);
}

function readmeBlock({ machine, runs, rows }: Results): string {
  const table = [
    ['what', 'held against', 'measured at', 'goal', 'ratio: median (spread)', 'met', 'medians behind it'],
    ['---', '---', '---', '---', '---', '---', '---'],
    ...rows.map((row) => [row.what, row.limit, row.size, goalText(row.goal), ...figuresOf(row)]),
  ];
  const { cpu, cores, memoryGB, node, measuredOn } = machine;
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`);
  return [...lines, '', `${runs} runs each, on ${measuredOn}: ${cores} × ${cpu}, ${memoryGB} GB, Node ${node}.`].join('\n');
}

function figuresOf(row: Row): [ratio: string, met: string, behind: string] {
  const { measured, against, ratio, spread } = textsOf(row);
  if ('skipped' in row) return ['–', metText(row.met), measured];
  return [`**${ratio}** (${spread})`, metText(row.met), `${measured} against ${against}`];
}
