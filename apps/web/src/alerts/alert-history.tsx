import { doors, type Saying } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { SeverityMark } from '../figures/severity-mark.js';
import { changesInWords } from '../words/changes-in-words.js';
import { figuresInWords } from '../words/figures-in-words.js';
import { idInWords } from '../words/name-words.js';

/** Sayings on show before the rest is folded away. */
const shownAtOnce = 8;
const mostCauses = 3;

const inWords = ({ type, resolution }: Saying): string =>
  `${idInWords(type.replace('muster.Alert', ''))}${resolution === undefined ? '' : `: ${resolution}`}`;

/** What was said of the alert, and when, the newest first. */
export const AlertHistory = ({ sayings }: { readonly sayings: readonly Saying[] }) => {
  const newestFirst = [...sayings].reverse();
  const [shown, folded] = [newestFirst.slice(0, shownAtOnce), newestFirst.slice(shownAtOnce)];
  return (
    <>
      <ol class="history">{shown.map(line)}</ol>
      {folded.length > 0 && (
        <details class="folded">
          <summary>{folded.length} more</summary>
          <ol class="history">{folded.map(line)}</ol>
        </details>
      )}
    </>
  );
};

const line = (saying: Saying) => (
  <li key={saying.position}>
    <DayText day={saying.on} /> <strong>{inWords(saying)}</strong>{' '}
    <SeverityMark severity={saying.severity} state={saying.state} />
    <span class="under">{figuresInWords(saying, saying.on)}</span>
    {changesOf(saying).map((change) => (
      <span key={change} class="under">
        {change}
      </span>
    ))}
    <Causes of={saying.causes} />
  </li>
);

const changesOf = (saying: Saying): readonly string[] =>
  saying.previous === undefined ? [] : changesInWords(saying.previous, saying);

/** The facts that made the difference; the turn of the day is one. */
const Causes = ({ of: causes }: { readonly of: readonly number[] }) =>
  causes.length === 0 ? null : (
    <span class="under">
      because of{' '}
      {causes.slice(0, mostCauses).map((position, index) => (
        <span key={position}>
          {index > 0 && ', '}
          <a href={doors.fact(position)} target="_blank" rel="noreferrer">
            fact {position}
          </a>
        </span>
      ))}
      {causes.length > mostCauses && ` and ${causes.length - mostCauses} more`}
    </span>
  );
