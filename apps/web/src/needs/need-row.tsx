import type { Day, Need } from '@muster/force-generation';
import { DayText } from '../figures/day-text.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { SeverityMark } from '../figures/severity-mark.js';
import { count, counted } from '../words/count-words.js';
import { distanceInWords } from '../words/day-words.js';
import { capabilityInWords, capitalized, idInWords } from '../words/name-words.js';

interface Props {
  readonly need: Need;
  readonly today: Day;
}

/** A need as a member state reads it: what, for whom, by when, how much of it is promised. */
export const NeedRow = ({ need, today }: Props) => (
  <tr data-need={need.requirement}>
    <th scope="row">
      {capitalized(capabilityInWords(need.capability))} <IllustrativeMark illustrative={need.illustrative} />
      <span class="under">
        {need.mission}, {idInWords(need.requirement, [need.location ?? ''])}
      </span>
      <Details need={need} />
    </th>
    <td data-label="Gap">
      {need.alert === undefined ? (
        <span class="muted">no alert</span>
      ) : (
        <SeverityMark severity={need.alert.severity} state={need.alert.state} />
      )}
    </td>
    <td data-label="Needed by">
      <DayText day={need.requiredBy} />
      <span class="under">{distanceInWords(need.requiredBy, today)}</span>
    </td>
    <td data-label="There">
      {count(need.units.deployed)} of {counted(need.units.required, 'unit')}
      <span class="under">
        {count(need.personnel.deployed)} of {counted(need.personnel.required, 'person')}
      </span>
    </td>
    <td data-label="Promised">
      {promiseInWords(need)}
      {need.units.open > 0 && <span class="under">{counted(need.units.open, 'unit')} open</span>}
    </td>
    <td data-label="Task held back">
      {need.task === undefined ? <span class="muted">–</span> : need.task.title}
      {need.task && (
        <span class="under">
          rank {need.task.rank}, <DayText day={need.task.date} />
        </span>
      )}
    </td>
  </tr>
);

const Details = ({ need: { equipment = [], conditions = [] } }: { readonly need: Need }) => {
  const lists = [
    ...equipment.map(({ type, required }) => `${count(required)} ${type.replace(/_/g, ' ')}`),
    ...conditions.map((code) => idInWords(code).toLowerCase()),
  ];
  return lists.length === 0 ? null : <span class="under">{lists.join(', ')}</span>;
};

function promiseInWords({ promised, metOn, late }: Need) {
  if (metOn === null) return capitalized(promised);
  if (late) return `${capitalized(promised)}, overdue`;
  return (
    <>
      {capitalized(promised)} for <DayText day={metOn} />
    </>
  );
}
