import type { Day, PledgeLine } from '@muster/force-generation';
import { useState } from 'preact/hooks';
import { asOfDay, doors, siftedBy, type PledgesAnswer } from '../doors.js';
import { ChoiceField } from '../figures/choice-field.js';
import { CsvButton } from '../figures/csv-button.js';
import { ProblemText } from '../figures/problem-text.js';
import type { Live } from '../live/use-live.js';
import { TodayText } from '../today-text.js';
import { useAnswer } from '../use-answer.js';
import { countryWord } from '../words/country-word.js';
import { byStage } from './by-stage.js';
import { PledgeFunnel } from './pledge-funnel.js';
import { StageSection } from './stage-section.js';

interface Props {
  readonly asOf: Day | undefined;
  readonly live: Live;
}

/** Every pledge on its stage, with the days that it has stood there: a board for whoever moves them. */
export function PledgesPage({ asOf, live }: Props) {
  const { value, problem } = useAnswer<PledgesAnswer>(asOfDay(doors.pledges(), asOf), live.facts);
  const [contributor, setContributor] = useState('');
  const all = value?.pledges ?? [];
  const shown = all.filter((line) => contributor === '' || line.contributor === contributor);
  const stages = byStage(shown);
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
              choices={contributorsOf(all)}
              chosen={contributor}
              choose={setContributor}
            />
            <CsvButton name="pledges" address={asOfDay(siftedBy(doors.pledges(), 'contributor', contributor), asOf)} />
          </div>
          <PledgeFunnel stages={stages} today={value.today} />
          {stages.map(({ stage, pledges }) => (
            <StageSection key={stage} stage={stage} pledges={pledges} today={value.today} asOf={asOf} changes={live.facts} />
          ))}
        </>
      )}
    </main>
  );
}

const contributorsOf = (pledges: readonly PledgeLine[]): readonly (readonly [string, string])[] =>
  [...new Set(pledges.map(({ contributor }) => contributor))]
    .map((code) => [code, countryWord(code)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
