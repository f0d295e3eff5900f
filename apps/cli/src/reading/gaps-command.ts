import type { Command } from 'commander';
import type { AnyAlert } from '@muster/force-generation';
import { figuresText } from '../screen/figure-text.js';
import { readAtText } from '../screen/read-at-text.js';
import { textTable, type Column } from '../screen/text-table.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';
import type { AlertsAnswer } from './alert-answers.js';

export const gapsCommand = (program: Command, session: Session): Command =>
  reading(program.command('gaps'))
    .argument('<mission>', 'its acronym, as in MINUSMA')
    .description("a mission's open gaps, ranked by severity and by the mandated task that each holds back")
    .action(async (mission: string, options: ReadingOptions) => {
      const monitor = await session.monitor();
      const answer = await monitor.get<AlertsAnswer>('/api/alerts', { mission, ...viewpointOf(options) });
      session.show(answer, options, ({ alerts, ...at }) => {
        const list = alerts.length === 0 ? `No gap is open in ${mission}.` : textTable(columns, alerts, session.terminal.out);
        return `${readAtText(at)}\n${list}`;
      });
    });

const columns: readonly Column<AnyAlert>[] = [
  { head: 'severity', value: ({ severity, state }) => (state === 'firing' ? severity : `${severity} (${state})`) },
  { head: 'gap', value: ({ rule, subject }) => `${rule}/${subject}` },
  { head: 'since', value: ({ since }) => since },
  { head: 'figures', value: ({ figures }) => figuresText(figures), wraps: true },
  { head: 'holds back', value: ({ task }) => (task ? `${task.rank}. ${task.title}, ${task.date}` : ''), wraps: true },
  { head: 'what to do', value: ({ action }) => action, wraps: true },
];
