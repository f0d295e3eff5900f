import { daysBetween, type Day, type Figures, type FigureValue } from '@muster/force-generation';
import { countryWord } from './country-word.js';
import { count, counted, percent } from './count-words.js';
import { shortDay } from './day-words.js';
import { capitalized, idInWords, unitInSentence } from './name-words.js';

type Say = (figures: Figures, on: Day) => string;

const number = (value: FigureValue | undefined): number => (typeof value === 'number' ? value : 0);
const text = (value: FigureValue | undefined): string => (typeof value === 'string' ? value : number(value).toString());
const day = (value: FigureValue | undefined): string => (typeof value === 'string' ? shortDay(value) : '–');
/** A code inside a sentence: `assessment visit`. */
const words = (value: FigureValue | undefined): string => text(value).replaceAll('-', ' ');
const share = (part: FigureValue | undefined, whole: FigureValue | undefined): string =>
  number(whole) === 0 ? '' : ` (${percent(number(part) / number(whole))})`;

const after = (from: FigureValue | undefined, on: Day): string =>
  typeof from === 'string' ? ` after ${counted(daysBetween(from, on), 'day')}` : '';

/** Of a need met in three strengths, each of which holds the firmer ones. */
interface Need {
  readonly required: number;
  readonly deployed: number;
  readonly committed: number;
  readonly pledged: number;
}
const needOf = (value: FigureValue | undefined): Need => ({
  required: 0,
  deployed: 0,
  committed: 0,
  pledged: 0,
  ...(value as Partial<Need>),
});

/** Where all the units are there that are promised, what is to come of their persons. */
function restInWords({ deployed, committed, pledged }: Need, arrivesOn: FigureValue | undefined): string {
  const coming = committed - deployed;
  if (coming > 0)
    return `${counted(coming, 'person')} committed${typeof arrivesOn === 'string' ? `, due ${shortDay(arrivesOn)}` : ''}`;
  return pledged > committed ? `${counted(pledged - committed, 'person')} pledged` : 'nothing committed or pledged';
}

function capabilityGap({ units: ofUnits, personnel: ofPersonnel, requiredBy, arrivesOn }: Figures): string {
  const [units, personnel] = [needOf(ofUnits), needOf(ofPersonnel)];
  const said = [`${count(units.deployed)} of ${counted(units.required, 'unit')} there`];
  said.push(`${count(personnel.deployed)} of ${counted(personnel.required, 'person')}`);
  const coming = units.committed - units.deployed;
  const promised = units.pledged - units.committed;
  if (coming > 0)
    said.push(`${count(coming)} committed${typeof arrivesOn === 'string' ? `, arrives ${shortDay(arrivesOn)}` : ''}`);
  if (promised > 0) said.push(`${count(promised)} pledged`);
  if (coming <= 0 && promised <= 0) said.push(restInWords(personnel, arrivesOn));
  return `${said.join('; ')}. Needed by ${day(requiredBy)}`;
}

function pledgeStalled({ stage, stageSince, waitsFor, selectedOn, responseDays }: Figures, on: Day): string {
  const said = [`${capitalized(words(stage))} since ${day(stageSince)}${after(stageSince, on)}`];
  if (waitsFor !== undefined) said.push(`waits for ${words(waitsFor)}`);
  if (selectedOn !== undefined)
    said.push(`selected ${day(selectedOn)}, to be there within ${counted(number(responseDays), 'day')}`);
  return said.join('; ');
}

const unitsInWords = (names: FigureValue | undefined): string => text(names).split(', ').map(unitInSentence).join(' and ');

function handOverGap({ units, leaving, leavesOn, following, arrivesOn }: Figures): string {
  const { covered = 0, required = 0 } = (units ?? {}) as { readonly covered?: number; readonly required?: number };
  const left = units === undefined ? '' : ` ${count(covered)} of ${counted(required, 'unit')} left;`;
  const who = following === undefined ? 'nobody' : unitsInWords(following);
  const days =
    typeof leavesOn === 'string' && typeof arrivesOn === 'string' && arrivesOn > leavesOn
      ? `, ${counted(daysBetween(leavesOn, arrivesOn), 'day')} later`
      : '';
  const from = typeof arrivesOn === 'string' ? ` from ${shortDay(arrivesOn)}${days}` : '';
  return `Without ${unitsInWords(leaving)} from ${day(leavesOn)};${left} ${who} follows${from}`;
}

const sayings: Readonly<Record<string, Say>> = {
  'ceiling-shortfall': ({ authorized, deployed, missing }) =>
    `${count(number(missing))} missing${share(missing, authorized)}: ${count(number(deployed))} of ${count(number(authorized))} authorized`,
  'ceiling-exceeded': ({ authorized, deployed, over }) =>
    `${count(number(over))} over${share(over, authorized)}: ${count(number(deployed))} for ${count(number(authorized))} authorized`,
  'authorized-not-deployed': ({ increase, there, effectiveFrom, previous, authorized }, on) =>
    `${count(number(there))} of the ${count(number(increase))} added on ${day(effectiveFrom)} there${after(effectiveFrom, on)} (ceiling ${count(number(previous))} → ${count(number(authorized))})`,
  'capability-gap': capabilityGap,
  'unit-understrength': ({ required, deployed, missing }) =>
    `${count(number(missing))} missing${share(missing, required)}: ${count(number(deployed))} of ${counted(number(required), 'person')}`,
  'equipment-shortfall': ({ required, held, serviceable, inspectedOn }) =>
    `${count(number(serviceable))} serviceable and ${count(number(held))} held of ${count(number(required))} required; inspected ${day(inspectedOn)}`,
  'pledge-lapsing': ({ validUntil }) => `Valid until ${day(validUntil)}, no agreement signed`,
  'pledge-stalled': pledgeStalled,
  'caveat-conflict': ({ condition, requirement, saidOn }) =>
    `${idInWords(text(requirement))} needs ${words(condition)}, which is barred since ${day(saidOn)}`,
  dependency: ({ contributor, partner, personnel, total }) =>
    `${partner === undefined ? countryWord(text(contributor)) : text(partner)} sends ${count(number(personnel))} of ${counted(number(total), 'person')}${share(personnel, total)}`,
  'deployment-overdue': ({ planned, deployed, arrivesOn }, on) =>
    `${count(number(deployed))} of ${counted(number(planned), 'person')} there${after(arrivesOn, on)}; planned for ${day(arrivesOn)}`,
  'rotation-overdue': ({ dueOn, replacedBy }, on) =>
    `Due ${day(dueOn)}, still there${after(dueOn, on)}${typeof replacedBy === 'string' ? `; ${unitInSentence(replacedBy)} is to follow` : ''}`,
  'hand-over-gap': handOverGap,
  'women-below-target': ({ women, persons, target, targetYear }) =>
    `${count(number(women))} women${share(women, persons)} of ${counted(number(persons), 'person')}; target ${number(target)}% for ${text(targetYear)}`,
  'return-missing': ({ newestAsAt }) => `Newest return as at ${day(newestAsAt)}`,
  'return-suspect': ({ before, printed, asAt }) =>
    `${count(number(before))} → ${count(number(printed))} in the return of ${day(asAt)}`,
  'sources-disagree': ({ units, returned, excess }) =>
    `Units add up to ${count(number(units))}, the return says ${count(number(returned))}: ${count(number(excess))} too many`,
  'mandate-ending': ({ until }) => `Ends ${day(until)}, no renewal known`,
  'strength-after-drawdown': ({ persons, drawdownBy }) => `${counted(number(persons), 'person')} there after ${day(drawdownBy)}`,
};

/** Figures of a rule without words of its own: each by its name. */
const plainly: Say = (figures) =>
  Object.entries(figures)
    .map(
      ([name, value]) =>
        `${name} ${typeof value === 'number' ? count(value) : typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(', ');

/** What an alert's figures say, looked at on a day: `1,498 missing (11.3%): 11,791 of 13,289 authorized`. */
export function figuresInWords({ rule, figures }: { readonly rule: string; readonly figures: Figures }, on: Day): string {
  if (Object.keys(figures).length === 0) return '';
  return (sayings[rule] ?? plainly)(figures, on);
}
