import { addDays, daysBetween, type Component, type Day, type MonthlyReport } from '@muster/force-generation';
import { heading, type Block } from '../document.js';
import { escaped } from '../formats/escaped.js';
import type { Speech } from '../words/speech.js';

type Curves = MonthlyReport['curves']['components'][number];
const shown = ['authorized', 'pledged', 'committed', 'deployed'] as const;
type Shown = (typeof shown)[number];

/** Dashes tell the curves apart where nobody prints in colour. */
const lines: Readonly<Record<Shown, string>> = {
  authorized: 'stroke="#1f2933" stroke-width="1.6"',
  deployed: 'stroke="#0b6fb8" stroke-width="2.2"',
  committed: 'stroke="#2f855a" stroke-width="1.6" stroke-dasharray="6 3"',
  pledged: 'stroke="#b7791f" stroke-width="1.6" stroke-dasharray="2 3"',
};

const size = { width: 680, height: 230 };
const frame = { left: 52, right: 668, top: 34, bottom: 200 };

/** A chart for each component that has a figure. */
export function chartSection({ curves, asAt }: MonthlyReport, speech: Speech): Block[] {
  const charts = curves.components.filter((component) => highest(component) > 0);
  if (charts.length === 0) return [];
  return [
    heading(speech.words.chart.heading, 3),
    ...charts.map((component): Block => ({
      kind: 'picture',
      svg: chart(component, { from: curves.from, to: curves.to, asAt }, speech),
      alternative: speech.words.chart.alternative(speech.words.components[component.component]),
      ...size,
    })),
  ];
}

interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly asAt: Day;
}

const stepsOf = (curves: Curves, figure: Shown): readonly (readonly [Day, number | null])[] => curves[figure] ?? [];

const highest = (curves: Curves): number =>
  Math.max(0, ...shown.flatMap((figure) => stepsOf(curves, figure).map(([, value]) => value ?? 0)));

function chart(curves: Curves, span: Span, speech: Speech): string {
  const { step, top } = scaleOf(highest(curves));
  const days = daysBetween(span.from, span.to);
  const x = (day: Day): number => frame.left + ((frame.right - frame.left) * daysBetween(span.from, day)) / days;
  const y = (value: number): number => frame.bottom - ((frame.bottom - frame.top) * value) / top;
  const places = { x, y };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" font-family="Roboto, Arial, sans-serif" font-size="10" fill="#52606d">`,
    legend(curves.component, speech),
    ...grid(top, step, places, speech),
    ...ticks(span, places, speech),
    `<line x1="${at(x(span.asAt))}" x2="${at(x(span.asAt))}" y1="${frame.top}" y2="${frame.bottom}" stroke="#9aa5b1" stroke-dasharray="1 2"/>`,
    ...shown.map((figure) => `<path fill="none" ${lines[figure]} d="${pathOf(stepsOf(curves, figure), span.to, places)}"/>`),
    '</svg>',
  ].join('');
}

interface Places {
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
}

const at = (place: number): string => (Math.round(place * 10) / 10).toString();

/** Some four lines of round numbers. */
function scaleOf(most: number): { readonly step: number; readonly top: number } {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * [1, 2, 2.5, 5, 10].find((times) => times * power >= rough)!);
  return { step, top: step * Math.ceil((most * 1.02) / step) };
}

const grid = (top: number, step: number, { y }: Places, speech: Speech): string[] =>
  Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step).map(
    (value) =>
      `<line x1="${frame.left}" x2="${frame.right}" y1="${at(y(value))}" y2="${at(y(value))}" stroke="${value === 0 ? '#7b8794' : '#e4e7eb'}"/>` +
      `<text x="${frame.left - 6}" y="${at(y(value) + 3.5)}" text-anchor="end">${escaped(speech.number(value))}</text>`,
  );

/** Every sixth month; the year stands where it changes. */
function ticks({ from, to, asAt }: Span, { x }: Places, speech: Speech): string[] {
  const texts: string[] = [];
  for (let day = `${from.slice(0, 8)}01`; day <= to; day = `${addDays(day, 31).slice(0, 8)}01`) {
    if (day < from || !['01', '07'].includes(day.slice(5, 7))) continue;
    texts.push(
      `<line x1="${at(x(day))}" x2="${at(x(day))}" y1="${frame.bottom}" y2="${frame.bottom + 4}" stroke="#7b8794"/>` +
        `<text x="${at(x(day))}" y="${frame.bottom + 16}" text-anchor="middle">${escaped(speech.month(day.slice(0, 7)))}</text>`,
    );
  }
  const today = `${speech.words.chart.today}`;
  return [
    ...texts,
    `<text x="${at(x(asAt) - 4)}" y="${frame.bottom - 5}" text-anchor="end" font-size="9">${escaped(today)}</text>`,
  ];
}

function legend(component: Component, speech: Speech): string {
  const { chart: words, components } = speech.words;
  const entries = (['authorized', 'deployed', 'committed', 'pledged'] as const).map((figure, index) => {
    const left = 190 + index * 122;
    return (
      `<line x1="${left}" x2="${left + 26}" y1="14" y2="14" ${lines[figure]}/>` +
      `<text x="${left + 32}" y="17.5">${escaped(words[figure])}</text>`
    );
  });
  return `<text x="0" y="18" font-size="12" font-weight="bold" fill="#1f2933">${escaped(components[component])}</text>${entries.join('')}`;
}

/** Level until the next step; broken where the figure is not known. */
function pathOf(steps: readonly (readonly [Day, number | null])[], to: Day, { x, y }: Places): string {
  const path: string[] = [];
  steps.forEach(([day, value], index) => {
    if (value === null) return;
    const before = steps[index - 1]?.[1];
    const end = steps[index + 1]?.[0] ?? (index === 0 ? to : to);
    const from = `${at(x(day))} ${at(y(value))}`;
    path.push(before === undefined || before === null ? `M${from}` : `V${at(y(value))}`, `H${at(x(end))}`);
  });
  return path.join('');
}
