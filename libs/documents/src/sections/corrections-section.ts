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
      rows: corrects.changes.map(({ path, was, is }) => [
        speech.text(placeInReport(path, report, speech), 'quiet'),
        speech.text(printed(path, was, speech)),
        speech.text(printed(path, is, speech), 'strong'),
      ]),
    },
    ...(more === '' ? [] : [paragraph(more.trim(), 'note')]),
  ];
}

/** Shares are told more finely than elsewhere: a small change is to be seen. */
function printed(path: string, value: unknown, speech: Speech): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return /(share|rate)$/i.test(path) ? speech.fineShare(value) : speech.number(value);
  if (typeof value !== 'string') return JSON.stringify(value).slice(0, 120);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? speech.shortDay(value) : value;
}
