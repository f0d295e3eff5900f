import type { Day } from '@muster/force-generation';
import { useState } from 'preact/hooks';
import { AlertsSection } from '../alerts/alerts-section.js';
import { DatesAheadSection } from './dates-ahead-section.js';
import { CurvesSection } from '../curves/curves-section.js';
import {
  asOfDay,
  doors,
  type AlertsAnswer,
  type CurvesAnswer,
  type MissionAnswer,
  type RequirementsAnswer,
  type TasksAnswer,
} from '../doors.js';
import { ProblemText } from '../figures/problem-text.js';
import type { Live } from '../live/use-live.js';
import { TodayText } from '../today-text.js';
import { useAnswer } from '../use-answer.js';
import { DataNotesSection } from './data-notes-section.js';
import { Headline } from './headline.js';
import { MissionMenu } from './mission-menu.js';
import { RequirementsSection } from './requirements-section.js';
import { TasksSection } from './tasks-section.js';

interface Props {
  readonly mission: string;
  readonly asOf: Day | undefined;
  readonly live: Live;
}

/** One mission, from its head-count to what holds its tasks back. */
export function MissionPage({ mission, asOf, live }: Props) {
  const figures = useAnswer<MissionAnswer>(asOfDay(doors.mission(mission), asOf), live.sayings);
  const curves = useAnswer<CurvesAnswer>(asOfDay(doors.curves(mission), asOf), live.facts);
  const alerts = useAnswer<AlertsAnswer>(asOfDay(doors.alerts(mission), asOf), live.sayings);
  const tasks = useAnswer<TasksAnswer>(asOfDay(doors.tasks(mission), asOf), live.sayings);
  const requirements = useAnswer<RequirementsAnswer>(asOfDay(doors.requirements(mission), asOf), live.sayings);
  const [openKey, setOpenKey] = useState<string>();
  const opened = { openKey, setOpenKey };
  return (
    <main id="content" class="mission">
      <div class="mission-head">
        <h1 tabIndex={-1}>{mission}</h1>
        <p class="full-name">{figures.value?.name}</p>
        {figures.value?.active === false && <span class="chip chip-unknown">no longer active</span>}
      </div>
      <TodayText today={figures.value?.today} asOf={asOf} />
      <ProblemText
        problem={[figures, curves, alerts, tasks, requirements].find(({ problem }) => problem !== undefined)?.problem}
      />
      {figures.value && <MissionMenu notes={figures.value.notes.length} />}
      {figures.value && <Headline figures={figures.value} />}
      {alerts.value && (
        <AlertsSection answer={alerts.value} requirements={requirements.value} asOf={asOf} changes={live.sayings} {...opened} />
      )}
      {curves.value && <CurvesSection answer={curves.value} />}
      {tasks.value && <TasksSection answer={tasks.value} openAlert={setOpenKey} />}
      {requirements.value && tasks.value && <DatesAheadSection requirements={requirements.value} tasks={tasks.value} />}
      {requirements.value && <RequirementsSection answer={requirements.value} openAlert={setOpenKey} />}
      {figures.value && <DataNotesSection answer={figures.value} />}
    </main>
  );
}
