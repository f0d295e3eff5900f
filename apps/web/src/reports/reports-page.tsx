import { allMissions } from '@muster/force-generation';
import { doors, type ReportLine, type ReportsAnswer } from '../doors.js';
import { ChoiceField } from '../figures/choice-field.js';
import { ProblemText } from '../figures/problem-text.js';
import type { Live } from '../live/use-live.js';
import type { Route } from '../route.js';
import { TodayText } from '../today-text.js';
import { useAnswer } from '../use-answer.js';
import { lookAt } from '../use-route.js';
import { longDay, longMonth } from '../words/day-words.js';
import { byMonth, draftOf, monthsToChoose, type MonthOfReports, type Sifted } from './by-month.js';
import { ReportRow } from './report-row.js';

interface Props {
  /** Of one mission, of one month, where it names them. Its day is that of the other pages: this list is as it stands today. */
  readonly route: Route;
  readonly live: Live;
}

/** The monthly reports: what was issued, what corrected it, and drafts; any other past month's on request. */
export function ReportsPage({ route: { of: mission = '', month = '', asOf }, live }: Props) {
  const { value, problem } = useAnswer<ReportsAnswer>(doors.reports(), live.sayings);
  const sifted = { mission, month };
  const all = value?.reports ?? [];
  return (
    <main id="content" class="reports">
      <h1 tabIndex={-1}>Reports</h1>
      <TodayText today={value?.today} asOf={undefined} problem={problem} />
      {asOf && <p class="muted">Reports are listed as they stand today, not as of {longDay(asOf)}.</p>}
      <ProblemText problem={problem} />
      {value && (
        <>
          <Sift all={all} today={value.today} sifted={sifted} />
          <Months months={monthsOf(all, sifted, value.today)} />
        </>
      )}
    </main>
  );
}

function monthsOf(all: readonly ReportLine[], sifted: Sifted, today: string): readonly MonthOfReports[] {
  const draft = draftOf(all, sifted, today);
  return draft === undefined ? byMonth(all, sifted) : byMonth([draft, ...all], sifted);
}

interface SiftProps {
  readonly all: readonly ReportLine[];
  readonly today: string;
  readonly sifted: Sifted;
}

const Sift = ({ all, today, sifted }: SiftProps) => (
  <div class="sift">
    <ChoiceField
      label="Mission"
      every="Every report"
      choices={missionsOf(all, sifted.mission)}
      chosen={sifted.mission}
      choose={(of) => lookAt({ of })}
    />
    <ChoiceField
      label="Month"
      every="Every month listed"
      choices={monthsToChoose(today, sifted.month).map((month) => [month, longMonth(month)] as const)}
      chosen={sifted.month}
      choose={(month) => lookAt({ month })}
    />
  </div>
);

const Months = ({ months }: { readonly months: readonly MonthOfReports[] }) =>
  months.length === 0 ? (
    <p class="empty">No report yet: no month has ended for a mission that is active.</p>
  ) : (
    <>
      {months.map(({ month, reports }) => (
        <table key={month} class="reports-table stacking">
          <caption>
            <h2>{longMonth(month)}</h2>
          </caption>
          <thead>
            <tr>
              <th scope="col">Report</th>
              <th scope="col">Status</th>
              <th scope="col">English</th>
              <th scope="col">French</th>
              <th scope="col">Data</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <ReportRow key={`${report.mission} ${report.number}`} report={report} />
            ))}
          </tbody>
        </table>
      ))}
    </>
  );

/** Those that have reported, and the one that was asked for. */
const missionsOf = (all: readonly ReportLine[], chosen: string): readonly (readonly [string, string])[] =>
  [...new Set([...all.map(({ mission }) => mission), ...(chosen === '' ? [] : [chosen])])].map((name) => [
    name,
    name === allMissions ? 'All missions together' : name,
  ]);
