import fc from 'fast-check';
import type { Day } from '../../src/day.js';
import type { Fact, FactName } from '../../src/facts.js';
import { log } from '../drawn-logs.js';
import * as drawn from '../drawn-values.js';

/** One mission's facts in the order in which they arrive, and the days from which they are looked at. */
export interface DrawnSet {
  readonly mission: string;
  readonly facts: readonly Fact[];
  readonly todays: readonly Day[];
}

/** One of the days on which facts are drawn, or some time after one. */
const today = fc
  .tuple(drawn.day, fc.oneof(fc.constantFrom(0, 0, 29, 30, 31, 60, 61, 90, 139, 140, 180), fc.nat({ max: 200 })))
  .map(([day, later]) => new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10));

/** What the rules that are read a second time are told from. What becomes of a pledge is left to other tests. */
const readTwice: ReadonlySet<string> = new Set<FactName>([
  'AlertAcknowledged',
  'CeilingAuthorized',
  'DeploymentPlanned',
  'EquipmentInspected',
  'FactRetracted',
  'MandateEnded',
  'MandateRenewed',
  'MissionEstablished',
  'PledgeRegistered',
  'PledgeSelected',
  'RequirementStated',
  'RequirementWithdrawn',
  'ReturnConfirmed',
  'StrengthReturned',
  'TaskPrioritized',
  'UnitArrived',
  'UnitRepatriated',
  'UnitStrengthReported',
]);

/** A unit is one contributor's, of one type, and a pledge is one contributor's: facts that say otherwise of one are left out. */
function withoutContradictions(facts: readonly Fact[]): readonly Fact[] {
  const known = new Map<string, string>();
  return facts.filter((fact) => {
    const [what, whose] = whoseIs(fact) ?? ['', ''];
    if (!known.has(what)) known.set(what, whose);
    return known.get(what) === whose;
  });
}

function whoseIs({ type, data }: Fact): readonly [what: string, whose: string] | undefined {
  if (type === 'UnitArrived') return [`unit ${data.unit}`, `${data.contributor} ${data.personnelType}`];
  if (type === 'PledgeRegistered') return [`pledge ${data.pledge}`, data.contributor];
  return type === 'PledgeSelected' ? [`pledge ${data.pledge}`, data.terms.contributor] : undefined;
}

/** Whether a departure explains a fall is left to other tests: where units go home there is one return, which nothing is suspect in. */
function withoutFallsToExplain(facts: readonly Fact[]): readonly Fact[] {
  const returned = facts.find(({ type }) => type === 'StrengthReturned');
  const isGoingHome = facts.some(({ type }) => type === 'UnitRepatriated');
  return isGoingHome ? facts.filter((fact) => fact.type !== 'StrengthReturned' || fact === returned) : facts;
}

/** The same eleven years later: women's targets are sourced for 2028 only. */
const in2028 = (set: DrawnSet): DrawnSet =>
  JSON.parse(JSON.stringify(set).replace(/"20(1\d)-/g, (_day, year) => `"20${Number(year) + 11}-`)) as DrawnSet;

const readFacts = log.map(({ mission, facts }) => ({
  mission,
  facts: withoutFallsToExplain(withoutContradictions(facts.filter(({ type }) => readTwice.has(type)))),
}));

/** Facts are not made simpler where a set fails, but left out one after the other: a rank among those that arrive shrinks to none. */
export const drawnSet: fc.Arbitrary<DrawnSet> = fc
  .noShrink(fc.tuple(readFacts, fc.nat({ max: 3 })))
  .chain(([{ mission, facts }, year]) =>
    fc
      .record({
        ranks: fc.tuple(...facts.map(() => fc.nat({ max: 500 }))),
        todays: fc.noShrink(fc.uniqueArray(today, { minLength: 2, maxLength: 3 })),
      })
      .map(({ ranks, todays }) => {
        const arriving = facts.map((fact, at) => ({ fact, rank: ranks[at]! })).filter(({ rank }) => rank > 0);
        const set = { mission, facts: arriving.sort((a, b) => a.rank - b.rank).map(({ fact }) => fact), todays };
        return year === 1 ? in2028(set) : set;
      }),
  );
