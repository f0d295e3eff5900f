import type { ConsolidatedReport, Day } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../../document.js';
import type { Speech } from '../../words/speech.js';
import { columnsOf } from '../../words/words.js';
import { factsCell } from '../facts-cell.js';

type Notes = ConsolidatedReport['notes'][number];

interface Line {
  readonly on: Day | null;
  readonly text: string;
  readonly facts?: readonly number[];
}

/** What is to be known of the missions' data, mission by mission. */
export function allNotesSection({ notes, missions }: ConsolidatedReport, speech: Speech): Block[] {
  const { words } = speech;
  const told = notes.map((own, index) => ({ mission: own.mission, lines: linesOf(own, missions[index]!.withReturn, speech) }));
  const clean = told.filter(({ lines }) => lines.length === 0).map(({ mission }) => mission);
  const rows = told.flatMap(({ mission, lines }) =>
    lines.map(({ on, text, facts }): readonly Cell[] => [
      speech.text(mission, 'strong'),
      speech.dayCell(on),
      speech.text(text),
      facts === undefined ? speech.text('–', 'quiet') : factsCell(facts),
    ]),
  );
  return [
    heading(words.notes.heading),
    ...(clean.length === 0 ? [] : [paragraph(words.all.clean(speech.names(clean)), 'note')]),
    ...missingMonths(notes, speech).map((text) => paragraph(text, 'note')),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            name: words.notes.sheet,
            columns: [
              { title: words.mission, width: 1.1 },
              ...columnsOf(words.notes, { on: { width: 0.9 }, note: { width: 5 }, facts: {} }),
            ],
            rows,
          },
        ]),
  ];
}

function linesOf({ state, observedOn, suspect, notes }: Notes, withReturn: boolean, speech: Speech): readonly Line[] {
  const { words } = speech;
  const day = observedOn && speech.day(observedOn);
  return [
    ...(withReturn ? [] : [{ on: observedOn, text: withoutReturn(state, day, speech) }]),
    ...suspect.map(({ contributor, personnelType, kept, printed, since, facts }) => {
      const type = words.personnelTypes[personnelType];
      const cell = contributor === undefined ? type : `${speech.country(contributor)}, ${type}`;
      return { on: since, text: words.notes.suspect(cell, speech.number(kept), speech.number(printed)), facts };
    }),
    ...notes.map(({ code, on, facts }) => ({ on, text: words.dataNotes[code], facts })),
  ];
}

const withoutReturn = (state: Notes['state'], day: string | null, { words }: Speech): string =>
  state === 'stale' && day !== null ? words.notes.state.stale(day) : words.withoutReturn(day);

/** Where several missions lack the same months they are named together: nearly always nobody has published that month. */
function missingMonths(notes: readonly Notes[], speech: Speech): readonly string[] {
  const missions = new Map<string, string[]>();
  for (const { mission, missingMonths: months } of notes) {
    const names = months.map((month) => speech.month(month)).join(', ');
    if (names !== '') missions.set(names, [...(missions.get(names) ?? []), mission]);
  }
  return [...missions].map(([months, names]) => speech.words.all.noReturn(months, speech.names(names)));
}
