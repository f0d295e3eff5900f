import type { Day } from '@muster/force-generation';
import type { OpenAlert } from '../doors.js';
import { DayText } from '../figures/day-text.js';

interface Props {
  readonly alert: OpenAlert;
  readonly today: Day;
}

/** What else is to be said of an open alert: not known now, taken on by somebody, overdue again, kept quiet. */
export const AlertStateText = ({ alert: { state, acknowledged, reopened, silencedUntil }, today }: Props) => (
  <>
    {state === 'unknown' && (
      <abbr
        class="chip chip-unknown"
        title="The figures are too old or doubtful to say whether the gap still stands. Nothing is closed on that."
      >
        unknown now
      </abbr>
    )}
    {acknowledged !== undefined && (
      <span class="under">
        {reopened ? 'Not filled as planned' : 'Acknowledged'} by {acknowledged.owner}, to be filled by{' '}
        <DayText day={acknowledged.plannedFillBy} />
      </span>
    )}
    {silencedUntil !== undefined && silencedUntil >= today && (
      <span class="under">
        Silent until <DayText day={silencedUntil} />
      </span>
    )}
  </>
);
