import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** The pledges for the mission as a funnel with ages, then one by one. */
export function pledgesSection({ pledges: { stages, pledges } }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  if (stages.every((stage) => stage.pledges === 0)) return [heading(words.pledges.heading), paragraph(words.nothing, 'note')];
  return [
    heading(words.pledges.heading),
    {
      kind: 'table',
      name: words.pledges.sheet,
      columns: columnsOf(words.pledges, {
        stage: { width: 2.5 },
        pledges: { align: 'right' },
        units: { align: 'right' },
        personnel: { align: 'right' },
        oldestSince: { width: 1.5 },
      }),
      rows: stages
        .filter((stage) => stage.pledges > 0)
        .map((stage) => [
          speech.text(words.stages[stage.stage]),
          speech.numberCell(stage.pledges),
          speech.numberCell(stage.units),
          speech.numberCell(stage.personnel),
          speech.dayCell(stage.oldestSince),
        ]),
    },
    {
      kind: 'table',
      name: words.pledges.list.sheet,
      columns: columnsOf(words.pledges.list, {
        pledge: { width: 1.6 },
        contributor: { width: 1.3 },
        capability: { width: 2 },
        personnel: { align: 'right', width: 1.05 },
        stage: { width: 1.5 },
        since: {},
        age: { align: 'right', width: 1.1 },
        next: { width: 1.5 },
        lapsesOn: {},
      }),
      rows: pledges.map((pledge) => row(pledge, speech)),
    },
  ];
}

type Pledge = MonthlyReport['pledges']['pledges'][number];

const row = (pledge: Pledge, speech: Speech): readonly Cell[] => [
  speech.text(`${pledge.pledge}${pledge.illustrative ? '†' : ''}`),
  speech.text(speech.country(pledge.contributor)),
  speech.text(speech.capability(pledge.capability)),
  speech.numberCell(pledge.personnel),
  speech.text(speech.words.stages[pledge.stage]),
  speech.dayCell(pledge.since),
  { text: speech.days(pledge.ageDays), number: pledge.ageDays },
  speech.text(pledge.next === null ? '–' : speech.words.nextSteps[pledge.next.waitsFor]),
  speech.dayCell(pledge.lapsesOn),
];
