import { seededRandom } from '../bench/seeded-random.js';
import { shortRun } from './short-run.js';
import type { Planned } from './disturbance.js';
import { drawPlan } from './draw-plan.js';

const everyKind = [
  ...['empty topics', 'join', 'kill', 'kill broker', 'leave', 'pause'],
  ...['poison', 'restart postgres', 'stop broker', 'terminate', 'turn the day'],
];
const kindsOf = (plan: readonly Planned[]): string[] => plan.map(({ disturbance: { what } }) => what);

describe('the plan of a run', () => {
  it('is the same for the same seed, and another for another', () => {
    const drawn = (seed: number) => drawPlan(seededRandom(seed), 60_000);
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it.each([1, 2, 3, 4, 5])('of seed %i has every disturbance within thirty seconds, and one poison fact', (seed) => {
    const plan = drawPlan(seededRandom(seed), 30_000);
    const kinds = kindsOf(plan);
    expect([...new Set(kinds)].sort()).toEqual(everyKind);
    expect(kinds.filter((what) => what === 'poison')).toHaveLength(1);
    expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('of the run that is part of the tests has every disturbance, too, and kills and halts a reporter', () => {
    const { seed, seconds, pace } = shortRun;
    const plan = drawPlan(seededRandom(seed), 1000 * seconds, pace);
    expect([...new Set(kindsOf(plan))].sort()).toEqual(everyKind);
    const toReporters = plan.filter(({ disturbance }) => 'service' in disturbance && disturbance.service === 'reporter');
    expect(kindsOf(toReporters)).toEqual(expect.arrayContaining(['kill', 'pause']));
  });
});
