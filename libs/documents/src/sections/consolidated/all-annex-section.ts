import type { ConsolidatedReport } from '@muster/force-generation';
import { heading, paragraph, type Block } from '../../document.js';
import type { Speech } from '../../words/speech.js';
import { columnsOf } from '../../words/words.js';
import { factsTable } from '../annex-section.js';

/** Where each mission was read, the facts, the policy, and how to verify. */
export function allAnnexSection({ facts, policies, provenance, month, status }: ConsolidatedReport, speech: Speech): Block[] {
  const { words } = speech;
  const origin = words.all.annex[status === 'draft' ? 'origin' : 'published'](speech.number(provenance.position));
  return [
    heading(words.annex.heading),
    paragraph(words.annex.verify('muster verify report FILE')),
    paragraph(`${policies.map((policy) => words.annex.policy(policy)).join(' ')} ${origin}`, 'note'),
    paragraph(words.all.annex.own(`muster report MISSION ${month} --position POSITION`), 'note'),
    {
      kind: 'table',
      name: words.all.annex.sheet,
      columns: columnsOf(words.all.annex, {
        mission: { width: 1.2 },
        position: { align: 'right' },
        sequence: { align: 'right' },
        chain: { width: 6 },
      }),
      rows: provenance.missions.map(({ mission, position, sequence, chain }) => [
        speech.text(mission, 'strong'),
        // As it is typed.
        { text: String(position), number: position },
        { text: String(sequence), number: sequence },
        speech.text(chain, 'quiet'),
      ]),
    },
    factsTable(facts, speech),
  ];
}
