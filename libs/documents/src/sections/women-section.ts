import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** Women of each group beside the target. */
export const womenSection = ({ women }: MonthlyReport, speech: Speech): Block[] => [
  heading(speech.words.women.heading),
  paragraph(speech.words.women.informative, 'note'),
  {
    kind: 'table',
    name: speech.words.women.sheet,
    columns: columnsOf(speech.words.women, {
      group: { width: 3 },
      women: { align: 'right' },
      persons: { align: 'right' },
      share: { align: 'right' },
      target: { align: 'right', width: 1.6 },
      observedOn: { width: 1.3 },
    }),
    rows: women.map(({ subject, women: count, persons, share, target, targetYear, observedOn }) => [
      speech.text(speech.words.womenGroups[subject]),
      speech.numberCell(count),
      speech.numberCell(persons),
      speech.shareCell(share),
      target === null || targetYear === null
        ? speech.text('–')
        : speech.text(speech.words.women.target(speech.percent(target), targetYear)),
      speech.dayCell(observedOn),
    ]),
  },
];
