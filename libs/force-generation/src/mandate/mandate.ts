import { Curve, type Step } from '../curve.js';
import { addDays, earlierOf, laterOf, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import type { EveryDay } from '../reading.js';
import { returnsInForce } from '../strength/return-in-force.js';

export type MandateFact = FactOf<'MandateRenewed'> | FactOf<'MandateEnded'>;

/** What was last decided about the mandate, as each day's own facts tell it. */
export const mandate = ({ whole: reading }: EveryDay): Curve<MandateFact | undefined> =>
  reading.once('mandate', () =>
    Curve.of(
      reading.everValid<MandateFact>('mandate').map((fact): Step<MandateFact | undefined> => [fact.data.on, fact]),
      undefined,
    ),
  );

/** Whether the mandate has come to the end that was decided. */
export const isEnded = (last: MandateFact | undefined, day: Day): boolean =>
  last?.type === 'MandateEnded' && day >= laterOf(last.data.on, last.data.endsOn);

/** Days on which what the mandate says of a day may change. */
export const mandateDays = (reading: EveryDay): readonly Day[] =>
  mandate(reading).steps.flatMap(([on, fact]) =>
    fact?.type === 'MandateEnded' ? [on, laterOf(on, fact.data.endsOn), addDays(fact.data.drawdownBy, 1)] : [on],
  );

/** The first day of the mission: its establishment, or its first return where that comes first. */
export function missionFrom(reading: EveryDay): Day | undefined {
  const established = reading.everValid('established')[0]?.data.on;
  const returned = returnsInForce(reading).steps[0]?.[0];
  return established !== undefined && returned !== undefined ? earlierOf(established, returned) : (established ?? returned);
}

/**
 * The first day on which the mission is no longer active, as the day's own facts tell it: after its drawdown, with a return of
 * nobody, or two years after its newest return (the longest hole in the published figures is 579 days).
 */
export function inactiveFrom(reading: EveryDay, day: Day): Day | undefined {
  const ended = mandate(reading).at(day);
  const newest = returnsInForce(reading).at(day);
  const candidates: Day[] = [];
  if (ended?.type === 'MandateEnded') candidates.push(laterOf(ended.data.on, addDays(ended.data.drawdownBy, 1)));
  if (newest !== undefined) {
    const nobody = newest.complete && newest.cells.size === 0;
    candidates.push(nobody ? newest.asAt : addDays(newest.asAt, reading.policy.table.mission.activeDays));
  }
  return candidates.length === 0 ? undefined : candidates.sort()[0];
}

export function isActive(reading: EveryDay, day: Day): boolean {
  const from = missionFrom(reading);
  const until = inactiveFrom(reading, day);
  return from !== undefined && day >= from && (until === undefined || day < until);
}
