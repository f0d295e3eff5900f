import type { Command } from 'commander';
import type { Answer } from '../doors/answer.js';
import type { Monitor } from '../doors/monitor.js';
import { exitCodes } from '../exit-code.js';
import { progress } from '../imports/progress.js';
import { countOf } from '../screen/figure-text.js';
import type { Session } from '../session.js';
import { jsonOption } from '../viewpoint-options.js';
import { verifyReportCommand } from './verify-report-command.js';
import { checkChain, type ChainChecked } from './check-chain.js';
import type { Verification } from './verification.js';

export function verifyCommand(program: Command, session: Session): Command {
  const verify = program
    .command('verify')
    .description('hash chains, cursors and every saying recomputed by the monitor; the chains once more by this command')
    .option(...jsonOption)
    .action(async (options: { readonly json?: boolean }) => {
      const monitor = await session.monitor();
      const answer = await monitor.get<Verification>('/api/verification');
      const chains = await checkChains(session, monitor, answer);
      session.show(answer, options, verifiedText);
      const wrong = chains.filter(({ problem }) => problem !== undefined);
      const events = chains.reduce((sum, chain) => sum + chain.events, 0);
      session.remark(
        wrong.length === 0
          ? `Recomputed here: ${countOf(chains.length, 'hash chain')} with ${countOf(events, 'event')}: they hold.`
          : ['Recomputed here:', ...wrong.map(({ stream, problem }) => `  ${stream}: ${problem}`)].join('\n'),
      );
      if (!answer.body.ok || wrong.length > 0) session.exitCode = exitCodes.failed;
    });
  verifyReportCommand(verify, session);
  return verify;
}

/** From this many streams on a bar shows how far the check is. */
const worthwhile = 10;

async function checkChains({ terminal }: Session, monitor: Monitor, { body }: Answer<Verification>): Promise<ChainChecked[]> {
  const bar = progress(terminal, body.streams.length, { unit: 'streams', worthwhile });
  const checked: ChainChecked[] = [];
  for (const { stream } of body.streams) {
    checked.push(await checkChain(monitor, stream, body.position));
    bar.reached(checked.length);
  }
  bar.end();
  return checked;
}

function verifiedText({ position, streams, cursors, problems, sayings, ok }: Verification): string {
  const events = streams.reduce((sum, stream) => sum + stream.events, 0);
  const brokenStreams = streams.filter((stream) => !stream.ok);
  const brokenCursors = cursors.filter((cursor) => !cursor.ok);
  return [
    `Verified up to position ${position}:`,
    `  ${countOf(streams.length, 'hash chain')} with ${countOf(events, 'event')}: ${brokenStreams.length === 0 ? 'they hold' : 'BROKEN'}`,
    ...brokenStreams.map(
      ({ stream, brokenAt, problem }) => `    ${stream}, position ${brokenAt ?? 'unknown'}: ${problem ?? 'broken'}`,
    ),
    `  ${countOf(cursors.length, 'cursor')}: ${brokenCursors.length === 0 ? 'none is past its stream' : 'WRONG'}`,
    ...brokenCursors.map(
      ({ reader, stream, sequence, problem }) => `    ${reader} in ${stream} at ${sequence}: ${problem ?? 'wrong'}`,
    ),
    `  ${countOf(sayings.checked, 'saying')} recomputed: ${sayings.differences.length === 0 ? 'each follows from the facts' : 'WRONG'}`,
    ...sayings.differences.map(({ key, revision, upTo, problem }) => `    ${key}#${revision} up to position ${upTo}: ${problem}`),
    ...problems.map((problem) => `  the log: ${problem}`),
    ok ? 'All holds.' : 'Something does not hold. Keep this log as it is, and report what stands above.',
  ].join('\n');
}
