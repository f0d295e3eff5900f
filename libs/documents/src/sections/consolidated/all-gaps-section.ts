import type { ConsolidatedReport } from '@muster/force-generation';
import { heading, paragraph, type Block } from '../../document.js';
import type { Speech } from '../../words/speech.js';
import { columnsOf } from '../../words/words.js';
import { gapsNote, needCell } from '../gaps-section.js';

/** What is required and not there in any mission, by the mandated task that it holds back. */
export function allGapsSection({ gaps }: ConsolidatedReport, speech: Speech): Block[] {
  const { words } = speech;
  if (gaps.length === 0) return [heading(words.gaps.heading), paragraph(words.nothing, 'note')];
  return [
    heading(words.gaps.heading),
    gapsNote(gaps, speech),
    {
      kind: 'table',
      name: words.gaps.sheet,
      columns: [
        { title: words.mission, width: 1.35 },
        ...columnsOf(words.gaps, {
          severity: { width: 1.3 },
          capability: { width: 1.9 },
          task: { width: 2.2 },
          requiredBy: {},
          required: { align: 'right', width: 0.9 },
          deployed: { align: 'right', width: 0.9 },
          committed: { align: 'right', width: 1.05 },
          pledged: { align: 'right', width: 0.9 },
          age: { align: 'right', width: 1.05 },
        }),
      ],
      rows: gaps.map((gap) => [
        speech.text(gap.mission, 'strong'),
        speech.text(words.severities[gap.alert.severity], gap.alert.severity),
        speech.text(`${speech.capability(gap.capability)}${gap.illustrative ? '†' : ''} (${gap.requirement})`),
        speech.taskCell(gap.alert.task),
        speech.dayCell(gap.requiredBy),
        needCell(gap, 'required', speech),
        needCell(gap, 'deployed', speech),
        needCell(gap, 'committed', speech),
        needCell(gap, 'pledged', speech),
        { text: speech.days(gap.alert.ageDays), number: gap.alert.ageDays },
      ]),
    },
  ];
}
