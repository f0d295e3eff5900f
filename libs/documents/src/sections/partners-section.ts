import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** The forces beside the mission, and what each stands in for. */
export function partnersSection({ partners }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  if (partners.length === 0) return [heading(words.partners.heading), paragraph(words.nothing, 'note')];
  return [
    heading(words.partners.heading),
    {
      kind: 'table',
      name: words.partners.sheet,
      columns: columnsOf(words.partners, {
        partner: { width: 2 },
        capability: { width: 2.5 },
        units: { align: 'right' },
        since: {},
        until: {},
      }),
      rows: partners.map(({ partner, capability, units, startedOn, until, illustrative }) => [
        speech.text(`${partner}${illustrative ? '†' : ''}`),
        speech.text(speech.capability(capability)),
        speech.numberCell(units),
        speech.dayCell(startedOn),
        until === null ? speech.text(words.openEnded) : speech.dayCell(until),
      ]),
    },
  ];
}
