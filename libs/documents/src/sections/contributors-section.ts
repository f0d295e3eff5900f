import { personnelTypes, type MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../document.js';
import type { Speech } from '../words/speech.js';

/** Each contributor's persons by type, the largest first, with totals. */
export function contributorsSection({ contributors: table }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  const { contributors, totals, observedOn } = table;
  if (observedOn === null) return [heading(words.contributors.heading), paragraph(words.notes.noReturn, 'note')];
  return [
    heading(words.contributors.heading),
    paragraph(words.contributors.observed(speech.day(observedOn)), 'note'),
    {
      kind: 'table',
      name: words.contributors.sheet,
      columns: [
        { title: words.contributors.columns.contributor, width: 2.4 },
        ...personnelTypes.map((type) => ({ title: words.shortTypes[type], align: 'right' as const })),
        { title: words.contributors.columns.total, align: 'right' },
        { title: words.contributors.columns.women, align: 'right' },
      ],
      rows: [...contributors.map((contributor) => contributorCells(contributor, speech)), contributorTotals(totals, speech)],
      totals: 1,
    },
  ];
}

type Contributor = MonthlyReport['contributors']['contributors'][number];

/** Its name, its persons by type, their sum, and the women among them. */
export function contributorCells({ contributor, types, deployed, women }: Contributor, speech: Speech): readonly Cell[] {
  return [
    speech.text(speech.country(contributor)),
    ...personnelTypes.map((type): Cell => {
      const own = types.find(({ personnelType }) => personnelType === type);
      if (own === undefined) return speech.text('');
      const cell = speech.numberCell(own.deployed);
      return own.state === 'suspect' ? { ...cell, text: `${cell.text}*` } : cell;
    }),
    speech.numberCell(deployed, 'strong'),
    speech.numberCell(women),
  ];
}

/** The same of all contributors. */
export function contributorTotals(totals: MonthlyReport['contributors']['totals'], speech: Speech): readonly Cell[] {
  const sum = (of: 'deployed' | 'women'): number => totals.reduce((total, type) => total + type[of], 0);
  return [
    speech.text(speech.words.total),
    ...totals.map(({ deployed }) => speech.numberCell(deployed)),
    speech.numberCell(sum('deployed')),
    speech.numberCell(sum('women')),
  ];
}
