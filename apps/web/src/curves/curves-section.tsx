import type { Day } from '@muster/force-generation';
import { useMemo, useState } from 'preact/hooks';
import { strengthFigures, type ComponentCurves, type CurvesAnswer } from '../doors.js';
import { Section } from '../figures/section.js';
import { count } from '../words/count-words.js';
import { shortDay } from '../words/day-words.js';
import { capitalized } from '../words/name-words.js';
import { dailyStrength, daysOf, type DailyStrength } from './daily-values.js';
import { MonthEndsTable } from './month-ends-table.js';
import { StrengthChart } from './strength-chart.js';

/** Two years back and one ahead: what was authorized, what was there, and what is to come. */
export function CurvesSection({ answer }: { readonly answer: CurvesAnswer }) {
  const { from, to, today, components } = answer;
  const days = useMemo(() => daysOf(from, to), [from, to]);
  const [fromZero, setFromZero] = useState(false);
  return (
    <Section
      id="curves"
      title="Strength over time"
      says="Two years back and one ahead. The past as today’s facts tell it; ahead, what is planned and offered."
    >
      <label class="from-zero">
        <input type="checkbox" checked={fromZero} onChange={({ currentTarget }) => setFromZero(currentTarget.checked)} /> Scale
        from 0
      </label>
      <div class="charts">
        {components.map((curves) => (
          <ComponentChart key={curves.component} curves={curves} days={days} today={today} fromZero={fromZero} />
        ))}
      </div>
    </Section>
  );
}

interface Props {
  readonly curves: ComponentCurves;
  readonly days: readonly Day[];
  readonly today: Day;
  readonly fromZero: boolean;
}

function ComponentChart({ curves, days, today, fromZero }: Props) {
  const strength = useMemo(() => dailyStrength(curves, days, today), [curves, days, today]);
  const [pointed, point] = useState<number | null>(null);
  const title = capitalized(curves.component);
  return (
    <figure class="chart-figure">
      <figcaption>
        <h3>{title}</h3>
        <ChartLegend
          strength={strength}
          index={pointed ?? days.indexOf(today)}
          day={days[pointed ?? days.indexOf(today)] ?? today}
        />
      </figcaption>
      <StrengthChart
        title={`${title}: strength over time`}
        days={days}
        strength={strength}
        held={curves.held}
        today={today}
        fromZero={fromZero}
        point={point}
      />
      <p class="chart-note">
        {curves.held.length > 0 &&
          'Shaded: days whose figure rests on a value that was held because the published one looked wrong. '}
        {!fromZero && 'The scale does not begin at 0.'}
      </p>
      <details class="folded">
        <summary>Month ends as a table</summary>
        <MonthEndsTable title={title} days={days} strength={strength} today={today} />
      </details>
    </figure>
  );
}

interface LegendProps {
  readonly strength: DailyStrength;
  readonly index: number;
  readonly day: Day;
}

/** The values on the day that is pointed at, else today's: always the same width, so that nothing jumps. */
const ChartLegend = ({ strength, index, day }: LegendProps) => (
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
          {figure}
        </dt>
        <dd>{count(strength[figure][index])}</dd>
      </div>
    ))}
  </dl>
);
