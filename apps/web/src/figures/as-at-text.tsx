import type { Day } from '@muster/force-generation';
import type { FigureState } from '../doors.js';
import { ageInWords } from '../words/day-words.js';
import { DayText } from './day-text.js';
import { StateChip } from './state-chip.js';

interface Props {
  readonly state: FigureState;
  readonly observedOn: Day | null;
  readonly today: Day;
}

/** The day that figures speak of and how far they can be relied on, in the room of a table's cell. */
export const AsAtText = ({ state, observedOn, today }: Props) =>
  observedOn === null ? (
    <span class="muted">no return yet</span>
  ) : (
    <>
      <DayText day={observedOn} />{' '}
      <span class="under">
        {ageInWords(observedOn, today)} <StateChip state={state} />
      </span>
    </>
  );
