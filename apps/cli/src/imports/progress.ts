import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from '../screen/terminal.js';

/** How far long work is. */
export interface Progress {
  reached(amount: number): void;
  end(): void;
}

const silent: Progress = { reached: () => undefined, end: () => undefined };

/** A bar on a person's screen, beside the answer; nothing where no person looks, or where the work is short. */
export function progress({ err }: Terminal, total: number, { unit, worthwhile }: { unit: string; worthwhile: number }): Progress {
  if (!err.isTerminal || total < worthwhile) return silent;
  const format = `{bar} {percentage} % of {total} ${unit}, {duration_formatted}`;
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: null }, Presets.shades_classic);
  bar.start(total, 0);
  return { reached: (amount) => bar.update(amount), end: () => bar.stop() };
}
