import type { Command } from 'commander';

/** From where a question is asked, as the doors take it. */
export interface ViewpointOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly position?: string;
}

export interface ReadingOptions extends ViewpointOptions {
  readonly json?: boolean;
}

export const jsonOption = ['--json', 'print exactly what the door answered'] as const;

/** A command that asks a reading door. */
export const reading = (command: Command): Command =>
  command
    .option('--as-of <day>', 'today is this day, with what is known now')
    .option('--known-at <day>', 'only facts that were known on this day')
    .option('--position <number>', 'only the first so many events of the log')
    .option(...jsonOption);

export const viewpointOf = ({ asOf, knownAt, position }: ViewpointOptions) => ({ asOf, knownAt, position });
