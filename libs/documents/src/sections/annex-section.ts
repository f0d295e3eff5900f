import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Table } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** The facts that the report rests on, the policy, and how to verify it. */
export function annexSection({ facts, policy, provenance }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  const origin = words.annex.origin(speech.number(provenance.position), provenance.chain);
  return [
    heading(words.annex.heading),
    paragraph(words.annex.verify('muster verify report FILE')),
    paragraph(`${words.annex.policy(policy)} ${origin}`, 'note'),
    factsTable(facts, speech),
  ];
}

/** The facts that a report rests on, by number. */
export const factsTable = (facts: MonthlyReport['facts'], speech: Speech): Table => ({
  kind: 'table',
  name: speech.words.annex.sheet,
  columns: columnsOf(speech.words.annex, {
    number: { align: 'right', width: 0.4 },
    type: { width: 1.85 },
    on: {},
    publishedOn: {},
    source: { width: 5 },
  }),
  rows: facts.map(({ type, on, publishedOn, source, id, illustrative }, index) => [
    speech.numberCell(index + 1),
    speech.text(`${type}${illustrative ? '†' : ''}`),
    speech.dayCell(on),
    speech.dayCell(publishedOn),
    speech.text(`${source} ${id}`, 'quiet'),
  ]),
});
