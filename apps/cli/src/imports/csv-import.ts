import { problemLines, type ToldProblem } from '../doors/problem-lines.js';
import { exitCodes } from '../exit-code.js';
import { countOf, countText } from '../screen/figure-text.js';
import { readAtText, type ReadAt } from '../screen/read-at-text.js';
import type { Session } from '../session.js';
import { csvFile } from './csv-file.js';
import { interruptible } from './interruptible.js';
import { progress } from './progress.js';
import { rejectedText } from './rejected-text.js';

export interface CsvOptions {
  readonly dryRun?: boolean;
  readonly publishedOn?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** What the doors for files answer. */
interface FileAnswer extends ReadAt {
  readonly dryRun: boolean;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly returns: number;
  readonly facts: { readonly recorded: number; readonly known: number; readonly revised: number };
  readonly problems: readonly ToldProblem[];
  readonly problemCount: number;
  readonly notes: readonly string[];
}

/** From this size on a bar shows how far the file has gone out. */
const worthwhile = 1_000_000;

/** Sends a file to a CSV door, and tells what became of its rows. */
export async function csvImport(
  session: Session,
  door: '/api/contributions' | '/api/ceilings',
  file: string,
  options: CsvOptions,
) {
  const { terminal } = session;
  const body = await csvFile(file, terminal);
  const monitor = await session.monitor();
  const { dryRun, publishedOn, replace } = options;
  const bar = progress(terminal, body.length, { unit: 'bytes sent', worthwhile });
  const query = { dryRun, publishedOn, replace };
  const sent = { contentType: 'text/csv', body, query, onSent: (bytes: number) => bar.reached(bytes) };
  const posted = interruptible(terminal, (signal) => monitor.post<FileAnswer>(door, { ...sent, signal }));
  const answer = await posted.finally(() => bar.end());
  session.show(answer, options, importedText);
  if (answer.body.rejected === 0) return;
  session.exitCode = exitCodes.rejectedRows;
  const { problems, problemCount, rejected } = answer.body;
  session.remark(rejectedText(countOf(rejected, 'row'), problemLines(problems, problemCount)));
}

function importedText({ rows, accepted, returns, facts, notes, dryRun, ...at }: FileAnswer): string {
  const { recorded, known, revised } = facts;
  const what = returns > 0 ? 'return' : 'ceiling';
  const done = dryRun ? 'would be recorded' : 'recorded';
  return [
    `${countText(accepted)} of ${countOf(rows, 'row')} accepted.`,
    `${countOf(recorded, what)} ${done}, ${countText(known)} known already, ${countText(revised)} revised.`,
    ...notes,
    dryRun ? 'This was a dry run: nothing was recorded.' : readAtText(at),
  ].join('\n');
}
