import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** What is required and not there, by the mandated task that it holds back. */
export function gapsSection({ gaps }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  if (gaps.length === 0) return [heading(words.gaps.heading), paragraph(words.nothing, 'note')];
  return [
    heading(words.gaps.heading),
    gapsNote(gaps, speech),
    {
      kind: 'table',
      name: words.gaps.sheet,
      columns: columnsOf(words.gaps, {
        severity: { width: 1.1 },
        capability: { width: 1.8 },
        task: { width: 1.7 },
        requiredBy: {},
        required: { align: 'right', width: 0.9 },
        deployed: { align: 'right', width: 0.9 },
        committed: { align: 'right', width: 1.05 },
        pledged: { align: 'right', width: 0.9 },
        age: { align: 'right', width: 1.05 },
        action: { width: 1.7 },
        owner: { width: 1.7 },
      }),
      rows: gaps.map((gap) => row(gap, speech)),
    },
  ];
}

type Gap = MonthlyReport['gaps'][number];

/** What the table does not say of itself. */
export function gapsNote(gaps: readonly Gap[], { words }: Speech): Block {
  const isIllustrated = gaps.some(({ illustrative }) => illustrative !== undefined);
  const isQuoting = gaps.some(({ alert }) => alert.task !== undefined);
  const said = [words.gaps.units, ...(isQuoting ? [words.titlesAsSent] : []), ...(isIllustrated ? [words.illustrative] : [])];
  return paragraph(said.join(' '), 'note');
}

/** Units, with their personnel. */
export const needCell = (
  { units, personnel }: Pick<Gap, 'units' | 'personnel'>,
  which: 'required' | 'deployed' | 'committed' | 'pledged',
  speech: Speech,
): Cell => ({ text: `${speech.number(units[which])} (${speech.number(personnel[which])})` });

function row(gap: Gap, speech: Speech): readonly Cell[] {
  const { capability, requirement, requiredBy, alert, illustrative } = gap;
  return [
    speech.text(speech.words.severities[alert.severity], alert.severity),
    speech.text(`${speech.capability(capability)}${illustrative ? '†' : ''} (${requirement})`),
    speech.taskCell(alert.task),
    speech.dayCell(requiredBy),
    needCell(gap, 'required', speech),
    needCell(gap, 'deployed', speech),
    needCell(gap, 'committed', speech),
    needCell(gap, 'pledged', speech),
    { text: speech.days(alert.ageDays), number: alert.ageDays },
    speech.text(speech.words.actions[alert.rule]),
    speech.text(speech.owner(alert.owner)),
  ];
}
