import type { Day } from '@muster/force-generation';
import type { Requirement } from '../doors.js';
import { capitalized } from '../words/name-words.js';
import { RequirementRow } from './requirement-row.js';
import { strengths } from './strengths.js';

interface Props {
  readonly caption: string;
  readonly requirements: readonly Requirement[];
  readonly today: Day;
  readonly openAlert: (key: string) => void;
}

/** Requirements with units and persons side by side in the three strengths. */
export const RequirementsTable = ({ caption, requirements, today, openAlert }: Props) => (
  <div class="wide">
    <table class="requirements-table stacking">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            Requirement
          </th>
          <th scope="col" rowSpan={2}>
            Needed by
          </th>
          {['Units', 'Persons'].map((group) => (
            <th key={group} scope="colgroup" colSpan={strengths.length} class="group">
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
              <th key={group + strength} scope="col" class={`number ${strength === 'required' ? 'first' : ''}`}>
                {capitalized(strength)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {requirements.map((requirement) => (
          <RequirementRow key={requirement.requirement} requirement={requirement} today={today} openAlert={openAlert} />
        ))}
      </tbody>
    </table>
  </div>
);
