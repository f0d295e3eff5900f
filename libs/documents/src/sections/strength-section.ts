import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell, type KeyFigure } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** Key figures, a sentence as a report of the Secretary-General has it, and each component with what is coming. */
export function strengthSection({ headline, withReturn }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  return [
    { kind: 'figures', figures: keyFigures(headline, speech) },
    paragraph(sentence(headline, speech), 'lead'),
    ...(withReturn ? [] : [paragraph(words.withoutReturn(headline.observedOn && speech.day(headline.observedOn)), 'warning')]),
    heading(words.headline.heading),
    {
      kind: 'table',
      name: words.headline.sheet,
      columns: columnsOf(words.headline, {
        component: { width: 1.25 },
        authorized: { align: 'right' },
        deployed: { align: 'right' },
        missing: { align: 'right' },
        fillRate: { align: 'right' },
        committed: { align: 'right' },
        pledged: { align: 'right' },
        women: { align: 'right' },
        womenShare: { align: 'right' },
        observedOn: { width: 1.25 },
        resolution: { width: 1.75 },
      }),
      rows: [...headline.components.map((component) => componentRow(component, speech)), totalRow(headline, speech)],
      totals: 1,
    },
  ];
}

type Headline = MonthlyReport['headline'];
type ComponentLine = Headline['components'][number];

type Totals = Pick<Headline, 'authorized' | 'deployed' | 'missing' | 'fillRate' | 'women' | 'womenShare' | 'asAt'>;

/** Authorized, deployed, the rate and women. */
export function keyFigures(totals: Totals, speech: Speech): KeyFigure[] {
  const { authorized, deployed, missing, fillRate, women, womenShare, asAt } = totals;
  const { headline, notKnown } = speech.words;
  const number = (value: number | null): string => (value === null ? notKnown : speech.number(value));
  return [
    { label: headline.figures.authorized, value: number(authorized), detail: headline.observed(speech.day(asAt)) },
    { label: headline.figures.deployed, value: number(deployed), detail: missing === null ? '' : shortfallText(missing, speech) },
    { label: headline.figures.fillRate, value: fillRate === null ? notKnown : speech.share(fillRate), detail: '' },
    {
      label: headline.figures.women,
      value: number(women),
      detail: womenShare === null ? '' : headline.ofAuthorized(speech.share(womenShare)),
    },
  ];
}

export const shortfallText = (missing: number, speech: Speech): string =>
  missing < 0 ? speech.words.headline.over(speech.number(-missing)) : speech.words.headline.under(speech.number(missing));

function sentence({ components, asAt }: Headline, speech: Speech): string {
  const { headline } = speech.words;
  const parts = components
    .filter(({ authorized }) => authorized !== null)
    .map(({ component, authorized, deployed, fillRate, womenShare }) =>
      deployed === null || fillRate === null
        ? headline.unknown(component)
        : headline.component({
            component,
            deployed: speech.number(deployed),
            authorized: speech.number(authorized!),
            fillRate: speech.share(fillRate),
            women: womenShare === null ? null : speech.share(womenShare),
          }),
    );
  if (parts.length === 0) return `${headline.observed(speech.day(asAt))}.`;
  return `${headline.observed(speech.day(asAt))}, ${speech.list(parts)}.`;
}

function componentRow(line: ComponentLine, speech: Speech): readonly Cell[] {
  return [
    speech.text(speech.words.components[line.component]),
    ...figureCells(line, speech),
    speech.numberCell(line.committed),
    speech.numberCell(line.pledged),
    ...womenCells(line, speech),
    speech.dayCell(line.observedOn),
    speech.text(line.resolution ?? '–'),
  ];
}

const figureCells = (
  { authorized, deployed, missing, fillRate }: Pick<Headline, 'authorized' | 'deployed' | 'missing' | 'fillRate'>,
  speech: Speech,
): readonly Cell[] => [
  authorized === null ? speech.text('–', 'quiet') : speech.numberCell(authorized),
  speech.numberCell(deployed),
  missing === null ? speech.text('–', 'quiet') : speech.numberCell(missing),
  speech.shareCell(fillRate),
];

const womenCells = ({ women, womenShare }: Pick<Headline, 'women' | 'womenShare'>, speech: Speech): readonly Cell[] => [
  speech.numberCell(women),
  speech.shareCell(womenShare),
];

function totalRow(headline: Headline, speech: Speech): readonly Cell[] {
  const sum = (of: 'committed' | 'pledged'): number | null =>
    headline.components.some((component) => component[of] === null)
      ? null
      : headline.components.reduce((total, component) => total + component[of]!, 0);
  return [
    speech.text(speech.words.total),
    ...figureCells(headline, speech),
    speech.numberCell(sum('committed')),
    speech.numberCell(sum('pledged')),
    ...womenCells(headline, speech),
    speech.dayCell(headline.observedOn),
    speech.text(''),
  ];
}
