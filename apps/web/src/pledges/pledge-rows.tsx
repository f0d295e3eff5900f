import { daysBetween, type Day, type PledgeLine } from '@muster/force-generation';
import { DayText } from '../figures/day-text.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { counted } from '../words/count-words.js';
import { countryWord } from '../words/country-word.js';
import { distanceInWords } from '../words/day-words.js';
import { capabilityInWords, idInWords } from '../words/name-words.js';
import { moverInWords, stepInWords } from '../words/pledge-words.js';
import { PledgeDetails } from './pledge-details.js';

interface Props {
  readonly name: string;
  readonly line: PledgeLine;
  readonly today: Day;
  readonly asOf: Day | undefined;
  readonly changes: number;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** Two states may have given one id: whose pledge it is belongs to its name. */
export const nameOf = ({ mission, contributor, pledge }: PledgeLine): string =>
  `${mission ?? 'standby'}-${contributor}-${pledge}`;

/** A pledge in one row, and all that is told of it in a second one while it is open. */
export const PledgeRows = ({ name, line, today, asOf, changes, isOpen, toggle }: Props) => (
  <>
    <tr id={name} data-pledge={line.pledge} class={isOpen ? 'is-open' : ''}>
      <th scope="row" class="gap-cell">
        <button type="button" class="gap" aria-expanded={isOpen} aria-controls={`${name}-details`} onClick={toggle}>
          <span class="gap-mark" aria-hidden="true" />
          {countryWord(line.contributor)}, {capabilityInWords(line.capability)}
        </button>{' '}
        <IllustrativeMark illustrative={line.illustrative} />
        <span class="under">
          {counted(line.units, 'unit')}, {counted(line.personnel, 'person')}, level {line.level}
        </span>
      </th>
      <td data-label="For">
        {line.mission ?? <span class="muted">no mission yet</span>}
        {line.requirement !== null && <span class="under">{idInWords(line.requirement, [line.location ?? ''])}</span>}
      </td>
      <td data-label="On this stage">
        {counted(daysBetween(line.since, today), 'day')}
        <span class="under">
          since <DayText day={line.since} />
        </span>
      </td>
      <td data-label="Waits for">
        {line.next === null ? (
          <span class="muted">nothing more</span>
        ) : (
          <>
            {stepInWords(line.next)}
            <span class="under">{moverInWords(line.next)}</span>
          </>
        )}
      </td>
      <td data-label="Valid until">
        {line.lapsesOn === null ? (
          <span class="muted">–</span>
        ) : (
          <>
            <DayText day={line.lapsesOn} />
            <span class="under">{distanceInWords(line.lapsesOn, today)}</span>
          </>
        )}
      </td>
    </tr>
    {isOpen && (
      <tr class="details-row">
        <td colSpan={5} id={`${name}-details`}>
          <PledgeDetails line={line} asOf={asOf} changes={changes} />
        </td>
      </tr>
    )}
  </>
);
