import type { PledgeLine } from '@muster/force-generation';
import { asOfDay, doors, siftedBy, type PledgesAnswer } from '../doors.js';
import { ChoiceField } from '../figures/choice-field.js';
import { CsvButton } from '../figures/csv-button.js';
import { ProblemText } from '../figures/problem-text.js';
import { useOpened } from '../figures/use-opened.js';
import type { Live } from '../live/use-live.js';
import type { Route } from '../route.js';
import { TodayText } from '../today-text.js';
import { useAnswer } from '../use-answer.js';
import { lookAt } from '../use-route.js';
import { countryWord } from '../words/country-word.js';
import { byStage } from './by-stage.js';
import { PledgeFunnel } from './pledge-funnel.js';
import { StageSection } from './stage-section.js';

interface Props {
  /** Of one contributor, where it names one; and the pledge that is opened. */
  readonly route: Route;
  readonly live: Live;
}

/** Every pledge on its stage, with the days that it has stood there: a board for whoever moves them. */
export function PledgesPage({ route: { of: contributor = '', open, asOf }, live }: Props) {
  const { value, problem } = useAnswer<PledgesAnswer>(asOfDay(doors.pledges(), asOf), live.facts);
  const all = value?.pledges ?? [];
  const shown = all.filter((line) => contributor === '' || line.contributor === contributor);
  const stages = byStage(shown);
  const look = { today: value?.today ?? '', asOf, changes: live.facts, open };
  useOpened(value && open);
  return (
    <main id="content" class="pledges">
      <h1 tabIndex={-1}>Pledges</h1>
      <TodayText today={value?.today} asOf={asOf} problem={problem} />
      <ProblemText problem={problem} />
      {value && all.length === 0 && <p class="empty">No pledge is known on this day.</p>}
      {value && all.length > 0 && (
        <>
          <div class="sift">
            <ChoiceField
              label="Contributor"
              every="All contributors"
              choices={contributorsOf(all, contributor)}
              chosen={contributor}
              choose={(of) => lookAt({ of, open: '' })}
            />
            <CsvButton name="pledges" address={asOfDay(siftedBy(doors.pledges(), 'contributor', contributor), asOf)} />
          </div>
          {shown.length === 0 && <p class="empty">No pledge of this contributor is known on this day.</p>}
          {shown.length > 0 && <PledgeFunnel stages={stages} today={value.today} />}
          {stages.map(({ stage, pledges }) => (
            <StageSection key={stage} stage={stage} pledges={pledges} {...look} />
          ))}
        </>
      )}
    </main>
  );
}

/** Those who have pledged, and the one who was asked for. */
const contributorsOf = (pledges: readonly PledgeLine[], chosen: string): readonly (readonly [string, string])[] =>
  [...new Set([...pledges.map(({ contributor }) => contributor), ...(chosen === '' ? [] : [chosen])])]
    .map((code) => [code, countryWord(code)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
