import {
  changeCauses,
  personnelTypes,
  type ChangeCause,
  type Component,
  type MonthlyReport,
  type Waterfall,
} from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell, type Table } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';
import { factsCell } from './facts-cell.js';

/** How the strength of the last report became this one: by cause and component, then part by part. */
export function waterfallSection({ waterfall }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  const { from, to, parts } = waterfall;
  if (from === null || to === null) return [heading(words.waterfall.heading), paragraph(words.waterfall.unknown, 'note')];
  return [
    heading(words.waterfall.heading),
    paragraph(`${changeSentence(waterfall, speech)} ${words.waterfall.exactly}`),
    byCause(waterfall, speech),
    ...explainedParts(
      parts.filter(({ cause }) => cause !== 'not-reported'),
      speech,
    ),
    ...unexplainedParts(
      parts.filter(({ cause }) => cause === 'not-reported'),
      speech,
    ),
  ];
}

/** Parts are those of a mission, or sums of all missions. */
interface Steps extends Pick<Waterfall, 'fromOn' | 'from' | 'toOn' | 'to'> {
  readonly parts: readonly { readonly cause: ChangeCause; readonly change: number }[];
}

interface ComponentSteps extends Steps {
  readonly components: readonly (Steps & { readonly component: Component })[];
}

/** How a strength that is known became another. */
export const changeSentence = ({ from, fromOn, to, toOn }: Steps, speech: Speech): string =>
  speech.words.waterfall.sentence({
    from: speech.number(from!),
    fromOn: speech.day(fromOn),
    to: speech.number(to!),
    toOn: speech.day(toOn),
    change: speech.change(to! - from!),
  });

/** Each cause's sum per component and in all, between the two strengths. */
export function byCause(waterfall: ComponentSteps, speech: Speech): Table {
  const { words } = speech;
  const columns: readonly Steps[] = [...waterfall.components, waterfall];
  const causes = changeCauses.filter((cause) => columns.some(({ parts }) => parts.some((part) => part.cause === cause)));
  const row = (title: string, cells: readonly Cell[]): readonly Cell[] => [speech.text(title), ...cells];
  const day = { from: speech.shortDay(waterfall.fromOn), to: speech.shortDay(waterfall.toOn) };
  return {
    kind: 'table',
    name: words.waterfall.summary.sheet,
    columns: [
      { title: words.waterfall.summary.columns.cause, width: 3 },
      ...waterfall.components.map(({ component }) => ({ title: words.components[component], align: 'right' as const })),
      { title: words.total, align: 'right' },
    ],
    rows: [
      row(
        words.waterfall.from(day.from),
        columns.map(({ from }) => speech.numberCell(from)),
      ),
      ...causes.map((cause) =>
        row(
          words.causes[cause],
          columns.map((column) => sumCell(column, cause, speech)),
        ),
      ),
      row(
        words.waterfall.to(day.to),
        columns.map(({ to }) => speech.numberCell(to)),
      ),
    ],
    totals: 1,
  };
}

export function sumCell({ from, to, parts }: Steps, cause: ChangeCause, speech: Speech): Cell {
  if (from === null || to === null) return speech.text('–', 'quiet');
  return speech.changeCell(parts.reduce((sum, part) => (part.cause === cause ? sum + part.change : sum), 0));
}

type Parts = Waterfall['parts'];

const explainedParts = (parts: Parts, speech: Speech): Block[] =>
  parts.length === 0
    ? []
    : [
        heading(speech.words.waterfall.explained, 3),
        {
          kind: 'table',
          name: speech.words.waterfall.sheet,
          columns: columnsOf(speech.words.waterfall, {
            change: { align: 'right', width: 0.7 },
            cause: { width: 2.2 },
            contributor: { width: 1.6 },
            personnelType: { width: 1.6 },
            unit: { width: 1.2 },
            facts: { width: 0.9 },
          }),
          rows: parts.map(({ change, cause, contributor, personnelType, unit, facts }) => [
            speech.changeCell(change),
            speech.text(speech.words.causes[cause]),
            speech.text(contributor === undefined ? '–' : speech.country(contributor)),
            speech.text(personnelType === undefined ? '–' : speech.words.personnelTypes[personnelType]),
            speech.text(unit ?? '–'),
            factsCell(facts),
          ]),
        },
      ];

/** A line for each contributor, the largest change first: what the two returns differ by beyond what facts explain. */
function unexplainedParts(parts: Parts, speech: Speech): Block[] {
  if (parts.length === 0) return [];
  const { words } = speech;
  const names = [...new Set(parts.map(({ contributor }) => contributor))];
  const lines = names.map((contributor) => {
    const own = parts.filter((part) => part.contributor === contributor);
    const name = contributor === undefined ? '–' : speech.country(contributor);
    return { name, own, total: own.reduce((sum, { change }) => sum + change, 0) };
  });
  lines.sort((a, b) => Math.abs(b.total) - Math.abs(a.total) || speech.inOrder(a.name, b.name));
  return [
    heading(words.causes['not-reported'], 3),
    {
      kind: 'table',
      name: words.waterfall.unexplainedSheet,
      columns: [
        { title: words.waterfall.columns.contributor, width: 2.4 },
        ...personnelTypes.map((type) => ({ title: words.shortTypes[type], align: 'right' as const })),
        { title: words.total, align: 'right' },
        { title: words.waterfall.columns.facts, width: 1.2 },
      ],
      rows: lines.map(({ name, own, total }) => [
        speech.text(name),
        ...personnelTypes.map((type): Cell => {
          const part = own.find(({ personnelType }) => personnelType === type);
          return part === undefined ? speech.text('') : speech.changeCell(part.change);
        }),
        speech.changeCell(total, 'strong'),
        factsCell([...new Set(own.flatMap(({ facts }) => facts))].sort((a, b) => a - b)),
      ]),
    },
  ];
}
