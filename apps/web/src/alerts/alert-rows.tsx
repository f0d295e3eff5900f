import { daysBetween, type Day } from '@muster/force-generation';
import type { OpenAlert, Requirement } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { SeverityMark } from '../figures/severity-mark.js';
import { ruleInWords, subjectInWords } from '../words/alert-words.js';
import { counted } from '../words/count-words.js';
import { distanceInWords } from '../words/day-words.js';
import { figuresInWords } from '../words/figures-in-words.js';
import { capabilityInWords } from '../words/name-words.js';
import { AlertDetails } from './alert-details.js';
import { AlertStateText } from './alert-state-text.js';

interface Props {
  readonly alert: OpenAlert;
  readonly requirement: Requirement | undefined;
  readonly places: readonly string[];
  readonly today: Day;
  readonly asOf: Day | undefined;
  readonly changes: number;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** An alert in one row, and what is behind it in a second one while it is open. */
export const AlertRows = (props: Props) => {
  const { alert, today, isOpen } = props;
  return (
    <>
      <tr id={alert.key} data-alert={alert.key} class={`alert-row alert-${alert.severity} ${isOpen ? 'is-open' : ''}`}>
        <td class="severity-cell">
          <SeverityMark severity={alert.severity} state={alert.state} />
          <AlertStateText alert={alert} today={today} />
        </td>
        <GapCell {...props} />
        <td class="since-cell" data-label="Since">
          <DayText day={alert.since} />
          <span class="under">{counted(daysBetween(alert.since, today), 'day')}</span>
        </td>
        <TaskCell alert={alert} today={today} />
        <td data-label="Action and owner">
          {alert.action}
          <span class="under">{alert.owner}</span>
        </td>
      </tr>
      {isOpen && (
        <tr class="details-row">
          <td colSpan={5} id={`${alert.key}-details`}>
            <AlertDetails alert={alert} asOf={props.asOf} changes={props.changes} />
          </td>
        </tr>
      )}
    </>
  );
};

const GapCell = ({ alert, requirement, places, today, isOpen, toggle }: Props) => (
  <th scope="row" class="gap-cell">
    <button type="button" class="gap" aria-expanded={isOpen} aria-controls={`${alert.key}-details`} onClick={toggle}>
      <span class="gap-mark" aria-hidden="true" />
      {subjectInWords(alert, places)}
    </button>{' '}
    <IllustrativeMark illustrative={requirement?.illustrative} />
    <span class="gap-figures">{figuresInWords(alert, today)}</span>
    <span class="under">
      {ruleInWords(alert.rule)}
      {requirement !== undefined && `, ${capabilityInWords(requirement.capability)}`}: {alert.reason}
    </span>
  </th>
);

const TaskCell = ({ alert: { task, severity, baseSeverity }, today }: Pick<Props, 'alert' | 'today'>) => (
  <td data-label="Task held back">
    {task === undefined ? (
      <span class="muted">–</span>
    ) : (
      <>
        {task.title}
        <span class="under">
          rank {task.rank}, <DayText day={task.date} />, {distanceInWords(task.date, today)}
        </span>
        {severity !== baseSeverity && <span class="under">{baseSeverity} without the task</span>}
      </>
    )}
  </td>
);
