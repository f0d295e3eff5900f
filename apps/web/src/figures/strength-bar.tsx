import { count, percent } from '../words/count-words.js';

interface Props {
  readonly authorized: number | null;
  readonly deployed: number | null;
  /** How many ceilings wide the bar is; a strength beyond that has a scale of its own, and its ceiling moves to the left. */
  readonly widest?: number;
}

const height = 12;
const width = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;

/** Strength against the ceiling. What is over the ceiling stands beyond its mark, hatched: nothing is cut off. */
export function StrengthBar({ authorized, deployed, widest = 1.12 }: Props) {
  if (authorized === null || deployed === null) return <div class="bar bar-none" />;
  const whole = Math.max(widest * authorized, deployed, 1);
  const within = Math.min(deployed, authorized);
  const share = authorized === 0 ? '' : `, ${percent(deployed / authorized)}`;
  return (
    <svg class="bar" width="100%" height={height} role="img" aria-label={`${count(deployed)} of ${count(authorized)}${share}`}>
      <rect class="bar-room" y="2" width={width(authorized, whole)} height={height - 4} />
      <rect class="bar-deployed" y="2" width={width(within, whole)} height={height - 4} />
      {deployed > authorized && (
        <rect
          class="bar-beyond"
          y="2"
          x={width(authorized, whole)}
          width={width(deployed - authorized, whole)}
          height={height - 4}
          fill="url(#beyond)"
        />
      )}
      <rect class="bar-ceiling" x={width(authorized, whole)} width="2" height={height} />
    </svg>
  );
}
