import { everyEpisode } from '../alerts/assessment.js';
import { lastIndexUpTo } from '../curve.js';
import { daysBetween, type Day } from '../day.js';
import type { Fact, FactOf } from '../facts.js';
import type { EveryDay, Reading } from '../reading.js';
import { personsOf, returnsInForce, type ReturnInForce } from '../strength/return-in-force.js';
import { firstReportOf } from '../strength/unit-changes.js';
import { unitHistory } from '../strength/unit-history.js';
import { pledgeFacts } from '../supply/pledge-facts.js';
import { pledgeHistory, type PledgeState } from '../supply/pledge-history.js';

export const dataNoteCodes = [
  'printed-total-differs',
  'return-incomplete',
  'return-repeated',
  'cell-gone',
  'unit-first-reported',
  'unit-not-there',
  'pledge-unknown',
  'pledge-id-in-use',
  'pledge-withdrawn',
  'pledge-declined',
  'acknowledged-nothing',
  'retraction-of-nothing',
  'retraction-of-retraction',
] as const;
export type DataNoteCode = (typeof dataNoteCodes)[number];

/** Something odd about the facts that changes no figure: it is shown, and goes when the missing fact comes. */
export interface DataNote {
  readonly code: DataNoteCode;
  readonly on: Day;
  readonly note: string;
  /** Positions of the facts that it is about. */
  readonly facts: readonly number[];
}

/** A note, and the first day on which it is gone. */
interface Noted {
  readonly note: DataNote;
  readonly until?: Day;
}

/** Nobody reads more of them than so many. */
const mostNotes = 100;

/** The newest notes on the facts up to today, the newest first, and how many more there are. */
export interface DataNotes {
  readonly notes: readonly DataNote[];
  readonly moreNotes?: number;
}

export function dataNotes(reading: Reading): DataNotes {
  const { today } = reading;
  const { oldestFirst, passing } = everyNote(reading);
  const isGone = ({ until }: Noted): boolean => until !== undefined && until <= today;
  const begun = lastIndexUpTo(oldestFirst, today, ({ note: { on } }) => on) + 1;
  const notes: DataNote[] = [];
  for (let index = begun - 1; index >= 0 && notes.length < mostNotes; index -= 1)
    if (!isGone(oldestFirst[index]!)) notes.push(oldestFirst[index]!.note);
  const moreNotes = begun - passing.filter(isGone).length - notes.length;
  return moreNotes === 0 ? { notes } : { notes, moreNotes };
}

/** All notes, and those of them that will be gone some day. */
const everyNote = (reading: EveryDay): { readonly oldestFirst: readonly Noted[]; readonly passing: readonly Noted[] } =>
  reading.once('data notes', () => {
    const notes = [returnNotes, unitNotes, pledgeNotes, answerNotes, retractionNotes].flatMap((notesOf) => notesOf(reading));
    const oldestFirst = notes.sort(
      ({ note: a }, { note: b }) => compare(a.on, b.on) || compare(b.code, a.code) || compare(b.note, a.note),
    );
    return { oldestFirst, passing: oldestFirst.filter(({ until }) => until !== undefined) };
  });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const note = (code: DataNoteCode, about: Fact, text: string): Noted => ({
  note: { code, on: about.data.on, note: text, facts: [about.position] },
});

const returnNotes = (reading: EveryDay): readonly Noted[] =>
  reading.once('notes on returns', () => {
    const returns = returnsInForce(reading).steps.map(([, ret]) => ret!);
    return returns.flatMap((ret, index) => notesOn(reading, ret, returns[index - 1]));
  });

function notesOn(reading: EveryDay, ret: ReturnInForce, before: ReturnInForce | undefined): Noted[] {
  const { fact, asAt } = ret;
  const { printedTotal, incomplete } = fact.data;
  const total = sumOf(ret);
  const notes: Noted[] = [];
  if (printedTotal !== undefined && printedTotal !== total)
    notes.push(
      note('printed-total-differs', fact, `the return of ${asAt} prints a total of ${printedTotal}; its rows sum to ${total}`),
    );
  if (incomplete !== undefined)
    notes.push(note('return-incomplete', fact, `${incomplete} rows of the return of ${asAt} could not be placed`));
  if (before === undefined) return notes;
  if (isSame(before, ret))
    notes.push(note('return-repeated', fact, `the return of ${asAt} is identical to that of ${before.asAt}`));
  return [...notes, ...smallerLosses(reading, before, ret)];
}

const sumOf = ({ cells }: ReturnInForce): number => [...cells.values()].reduce((sum, cell) => sum + personsOf(cell), 0);

const isSame = (a: ReturnInForce, b: ReturnInForce): boolean =>
  a.cells.size === b.cells.size &&
  a.cells.size > 0 &&
  [...a.cells].every(([name, { women, men }]) => b.cells.get(name)?.women === women && b.cells.get(name)?.men === men);

/** A large cell gone that is too small a part of the mission to be held. */
function smallerLosses(reading: EveryDay, before: ReturnInForce, ret: ReturnInForce): Noted[] {
  const { lost, comparableDays } = reading.policy.table.returns;
  if (!before.byContributor || !ret.byContributor || !ret.complete || daysBetween(before.asAt, ret.asAt) > comparableDays)
    return [];
  const total = sumOf(before);
  return [...before.cells]
    .filter(
      ([name, cell]) =>
        personsOf(cell) >= lost.persons && !ret.cells.has(name) && 100 * personsOf(cell) < lost.strengthPercent * total,
    )
    .map(([name, cell]) => note('cell-gone', ret.fact, `${name} fell from ${personsOf(cell)} to 0 in the return of ${ret.asAt}`));
}

const unitNotes = (reading: EveryDay): Noted[] => reading.ids('unit').flatMap((unit) => notesOnUnit(reading, unit));

const notesOnUnit = (reading: EveryDay, unit: string): readonly Noted[] =>
  reading.onceOf('notes on', unit, () => {
    const facts = reading.everValid(`unit/${unit}`);
    const isFirstReported = firstReportOf(reading, unit) !== undefined;
    const report = facts.find(({ type }) => type === 'UnitStrengthReported');
    return [
      ...(isFirstReported ? [note('unit-first-reported', report!, `${unit} was reported before it arrived`)] : []),
      ...facts
        .filter((fact) => isAgainst(reading, unit, fact))
        .map((fact) => note('unit-not-there', fact, `${fact.type} of ${unit} on ${fact.data.on}, when it was not there`)),
    ];
  });

/** A repatriation of a unit that has never arrived, or a report of one that has left. */
function isAgainst(reading: EveryDay, unit: string, fact: Fact): boolean {
  if (fact.type !== 'UnitRepatriated' && fact.type !== 'UnitStrengthReported') return false;
  const { arrival, present, repatriatedOn } = unitHistory(reading, unit).at(fact.data.on);
  return fact.type === 'UnitRepatriated' ? arrival === undefined : !present && repatriatedOn !== undefined;
}

const pledgeNotes = (reading: EveryDay): Noted[] =>
  reading
    .ids('pledge')
    .flatMap((pledge) => [
      ...unknownPledge(reading, pledge),
      ...idsInUse(reading, pledge),
      ...saidOfWithdrawn(reading, pledge),
      ...saidOfDeclined(reading, pledge),
    ]);

/** Facts about a pledge that nobody has registered or selected, until somebody does. */
function unknownPledge(reading: EveryDay, pledge: string): Noted[] {
  const [first] = reading.everValid(`pledge/${pledge}`);
  const known = pledgeHistory(reading, pledge).steps.find(([, { terms }]) => terms !== undefined)?.[0];
  if (first === undefined || (known !== undefined && known <= first.data.on)) return [];
  const unknown = note('pledge-unknown', first, `nothing is known of the pledge ${pledge} that ${first.type} names`);
  return [known === undefined ? unknown : { ...unknown, until: known }];
}

/** What another state has said under the id of a pledge: it changes nothing. Neither state is named. */
function idsInUse(reading: EveryDay, pledge: string): Noted[] {
  const own = new Set(pledgeFacts(reading, pledge));
  const others = reading.everValid(`pledge/${pledge}`).filter((fact) => !own.has(fact));
  return others.map((fact) =>
    note('pledge-id-in-use', fact, `${pledge} is the pledge of another state than ${fact.type} names: it needs an id of its own`),
  );
}

/** What is said of a pledge after it was withdrawn: nothing takes that back. A unit that arrives all the same counts by itself. */
function saidOfWithdrawn(reading: EveryDay, pledge: string): Noted[] {
  const facts = pledgeFacts(reading, pledge);
  const withdrawnOn = facts.find(({ type }) => type === 'PledgeWithdrawn')?.data.on;
  if (withdrawnOn === undefined) return [];
  return facts
    .filter(({ type, data }) => data.on > withdrawnOn && type !== 'PledgeWithdrawn' && type !== 'UnitArrived')
    .map((fact) =>
      note(
        'pledge-withdrawn',
        fact,
        `${fact.type} of ${pledge} changes nothing, since it was withdrawn on ${withdrawnOn}: a new pledge needs an id of its own`,
      ),
    );
}

/** What moves no pledge that stands declined; another decision, a selection or a withdrawal does, and its units count by themselves. */
const barredByDecline: ReadonlySet<Fact['type']> = new Set([
  'PledgeRegistered',
  'PledgeAmended',
  'PledgeRenewed',
  'PledgeLevelChanged',
  'ReconnaissanceHeld',
  'PreDeploymentVisitHeld',
  'AgreementSigned',
]);

/** What is said of a pledge after the day on which it was declined, for as long as it stands declined. */
function saidOfDeclined(reading: EveryDay, pledge: string): Noted[] {
  const history = pledgeHistory(reading, pledge);
  return pledgeFacts(reading, pledge).flatMap((fact) => {
    const { on } = fact.data;
    const declined = declinedIn(history.at(on));
    if (!barredByDecline.has(fact.type) || declined === undefined || declined.data.on >= on) return [];
    const until = history.stepsFrom(on).find(([, state]) => declinedIn(state) === undefined)?.[0];
    const since = `it was declined on ${declined.data.on}`;
    const text = `${fact.type} of ${pledge} changes nothing, since ${since}: decide on it anew, or register a new pledge under an id of its own`;
    return [{ ...note('pledge-declined', fact, text), ...(until && { until }) }];
  });
}

const declinedIn = ({ decision, withdrawn }: PledgeState): FactOf<'PledgeDecided'> | undefined =>
  withdrawn === undefined && decision?.data.decision === 'declined' ? decision : undefined;

/** An acknowledgement of a day on which nothing was open under its key: a later fact may have moved or ended what it answered. */
const answerNotes = (reading: EveryDay): Noted[] =>
  reading.ids('acknowledged').flatMap((key) => {
    const made = reading.everValid<FactOf<'AlertAcknowledged'>>(`acknowledged/${key}`);
    const episodes = everyEpisode(reading, key);
    const isOfNone = ({ data: { on } }: Fact): boolean =>
      !episodes.some(({ since, closedOn }) => since <= on && (closedOn === undefined || on < closedOn));
    return made
      .filter(isOfNone)
      .map((fact) => note('acknowledged-nothing', fact, `${key} was not open on ${fact.data.on}, when it was acknowledged`));
  });

const retractionNotes = (reading: EveryDay): Noted[] =>
  reading.retractions().flatMap((fact: FactOf<'FactRetracted'>) => {
    const { ofSource, ofId } = fact.data;
    const target = reading.ledger.factNamed(ofSource, ofId);
    if (target === undefined || !reading.sees(target))
      return [note('retraction-of-nothing', fact, `${ofId} of ${ofSource} is retracted, but is not in this stream`)];
    return target.type === 'FactRetracted'
      ? [note('retraction-of-retraction', fact, `${ofId} is itself a retraction: send the fact again`)]
      : [];
  });
