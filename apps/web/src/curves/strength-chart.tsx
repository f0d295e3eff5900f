import type { Day } from '@muster/force-generation';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { HeldDays } from '../doors.js';
import { chartColours } from './chart-colours.js';
import { chartOptions, drawn, secondsOf } from './chart-options.js';
import type { DailyStrength } from './daily-values.js';
import { useTheme } from './use-theme.js';
import { useWidth } from './use-width.js';

interface Props {
  readonly title: string;
  readonly days: readonly Day[];
  readonly strength: DailyStrength;
  readonly held: readonly HeldDays[];
  readonly today: Day;
  readonly dayName: string;
  readonly fromZero: boolean;
  /** The index of the day that is pointed at, or null. */
  readonly point: (index: number | null) => void;
}

const height = 260;

/** The lines themselves; the same figures stand in a table beside. */
export function StrengthChart({ title, days, strength, held, today, dayName, fromZero, point }: Props) {
  const { element, width } = useWidth<HTMLDivElement>();
  const theme = useTheme();
  const chart = useRef<uPlot>(undefined);
  const table = [days.map(secondsOf), ...drawn.map((figure) => strength[figure])] as unknown as uPlot.AlignedData;

  // At once, not after the next frame: a page that is being printed has no next frame.
  useLayoutEffect(() => {
    if (width === 0 || element.current === null) return undefined;
    const asked = { width, height, colours: chartColours(), today, dayName, held, fromZero, point };
    const made = (chart.current = new uPlot(chartOptions(asked), table, element.current));
    return () => made.destroy();
    // What a new answer changes goes in below, without drawing everything anew.
  }, [width, theme, today, dayName, fromZero, JSON.stringify(held)]);
  useEffect(() => chart.current?.setData(table), [days, strength]);

  return <div ref={element} class="chart" role="img" aria-label={`${title}; the same figures are in the table below`} />;
}
