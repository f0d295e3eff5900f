import { problemLimit, shown } from '../problem.js';

/** What is wrong with one field of a file, in words that tell whoever sent it what to do. */
export interface RowProblem {
  /** Line in the file, the header's line being 1. */
  readonly row: number;
  /** The column as the file's header prints it; empty where the whole row is meant. */
  readonly column: string;
  readonly value: unknown;
  readonly problem: string;
}

/** Collects problems: the list stops at a limit, the count goes on. */
export class RowProblems {
  private readonly kept: RowProblem[] = [];
  count = 0;

  add(row: number, column: string, value: unknown, problem: string): void {
    this.count += 1;
    if (this.kept.length < problemLimit) this.kept.push({ row, column, value: shown(value), problem });
  }

  /** In the order of the file. */
  list(): readonly RowProblem[] {
    return this.kept.toSorted((a, b) => a.row - b.row);
  }
}

/** What every CSV door tells of a file, whatever it holds. */
export interface FileReading {
  /** Rows that are not blank, without the header. */
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** At most `problemLimit` of them. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly notes: readonly string[];
}
