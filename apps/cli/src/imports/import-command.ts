import type { Command } from 'commander';
import type { Session } from '../session.js';
import { jsonOption } from '../viewpoint-options.js';
import { csvImport, type CsvOptions } from './csv-import.js';
import { eventsImport } from './events-import.js';

const repeats = 'Importing a file again records nothing twice.';

export function importCommand(program: Command, session: Session): void {
  const all = program.command('import').description(`takes in files of facts. ${repeats}`);
  file(all, 'contributions', "the UN's monthly contributions, as CSV in any form in which they are published")
    .option('--dry-run', 'tell what would be recorded, and record nothing')
    .option('--published-on <day>', 'the day on which the file was published')
    .option('--replace', 'let a return shrink to fewer contributors than are recorded')
    .action((path: string, options: CsvOptions) => csvImport(session, '/api/contributions', path, options));
  file(all, 'ceilings', 'authorized ceilings, as CSV')
    .option('--dry-run', 'tell what would be recorded, and record nothing')
    .action((path: string, options: CsvOptions) => csvImport(session, '/api/ceilings', path, options));
  file(all, 'events', 'facts as CloudEvents in JSON: one on each line, or all in a list').action(
    (path: string, options: { readonly json?: boolean }) => eventsImport(session, path, options),
  );
}

const file = (all: Command, name: string, description: string): Command =>
  all
    .command(name)
    .description(description)
    .argument('<file>', 'its path, or - for the standard input')
    .option(...jsonOption);
