import type { Day } from '@muster/force-generation';
import { Section } from '../figures/section.js';
import { lookAt } from '../use-route.js';
import { stageInWords } from '../words/pledge-words.js';
import type { StageOfPledges } from './by-stage.js';
import { nameOf, PledgeRows } from './pledge-rows.js';

interface Props extends StageOfPledges {
  readonly today: Day;
  readonly asOf: Day | undefined;
  readonly changes: number;
  /** The name of the pledge that is opened. */
  readonly open: string | undefined;
}

/** The pledges that stand on one stage, the one that has stood there longest first. */
export const StageSection = ({ stage, pledges, open, ...look }: Props) => (
  <Section id={`stage-${stage}`} title={`${stageInWords(stage)} · ${pledges.length}`}>
    <table class="pledges-table stacking">
      <thead>
        <tr>
          <th scope="col">Pledge</th>
          <th scope="col">For</th>
          <th scope="col">On this stage</th>
          <th scope="col">Waits for</th>
          <th scope="col">Valid until</th>
        </tr>
      </thead>
      <tbody>
        {pledges.map((line) => {
          const name = nameOf(line);
          return (
            <PledgeRows
              key={name}
              name={name}
              line={line}
              {...look}
              isOpen={name === open}
              toggle={() => lookAt({ open: name === open ? '' : name })}
            />
          );
        })}
      </tbody>
    </table>
  </Section>
);
