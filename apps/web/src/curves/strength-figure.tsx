import type { Day } from '@muster/force-generation';
import { useMemo, useState } from 'preact/hooks';
import { strengthFigures, type HeldDays, type StrengthCurves } from '../doors.js';
import { count } from '../words/count-words.js';
import { shortDay } from '../words/day-words.js';
import { dailyStrength, type DailyStrength } from './daily-values.js';
import { MonthEndsTable } from './month-ends-table.js';
import { StrengthChart } from './strength-chart.js';

interface Props {
  readonly title: string;
  /** What stands beside the title. */
  readonly says?: string;
  readonly curves: StrengthCurves;
  /** What the strengths are held against. */
  readonly limit: 'authorized' | 'required';
  readonly held: readonly HeldDays[];
  readonly days: readonly Day[];
  readonly today: Day;
  /** What that day is called: of a page as of another day it is not today. */
  readonly dayName: string;
  readonly fromZero: boolean;
}

/** Strengths over time against their limit: the lines, the values of one day, and the same figures as a table. */
export function StrengthFigure({ title, says, curves, limit, held, days, today, dayName, fromZero }: Props) {
  const strength = useMemo(() => dailyStrength(curves, days, today), [curves, days, today]);
  const [pointed, point] = useState<number | null>(null);
  const index = pointed ?? days.indexOf(today);
  return (
    <figure class="chart-figure">
      <figcaption>
        <h3>
          {title}
          {says !== undefined && <span class="chart-says"> {says}</span>}
        </h3>
        <ChartLegend strength={strength} limit={limit} index={index} day={days[index] ?? today} />
      </figcaption>
      <StrengthChart
        title={`${title}: strength over time`}
        days={days}
        strength={strength}
        held={held}
        today={today}
        dayName={dayName}
        fromZero={fromZero}
        point={point}
      />
      <p class="chart-note">
        {held.length > 0 && 'Shaded: days whose figure rests on a value that was held because the published one looked wrong. '}
        {!fromZero && 'The scale does not begin at 0.'}
      </p>
      <details class="folded">
        <summary>Month ends as a table</summary>
        <MonthEndsTable title={title} limit={limit} days={days} strength={strength} today={today} dayName={dayName} />
      </details>
    </figure>
  );
}

interface LegendProps {
  readonly strength: DailyStrength;
  readonly limit: Props['limit'];
  readonly index: number;
  readonly day: Day;
}

/** The values on the day that is pointed at, else today's: always the same width, so that nothing jumps. */
const ChartLegend = ({ strength, limit, index, day }: LegendProps) => (
  <dl class="legend">
    <div class="legend-day">
      <dt class="hidden">Day</dt>
      <dd>{shortDay(day)}</dd>
    </div>
    {strengthFigures.map((figure) => (
      <div key={figure}>
        <dt>
          <svg class={`line line-${figure}`} width="22" height="8" aria-hidden="true">
            <line x1="0" y1="4" x2="22" y2="4" />
          </svg>
          {figure === 'authorized' ? limit : figure}
        </dt>
        <dd>{count(strength[figure][index])}</dd>
      </div>
    ))}
  </dl>
);
