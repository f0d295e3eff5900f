import type { FigureState } from '../doors.js';

const words: Readonly<Record<Exclude<FigureState, 'known'>, string>> = {
  suspect: 'suspect',
  stale: 'too old',
  unknown: 'not known',
};

const reasons: Readonly<Record<Exclude<FigureState, 'known'>, string>> = {
  suspect: 'A published figure looks wrong; the one before goes on until it is confirmed or corrected.',
  stale: 'No return has come for so long that nobody knows the strength of today.',
  unknown: 'There is no return that tells this figure.',
};

/** Says that a figure cannot be relied on, and why; nothing where it can. */
export const StateChip = ({ state }: { readonly state: FigureState }) =>
  state === 'known' ? null : (
    <abbr class={`chip chip-${state}`} title={reasons[state]}>
      {words[state]}
    </abbr>
  );
