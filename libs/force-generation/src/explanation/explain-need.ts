import { personsOf } from '../strength/return-in-force.js';
import { unitHistory } from '../strength/unit-history.js';
import type { Day } from '../day.js';
import { balanceOf, type Coverage } from '../supply/coverage.js';
import { outlook } from '../supply/outlook.js';
import { pledgeOn } from '../supply/pledge-history.js';
import { requirementHistory, type Requirement } from '../supply/requirement.js';
import type { SupplyItem } from '../supply/supply-item.js';
import { relievedAs } from '../supply/unit-supply.js';
import type { Reading } from '../reading.js';
import { figureOf } from './explain-head-count.js';
import { leaf, node, type Explained, type ExplanationNode } from './node.js';

/** What of a need is met in each of the three strengths, in units and in persons. */
export function explainNeed(reading: Reading, name: string, day: Day): Explained {
  const requirement = lastStated(reading, name, day);
  const { deployed, committed, pledged } = outlook(balanceOf(reading, requirement.data.capability), requirement, day);
  const strengths = { deployed, committed: committed.coverage, pledged: pledged.coverage };
  const { units, personnel, capability, requiredBy } = requirement.data;
  const gapOf = (count: 'units' | 'personnel') =>
    Object.entries(strengths).map(([strength, coverage]) =>
      node(`${count} not ${strength}`, day, 'difference', [
        leaf(`${count} required`, requirement, `/${count}`),
        node(`${count} ${strength}`, day, 'sum', itemNodes(reading, coverage, count, day)),
      ]),
    );
  return {
    statement: `${units} × ${capability} with ${personnel} persons required by ${requiredBy}; below, what is missing of it in each strength.`,
    figures: node('figures explained', day, 'count', [
      leaf('required by', requirement, '/requiredBy'),
      ...gapOf('units'),
      ...gapOf('personnel'),
    ]),
  };
}

function lastStated(reading: Reading, name: string, day: Day): Requirement {
  const stated = requirementHistory(reading, name).steps.flatMap(([on, fact]) =>
    on <= day && fact?.type === 'RequirementStated' ? [fact] : [],
  );
  return stated.at(-1)!;
}

const itemNodes = (reading: Reading, { items }: Coverage, count: 'units' | 'personnel', day: Day): ExplanationNode[] =>
  items.map((item) => (count === 'units' ? unitsNode(reading, item, day) : personnelNode(reading, item, day)));

export const unitsNode = (reading: Reading, item: SupplyItem, day: Day): ExplanationNode =>
  item.kind === 'unit' ? unitNode(item, day) : pledgedUnitsNode(reading, item, day);

/** A unit is one; of one that has arrived in part the rest is none. */
function unitNode({ name, units, facts }: SupplyItem, day: Day): ExplanationNode {
  const [first] = facts;
  const named = first?.type === 'RotationPlanned' ? '/replacedBy' : '/unit';
  return node(name, day, 'count', units === 0 ? [] : [leaf('unit', first!, named)]);
}

/** Of a pledge the units that have no fact of their own. */
function pledgedUnitsNode(reading: Reading, { name }: SupplyItem, day: Day): ExplanationNode {
  const { unitsSaid, units } = pledgeOn(reading, name, day);
  const offered = leaf(`${name} units`, unitsSaid!.fact, unitsSaid!.at);
  if (units.length === 0) return offered;
  const own = units.map((unit) => {
    const fact = reading.facts(`unit/${unit}`).find(({ type }) => type === 'DeploymentPlanned' || type === 'UnitArrived')!;
    return leaf('unit', fact, '/unit');
  });
  return node(name, day, 'difference', [offered, node('with a fact of their own', day, 'count', own)]);
}

function personnelNode(reading: Reading, item: SupplyItem, day: Day): ExplanationNode {
  if (item.kind === 'pledge') return pledgedPersonnelNode(reading, item, day);
  const [first] = item.facts;
  if (first?.type === 'DeploymentPlanned') return planNode(reading, item, day);
  const unit = first?.type === 'RotationPlanned' ? first.data.unit : item.name;
  return figureOf(unit, relievedAs(unitHistory(reading, unit).at(day)), day);
}

/** All persons of the pledge, else those of one unit as often as units are left. */
function pledgedPersonnelNode(reading: Reading, { name, units: left }: SupplyItem, day: Day): ExplanationNode {
  const { personnelSaid, unitsSaid, units } = pledgeOn(reading, name, day);
  const offered = leaf(`${name} personnel`, personnelSaid!.fact, personnelSaid!.at);
  if (units.length === 0) return offered;
  const each = node('each', day, 'part', [offered, leaf('units', unitsSaid!.fact, unitsSaid!.at)]);
  const all = Array.from({ length: left }, () => each);
  return node(name, day, 'sum', all);
}

function planNode(reading: Reading, { name, facts }: SupplyItem, day: Day): ExplanationNode {
  const planned = leaf(`${name} planned`, facts[0]!, '/personnel');
  const state = unitHistory(reading, name).at(day);
  return personsOf(state) === 0 ? planned : node(name, day, 'difference', [planned, figureOf(name, state, day)]);
}
