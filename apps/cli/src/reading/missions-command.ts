import type { Command } from 'commander';
import { countText, shareText } from '../screen/figure-text.js';
import { readAtText } from '../screen/read-at-text.js';
import { textTable, type Column } from '../screen/text-table.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';
import { componentColumns, type ComponentRow } from './component-columns.js';
import type { MissionOverview, MissionsAnswer } from './mission-answers.js';
import { openAlertsText } from './open-alerts-text.js';

export const missionsCommand = (program: Command, session: Session): Command =>
  reading(program.command('missions'))
    .description('every mission: strength against ceilings, open alerts')
    .action(async (options: ReadingOptions) => {
      const monitor = await session.monitor();
      const answer = await monitor.get<MissionsAnswer>('/api/missions', viewpointOf(options));
      session.show(answer, options, (body) => missionsText(body, session));
    });

/** The mission's name and what is open there stand beside its first component. */
type MissionRow = ComponentRow & { readonly mission: string; readonly openAlerts: string };

const columns: readonly Column<MissionRow>[] = [
  { head: 'mission', value: ({ mission }) => mission },
  ...componentColumns,
  { head: 'filled', value: ({ fillRate }) => shareText(fillRate), align: 'right' },
  { head: 'as at', value: ({ observedOn }) => observedOn ?? '–' },
  { head: 'open alerts', value: ({ openAlerts }) => openAlerts, wraps: true },
];

const rowsOf = ({ mission, active, components, openAlerts }: MissionOverview): MissionRow[] =>
  components.map((component, index) => ({
    ...component,
    mission: index > 0 ? '' : active ? mission : `${mission} (over)`,
    openAlerts: index === 0 ? openAlertsText(openAlerts) : '',
  }));

function missionsText({ missions, ...at }: MissionsAnswer, { terminal }: Session): string {
  if (missions.length === 0) return `${readAtText(at)}\nNo mission has any facts yet: "muster import" takes them in.`;
  const reported = missions.reduce((sum, mission) => sum + (mission.reported ?? 0), 0);
  const all = `All missions together have reported ${countText(reported)} persons.`;
  return [readAtText(at), textTable(columns, missions.flatMap(rowsOf), terminal.out), all].join('\n');
}
