import type { Day } from '@muster/force-generation';
import { asOfDay, doors, type MissionsAnswer } from '../doors.js';
import { ProblemText } from '../figures/problem-text.js';
import { TodayText } from '../today-text.js';
import { useAnswer } from '../use-answer.js';
import type { Live } from '../live/use-live.js';
import { counted } from '../words/count-words.js';
import { MissionsTable } from './missions-table.js';

interface Props {
  readonly asOf: Day | undefined;
  readonly live: Live;
}

/** Every mission: strength against ceiling, and what is open. */
export function MissionsPage({ asOf, live }: Props) {
  const { value, problem } = useAnswer<MissionsAnswer>(asOfDay(doors.missions(), asOf), live.sayings);
  const active = value?.missions.filter((mission) => mission.active) ?? [];
  const inactive = value?.missions.filter((mission) => !mission.active) ?? [];
  return (
    <main id="content" class="missions">
      <h1 tabIndex={-1}>Missions</h1>
      <TodayText today={value?.today} asOf={asOf} problem={problem} />
      <ProblemText problem={problem} />
      {value && (
        <>
          {value.missions.length === 0 && <p class="empty">No facts are recorded yet. Import returns and ceilings to begin.</p>}
          {active.length > 0 && (
            <MissionsTable missions={active} today={value.today} asOf={asOf} caption="Active missions" withTotals />
          )}
          {inactive.length > 0 && (
            <details class="folded">
              <summary>{counted(inactive.length, 'mission')} not active</summary>
              <MissionsTable missions={inactive} today={value.today} asOf={asOf} caption="Missions that are not active" />
            </details>
          )}
        </>
      )}
    </main>
  );
}
