import type { PledgeLine } from '@muster/force-generation';

export interface StageOfPledges {
  readonly stage: PledgeLine['stage'];
  readonly pledges: readonly PledgeLine[];
}

/** The pledges of each stage that has any, in the order in which the door lists them. */
export function byStage(pledges: readonly PledgeLine[]): readonly StageOfPledges[] {
  const stages = [...new Set(pledges.map(({ stage }) => stage))];
  return stages.map((stage) => ({ stage, pledges: pledges.filter((line) => line.stage === stage) }));
}
