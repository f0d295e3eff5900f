import type { Day } from '@muster/force-generation';
import { strengthFigures } from '../doors.js';
import { count } from '../words/count-words.js';
import { shortDay } from '../words/day-words.js';
import { capitalized } from '../words/name-words.js';
import { monthEnds, type DailyStrength } from './daily-values.js';

interface Props {
  readonly title: string;
  readonly limit: 'authorized' | 'required';
  readonly days: readonly Day[];
  readonly strength: DailyStrength;
  readonly today: Day;
  readonly dayName: string;
}

/** What the chart draws, in figures. */
export const MonthEndsTable = ({ title, limit, days, strength, today, dayName }: Props) => (
  <table class="month-ends">
    <caption class="hidden">{title}: strength at month ends</caption>
    <thead>
      <tr>
        <th scope="col">Day</th>
        {strengthFigures.map((figure) => (
          <th key={figure} scope="col" class="number">
            {capitalized(figure === 'authorized' ? limit : figure)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {monthEnds(days, today).map((index) => {
        const day = days[index]!;
        return (
          <tr key={day} class={day === today ? 'is-today' : ''}>
            <th scope="row">
              {shortDay(day)}
              {day === today && ` (${dayName})`}
            </th>
            {strengthFigures.map((figure) => (
              <td key={figure} class="number">
                {count(strength[figure][index])}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  </table>
);
