import { daysBetween, type Day } from '../day.js';
import type { Reading } from '../reading.js';
import { pledgeEnds, pledgeStages, type PledgeEnd, type PledgeStage } from '../supply/pledge-stage.js';
import { describePledges, type PledgeLine } from '../views/describe-pledges.js';

/** Pledges for the mission that stand on one stage of the ladder, or have left it that way. */
export interface PipelineStage {
  readonly stage: PledgeStage | PledgeEnd;
  readonly pledges: number;
  readonly units: number;
  readonly personnel: number;
  /** Since when the one that has waited longest has stood there; null where there is none. */
  readonly oldestSince: Day | null;
}

export interface PipelinePledge extends PledgeLine {
  /** Days on its stage. */
  readonly ageDays: number;
  readonly facts: readonly number[];
}

export interface PledgePipeline {
  readonly stages: readonly PipelineStage[];
  /** On the ladder or lapsed, the furthest behind first. */
  readonly pledges: readonly PipelinePledge[];
}

/** The pledges for the mission as a funnel with ages. */
export function pledgePipeline(reading: Reading, standby: Reading): PledgePipeline {
  const { today, mission } = reading;
  const own = describePledges({ missions: [reading], standby }).filter((pledge) => pledge.mission === mission);
  return {
    stages: [...pledgeStages, ...pledgeEnds].map((stage) =>
      stageOf(
        stage,
        own.filter((pledge) => pledge.stage === stage),
      ),
    ),
    pledges: own
      .filter(({ stage }) => stage !== 'withdrawn' && stage !== 'declined')
      .map((pledge) => ({
        ...pledge,
        ageDays: daysBetween(pledge.since, today),
        facts: reading.facts(`pledge/${pledge.pledge}`).map(({ position }) => position),
      })),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const stageOf = (stage: PipelineStage['stage'], pledges: readonly PledgeLine[]): PipelineStage => ({
  stage,
  pledges: pledges.length,
  units: sum(pledges.map(({ units }) => units)),
  personnel: sum(pledges.map(({ personnel }) => personnel)),
  oldestSince: pledges.map(({ since }) => since).sort()[0] ?? null,
});
