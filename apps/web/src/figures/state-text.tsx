import type { Day } from '@muster/force-generation';
import type { FigureState } from '../doors.js';
import { ageInWords, longDay } from '../words/day-words.js';
import { StateChip } from './state-chip.js';

interface Props {
  readonly state: FigureState;
  readonly observedOn: Day | null;
  readonly today: Day;
}

/** How far a figure can be relied on, and the day that it speaks of, as a sentence. */
export const StateText = ({ state, observedOn, today }: Props) => (
  <span class="state">
    <StateChip state={state} />{' '}
    {observedOn === null ? 'No return is known yet.' : `Figures as at ${longDay(observedOn)}, ${ageInWords(observedOn, today)}.`}
  </span>
);
