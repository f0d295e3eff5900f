import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** The mandated tasks that open gaps hold back, in the order in which they can be done. */
export function tasksSection({ tasks }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  if (tasks.length === 0) return [heading(words.tasks.heading), paragraph(words.nothing, 'note')];
  const titles = new Map(tasks.map(({ task, title }) => [task, title]));
  return [
    heading(words.tasks.heading),
    paragraph(words.titlesAsSent, 'note'),
    {
      kind: 'table',
      name: words.tasks.sheet,
      columns: columnsOf(words.tasks, {
        rank: { align: 'right', width: 0.5 },
        task: { width: 2.4 },
        window: { width: 1.7 },
        gaps: { width: 3 },
        waitsFor: { width: 1.8 },
        freedOn: {},
      }),
      rows: tasks.map((task) => row(task, titles, speech)),
    },
  ];
}

type Task = MonthlyReport['tasks'][number];

function row(task: Task, titles: ReadonlyMap<string, string>, speech: Speech): readonly Cell[] {
  const { words } = speech;
  const until = task.until === null ? words.openEnded : speech.shortDay(task.until);
  const gaps = new Map<string, number>();
  for (const { rule, severity } of task.gaps) {
    const name = words.tasks.gap(words.rules[rule as keyof typeof words.rules], words.severities[severity].toLowerCase());
    gaps.set(name, (gaps.get(name) ?? 0) + 1);
  }
  return [
    speech.numberCell(task.rank),
    speech.titleCell(task.title, { after: task.illustrative ? '†' : '' }),
    speech.text(`${speech.shortDay(task.from)} – ${until}`),
    speech.text(speech.list([...gaps].map(([name, count]) => `${speech.number(count)} × ${name}`))),
    waitingCell(task, titles, speech),
    speech.dayCell(task.freedOn),
  ];
}

/** The tasks that come first, by their titles where this table has them. */
function waitingCell({ waitsFor }: Task, titles: ReadonlyMap<string, string>, speech: Speech): Cell {
  if (waitsFor.length === 0) return speech.text('–');
  const names = waitsFor.map((task) => {
    const title = titles.get(task);
    return title === undefined ? task : speech.words.quoted(title);
  });
  return { text: speech.list(names), asSent: true };
}
