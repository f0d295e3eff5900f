import type { Day } from '@muster/force-generation';
import { AlertsSection } from '../alerts/alerts-section.js';
import { CurvesSection } from '../curves/curves-section.js';
import type { MissionAnswer, RequirementsAnswer } from '../doors.js';
import { ProblemText } from '../figures/problem-text.js';
import type { Live } from '../live/use-live.js';
import { hashOf } from '../route.js';
import { TodayText } from '../today-text.js';
import { lookAt } from '../use-route.js';
import { CalendarSection } from './calendar-section.js';
import { DataNotesSection } from './data-notes-section.js';
import { Headline } from './headline.js';
import { MissionMenu } from './mission-menu.js';
import { PartnersSection } from './partners-section.js';
import { RequirementsSection } from './requirements-section.js';
import { TasksSection } from './tasks-section.js';
import { useMission } from './use-mission.js';
import { WomenSection } from './women-section.js';

interface Props {
  readonly mission: string;
  /** The key of the alert that is opened. */
  readonly open: string | undefined;
  readonly asOf: Day | undefined;
  readonly live: Live;
}

const openAlert = (open: string): void => lookAt({ open });

/** One mission, from its head-count to what holds its tasks back. */
export function MissionPage({ mission, open, asOf, live }: Props) {
  const { figures, curves, alerts, tasks, requirements, calendar, partners, problem } = useMission(mission, asOf, live);
  const places = placesIn(requirements);
  const look = { places, asOf, changes: live.sayings, openKey: open, openAlert };
  return (
    <main id="content" class="mission">
      <MissionHead mission={mission} figures={figures} asOf={asOf} />
      <TodayText today={figures?.today} asOf={asOf} problem={problem} />
      <ProblemText problem={problem} />
      {figures && (
        <>
          <MissionMenu notes={figures.notes.length + (figures.moreNotes ?? 0)} />
          <Headline figures={figures} />
        </>
      )}
      {alerts && <AlertsSection mission={mission} answer={alerts} requirements={requirements} {...look} />}
      {curves && <CurvesSection answer={curves} places={places} asOf={asOf} />}
      {figures && <WomenSection women={figures.women} />}
      {tasks && <TasksSection answer={tasks} places={places} openAlert={openAlert} />}
      {calendar && <CalendarSection answer={calendar} places={places} />}
      {requirements && <RequirementsSection answer={requirements} openAlert={openAlert} />}
      {partners && <PartnersSection answer={partners} />}
      {figures && <DataNotesSection answer={figures} />}
    </main>
  );
}

interface HeadProps {
  readonly mission: string;
  readonly figures: MissionAnswer | undefined;
  readonly asOf: Day | undefined;
}

/** Who the mission is, and the way to its reports; of one that nobody knows, the name that was asked for. */
const MissionHead = ({ mission, figures, asOf }: HeadProps) => (
  <div class="mission-head">
    <h1 tabIndex={-1}>{mission}</h1>
    {figures && (
      <>
        <p class="full-name">{figures.name}</p>
        {!figures.active && <span class="chip chip-unknown">not active</span>}
        <a class="to-reports" href={hashOf({ view: 'reports', of: mission, ...(asOf && { asOf }) })}>
          Reports
        </a>
      </>
    )}
  </div>
);

/** The places that requirements name, as they are written. */
const placesIn = (answer: RequirementsAnswer | undefined): readonly string[] =>
  answer?.requirements.flatMap(({ location }) => location ?? []) ?? [];
