import type { Command } from 'commander';
import { exitCodes } from '../exit-code.js';
import { Failure } from '../failure.js';
import { inputFile } from '../imports/input-file.js';
import { reportFileOf, verifyReport, type ReportVerified } from '../reports/verify-report.js';
import type { Session } from '../session.js';

const ourFile = 'Name a file that "muster report" or the page gave.';

export const verifyReportCommand = (verify: Command, session: Session): Command =>
  verify
    .command('report')
    .argument('<file>', 'a report in any format')
    .description('builds the report again from the log, and compares it with the file, byte by byte')
    .action(async (name: string) => {
      const bytes = await inputFile(name, session.terminal, ourFile);
      const file = reportFileOf(bytes);
      if (file === undefined) throw new Failure(`${name} does not say which report it is.`, ourFile);
      const verified = await verifyReport(await session.monitor(), bytes, file);
      session.say(verifiedText(name, verified));
      if (problemsOf(verified).length > 0) session.exitCode = exitCodes.failed;
    });

function problemsOf({ file, sha256, isSame, recorded }: ReportVerified): readonly string[] {
  return [
    ...(file.sha256 === sha256 ? [] : [`the log gives a report with the SHA-256 ${sha256}`]),
    ...(isSame ? [] : ['the file is not, byte by byte, what the log gives']),
    ...(recorded === undefined || recorded === sha256 ? [] : [`the SHA-256 that was recorded is ${recorded}`]),
  ];
}

function verifiedText(name: string, verified: ReportVerified): string {
  const { file } = verified;
  const { mission, month, position, format, language, sha256 } = file;
  const problems = problemsOf(verified);
  const what = `${name}: ${mission}, ${month}, ${format === 'json' ? format : `${format} in ${language}`}, read at position ${position}`;
  return [
    what,
    `  SHA-256 of its JSON: ${sha256}`,
    `  ${standingOf(verified)}`,
    ...problems.map((problem) => `  WRONG: ${problem}`),
    problems.length === 0 ? 'It is what the log gives, byte by byte.' : 'It is not what the log gives.',
  ].join('\n');
}

function standingOf({ status, recorded, publishedThere }: ReportVerified): string {
  if (publishedThere !== undefined) return `a draft: what was published there later has the SHA-256 ${publishedThere}`;
  return recorded === undefined ? 'a draft: no publication is recorded there' : `${status}, and recorded so`;
}
