import type { Day } from '@muster/force-generation';
import type { NeedMet, Requirement, RequirementSupply } from '../doors.js';
import { strengths } from './strengths.js';
import { DayText } from '../figures/day-text.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { SeverityMark } from '../figures/severity-mark.js';
import { count } from '../words/count-words.js';
import { countryWord } from '../words/country-word.js';
import { distanceInWords, shortDay } from '../words/day-words.js';
import { capabilityInWords, capitalized, idInWords } from '../words/name-words.js';

interface Props {
  readonly requirement: Requirement;
  readonly today: Day;
  readonly openAlert: (key: string) => void;
}

/** One requirement: what is needed, who meets it, and how much of it in each strength. */
export const RequirementRow = ({ requirement, today, openAlert }: Props) => {
  const { alert, met } = requirement;
  return (
    <tr class={met ? 'met' : ''}>
      <th scope="row">
        {idInWords(requirement.requirement, [requirement.location ?? ''])}{' '}
        <IllustrativeMark illustrative={requirement.illustrative} />
        <span class="under">
          {capabilityInWords(requirement.capability)}
          {requirement.location !== undefined && `, ${requirement.location}`}
        </span>
        <ul class="supply">
          {requirement.supply.map((item) => (
            <li key={item.name}>{supplyInWords(item, today)}</li>
          ))}
        </ul>
      </th>
      <td data-label="Needed by">
        <DayText day={requirement.requiredBy} />
        {!met && <span class="under">{distanceInWords(requirement.requiredBy, today)}</span>}
      </td>
      <NeedCells group="Units" need={requirement.units} isShort={!met} />
      <NeedCells group="Persons" need={requirement.personnel} isShort={!met} />
      <td data-label="State">
        {alert === undefined ? (
          <span class="muted">{met ? 'met' : 'not met yet'}</span>
        ) : (
          <button type="button" class="bare" onClick={() => openAlert(alert.key)} title="Open the alert">
            <SeverityMark severity={alert.severity} state={alert.state} />
          </button>
        )}
      </td>
    </tr>
  );
};

interface NeedProps {
  readonly group: string;
  readonly need: NeedMet;
  readonly isShort: boolean;
}

const NeedCells = ({ group, need, isShort }: NeedProps) => (
  <>
    {strengths.map((strength) => (
      <td
        key={strength}
        class={`number ${strength === 'required' ? 'first' : ''} ${isShort && need[strength] < need.required ? 'short' : ''}`}
        data-label={strength === 'required' ? `${group} required` : capitalized(strength)}
      >
        {count(need[strength])}
      </td>
    ))}
  </>
);

/** `Egypt: 200 committed, arrives 15 Jun 2018`. */
function supplyInWords(
  { contributor, name, personnel, strength, from, leavesOn, validUntil, late }: RequirementSupply,
  today: Day,
): string {
  const who = contributor === undefined ? idInWords(name) : countryWord(contributor);
  const when = strength === 'deployed' ? '' : from > today ? `, from ${shortDay(from)}` : `, due ${shortDay(from)}`;
  const ends =
    leavesOn !== undefined
      ? `, leaves ${shortDay(leavesOn)}`
      : validUntil !== undefined
        ? `, lapses after ${shortDay(validUntil)}`
        : '';
  return `${who}: ${count(personnel)} ${strength}${when}${ends}${late ? ' (late)' : ''}`;
}
