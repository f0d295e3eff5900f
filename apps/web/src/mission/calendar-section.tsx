import type { CalendarAnswer } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { Section } from '../figures/section.js';
import { entryInWords, kindInWords } from '../words/calendar-words.js';
import { distanceInWords } from '../words/day-words.js';

interface Props {
  readonly answer: CalendarAnswer;
  readonly places: readonly string[];
}

/** One list of everything that is known to come, and of what should have come. */
export const CalendarSection = ({ answer: { entries, today }, places }: Props) => (
  <Section
    id="dates"
    title="Dates ahead"
    says="What the next twelve months bring by themselves: arrivals, departures, days uncovered, ends; and what is overdue."
  >
    {entries.length === 0 ? (
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
          {entries.map((entry) => (
            <tr key={entry.on + entry.kind + entry.subject} class={`date-${entry.kind}`}>
              <th scope="row">
                <DayText day={entry.on} />
              </th>
              <td class="distance">{distanceInWords(entry.on, today).replace('in ', '')}</td>
              <td class="kind">
                {kindInWords(entry.kind)}
                {entry.late && <span class="over"> overdue</span>}
              </td>
              <td class="what">{entryInWords(entry, places)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Section>
);
