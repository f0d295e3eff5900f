import type { Figures } from '../alert.js';
import { addDays, daysBetween, type Day } from '../day.js';
import { leaf, node, todayLeaf, type ExplanationNode } from '../explanation/node.js';
import type { EveryDay } from '../reading.js';
import { pledgeHistory, pledgeOn, pledgesAlive } from '../supply/pledge-history.js';
import { pledgeStage, type NextStep } from '../supply/pledge-stage.js';
import { termSaid } from '../supply/term-said.js';
import { generatorOf, lookAtPledge, pledgeOnDay, tasksOfPledge, type PledgeFinding, type PledgeOnDay } from './pledge-rule.js';
import type { Rule } from './rule.js';
import { severityOfCount, worseOf } from './severity.js';

/**
 * "The offer has been lying there for months." Of the pledges in the readiness system few ever come to level 2; a unit at the rapid
 * deployment level is to deploy within 60 days of the request (PCRS Guidelines 2019.01). Once all its units are planned a pledge waits
 * for nobody: what is late then is the deployment.
 */
export const pledgeStalled: Rule = {
  name: 'pledge-stalled',
  subjects: pledgesAlive,
  look: (reading, pledge) =>
    lookAtPledge(reading, pledge, { moreDays: () => days(reading, pledge), find: (on) => find(reading, on) }),
  respond: (reading, pledge) => {
    const state = pledgeOn(reading, pledge, reading.today);
    const contributor = state.terms?.contributor ?? 'the contributor';
    const next = pledgeStage(reading, pledge).at(reading.today)?.next;
    if (next === undefined) return { action: 'Look into the pledge', owner: generatorOf(state) };
    return next.move === 'contributor'
      ? { action: actions[next.waitsFor], owner: `Military or police adviser, Permanent Mission of ${contributor}` }
      : { action: actions[next.waitsFor], owner: generatorOf(state) };
  },
  tasks: (reading, pledge, day) => tasksOfPledge(reading, pledgeOn(reading, pledge, day), day),
  explain: (reading, pledge, day) => {
    const on = pledgeOnDay(reading, pledge, day)!;
    const inStage = node('days in the stage', day, 'days between', [leaf('stageSince', on.standing.fact, '/on'), todayLeaf(day)]);
    const overdue = overdueNode(reading, on);
    return {
      statement: `${pledge} has been ${on.standing.stage} since ${on.standing.since}.`,
      figures: overdue === undefined ? inStage : node('figures explained', day, 'count', [inStage, overdue]),
    };
  },
};

const actions: Readonly<Record<NextStep['waitsFor'], string>> = {
  receipt: 'Tell the contributor that the pledge was received',
  acceptance: 'Accept the pledge, or decline it with a reason',
  lists: 'Complete the lists of personnel, equipment and self-sustainment',
  'assessment-visit': 'Make the assessment and advisory visit',
  selection: 'Select the pledge for a requirement, or tell the contributor why not',
  reconnaissance: 'Hold the reconnaissance in the mission',
  agreement: 'Conclude the memorandum of understanding or the letter of assist',
  'pre-deployment-visit': 'Hold a pre-deployment visit that can be passed',
  'deployment-plan': 'Say when the unit will arrive',
  arrival: 'Bring the unit to the mission',
  renewal: 'Renew the pledge, or withdraw it',
};

function find(reading: EveryDay, on: PledgeOnDay): PledgeFinding {
  const { stage, since, next } = on.standing;
  if (stage === 'lapsed') return { ended: 'the pledge has lapsed' };
  const { thresholds, rapidThresholds } = reading.policy.table.rules['pledge-stalled'];
  const waits = stage !== 'deployed' && (stage !== 'planned' || next?.waitsFor !== 'arrival');
  const inStage = waits ? severityOfCount(thresholds, daysBetween(since, on.day)) : undefined;
  const promised = rapidPromise(reading, on);
  const overdue = promised && severityOfCount(rapidThresholds, daysBetween(promised.by, on.day));
  const figures: Figures = {
    stage,
    stageSince: since,
    ...(next && { waitsFor: next.waitsFor }),
    ...(promised && { selectedOn: promised.selectedOn, responseDays: promised.responseDays }),
  };
  const reason = overdue === undefined ? `nothing has moved since it was ${stage}` : 'not deployed within its response time';
  return { severity: worseOf(inStage, overdue), figures, reason };
}

interface RapidPromise {
  readonly selectedOn: Day;
  readonly responseDays: number;
  /** The last day of the response time. */
  readonly by: Day;
}

/** Of a unit at the rapid deployment level that was asked for and is not there. */
function rapidPromise(reading: EveryDay, { state, ladder, standing }: PledgeOnDay): RapidPromise | undefined {
  if (state.terms?.level !== 'RDL' || ladder.selected === undefined || standing.stage === 'deployed') return undefined;
  const responseDays = state.terms.responseDays ?? reading.policy.table.rules['pledge-stalled'].rapidResponseDays;
  const selectedOn = ladder.selected.data.on;
  return { selectedOn, responseDays, by: addDays(selectedOn, responseDays) };
}

function overdueNode(reading: EveryDay, on: PledgeOnDay): ExplanationNode | undefined {
  const promised = rapidPromise(reading, on);
  if (promised === undefined) return undefined;
  const { day, state, ladder } = on;
  const asked = node('days since the selection', day, 'days between', [
    leaf('selectedOn', ladder.selected!, '/on'),
    todayLeaf(day),
  ]);
  return node('days over the response time', day, 'difference', [asked, responseLeaf(reading, state.pledge, day, promised)]);
}

function responseLeaf(reading: EveryDay, pledge: string, day: Day, { responseDays }: RapidPromise): ExplanationNode {
  const { fact, at } = termSaid(reading, pledge, 'responseDays', day);
  const said = leaf('responseDays', fact, at);
  return said.value === null
    ? { figure: 'responseDays', value: responseDays, policy: '/rules/pledge-stalled/rapidResponseDays' }
    : said;
}

function days(reading: EveryDay, pledge: string): Day[] {
  const { thresholds, rapidThresholds, rapidResponseDays } = reading.policy.table.rules['pledge-stalled'];
  const inStage = pledgeStage(reading, pledge).steps.flatMap(([, standing]) =>
    standing === undefined ? [] : Object.values(thresholds).map((count) => addDays(standing.since, count)),
  );
  const overdue = pledgeHistory(reading, pledge).steps.flatMap(([, { terms, selected }]) =>
    terms?.level !== 'RDL' || selected === undefined
      ? []
      : Object.values(rapidThresholds).map((count) =>
          addDays(selected.data.on, (terms.responseDays ?? rapidResponseDays) + count),
        ),
  );
  return [...inStage, ...overdue];
}
