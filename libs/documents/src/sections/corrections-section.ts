import type { ConsolidatedReport, MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';
import { factsCell } from './facts-cell.js';
import { placeInReport } from './place-in-report.js';

/** Of a corrigendum: what it says otherwise, and the facts that came late. */
export function correctionsSection(report: MonthlyReport | ConsolidatedReport, speech: Speech): Block[] {
  const { corrects } = report;
  if (corrects === null) return [];
  const { corrections: words } = speech.words;
  const more = corrects.moreChanges === 0 ? '' : ` ${words.more(speech.number(corrects.moreChanges))}`;
  return [
    heading(words.heading),
    paragraph(`${words.facts} ${factsCell(corrects.facts).text}`),
    {
      kind: 'table',
      name: words.sheet,
      columns: columnsOf(words, { path: { width: 3 }, was: { width: 1.5 }, is: { width: 1.5 } }),
      rows: corrects.changes.map((change) => [
        speech.text(placeInReport(change, report, speech), 'quiet'),
        speech.text(printed(change.path, change.was, speech)),
        speech.text(printed(change.path, change.is, speech), 'strong'),
      ]),
    },
    ...(more === '' ? [] : [paragraph(more.trim(), 'note')]),
  ];
}

/** Shares are told more finely than elsewhere: a small change is to be seen. A whole entry is named by its place. */
function printed(path: string, value: unknown, speech: Speech): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return /(share|rate)$/i.test(path) ? speech.fineShare(value) : speech.number(value);
  if (typeof value === 'boolean') return speech.words.corrections[value ? 'yes' : 'no'];
  if (typeof value !== 'string') return speech.words.corrections.entry;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? speech.shortDay(value) : value;
}
