import { problemLimit, type FileReading } from '@muster/contracts';
import type { Decision } from './decide.js';

export interface FileAnswer {
  readonly today: string;
  readonly position: number;
  readonly dryRun: boolean;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly returns: number;
  /** What became of the facts; each is counted once. */
  readonly facts: { readonly recorded: number; readonly known: number; readonly revised: number };
  readonly problems: readonly object[];
  readonly problemCount: number;
  readonly notes: readonly string[];
}

/** A fact of a file that was refused as a whole. */
export interface RefusedFact {
  readonly path: string;
  readonly value: unknown;
  readonly problem: string;
  /** The rows of the file that it was made of. */
  readonly rows: number;
}

export interface FileOutcome {
  readonly reading: FileReading;
  readonly decisions: readonly Decision[];
  readonly refused: readonly RefusedFact[];
  readonly notes: readonly string[];
}

export type FileFigures = Pick<FileAnswer, 'rows' | 'accepted' | 'rejected' | 'facts' | 'problems' | 'problemCount' | 'notes'>;

/** A header alone has nothing wrong with it, and nothing to take: whoever sent it is to learn why. */
const noRow = { row: 1, column: '', value: null, problem: 'No row stands below the header; send the rows with it.' };

/** What a file door tells: what the reader of the file found, and what the log made of it. */
export function fileFigures({ reading, decisions, refused, notes }: FileOutcome): FileFigures {
  const count = (outcome: Decision['outcome']): number => decisions.filter((decision) => decision.outcome === outcome).length;
  const refusedRows = refused.reduce((sum, { rows }) => sum + rows, 0);
  const isHeaderOnly = reading.rows === 0 && reading.problemCount === 0;
  const ofRows: readonly object[] = isHeaderOnly ? [noRow] : reading.problems;
  const problems = [...refused.map(({ path, value, problem }) => ({ path, value, problem })), ...ofRows];
  return {
    rows: reading.rows,
    accepted: reading.accepted - refusedRows,
    rejected: reading.rejected + refusedRows,
    facts: { recorded: count('recorded'), known: count('known'), revised: count('revised') },
    problems: problems.slice(0, problemLimit),
    problemCount: reading.problemCount + refused.length + (isHeaderOnly ? 1 : 0),
    notes: [...reading.notes, ...notes],
  };
}
