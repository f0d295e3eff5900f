import type { Day, Need } from '@muster/force-generation';
import { asOfDay, doors, siftedBy, type NeedsAnswer } from '../doors.js';
import { ChoiceField } from '../figures/choice-field.js';
import { CsvButton } from '../figures/csv-button.js';
import { ProblemText } from '../figures/problem-text.js';
import type { Live } from '../live/use-live.js';
import type { Route } from '../route.js';
import { TodayText } from '../today-text.js';
import { useAnswer } from '../use-answer.js';
import { lookAt } from '../use-route.js';
import { capabilityInWords, capitalized } from '../words/name-words.js';
import { NeedRow } from './need-row.js';

interface Props {
  /** Of one capability, where it names one. */
  readonly route: Route;
  readonly live: Live;
}

/** What the missions still need, for whoever could send it: no contributor and no pledge is named. */
export function NeedsPage({ route: { of: capability = '', asOf }, live }: Props) {
  const { value, problem } = useAnswer<NeedsAnswer>(asOfDay(doors.needs(), asOf), live.sayings);
  const all = value?.needs ?? [];
  const shown = all.filter((need) => capability === '' || need.capability === capability);
  return (
    <main id="content" class="needs">
      <h1 tabIndex={-1}>Needs</h1>
      <TodayText today={value?.today} asOf={asOf} problem={problem} />
      <ProblemText problem={problem} />
      {value && all.length === 0 && <p class="empty">No requirement is known that is not met by what is deployed.</p>}
      {value && all.length > 0 && (
        <>
          <div class="sift">
            <ChoiceField
              label="Capability"
              every="All capabilities"
              choices={capabilitiesOf(all, capability)}
              chosen={capability}
              choose={(of) => lookAt({ of })}
            />
            <CsvButton name="needs" address={asOfDay(siftedBy(doors.needs(), 'capability', capability), asOf)} />
          </div>
          {shown.length === 0 ? (
            <p class="empty">No need of this capability is known on this day.</p>
          ) : (
            <NeedsTable needs={shown} today={value.today} />
          )}
        </>
      )}
    </main>
  );
}

const NeedsTable = ({ needs, today }: { readonly needs: readonly Need[]; readonly today: Day }) => (
  <table class="needs-table stacking">
    <caption>Requirements not met by what is deployed, the most urgent first</caption>
    <thead>
      <tr>
        <th scope="col">Need</th>
        <th scope="col">Gap</th>
        <th scope="col">Needed by</th>
        <th scope="col">There</th>
        <th scope="col">Promised</th>
        <th scope="col">Task held back</th>
      </tr>
    </thead>
    <tbody>
      {needs.map((need) => (
        <NeedRow key={`${need.mission} ${need.requirement}`} need={need} today={today} />
      ))}
    </tbody>
  </table>
);

/** Those that are needed, and the one that was asked for. */
const capabilitiesOf = (needs: readonly Need[], chosen: string): readonly (readonly [string, string])[] =>
  [...new Set([...needs.map(({ capability }) => capability), ...(chosen === '' ? [] : [chosen])])]
    .map((code) => [code, capitalized(capabilityInWords(code))] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
