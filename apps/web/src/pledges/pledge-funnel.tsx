import { daysBetween, type Day } from '@muster/force-generation';
import { counted } from '../words/count-words.js';
import { stageInWords } from '../words/pledge-words.js';
import type { StageOfPledges } from './by-stage.js';

interface Props {
  readonly stages: readonly StageOfPledges[];
  readonly today: Day;
}

/** How many pledges stand on each stage, and how long the one that has waited longest has stood there. */
export const PledgeFunnel = ({ stages, today }: Props) => (
  <ol class="funnel" aria-label="Pledges by stage">
    {stages.map(({ stage, pledges }) => (
      <li key={stage}>
        <span class="funnel-count">{pledges.length}</span>
        <span class="funnel-stage">{stageInWords(stage)}</span>
        <span class="under">longest {counted(Math.max(...pledges.map(({ since }) => daysBetween(since, today))), 'day')}</span>
      </li>
    ))}
  </ol>
);
