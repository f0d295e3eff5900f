import type { StrengthFigure } from '../doors.js';

export type ChartColours = Readonly<Record<StrengthFigure | 'ink' | 'quiet' | 'grid' | 'held' | 'today', string>>;

const names = ['authorized', 'deployed', 'committed', 'pledged', 'ink', 'quiet', 'grid', 'held', 'today'] as const;

/** The chart's colours as the style sheet gives them now: a canvas does not follow the style by itself. */
export function chartColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--chart-${name}`).trim()])) as ChartColours;
}
