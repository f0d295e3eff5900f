import type { Day } from '@muster/force-generation';
import type { MandatedTask, TasksAnswer } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { Section } from '../figures/section.js';
import { SeverityMark } from '../figures/severity-mark.js';
import { subjectInWords } from '../words/alert-words.js';
import { counted } from '../words/count-words.js';
import { distanceInWords } from '../words/day-words.js';
import { idInWords } from '../words/name-words.js';

interface Props {
  readonly answer: TasksAnswer;
  readonly places: readonly string[];
  readonly openAlert: (key: string) => void;
}

/** The Council's tasks, and the gaps that each of them waits for. */
export const TasksSection = ({ answer: { tasks, today }, ...row }: Props) => {
  const standing = tasks.filter(({ window }) => window !== 'over');
  const over = tasks.length - standing.length;
  return (
    <Section
      id="tasks"
      title="Tasks held back"
      says="Each mandated task behind those that must come first, the open gaps that it waits for, and what would free it first."
    >
      {standing.length === 0 ? (
        <p class="empty">No mandated task is known for this day.</p>
      ) : (
        <table class="tasks-table stacking">
          <thead>
            <tr>
              <th scope="col">Rank</th>
              <th scope="col">Mandated task</th>
              <th scope="col">Window</th>
              <th scope="col">Held back by</th>
            </tr>
          </thead>
          <tbody>
            {standing.map((task) => (
              <TaskRow key={task.task} task={task} today={today} {...row} />
            ))}
          </tbody>
        </table>
      )}
      {over > 0 && <p class="muted">{counted(over, 'task')} of windows that are over not shown.</p>}
    </Section>
  );
};

interface RowProps {
  readonly task: MandatedTask;
  readonly today: Day;
  readonly places: readonly string[];
  readonly openAlert: (key: string) => void;
}

const TaskRow = ({ task, today, places, openAlert }: RowProps) => (
  <tr>
    <td class="rank" data-label="Rank">
      {task.rank}
    </td>
    <th scope="row">
      {task.title} <IllustrativeMark illustrative={task.illustrative} />
      {task.after !== null && <span class="under">after: {idInWords(task.after).toLowerCase()}</span>}
    </th>
    <td data-label="Window">
      <DayText day={task.from} /> – {task.until === null ? 'open' : <DayText day={task.until} />}
      <span class="under">{windowInWords(task, today)}</span>
    </td>
    <td data-label="Held back by">
      {task.gaps.length === 0 ? (
        <span class="muted">no open gap</span>
      ) : (
        <ul class="gap-list">
          {task.gaps.map((gap) => (
            <li key={gap.key}>
              <SeverityMark severity={gap.severity} state={gap.state} />
              <button type="button" class="link" onClick={() => openAlert(gap.key)}>
                {subjectInWords(gap, places)}
              </button>
              <span class="muted">
                {gap.reason}
                {gap.filledOn !== null && (
                  <>
                    , filled on <DayText day={gap.filledOn} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Freed task={task} />
      <FirstStep task={task} openAlert={openAlert} />
    </td>
  </tr>
);

/** When what is committed fills the last of its gaps, and of those that come before it. */
const Freed = ({ task: { first, freedOn } }: Pick<RowProps, 'task'>) => {
  if (first === null) return null;
  if (freedOn === null) return <p class="freed muted">Nothing committed frees it.</p>;
  return (
    <p class="freed">
      Freed on <DayText day={freedOn} /> by what is committed.
    </p>
  );
};

/** Where a task before this one is held back, that is freed first. */
const FirstStep = ({ task: { task, waitsFor, first }, openAlert }: Pick<RowProps, 'task' | 'openAlert'>) =>
  first === null ? null : (
    <p class="first-step">
      {waitsFor.length > 0 && (
        <span class="under">Waits for {waitsFor.map((name) => idInWords(name).toLowerCase()).join(', ')}.</span>
      )}
      First:{' '}
      <button type="button" class="link" onClick={() => openAlert(first.key)}>
        {first.action}
      </button>
      <span class="under">
        {first.owner}
        {first.task !== task && `, for ${idInWords(first.task).toLowerCase()}`}
      </span>
    </p>
  );

function windowInWords({ from, until, window }: MandatedTask, today: Day): string {
  if (window === 'ahead') return `opens ${distanceInWords(from, today)}`;
  return until === null ? 'no last day' : `ends ${distanceInWords(until, today)}`;
}
