import { writeFileSync } from 'node:fs';
import { languages } from '@muster/contracts';
import { Option, type Command } from 'commander';
import { reportPath } from '../doors/door-paths.js';
import { Failure } from '../failure.js';
import type { Session } from '../session.js';
import { formats } from './formats.js';

interface ReportOptions {
  readonly format: string;
  readonly lang: string;
  readonly position?: string;
  readonly output?: string;
}

export const reportCommand = (program: Command, session: Session): Command =>
  program
    .command('report')
    .argument('<mission>', 'its acronym, as in MINUSMA; ALL for the report over all missions')
    .argument('<month>', 'as in 2018-02')
    .description('the monthly report of a mission, as it was published last, else as a draft; or that over all missions')
    .addOption(new Option('--format <format>', 'in which form').choices(formats).default('json'))
    .addOption(new Option('--lang <language>', 'in which language').choices(languages).default('en'))
    .option('--position <number>', 'as it was read at this position of the log')
    .option('-o, --output <file>', 'where to write it; to the standard output where none is given')
    .action(async (mission: string, month: string, options: ReportOptions) => {
      const { format, lang, position, output } = options;
      const monitor = await session.monitor();
      const bytes = await monitor.file(reportPath(mission, month), { format, lang, position });
      if (output === undefined) session.terminal.out.write(bytes);
      else {
        write(output, bytes);
        session.remark(`${output}: the report of ${mission} for ${month}, ${bytes.length} bytes.`);
      }
    });

function write(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    const why = (cause as Error).message;
    throw new Failure(`${file} cannot be written (${why}).`, 'Name a file in a folder that you may write to.', [], cause);
  }
}
