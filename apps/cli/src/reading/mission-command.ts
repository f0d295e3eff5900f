import type { Command } from 'commander';
import type { LineFigures, WomenFigures } from '@muster/force-generation';
import { missionPath } from '../doors/door-paths.js';
import { countText, shareText } from '../screen/figure-text.js';
import { readAtText } from '../screen/read-at-text.js';
import { textTable, type Column } from '../screen/text-table.js';
import type { Screen } from '../screen/terminal.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';
import { componentColumns, strengthColumns, type ComponentRow } from './component-columns.js';
import type { MissionAnswer } from './mission-answers.js';
import { openAlertsText } from './open-alerts-text.js';

export const missionCommand = (program: Command, session: Session): Command =>
  reading(program.command('mission'))
    .argument('<mission>', 'its acronym, as in MINUSMA')
    .description('one mission: its components, its ceiling lines, and what is odd about its facts')
    .action(async (mission: string, options: ReadingOptions) => {
      const monitor = await session.monitor();
      const answer = await monitor.get<MissionAnswer>(missionPath(mission), viewpointOf(options));
      session.show(answer, options, (body) => missionText(body, session.terminal.out));
    });

const components: readonly Column<ComponentRow>[] = [
  ...componentColumns,
  { head: 'filled', value: ({ fillRate }) => shareText(fillRate), align: 'right' },
  { head: 'committed', value: ({ committed }) => countText(committed), align: 'right' },
  { head: 'pledged', value: ({ pledged }) => countText(pledged), align: 'right' },
  { head: 'women', value: ({ women, womenShare }) => `${countText(women)} (${shareText(womenShare)})`, align: 'right' },
  { head: 'as at', value: ({ observedOn }) => observedOn ?? '–' },
];

const lines: readonly Column<LineFigures>[] = [
  { head: 'line', value: ({ line }) => line },
  { head: 'placement', value: ({ placement }) => placement },
  ...strengthColumns,
  { head: 'resolution', value: ({ resolution }) => resolution },
  { head: 'quality', value: ({ quality }) => quality ?? '–' },
  { head: 'counts', value: ({ counts }) => counts.join(', ') || 'none that is published', wraps: true },
];

const women: readonly Column<WomenFigures>[] = [
  { head: 'women among', value: ({ subject }) => subject.replace(/-/g, ' ') },
  { head: 'women', value: ({ women: number }) => countText(number), align: 'right' },
  { head: 'of', value: ({ persons }) => countText(persons), align: 'right' },
  { head: 'share', value: ({ share }) => shareText(share), align: 'right' },
  { head: 'target', value: ({ target, targetYear }) => (target === null ? '–' : `${target} % by ${targetYear}`), align: 'right' },
];

function missionText(answer: MissionAnswer, out: Screen): string {
  const { mission, name, active, reported, observedOn, openAlerts, notes, moreNotes } = answer;
  const reporting =
    reported === null ? 'No return is in force.' : `The return of ${observedOn} reports ${countText(reported)} persons in all.`;
  const shownNotes = notes.map(({ on, code, note, facts }) => `  ${on} ${code}: ${note} (position ${facts.join(', ')})`);
  if (moreNotes !== undefined) shownNotes.push(`  and ${countText(moreNotes)} older ones`);
  return [
    `${mission}${name === null ? '' : `, ${name}`}${active ? '' : ' (over)'}`,
    readAtText(answer),
    textTable(components, answer.components, out),
    `${reporting} Open alerts: ${openAlertsText(openAlerts)}.`,
    ...(answer.lines.length === 0 ? ['No ceiling line is in force.'] : ['', textTable(lines, answer.lines, out)]),
    '',
    textTable(women, answer.women, out),
    ...(notes.length === 0 ? [] : ['', 'What is odd about the facts:', ...shownNotes]),
  ].join('\n');
}
