import type { Command } from 'commander';
import { missionPath } from '../doors/door-paths.js';
import { readAtText } from '../screen/read-at-text.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';
import type { TaskLine, TasksAnswer } from './mission-answers.js';

export const tasksCommand = (program: Command, session: Session): Command =>
  reading(program.command('tasks'))
    .argument('<mission>', 'its acronym, as in MINUSMA')
    .description('each mandated task with the gaps that hold it back')
    .action(async (mission: string, options: ReadingOptions) => {
      const monitor = await session.monitor();
      const answer = await monitor.get<TasksAnswer>(missionPath(mission, '/tasks'), viewpointOf(options));
      session.show(answer, options, tasksText);
    });

function tasksText({ mission, tasks, ...at }: TasksAnswer): string {
  if (tasks.length === 0) return `${readAtText(at)}\nNo fact names a mandated task of ${mission}.`;
  return [readAtText(at), ...tasks.flatMap(taskLines)].join('\n');
}

const windowWords: Readonly<Record<TaskLine['window'], string>> = {
  ahead: 'has not begun',
  open: 'is under way',
  over: 'is over',
};

function taskLines({ rank, title, from, until, window, after, gaps, illustrative }: TaskLine): string[] {
  const marks = [
    windowWords[window],
    ...(after === null ? [] : [`comes after ${after}`]),
    ...(illustrative ? ['illustrative'] : []),
  ];
  const held = gaps.map(({ severity, state, rule, subject, reason }) => {
    const standing = state === 'firing' ? severity : `${severity} (${state})`;
    return `   ${standing.padEnd(18)} ${rule}/${subject}: ${reason}`;
  });
  return [
    '',
    `${rank}. ${title} (${from} to ${until ?? 'no end'}; ${marks.join('; ')})`,
    ...(held.length === 0 ? ['   no gap holds it back'] : held),
  ];
}
