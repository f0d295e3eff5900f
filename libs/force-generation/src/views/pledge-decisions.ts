import type { Day } from '../day.js';
import type { Fact } from '../facts.js';
import type { Reading } from '../reading.js';
import { pledgeFacts } from '../supply/pledge-facts.js';

export const pledgeDecisionNames = [
  'received',
  'accepted',
  'declined',
  'selected',
  'visit passed',
  'visit not passed',
  'withdrawn',
] as const;

/** What was decided about a pledge, with the reason as it was given. */
export interface PledgeDecision {
  readonly on: Day;
  readonly decision: (typeof pledgeDecisionNames)[number];
  readonly requirement?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly fact: number;
}

/** Every decision up to today, the first first. */
export const pledgeDecisions = (reading: Reading, pledge: string): readonly PledgeDecision[] =>
  pledgeFacts(reading, pledge).flatMap((fact) => {
    const decided = decisionIn(fact);
    if (decided === undefined || fact.data.on > reading.today) return [];
    const note = 'note' in fact.data ? fact.data.note : undefined;
    return [{ on: fact.data.on, ...decided, ...(note && { note }), fact: fact.position }];
  });

function decisionIn(fact: Fact): Pick<PledgeDecision, 'decision' | 'reason' | 'requirement'> | undefined {
  switch (fact.type) {
    case 'PledgeDecided':
      return { decision: fact.data.decision, ...(fact.data.reason && { reason: fact.data.reason }) };
    case 'PledgeSelected':
      return { decision: 'selected', requirement: fact.data.requirement };
    case 'PreDeploymentVisitHeld':
      return { decision: fact.data.passed ? 'visit passed' : 'visit not passed' };
    case 'PledgeWithdrawn':
      return { decision: 'withdrawn', reason: fact.data.reason };
    default:
      return undefined;
  }
}
