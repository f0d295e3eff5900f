import type { Command } from 'commander';
import { daysBetween, type Pledge, type PledgeLine } from '@muster/force-generation';
import type { Query } from '../doors/monitor.js';
import { pledgePath } from '../doors/door-paths.js';
import { countOf, countText } from '../screen/figure-text.js';
import { readAtText, type ReadAt } from '../screen/read-at-text.js';
import { textTable, type Column } from '../screen/text-table.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';
import { pledgeText } from './pledge-text.js';

interface PledgesOptions extends ReadingOptions {
  readonly contributor?: string;
  readonly mission?: string;
  readonly stage?: string;
}

type PledgesAnswer = ReadAt & { readonly pledges: readonly PledgeLine[] };

export const pledgesCommand = (program: Command, session: Session): Command =>
  reading(program.command('pledges'))
    .argument('[pledge]', 'one pledge, with its ladder, every decision and what of the need it does not meet')
    .description('pledges by stage: since when each stands there, what it waits for, whose move it is')
    .option('--contributor <code>', 'of one member state, as in CAN')
    .option('--mission <mission>', 'of one mission, or standby: those that none has selected')
    .option('--stage <stage>', 'on one stage, as in selected')
    .action(async (pledge: string | undefined, options: PledgesOptions) =>
      pledge === undefined ? showList(session, options) : showOne(session, pledge, options),
    );

async function showList(session: Session, options: PledgesOptions): Promise<void> {
  const monitor = await session.monitor();
  const answer = await monitor.get<PledgesAnswer>('/api/pledges', { ...queryOf(options), stage: options.stage });
  session.show(answer, options, ({ pledges, ...at }) => {
    const lines = pledges.map((line) => ({ ...line, days: daysBetween(line.since, at.today) }));
    const list = lines.length === 0 ? 'No pledge.' : textTable(columns, lines, session.terminal.out);
    return `${readAtText(at)}\n${list}`;
  });
}

async function showOne(session: Session, pledge: string, options: PledgesOptions): Promise<void> {
  const monitor = await session.monitor();
  const answer = await monitor.get<Pledge & ReadAt>(pledgePath(pledge), queryOf(options));
  session.show(answer, options, pledgeText);
}

const queryOf = ({ contributor, mission, ...options }: PledgesOptions): Query => ({
  contributor,
  mission,
  ...viewpointOf(options),
});

type Row = PledgeLine & { readonly days: number };

const columns: readonly Column<Row>[] = [
  { head: 'stage', value: ({ stage }) => stage },
  { head: 'for', value: ({ days }) => countOf(days, 'day'), align: 'right' },
  { head: 'pledge', value: ({ pledge }) => pledge },
  { head: 'of', value: ({ contributor }) => contributor },
  { head: 'mission', value: ({ mission }) => mission ?? '–' },
  { head: 'capability', value: ({ capability, units }) => `${units} ${capability}` },
  { head: 'persons', value: ({ personnel }) => countText(personnel), align: 'right' },
  { head: 'waits for', value: ({ next }) => (next === null ? '–' : `${next.waitsFor} (${next.move})`), wraps: true },
  { head: 'lapses on', value: ({ lapsesOn }) => lapsesOn ?? '–' },
];
