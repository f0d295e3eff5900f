import type { Day } from '../day.js';
import { explainHeadCount, figureOf } from '../explanation/explain-head-count.js';
import { leaf, node, absence, type ExplanationNode } from '../explanation/node.js';
import { components, componentOf, typesOf, type Component } from '../personnel.js';
import type { Curve } from '../curve.js';
import type { Thresholds } from '../policy.js';
import type { EveryDay, Reading } from '../reading.js';
import { typeOfCell, type CellName } from '../strength/cell-name.js';
import { personsOf } from '../strength/return-in-force.js';
import { strengthOn, strengths, type Head, type ReturnStrength } from '../strength/strength.js';
import { cellOf, unitsByCell } from '../strength/unit-changes.js';
import { unitHistory } from '../strength/unit-history.js';
import { severityOfShare } from './severity.js';
import { conditionOf } from './condition-of.js';
import type { Condition, Rule } from './rule.js';

/**
 * "The units add up to more than the return." Units may be fewer than a return, which also counts individuals, but never more:
 * where they are, one of the two sources is wrong.
 */
export const sourcesDisagree: Rule = {
  name: 'sources-disagree',
  subjects: () => components,
  lookAtReturns: (reading, component, told) => {
    const returns = strengths(reading, told);
    const row = reading.policy.table.rules['sources-disagree'];
    const one = component as Component;
    const compared = { component: one, cells: cellsOf(reading, one), thresholds: row.thresholds };
    return {
      days: () => returns.steps.map(([asAt]) => asAt),
      conditionOn: (day) => {
        const strength = returns.at(day);
        return strength && condition(compared, strength);
      },
    };
  },
  respond: () => ({
    action: 'Compare the unit reports with the strength return, cell by cell',
    owner: 'Military Planning Service, Office of Military Affairs',
  }),
  explain: (reading, component, day) => explain(reading, component as Component, day),
};

type Which = 'kept' | 'accepted';

/** Known where it is the same with every hold kept and with every hold accepted. */
function condition(compared: Compared, strength: ReturnStrength): Condition {
  const kept = conditionWhere(compared, strength, 'kept');
  if (strength.special.every(({ suspect }) => !suspect)) return kept;
  const accepted = conditionWhere(compared, strength, 'accepted');
  const same = kept.kind === 'gap' ? accepted.kind === 'gap' && accepted.severity === kept.severity : accepted.kind !== 'gap';
  return same ? kept : { kind: 'unknown', reason: `a reading of the return of ${strength.asAt} is suspect` };
}

interface Compared {
  readonly component: Component;
  readonly cells: UnitsByCell;
  readonly thresholds: Thresholds;
}

function conditionWhere({ component, cells, thresholds }: Compared, strength: ReturnStrength, which: Which): Condition {
  let units = 0;
  let excess = 0;
  for (const cell of excessesOf(cells, strength, which)) {
    units += cell.units;
    excess += cell.excess;
  }
  const returned = returnedOf(strength, component, which);
  const figures = { units, returned, excess };
  const severity = excess > 0 ? severityOfShare(thresholds, excess, returned) : undefined;
  return conditionOf(severity, figures, `units exceed the return of ${strength.asAt}`);
}

const returnedOf = ({ byType }: ReturnStrength, component: Component, which: Which): number =>
  typesOf[component].reduce((sum, type) => sum + personsOf(byType.get(type)![which]), 0);

interface Excess {
  readonly cell: CellName;
  readonly units: number;
  readonly excess: number;
}

type UnitsByCell = readonly (readonly [CellName, Curve<Head>])[];

/** Per cell what its units' figures on the as-at day exceed it by; nothing where the return is by type only. */
function excessesOf(cells: UnitsByCell, strength: ReturnStrength, which: Which): readonly Excess[] {
  const { ret, special, asAt } = strength;
  if (!ret.byContributor) return [];
  const values = new Map(special.map((cell) => [cell.special.cell, cell[which]]));
  return cells.map(([cell, persons]) => {
    const units = personsOf(persons.at(asAt));
    return { cell, units, excess: Math.max(units - personsOf(values.get(cell) ?? ret.cells.get(cell)), 0) };
  });
}

/** The cells of the component that any unit was ever counted in. */
const cellsOf = (reading: EveryDay, component: Component): UnitsByCell =>
  [...unitsByCell(reading)].filter(([cell]) => componentOf(typeOfCell(cell)) === component);

function explain(reading: Reading, component: Component, day: Day) {
  const strength = strengthOn(reading, day);
  if (strength === undefined) {
    const over = { type: 'StrengthReturned', subject: reading.mission, from: '0001-01-01', to: day };
    return { statement: 'There is no return yet.', figures: absence('returns', day, over) };
  }
  const { asAt } = strength;
  const states = reading.ids('unit').map((unit) => unitHistory(reading, unit).at(asAt));
  const counted = excessesOf(cellsOf(reading, component), strength, 'kept').filter(({ units }) => units > 0);
  const cells = counted.map(({ cell }) => ({
    units: node(
      `${cell} units`,
      asAt,
      'sum',
      states.filter((state) => cellOf(state) === cell).map((state) => figureOf(state.unit, state, asAt)),
    ),
    returned: cellNode(strength, cell),
  }));
  const units = node(
    'units',
    asAt,
    'sum',
    cells.map((cell) => cell.units),
  );
  // What a cell of the return covers of its units makes up for nothing in another cell.
  const covered = cells.map((cell) => node('covered', asAt, 'min', [cell.units, cell.returned]));
  const excess = node('excess', asAt, 'difference', [units, node('covered by the return', asAt, 'sum', covered)]);
  const returned = explainHeadCount(reading, typesOf[component], asAt, 'returned');
  return {
    statement: `Units exceed their cells of the return of ${asAt}.`,
    figures: node('share exceeded', asAt, 'share', [excess, returned]),
  };
}

function cellNode({ ret, special, asAt }: ReturnStrength, cell: CellName): ExplanationNode {
  const kept = special.find((known) => known.special.cell === cell)?.kept;
  const printedIn = kept?.printedIn ?? ret;
  const row = kept === undefined ? ret.cells.rowOf(cell) : kept.row;
  const leaves =
    row === undefined ? [] : ['women', 'men'].map((sex) => leaf(`${cell} ${sex}`, printedIn.fact, `/rows/${row}/${sex}`));
  return node(`${cell} returned`, asAt, 'sum', leaves);
}
