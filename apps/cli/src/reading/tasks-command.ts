import type { Command } from 'commander';
import { missionPath } from '../doors/door-paths.js';
import { readAtText } from '../screen/read-at-text.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';
import type { TaskLine, TasksAnswer } from './mission-answers.js';

export const tasksCommand = (program: Command, session: Session): Command =>
  reading(program.command('tasks'))
    .argument('<mission>', 'its acronym, as in MINUSMA')
    .description('each mandated task, in the order in which they can be done, with the gaps that hold it back')
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

function taskLines({ task, rank, title, from, until, window, after, waitsFor, gaps, freedOn, first, illustrative }: TaskLine) {
  const marks = [
    windowWords[window],
    ...(after === null ? [] : [`comes after ${after}`]),
    ...(illustrative ? ['illustrative'] : []),
  ];
  return [
    '',
    `${rank}. ${title} (${from} to ${until ?? 'no end'}; ${marks.join('; ')})`,
    ...(gaps.length === 0 ? ['   no gap holds it back'] : gaps.map(gapLine)),
    ...(waitsFor.length === 0 ? [] : [`   waits for ${waitsFor.join(', ')}`]),
    ...(freedOn === null ? [] : [`   freed on ${freedOn} by what is committed`]),
    ...(first === null ? [] : [firstLine(task, first)]),
  ];
}

function gapLine({ severity, state, rule, subject, reason, filledOn }: TaskLine['gaps'][number]): string {
  const standing = state === 'firing' ? severity : `${severity} (${state})`;
  const filled = filledOn === null ? '' : `, filled on ${filledOn}`;
  return `   ${standing.padEnd(18)} ${rule}/${subject}: ${reason}${filled}`;
}

/** Where the first step belongs to a task before this one, its name is said. */
const firstLine = (task: string, { task: of, key, action, owner }: NonNullable<TaskLine['first']>): string =>
  `   first: ${action} (${owner}; ${of === task ? '' : `for ${of}, `}${key})`;
