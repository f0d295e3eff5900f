import type { Day } from '@muster/force-generation';
import type { NeedMet, Requirement, RequirementSupply, RequirementsAnswer } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { Section } from '../figures/section.js';
import { SeverityMark } from '../figures/severity-mark.js';
import { count } from '../words/count-words.js';
import { distanceInWords, shortDay } from '../words/day-words.js';
import { countryWord } from '../words/country-word.js';
import { capabilityInWords, idInWords } from '../words/name-words.js';

interface Props {
  readonly answer: RequirementsAnswer;
  readonly openAlert: (key: string) => void;
}

const strengths = ['required', 'deployed', 'committed', 'pledged'] as const;

/** Every unit that the mission needs, and how firmly it is promised. What is not met comes first. */
export const RequirementsSection = ({ answer: { requirements, today }, openAlert }: Props) => {
  const unmetFirst = [...requirements].sort((a, b) => Number(a.met) - Number(b.met));
  return (
    <Section
      id="requirements"
      title="Requirements"
      says="What the mission needs. Committed holds what is deployed and planned; pledged holds what is committed and offered."
    >
      {requirements.length === 0 ? (
        <p class="empty">No requirement is stated.</p>
      ) : (
        <div class="wide">
          <table class="requirements-table stacking">
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  Requirement
                </th>
                <th scope="col" rowSpan={2}>
                  Needed by
                </th>
                {['Units', 'Persons'].map((group) => (
                  <th key={group} scope="colgroup" colSpan={4} class="group">
                    {group}
                  </th>
                ))}
                <th scope="col" rowSpan={2}>
                  State
                </th>
              </tr>
              <tr>
                {['units', 'persons'].flatMap((group) =>
                  strengths.map((strength) => (
                    <th key={group + strength} scope="col" class="number">
                      {idInWords(strength)}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {unmetFirst.map((requirement) => (
                <RequirementRow key={requirement.requirement} requirement={requirement} today={today} openAlert={openAlert} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
};

interface RowProps {
  readonly requirement: Requirement;
  readonly today: Day;
  readonly openAlert: (key: string) => void;
}

const RequirementRow = ({ requirement, today, openAlert }: RowProps) => {
  const { alert, met } = requirement;
  return (
    <tr class={met ? 'met' : ''}>
      <th scope="row">
        {idInWords(requirement.requirement)} <IllustrativeMark illustrative={requirement.illustrative} />
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
      <NeedCells group="Units" need={requirement.units} />
      <NeedCells group="Persons" need={requirement.personnel} />
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

const NeedCells = ({ group, need }: { readonly group: string; readonly need: NeedMet }) => (
  <>
    {strengths.map((strength) => (
      <td
        key={strength}
        class={`number ${strength === 'required' ? 'first' : ''} ${need[strength] < need.required ? 'short' : ''}`}
        data-label={`${group} ${strength}`}
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
