import type { Command } from 'commander';
import type { AnyAlert } from '@muster/force-generation';
import type { Query } from '../doors/monitor.js';
import { figuresText } from '../screen/figure-text.js';
import { readAtText } from '../screen/read-at-text.js';
import { textTable, type Column } from '../screen/text-table.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';
import type { AlertsAnswer } from './alert-answers.js';

interface AlertsOptions extends ReadingOptions {
  readonly mission?: string;
  readonly rule?: string;
  readonly severity?: string;
  readonly state?: string;
  readonly contributor?: string;
  readonly since?: string;
}

export const alertsCommand = (program: Command, session: Session): Command =>
  reading(program.command('alerts'))
    .description('the alerts of all missions, ranked: open ones unless asked otherwise')
    .option('--mission <mission>', 'of one mission')
    .option('--rule <rule>', 'of one rule, as in ceiling-shortfall')
    .option('--severity <severity>', 'watch, warning or critical')
    .option('--state <state>', 'firing, acknowledged, unknown, pending, resolved or any')
    .option('--contributor <code>', "about a contributor's returns, units and pledges, or what depends on it, as in TGO")
    .option('--since <position>', 'of which something was said after this position')
    .action(async (options: AlertsOptions) => {
      const monitor = await session.monitor();
      const answer = await monitor.get<AlertsAnswer>('/api/alerts', queryOf(options));
      session.show(answer, options, ({ alerts, ...at }) => {
        const list = alerts.length === 0 ? 'No alert.' : textTable(columns, alerts, session.terminal.out);
        return `${readAtText(at)}\n${list}`;
      });
    });

function queryOf({ mission, rule, severity, state, contributor, since, ...options }: AlertsOptions): Query {
  return { mission, rule, severity, state, contributor, since, ...viewpointOf(options) };
}

const columns: readonly Column<AnyAlert>[] = [
  { head: 'severity', value: ({ severity }) => severity },
  { head: 'state', value: ({ state, reopened, acknowledged }) => stateText(state, reopened, acknowledged) },
  { head: 'key', value: ({ key }) => key },
  { head: 'since', value: ({ since }) => since },
  { head: 'figures', value: ({ figures }) => figuresText(figures), wraps: true },
  { head: 'reason', value: ({ reason }) => reason, wraps: true },
];

function stateText(state: AnyAlert['state'], reopened: true | undefined, acknowledged: AnyAlert['acknowledged']): string {
  if (reopened) return `${state} again`;
  return state === 'acknowledged' && acknowledged ? `${state} by ${acknowledged.owner}` : state;
}
