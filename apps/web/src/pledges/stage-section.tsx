import type { Day } from '@muster/force-generation';
import { useState } from 'preact/hooks';
import { Section } from '../figures/section.js';
import { stageInWords } from '../words/pledge-words.js';
import type { StageOfPledges } from './by-stage.js';
import { PledgeRows } from './pledge-rows.js';

interface Props extends StageOfPledges {
  readonly today: Day;
  readonly asOf: Day | undefined;
  readonly changes: number;
}

/** The pledges that stand on one stage, the one that has stood there longest first. */
export function StageSection({ stage, pledges, ...look }: Props) {
  const [openPledge, setOpenPledge] = useState<string>();
  return (
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
            const name = `${line.mission ?? 'standby'}-${line.contributor}-${line.pledge}`;
            return (
              <PledgeRows
                key={name}
                name={name}
                line={line}
                {...look}
                isOpen={name === openPledge}
                toggle={() => setOpenPledge(name === openPledge ? undefined : name)}
              />
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
