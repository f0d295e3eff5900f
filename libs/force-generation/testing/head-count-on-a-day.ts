import type { Day } from '../src/day.js';
import type { PersonnelType } from '../src/personnel.js';
import type { Reading } from '../src/reading.js';
import { strengths, toldToday, type Head } from '../src/strength/strength.js';
import { firstReportOf } from '../src/strength/unit-changes.js';
import { unitHistory } from '../src/strength/unit-history.js';

/**
 * Persons of the types on a day as facts.md, section 4, tells them: the return in force, and for each unit its figure on the day less
 * its figure on the return's day. Undefined before the first return.
 */
export function headCountOnADay(reading: Reading, types: readonly PersonnelType[], day: Day) {
  const strength = strengths(reading, toldToday(reading)).at(day);
  if (strength === undefined) return undefined;
  const parts = types.map((type) => strength.byType.get(type)!);
  const changes = reading.ids('unit').flatMap((unit): Head[] => {
    const first = firstReportOf(reading, unit);
    if (first !== undefined && first > strength.asAt) return [];
    const [now, then] = [day, strength.asAt].map((one) => figureOn(reading, unit, types, one)) as [Head, Head];
    return [{ women: now.women - then.women, men: now.men - then.men }];
  });
  const [kept, accepted] = [
    sumOf([...parts.map((part) => part.kept), ...changes]),
    sumOf([...parts.map((part) => part.accepted), ...changes]),
  ];
  const published = sumOf(parts.map((part) => part.published));
  return {
    observedOn: strength.asAt,
    persons: kept.women + kept.men,
    women: kept.women,
    personsIfAccepted: accepted.women + accepted.men,
    womenIfAccepted: accepted.women,
    published: published.women + published.men,
    wasHeld: parts.some(({ wasHeld }) => wasHeld),
  };
}

function figureOn(reading: Reading, unit: string, types: readonly PersonnelType[], day: Day): Head {
  const { present, type, women, men } = unitHistory(reading, unit).at(day);
  return present && type !== undefined && types.includes(type) ? { women, men } : { women: 0, men: 0 };
}

const sumOf = (heads: readonly Head[]): Head => ({
  women: heads.reduce((sum, { women }) => sum + women, 0),
  men: heads.reduce((sum, { men }) => sum + men, 0),
});
