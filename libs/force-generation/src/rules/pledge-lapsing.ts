import { addDays, daysBetween, type Day } from '../day.js';
import { leaf, node, todayLeaf } from '../explanation/node.js';
import type { EveryDay } from '../reading.js';
import { pledgeHistory, pledgeOn, pledgesAlive } from '../supply/pledge-history.js';
import { mayLapse } from '../supply/pledge-stage.js';
import { termSaid } from '../supply/term-said.js';
import { generatorOf, lookAtPledge, tasksOfPledge, type PledgeFinding, type PledgeOnDay } from './pledge-rule.js';
import type { Rule } from './rule.js';
import { severityWhere } from './severity.js';

/**
 * "The offer runs out, and nobody has renewed it." A pledge is valid for 12 months and is then renewed every 6 (PCRS FAQ); an
 * agreement ends its expiry, and a unit that is planned or there no longer rests on it. One that has lapsed stays a gap until it is
 * renewed or closed: else nobody would learn that it is no longer on offer.
 */
export const pledgeLapsing: Rule = {
  name: 'pledge-lapsing',
  subjects: pledgesAlive,
  look: (reading, pledge) =>
    lookAtPledge(reading, pledge, { moreDays: () => days(reading, pledge), find: (on) => find(reading, on) }),
  respond: (reading, pledge) => {
    const state = pledgeOn(reading, pledge, reading.today);
    const contributor = state.terms?.contributor ?? 'the contributor';
    return {
      action: state.selected
        ? `Sign the agreement with ${contributor}, or ask it to renew the pledge`
        : `Ask ${contributor} to renew the pledge, or to withdraw it`,
      owner: generatorOf(state),
    };
  },
  tasks: (reading, pledge, day) => tasksOfPledge(reading, pledgeOn(reading, pledge, day), day),
  explain: (reading, pledge, day) => {
    const { fact, at } = termSaid(reading, pledge, 'validUntil', day);
    return {
      statement: `${pledge} is valid until ${pledgeOn(reading, pledge, day).terms!.validUntil}, and no agreement is signed.`,
      figures: node('days to the last day of the pledge', day, 'days between', [todayLeaf(day), leaf('validUntil', fact, at)]),
    };
  },
};

function find(reading: EveryDay, { day, state, standing }: PledgeOnDay): PledgeFinding {
  const { validUntil } = state.terms!;
  const { thresholds } = reading.policy.table.rules['pledge-lapsing'];
  const severity = mayLapse(state) ? severityWhere(thresholds, (count) => daysBetween(day, validUntil) <= count) : undefined;
  const reason =
    standing.stage === 'lapsed' ? 'the pledge has lapsed' : 'the pledge is about to lapse, and no agreement is signed';
  return { severity, figures: { validUntil }, reason };
}

function days(reading: EveryDay, pledge: string): Day[] {
  const counts = Object.values(reading.policy.table.rules['pledge-lapsing'].thresholds);
  return pledgeHistory(reading, pledge).steps.flatMap(([, { terms }]) =>
    terms === undefined ? [] : counts.map((count) => addDays(terms.validUntil, -count)),
  );
}
