import { addDays, type Day } from '@muster/force-generation';
import uPlot from 'uplot';
import type { HeldDays, StrengthFigure } from '../doors.js';
import { count } from '../words/count-words.js';
import { monthOf } from '../words/day-words.js';
import type { ChartColours } from './chart-colours.js';

/** uPlot counts in seconds. */
export const secondsOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 1000;
const dayOf = (seconds: number): Day => new Date(1000 * seconds).toISOString().slice(0, 10);

export interface ChartAsked {
  readonly width: number;
  readonly height: number;
  readonly colours: ChartColours;
  readonly today: Day;
  readonly dayName: string;
  readonly held: readonly HeldDays[];
  readonly fromZero: boolean;
  readonly point: (index: number | null) => void;
}

/** Each figure has its own line, so that they are told apart without colour. */
const dashes: Readonly<Record<StrengthFigure, number[] | undefined>> = {
  authorized: undefined,
  deployed: undefined,
  committed: [7, 4],
  pledged: [2, 3],
};
const widths: Readonly<Record<StrengthFigure, number>> = { authorized: 1.5, deployed: 2.5, committed: 1.75, pledged: 1.75 };
/** The firmest is drawn last, over those that run along with it. */
export const drawn: readonly StrengthFigure[] = ['pledged', 'committed', 'authorized', 'deployed'];

/** In pixels. After a gap uPlot draws the step up from the value before it: half of that would show at the gap's end. */
const widestLine = 3;

function seriesOf(figure: StrengthFigure, colours: ChartColours): uPlot.Series {
  const dash = dashes[figure];
  return {
    label: figure,
    stroke: colours[figure],
    width: widths[figure],
    ...(dash && { dash }),
    ...(uPlot.paths.stepped && { paths: uPlot.paths.stepped({ align: 1 }) }),
    points: { show: false },
    gaps: (...[, , , , gaps]) => gaps.map(([from, to]) => [from, to + widestLine]),
  };
}

export const chartOptions = (asked: ChartAsked): uPlot.Options => ({
  width: asked.width,
  height: asked.height,
  tzDate: (seconds) => uPlot.tzDate(new Date(1000 * seconds), 'Etc/UTC'),
  legend: { show: false },
  // Above, room for the word over today's line; beside, for half of the last day's name.
  padding: [20, 30, 0, 0],
  cursor: { drag: { x: false, y: false }, y: false, points: { size: 7 } },
  scales: { x: { time: true }, y: { range: (_chart, least, most) => rangeOf(least, most, asked.fromZero) } },
  series: [{}, ...drawn.map((figure) => seriesOf(figure, asked.colours))],
  axes: [dayAxis(asked), personsAxis(asked)],
  hooks: {
    drawClear: [(chart) => markHeld(chart, asked)],
    draw: [(chart) => markToday(chart, asked)],
    setCursor: [(chart) => asked.point(chart.cursor.idx ?? null)],
  },
});

/** A little room above and below; a flat line gets some of its own. */
function rangeOf(least: number | null, most: number | null, fromZero: boolean): [number, number] {
  if (least === null || most === null) return [0, 1];
  const room = Math.max(0.08 * (most - least), 0.01 * most, 1);
  return [fromZero ? 0 : Math.max(0, least - room), most + room];
}

const axis = ({ colours }: ChartAsked): uPlot.Axis => ({
  stroke: colours.quiet,
  grid: { stroke: colours.grid, width: 1 },
  ticks: { stroke: colours.grid, width: 1, size: 4 },
  font: '12px system-ui, sans-serif',
});

/** Quarters on a wide chart, half-years on a narrow one, years on a phone. */
const dayAxis = (asked: ChartAsked): uPlot.Axis => ({
  ...axis(asked),
  size: 30,
  splits: (_chart, _index, least, most) =>
    monthStarts(dayOf(least), dayOf(most), asked.width < 480 ? 12 : asked.width < 820 ? 6 : 3).map(secondsOf),
  values: (_chart, splits) => splits.map((seconds) => monthOf(dayOf(seconds))),
});

const personsAxis = (asked: ChartAsked): uPlot.Axis => ({
  ...axis(asked),
  size: 56,
  values: (_chart, splits) => splits.map((persons) => (Number.isInteger(persons) ? count(persons) : '')),
});

function monthStarts(from: Day, to: Day, every: number): Day[] {
  const starts: Day[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 31).slice(0, 7)}-01`) {
    if (day >= from && (Number(day.slice(5, 7)) - 1) % every === 0) starts.push(day);
  }
  return starts;
}

/** Days on which the figure rests on a value that was held. */
function markHeld(chart: uPlot, { held, colours }: ChartAsked): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.fillStyle = colours.held;
  for (const { from, until, state } of held) {
    const left = chart.valToPos(secondsOf(from), 'x', true);
    const right = chart.valToPos(secondsOf(addDays(until, 1)), 'x', true);
    ctx.globalAlpha = state === 'suspect' ? 0.3 : 0.14;
    ctx.fillRect(left, bbox.top, Math.max(2, right - left), bbox.height);
  }
  ctx.restore();
}

function markToday(chart: uPlot, { today, dayName, colours }: ChartAsked): void {
  const { ctx, bbox } = chart;
  const x = Math.round(chart.valToPos(secondsOf(today), 'x', true));
  ctx.save();
  ctx.strokeStyle = colours.today;
  ctx.fillStyle = colours.today;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.textAlign = 'center';
  ctx.fillText(dayName, x, bbox.top - 6 * devicePixelRatio);
  ctx.restore();
}
