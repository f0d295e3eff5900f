import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';
import { factsCell } from './facts-cell.js';

/** What is to be known of the data: what is suspect, missing, revised or odd. */
export function notesSection(report: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  const { state, observedOn, missingMonths } = report.notes;
  const rows = [...suspectRows(report, speech), ...revisionRows(report, speech), ...noteRows(report, speech)];
  const months = missingMonths.map((month) => speech.month(month)).join(', ');
  return [
    heading(words.notes.heading),
    paragraph(observedOn === null ? words.notes.noReturn : words.notes.state[state](speech.day(observedOn))),
    ...(months === '' ? [] : [paragraph(words.notes.missingMonths(months))]),
    rows.length === 0
      ? paragraph(words.notes.clean, 'note')
      : {
          kind: 'table',
          name: words.notes.sheet,
          columns: columnsOf(words.notes, { on: { width: 0.8 }, note: { width: 5 }, facts: {} }),
          rows,
        },
  ];
}

type Rows = readonly (readonly Cell[])[];

const suspectRows = ({ notes }: MonthlyReport, speech: Speech): Rows =>
  notes.suspect.map(({ contributor, personnelType, kept, printed, since, facts }) => {
    const type = speech.words.personnelTypes[personnelType];
    const cell = contributor === undefined ? type : `${speech.country(contributor)}, ${type}`;
    return [
      speech.dayCell(since),
      speech.text(speech.words.notes.suspect(cell, speech.number(kept), speech.number(printed)), 'warning'),
      factsCell(facts),
    ];
  });

const revisionRows = ({ waterfall }: MonthlyReport, speech: Speech): Rows =>
  waterfall.parts
    .filter(({ cause }) => cause === 'revision' || cause === 'hold' || cause === 'release')
    .map(({ change, cause, contributor, personnelType, facts }) => {
      const who = [contributor && speech.country(contributor), personnelType && speech.words.personnelTypes[personnelType]];
      const text = speech.words.notes.revised(speech.change(change), speech.words.causes[cause], who.filter(Boolean).join(', '));
      return [speech.dayCell(waterfall.fromOn), speech.text(text), factsCell(facts)];
    });

const noteRows = ({ notes }: MonthlyReport, speech: Speech): Rows =>
  notes.notes.map(({ code, on, facts }) => [speech.dayCell(on), speech.text(speech.words.dataNotes[code]), factsCell(facts)]);
