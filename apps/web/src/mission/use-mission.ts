import type { Day } from '@muster/force-generation';
import {
  asOfDay,
  doors,
  type AlertsAnswer,
  type CalendarAnswer,
  type CurvesAnswer,
  type MissionAnswer,
  type PartnersAnswer,
  type RequirementsAnswer,
  type TasksAnswer,
} from '../doors.js';
import type { Live } from '../live/use-live.js';
import { useAnswer } from '../use-answer.js';

/** Everything that is told of one mission, read again as it changes. A saying changes no curve. */
export function useMission(mission: string, asOf: Day | undefined, { facts, sayings }: Live) {
  const figures = useAnswer<MissionAnswer>(asOfDay(doors.mission(mission), asOf), sayings);
  const curves = useAnswer<CurvesAnswer>(asOfDay(doors.curves(mission), asOf), facts);
  const alerts = useAnswer<AlertsAnswer>(asOfDay(doors.alerts(mission), asOf), sayings);
  const tasks = useAnswer<TasksAnswer>(asOfDay(doors.tasks(mission), asOf), sayings);
  const requirements = useAnswer<RequirementsAnswer>(asOfDay(doors.requirements(mission), asOf), sayings);
  const calendar = useAnswer<CalendarAnswer>(asOfDay(doors.calendar(mission), asOf), facts);
  const partners = useAnswer<PartnersAnswer>(asOfDay(doors.partners(mission), asOf), facts);
  const answers = [figures, curves, alerts, tasks, requirements, calendar, partners];
  return {
    figures: figures.value,
    curves: curves.value,
    alerts: alerts.value,
    tasks: tasks.value,
    requirements: requirements.value,
    calendar: calendar.value,
    partners: partners.value,
    problem: answers.find(({ problem }) => problem !== undefined)?.problem,
  };
}
