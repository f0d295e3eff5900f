import { addDays, earlierOf, type Day } from '../day.js';
import type { Fact } from '../facts.js';
import type { Reading } from '../reading.js';
import { itemsFor, needCarried, type Carrier } from '../supply/carriers.js';
import type { HandOver } from '../supply/hand-over.js';
import { lastPartnerFact, type PartnerSupport } from '../supply/partner-support.js';
import type { ReliefGap } from '../supply/relief.js';
import type { Requirement } from '../supply/requirement.js';
import type { SupplyItem } from '../supply/supply-item.js';
import { termSaid } from '../supply/term-said.js';
import { unitsNode } from './explain-need.js';
import { leaf, node, todayLeaf, type ExplanationNode, type FactLeaf, type TodayLeaf } from './node.js';

/** The day on which something changes, or the day before it, and where that is said. */
interface Edge {
  readonly said: FactLeaf | TodayLeaf;
  readonly isDayBefore: boolean;
}

const on = (said: FactLeaf): Edge => ({ said, isDayBefore: false });
const after = (said: FactLeaf | TodayLeaf): Edge => ({ said, isDayBefore: true });

/** The units that the need has while it is handed over, and for how many days. */
export function explainHandOver(reading: Reading, requirement: Requirement, found: HandOver, day: Day): ExplanationNode {
  const { covered, from, until, leaving } = found;
  const read = from <= day ? from : day;
  const carried = covered.carriers.map((carrier) =>
    carrier.kind === 'partner' ? leaf(`${carrier.name} units`, carrier.fact, '/units') : unitsNode(reading, carrier, read),
  );
  const units = node('units uncovered', day, 'difference', [
    leaf('units required', requirement, '/units'),
    node('units covered', day, 'sum', carried),
  ]);
  const leaves = leavingEdge(reading, leaving[0]!, from, day);
  const arrives = until === undefined ? undefined : arrivingEdge(reading, requirement, found, day);
  return node('figures explained', day, 'count', [units, daysNode(leaves, arrives, day)]);
}

/** The same of a unit that another one relieves. */
export function explainRelief({ relief, from, until, arrival }: ReliefGap, day: Day): ExplanationNode {
  const { rotation, repatriation } = relief;
  const planned = rotation.data.leavesOn === from ? on(leaf('leavesOn', rotation, '/leavesOn')) : after(todayLeaf(day));
  const leaves = repatriation === undefined ? planned : on(leaf('leavesOn', repatriation, '/on'));
  const arrives =
    arrival === undefined
      ? undefined
      : arrival.data.arrivesOn === until
        ? on(leaf('arrivesOn', arrival, '/arrivesOn'))
        : after(todayLeaf(day));
  return daysNode(leaves, arrives, day);
}

/** Days between, less or more by one where the day before is what is said; nobody where nobody follows. */
function daysNode(leaves: Edge, arrives: Edge | undefined, day: Day): ExplanationNode {
  if (arrives === undefined) return node('units that follow', day, 'count', []);
  const between = node('days between', day, 'days between', [leaves.said, arrives.said]);
  if (leaves.isDayBefore === arrives.isDayBefore) return between;
  const operation = leaves.isDayBefore ? 'difference' : 'sum';
  const own = node('that day', day, 'count', [leaves.isDayBefore ? leaves.said : arrives.said]);
  return node('days uncovered', day, operation, [between, own]);
}

function leavingEdge(reading: Reading, carrier: Carrier, from: Day, day: Day): Edge {
  if (carrier.kind === 'partner') return partnerEdge(reading, carrier, from, day);
  if (from <= day) return on(leaf('leavesOn', repatriationOf(reading, carrier.name, from), '/on'));
  return carrier.leavesOn === from ? on(leaf('leavesOn', departureOf(carrier), '/leavesOn')) : after(todayLeaf(day));
}

function partnerEdge(reading: Reading, support: PartnerSupport, from: Day, day: Day): Edge {
  const last = lastPartnerFact(reading, support, earlierOf(from, day));
  return last.data.on === from ? on(leaf('leavesOn', last, '/on')) : after(leaf('until', support.fact, '/until'));
}

const repatriationOf = (reading: Reading, unit: string, on: Day): Fact =>
  reading.everValid(`unit/${unit}`).findLast(({ type, data }) => type === 'UnitRepatriated' && data.on === on)!;

const departureOf = ({ facts }: SupplyItem): Fact =>
  facts.find(({ type }) => type === 'WithdrawalAnnounced' || type === 'RotationPlanned')!;

/** What is overdue may come tomorrow. */
function arrivingEdge(reading: Reading, requirement: Requirement, { following, until }: HandOver, day: Day): Edge {
  const follower = following.find((carrier) => carrier.kind !== 'partner' && carrier.startsOn === until);
  if (follower !== undefined) return on(startLeaf(reading, follower as SupplyItem, day));
  if (until === addDays(day, 1)) return after(todayLeaf(day));
  // A free unit follows that another need has no use for from that day on, since its own comes or another one goes.
  const items = itemsFor(needCarried(reading, requirement.data.requirement), requirement, day);
  const arriving = items.find((item) => item.startsOn === until);
  if (arriving !== undefined) return on({ ...startLeaf(reading, arriving, day), figure: 'free from' });
  return on(leaf('free from', departureOf(items.find(({ leavesOn }) => leavesOn === until)!), '/leavesOn'));
}

function startLeaf(reading: Reading, { kind, name, facts }: SupplyItem, day: Day): FactLeaf {
  const [fact] = facts;
  if (kind === 'unit') return leaf('arrivesOn', fact!, fact!.type === 'UnitArrived' ? '/on' : '/arrivesOn');
  const offer = termSaid(reading, name, 'availableFrom', day);
  return leaf('arrivesOn', offer.fact, offer.at);
}
