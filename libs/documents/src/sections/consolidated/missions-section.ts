import { components, type ConsolidatedReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell, type Column } from '../../document.js';
import type { Speech } from '../../words/speech.js';

/** Each mission's strength against its ceilings, by component and in all. */
export function missionsSection({ headline, missions }: ConsolidatedReport, speech: Speech): Block[] {
  const { words } = speech;
  return [
    heading(words.all.missions.heading),
    paragraph(words.all.missions.inAll, 'note'),
    {
      kind: 'table',
      name: words.all.missions.sheet,
      columns: columns(speech),
      rows: [
        ...missions.map((mission) => [
          speech.text(mission.mission, 'strong'),
          ...strengthCells(mission, speech),
          speech.shareCell(mission.womenShare),
          speech.dayCell(mission.observedOn),
        ]),
        [speech.text(words.total), ...strengthCells(headline, speech), speech.shareCell(headline.womenShare), speech.text('')],
      ],
      totals: 1,
    },
  ];
}

function columns(speech: Speech): readonly Column[] {
  const { words } = speech;
  const { columns: titles, of } = words.all.missions;
  const groups = [...components.map((component) => of[component]), of.all];
  return [
    { title: words.mission, width: 1.55 },
    ...groups.flatMap((group): Column[] => [
      { title: group.authorized, align: 'right', width: 1.15 },
      { title: group.deployed, align: 'right', width: 1.2 },
      { title: group.fillRate, align: 'right', width: 0.95 },
    ]),
    { title: titles.womenShare, align: 'right', width: 0.95 },
    { title: titles.observedOn, width: 1.5 },
  ];
}

interface Figures {
  readonly authorized: number | null;
  readonly deployed: number | null;
  readonly fillRate: number | null;
}

const strengthCells = (
  { components: own, ...whole }: Figures & { readonly components: readonly Figures[] },
  speech: Speech,
): readonly Cell[] =>
  [...own, whole].flatMap(({ authorized, deployed, fillRate }) => [
    authorized === null ? speech.text('–', 'quiet') : speech.numberCell(authorized),
    speech.numberCell(deployed),
    speech.shareCell(fillRate),
  ]);
