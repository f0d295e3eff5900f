import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** Arrivals, departures, rotations and expiries of the next six months, and what is overdue. */
export function calendarSection({ calendar: { entries } }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  if (entries.length === 0) return [heading(words.calendar.heading), paragraph(words.nothing, 'note')];
  return [
    heading(words.calendar.heading),
    {
      kind: 'table',
      name: words.calendar.sheet,
      columns: columnsOf(words.calendar, {
        on: {},
        kind: { width: 1.5 },
        subject: { width: 2.6 },
        contributor: { width: 1.3 },
        personnel: { align: 'right', width: 1 },
        remark: { width: 1.8 },
      }),
      rows: entries.map((entry) => row(entry, speech)),
    },
  ];
}

type Entry = MonthlyReport['calendar']['entries'][number];

function row(entry: Entry, speech: Speech): readonly Cell[] {
  const { words } = speech;
  const { on, kind, contributor, personnel, late, replacedBy, until, resolution } = entry;
  const remarks = [
    ...(late ? [words.calendar.late] : []),
    ...(replacedBy === undefined ? [] : [words.calendar.replacedBy(replacedBy)]),
    ...(until === undefined ? [] : [words.calendar.until(speech.shortDay(until))]),
    ...(resolution === undefined ? [] : [resolution]),
  ];
  return [
    speech.dayCell(on),
    speech.text(words.calendarKinds[kind], late ? 'warning' : undefined),
    entry.title === undefined ? speech.text(subjectOf(entry, speech)) : speech.titleCell(entry.title),
    speech.text(contributor === undefined ? '–' : speech.country(contributor)),
    personnel === undefined ? speech.text('–', 'quiet') : speech.numberCell(personnel),
    speech.text(speech.list(remarks) || '–'),
  ];
}

function subjectOf({ subject, capability, personnelType, contributor }: Entry, speech: Speech): string {
  const { words } = speech;
  if (subject === 'mission') return words.mission;
  if (capability !== undefined) return `${speech.capability(capability)} (${subject})`;
  if (personnelType !== undefined) return words.personnelTypes[personnelType];
  return subject === contributor ? speech.country(subject) : subject;
}
