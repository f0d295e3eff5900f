import { changeCauses, type ChangeCause, type ConsolidatedReport, type WaterfallSum } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell, type Table } from '../../document.js';
import type { Speech } from '../../words/speech.js';
import { byCause, changeSentence, sumCell } from '../waterfall-section.js';

/** The missions' waterfalls together: by cause and component, then mission by mission. */
export function changesSection({ waterfall }: ConsolidatedReport, speech: Speech): Block[] {
  const { words } = speech;
  const { notKnown } = waterfall;
  const without = notKnown.length === 0 ? [] : [paragraph(words.all.changes.notKnown(speech.names(notKnown)), 'note')];
  if (waterfall.from === null || waterfall.to === null)
    return [heading(words.waterfall.heading), paragraph(words.waterfall.unknown, 'note')];
  return [
    heading(words.waterfall.heading),
    paragraph(`${changeSentence(waterfall, speech)} ${words.all.changes.sum}`),
    ...without,
    byCause(waterfall, speech),
    byMission(waterfall, speech),
  ];
}

function byMission(waterfall: ConsolidatedReport['waterfall'], speech: Speech): Table {
  const { words } = speech;
  const causes = changeCauses.filter((cause) => waterfall.parts.some((part) => part.cause === cause));
  const row = (name: string, { from, to, ...told }: WaterfallSum): readonly Cell[] => [
    speech.text(name),
    speech.numberCell(from),
    ...causes.map((cause) => orNothing({ from, to, ...told }, cause, speech)),
    from === null || to === null ? speech.text('–') : speech.changeCell(to - from, 'strong'),
    speech.numberCell(to),
  ];
  return {
    kind: 'table',
    name: words.all.changes.sheet,
    columns: [
      { title: words.mission, width: 1.4 },
      { title: speech.shortDay(waterfall.fromOn), align: 'right' },
      ...causes.map((cause) => ({ title: words.shortCauses[cause], align: 'right' as const, width: 1.15 })),
      { title: words.waterfall.columns.change, align: 'right' },
      { title: speech.shortDay(waterfall.toOn), align: 'right' },
    ],
    rows: [...waterfall.missions.map((told) => row(told.mission, told)), row(words.total, waterfall)],
    totals: 1,
  };
}

/** Most missions have no change of most causes. */
const orNothing = (waterfall: WaterfallSum, cause: ChangeCause, speech: Speech): Cell =>
  waterfall.parts.some((part) => part.cause === cause) ? sumCell(waterfall, cause, speech) : speech.text('');
