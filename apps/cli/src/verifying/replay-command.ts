import type { Command } from 'commander';
import { missionPath } from '../doors/door-paths.js';
import type { Session } from '../session.js';
import { jsonOption } from '../viewpoint-options.js';

interface ReplayAnswer {
  readonly resumed: readonly { readonly reader: string; readonly stream: string }[];
}

export const replayCommand = (program: Command, session: Session): Command =>
  program
    .command('replay')
    .argument('<mission>', 'its acronym, as in MINUSMA')
    .description('resumes from the log a mission that a defect has parked')
    .option(...jsonOption)
    .action(async (mission: string, options: { readonly json?: boolean }) => {
      const monitor = await session.monitor();
      const sent = { contentType: 'application/json', body: Buffer.from('{}') };
      const answer = await monitor.post<ReplayAnswer>(missionPath(mission, '/replay'), sent);
      session.show(answer, options, ({ resumed }) => {
        const readers = resumed.map(({ reader, stream }) => `${reader} in ${stream}`);
        return readers.length === 0 ? `${mission} was not parked.` : `${mission} goes on: ${readers.join(', ')}.`;
      });
    });
