import type { Day } from '@muster/force-generation';
import type { FigureState } from '../doors.js';
import { ageInWords } from '../words/day-words.js';
import { DayText } from './day-text.js';

const words: Readonly<Record<Exclude<FigureState, 'known'>, string>> = {
  suspect: 'suspect',
  stale: 'too old to rely on',
  unknown: 'not known',
};

const reasons: Readonly<Record<Exclude<FigureState, 'known'>, string>> = {
  suspect: 'A published figure looks wrong; the one before goes on until it is confirmed or corrected.',
  stale: 'No return has come for so long that nobody knows the strength of today.',
  unknown: 'There is no return that tells this figure.',
};

interface Props {
  readonly state: FigureState;
  readonly observedOn: Day | null;
  readonly today: Day;
}

/** How far a figure can be relied on, and the day that it speaks of. */
export const StateText = ({ state, observedOn, today }: Props) => (
  <span class="state">
    {state !== 'known' && (
      <abbr class={`chip chip-${state}`} title={reasons[state]}>
        {words[state]}
      </abbr>
    )}{' '}
    {observedOn === null ? (
      'no return yet'
    ) : (
      <>
        as at <DayText day={observedOn} />, {ageInWords(observedOn, today)}
      </>
    )}
  </span>
);
