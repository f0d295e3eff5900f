import type { Day } from '@muster/force-generation';
import { asOfDay, doors, type AlertsAnswer, type Requirement, type RequirementsAnswer } from '../doors.js';
import { CsvButton } from '../figures/csv-button.js';
import { Section } from '../figures/section.js';
import { useOpened } from '../figures/use-opened.js';
import { AlertRows } from './alert-rows.js';

interface Props {
  readonly mission: string;
  readonly answer: AlertsAnswer;
  /** For what the alerts do not tell of a requirement: its kind of unit, and what of it is illustration. */
  readonly requirements: RequirementsAnswer | undefined;
  readonly places: readonly string[];
  readonly asOf: Day | undefined;
  readonly changes: number;
  readonly openKey: string | undefined;
  readonly openAlert: (key: string) => void;
}

/** The open alerts in the monitor's own order: severity, the task's rank, its date, the older gap first. */
export function AlertsSection({ mission, answer, requirements, places, asOf, changes, openKey, openAlert }: Props) {
  useOpened(openKey);
  const isGone = openKey !== undefined && answer.alerts.every(({ key }) => key !== openKey);
  const byName = new Map<string, Requirement>(requirements?.requirements.map((one) => [one.requirement, one]));
  return (
    <Section
      id="alerts"
      title="Gaps"
      says="Open alerts, the most urgent first. Open one to see the facts and the arithmetic behind it."
      beside={answer.alerts.length > 0 && <CsvButton name="alerts" address={asOfDay(doors.alerts(mission), asOf)} />}
    >
      {isGone && (
        <p class="muted gone">
          The alert <span class="key">{openKey}</span> is not open on this day.
        </p>
      )}
      {answer.alerts.length === 0 ? (
        <p class="empty">No alert is open.</p>
      ) : (
        <table class="alerts-table stacking">
          <thead>
            <tr>
              <th scope="col">Severity</th>
              <th scope="col">Gap</th>
              <th scope="col">Since</th>
              <th scope="col">Task held back</th>
              <th scope="col">Action and owner</th>
            </tr>
          </thead>
          <tbody>
            {answer.alerts.map((alert) => (
              <AlertRows
                key={alert.key}
                alert={alert}
                requirement={alert.rule === 'capability-gap' ? byName.get(alert.subject) : undefined}
                places={places}
                today={answer.today}
                asOf={asOf}
                changes={changes}
                isOpen={alert.key === openKey}
                toggle={() => openAlert(alert.key === openKey ? '' : alert.key)}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
