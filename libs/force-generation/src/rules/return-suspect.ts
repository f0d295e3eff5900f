import { laterOf, type Day } from '../day.js';
import { leaf, node, type ExplanationNode } from '../explanation/node.js';
import type { EveryDay } from '../reading.js';
import { holdsOf } from '../strength/hold-pass.js';
import type { CellValue, Hold } from '../strength/hold.js';
import type { CellName } from '../strength/cell-name.js';
import { personsOf, returnsInForce } from '../strength/return-in-force.js';
import { strengths, type Told } from '../strength/strength.js';
import type { Condition, Look, Rule } from './rule.js';

/**
 * "A published figure looks wrong." A row lost at a page break, printed one line off, a type all but gone, women and men swapped:
 * the published reports have each. The value before goes on until a later reading, a confirmation or an announcement decides.
 */
export const returnSuspect: Rule = {
  name: 'return-suspect',
  subjects: (reading) => [
    ...new Set([...holdsOf(reading).map(({ cell }) => cell), ...(isEverIncomplete(reading) ? [rows] : [])]),
  ],
  lookAtReturns: (reading, subject, told) => (subject === rows ? lookAtRows(reading, told) : lookAtCell(reading, subject)),
  respond: () => ({
    action: 'Ask for the reading to be confirmed or corrected',
    owner: 'Military Planning Service, Office of Military Affairs',
  }),
  explain: (reading, subject, day) => (subject === rows ? explainRows(reading, day) : explainCell(reading, subject, day)),
};

/** The subject of what could not be placed in an incomplete return. */
const rows = 'rows';

const holdsOfCell = (reading: EveryDay, cell: CellName): readonly Hold[] => holdsOf(reading).filter((hold) => hold.cell === cell);

/** The first day on which the suspicion is over: that of the fact which ended it. */
const overOn = ({ end }: Hold): Day | undefined => end && laterOf(end.by.data.on, end.knownFrom);

const standsOn = (hold: Hold, day: Day): boolean => hold.since <= day && (overOn(hold) === undefined || day < overOn(hold)!);

const lookAtCell = (reading: EveryDay, cell: CellName): Look => ({
  days: () =>
    holdsOfCell(reading, cell).flatMap((hold) => [
      ...hold.readings.map(({ printedIn }) => printedIn.asAt),
      overOn(hold) ?? hold.since,
    ]),
  conditionOn: (day): Condition => {
    const hold = holdsOfCell(reading, cell).find((candidate) => standsOn(candidate, day));
    if (hold === undefined) return { kind: 'clear', figures: {} };
    const figures = figuresOf(hold, lastReading(hold, day));
    return { kind: 'gap', severity: 'watch', baseSeverity: 'watch', figures, reason: reasons[hold.kind] };
  },
});

const lastReading = (hold: Hold, day: Day): CellValue => hold.readings.findLast(({ printedIn }) => printedIn.asAt <= day)!;

const figuresOf = (hold: Hold, reading: CellValue) => ({
  kind: hold.kind,
  asAt: hold.since,
  before: hold.kind === 'sexes' ? hold.before.women : personsOf(hold.before),
  printed: hold.kind === 'sexes' ? reading.women : personsOf(reading),
});

const reasons: Readonly<Record<Hold['kind'], string>> = {
  moved: 'the row seems to be printed one line off',
  lost: 'the row seems to be lost',
  type: 'nearly all of this personnel type is gone while all others stay',
  sexes: 'the columns of women and men seem to be swapped',
};

const isEverIncomplete = (reading: EveryDay): boolean => returnsInForce(reading).steps.some(([, ret]) => !ret!.complete);

const lookAtRows = (reading: EveryDay, told: Told): Look => ({
  days: () => returnsInForce(reading).steps.map(([asAt]) => asAt),
  conditionOn: (day): Condition | undefined => {
    const strength = strengths(reading, told).at(day);
    if (strength === undefined) return undefined;
    const { ret, asAt, byType } = strength;
    if (ret.complete) return { kind: 'clear', figures: {} };
    const sums = [...byType.values()];
    const before = sums.reduce((sum, { kept }) => sum + kept.women + kept.men, 0);
    const printed = sums.reduce((sum, { published }) => sum + published.women + published.men, 0);
    const figures = { kind: 'rows', asAt, before, printed, unplaced: ret.fact.data.incomplete! };
    return { kind: 'gap', severity: 'watch', baseSeverity: 'watch', figures, reason: 'rows of the return could not be placed' };
  },
});

function explainCell(reading: EveryDay, cell: CellName, day: Day) {
  const hold = holdsOfCell(reading, cell).findLast(({ since }) => since <= day)!;
  const suspect = lastReading(hold, day) ?? hold.readings[0]!;
  return {
    statement: `The return of ${suspect.printedIn.asAt} prints for ${cell} what does not follow from the one before: ${reasons[hold.kind]}.`,
    figures: node('change', day, 'difference', [valueNode('printed', hold, suspect), valueNode('before', hold, hold.before)]),
  };
}

function valueNode(figure: string, hold: Hold, { printedIn, row }: CellValue): ExplanationNode {
  const sexes = hold.kind === 'sexes' ? ['women'] : ['women', 'men'];
  const leaves = row === undefined ? [] : sexes.map((sex) => leaf(`${hold.cell} ${sex}`, printedIn.fact, `/rows/${row}/${sex}`));
  return node(figure, printedIn.asAt, 'sum', leaves);
}

function explainRows(reading: EveryDay, day: Day) {
  const { fact, asAt } = returnsInForce(reading).steps.findLast(([on, ret]) => on <= day && !ret!.complete)![1]!;
  return {
    statement: `Rows of the return of ${asAt} could not be placed; what it does not print goes on with its previous value.`,
    figures: node('unplaced rows', asAt, 'sum', [leaf('incomplete', fact, '/incomplete')]),
  };
}
