import type { Day } from '@muster/force-generation';
import type { ComponentFigures } from '../doors.js';
import { StateText } from '../figures/state-text.js';
import { StrengthBar } from '../figures/strength-bar.js';
import { count, percent } from '../words/count-words.js';
import { capitalized } from '../words/name-words.js';

interface Props {
  readonly figures: ComponentFigures;
  readonly today: Day;
}

/** One component: what is there, of what, and what is missing. */
export const ComponentCard = ({ figures, today }: Props) => {
  const { component, authorized, resolution, deployed, missing, state, observedOn } = figures;
  return (
    <div class="card" data-component={component}>
      <h2>{capitalized(component)}</h2>
      <p class="big">
        <strong data-figure="deployed">{count(deployed)}</strong>
        <span>
          {' '}
          of <span data-figure="authorized">{count(authorized)}</span> authorized
        </span>
      </p>
      <StrengthBar authorized={authorized} deployed={deployed} />
      <dl class="figures">
        <div class={missing !== null && missing < 0 ? 'over' : ''}>
          <dt>{missing !== null && missing < 0 ? 'Over the ceiling' : 'Missing'}</dt>
          <dd>
            <span data-figure="missing">{missing === null ? '–' : count(Math.abs(missing))}</span>
            {missing !== null && authorized ? <small> {percent(Math.abs(missing) / authorized)}</small> : null}
          </dd>
        </div>
        <Figure name="Committed" persons={figures.committed} />
        <Figure name="With pledges" persons={figures.pledged} />
        <Figure name="Women" persons={figures.women} share={figures.womenShare} />
      </dl>
      <p class="card-note">
        <StateText state={state} observedOn={observedOn} today={today} />
        <Published figures={figures} />
        {resolution !== null && <span class="source">Ceiling: {resolution}</span>}
      </p>
    </div>
  );
};

const Figure = ({
  name,
  persons,
  share,
}: {
  readonly name: string;
  readonly persons: number | null;
  readonly share?: number | null;
}) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {count(persons)}
      {share !== undefined && share !== null && <small> {percent(share)}</small>}
    </dd>
  </div>
);

/** Where the figure is not the published one, what was published. */
const Published = ({ figures: { reported, deployed, state } }: { readonly figures: ComponentFigures }) =>
  reported === null || deployed === null || reported === deployed ? null : (
    <span class="published">
      {`Published: ${count(reported)}. `}
      {state === 'suspect'
        ? `A difference of ${count(Math.abs(deployed - reported))} goes on from the return before.`
        : 'Units came or left since.'}
    </span>
  );
