import type { RequirementsAnswer, TasksAnswer } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { Section } from '../figures/section.js';
import { distanceInWords } from '../words/day-words.js';
import { capitalized } from '../words/name-words.js';
import { datesAhead } from './dates-ahead.js';

interface Props {
  readonly requirements: RequirementsAnswer;
  readonly tasks: TasksAnswer;
}

/** One list of everything that is known to come. */
export const DatesAheadSection = ({ requirements, tasks }: Props) => {
  const { today } = requirements;
  const dates = datesAhead(requirements.requirements, tasks.tasks, today);
  return (
    <Section id="dates" title="Dates ahead" says="Arrivals, departures, pledges that lapse, days of need and the ends of tasks.">
      {dates.length === 0 ? (
        <p class="empty">Nothing is known to come.</p>
      ) : (
        <table class="dates-table stacking">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">In</th>
              <th scope="col">Event</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {dates.map(({ day, kind, what }) => (
              <tr key={day + kind + what}>
                <th scope="row">
                  <DayText day={day} />
                </th>
                <td class="distance">{distanceInWords(day, today).replace('in ', '')}</td>
                <td class="kind">{capitalized(kind)}</td>
                <td class="what">{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
};
