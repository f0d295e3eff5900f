import type { ExplanationNode, FactLeaf } from '@muster/force-generation';
import { doors, type FactAnswer } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { useAnswer } from '../use-answer.js';
import { idInWords } from '../words/name-words.js';
import { factsIn } from './facts-in.js';

/** Facts that are looked up one by one; the tree links to all of them. */
const mostShown = 12;

/** The facts that the figures rest on: what they are, who says so, and what of them no source gives. */
export const FactsBehind = ({ figures }: { readonly figures: ExplanationNode }) => {
  const facts = factsIn(figures);
  return (
    <>
      <h3>Facts behind it</h3>
      <ul class="facts">
        {facts.slice(0, mostShown).map((fact) => (
          <FactLine key={fact.position} fact={fact} />
        ))}
      </ul>
      {facts.length > mostShown && <p class="muted">and {facts.length - mostShown} more in the tree</p>}
      {facts.length === 0 && <p class="muted">None: it follows from the absence of facts.</p>}
    </>
  );
};

function FactLine({ fact }: { readonly fact: FactLeaf['fact'] }) {
  const { value } = useAnswer<FactAnswer>(doors.fact(fact.position), 0);
  const event = value?.event;
  return (
    <li>
      <a href={doors.fact(fact.position)} target="_blank" rel="noreferrer">
        fact {fact.position}
      </a>{' '}
      <DayText day={fact.on} /> {event !== undefined && nameInWords(event.type)}{' '}
      <IllustrativeMark illustrative={event?.data.illustrative} />
      <span class="under">
        {/^https?:/.test(fact.source) ? (
          <a href={fact.source} target="_blank" rel="noreferrer">
            {fact.source}
          </a>
        ) : (
          fact.source
        )}
      </span>
      {event?.data.note !== undefined && <span class="under">{event.data.note}</span>}
    </li>
  );
}

const nameInWords = (type: string): string =>
  idInWords(type.replace('muster.', '').replace(/([a-z])([A-Z])/g, '$1-$2')).toLowerCase();
