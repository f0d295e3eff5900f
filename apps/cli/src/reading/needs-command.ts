import type { Command } from 'commander';
import type { Need } from '@muster/force-generation';
import { countText } from '../screen/figure-text.js';
import { readAtText, type ReadAt } from '../screen/read-at-text.js';
import { textTable, type Column } from '../screen/text-table.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';

interface NeedsOptions extends ReadingOptions {
  readonly capability?: string;
}

type NeedsAnswer = ReadAt & { readonly needs: readonly Need[] };

export const needsCommand = (program: Command, session: Session): Command =>
  reading(program.command('needs'))
    .description('what the missions still need, the most urgent first')
    .option('--capability <code>', 'of one capability, as in UTIL_HELI')
    .action(async ({ capability, ...options }: NeedsOptions) => {
      const monitor = await session.monitor();
      const answer = await monitor.get<NeedsAnswer>('/api/needs', { capability, ...viewpointOf(options) });
      session.show(answer, options, ({ needs, ...at }) => {
        const list = needs.length === 0 ? 'No need is open.' : textTable(columns, needs, session.terminal.out);
        return `${readAtText(at)}\n${list}`;
      });
    });

/** What is overdue may come tomorrow or never: that is no day to show. */
function promiseText({ promised, metOn, late }: Need): string {
  if (metOn === null) return promised;
  return late ? `${promised}, overdue` : `${promised} for ${metOn}`;
}

const columns: readonly Column<Need>[] = [
  { head: 'severity', value: ({ alert }) => alert?.severity ?? '–' },
  { head: 'mission', value: ({ mission }) => mission },
  { head: 'requirement', value: ({ requirement }) => requirement },
  { head: 'capability', value: ({ capability }) => capability },
  { head: 'needed by', value: ({ requiredBy }) => requiredBy },
  { head: 'units', value: ({ units }) => `${countText(units.deployed)} of ${countText(units.required)}`, align: 'right' },
  {
    head: 'persons',
    value: ({ personnel }) => `${countText(personnel.deployed)} of ${countText(personnel.required)}`,
    align: 'right',
  },
  { head: 'promised', value: promiseText },
  { head: 'holds back', value: ({ task }) => (task ? `${task.rank}. ${task.title}, ${task.date}` : ''), wraps: true },
];
