import fc from 'fast-check';
import { settings } from '../testing/settings.js';
import { Curve, NotTold, type Step } from './curve.js';
import { addDays, type Day } from './day.js';

/** Forty days around a leap day and a turn of the year: enough for every step to have neighbours. */
const days: readonly Day[] = Array.from({ length: 40 }, (_, index) => addDays('2019-12-20', 2 * index));
const everyDay: readonly Day[] = Array.from({ length: 84 }, (_, index) => addDays('2019-12-18', index));

const day = fc.constantFrom(...days);
const figure = fc.integer({ min: -3, max: 3 });
const steps = fc.array(fc.tuple(day, figure), { maxLength: 12 });
const before = figure;
const curve = fc.tuple(steps, before).map(([of, value]) => ({ steps: of, before: value, curve: Curve.of(of, value) }));

/** What the steps say on a day, without any idea of order: of those up to it the last day, of that day the last given. */
function told(given: readonly Step<number>[], from: number, on: Day): number {
  let last: Step<number> | undefined;
  for (const step of given) if (step[0] <= on && (last === undefined || step[0] >= last[0])) last = step;
  return last?.[1] ?? from;
}

const onEveryDay = <V>(of: Curve<V>): readonly V[] => everyDay.map((on) => of.at(on));

it('a curve is on each day what the last step up to it said', () => {
  fc.assert(
    fc.property(curve, ({ steps: given, before: from, curve: drawn }) => {
      expect(onEveryDay(drawn)).toEqual(everyDay.map((on) => told(given, from, on)));
      expect(drawn.steps.every(([, value], index) => value !== (drawn.steps[index - 1]?.[1] ?? drawn.before))).toBe(true);
    }),
    settings,
  );
});

it('changes add up from their days on', () => {
  fc.assert(
    fc.property(steps, (changes) => {
      const sums = everyDay.map((on) => changes.reduce((sum, [from, change]) => (from <= on ? sum + change : sum), 0));
      expect(onEveryDay(Curve.ofChanges(changes))).toEqual(sums);
    }),
    settings,
  );
});

it('sum, difference, combine and map hold on every day', () => {
  fc.assert(
    fc.property(fc.array(curve, { minLength: 1, maxLength: 4 }), (drawn) => {
      const curves = drawn.map((one) => one.curve);
      const values = everyDay.map((on) => drawn.map((one) => told(one.steps, one.before, on)));
      const [a, b = a] = curves as [Curve<number>, Curve<number>?];
      expect(onEveryDay(Curve.sum(curves))).toEqual(values.map((all) => all.reduce((sum, value) => sum + value, 0)));
      expect(onEveryDay(Curve.difference(a, b))).toEqual(values.map((all) => all[0]! - (all[1] ?? all[0]!)));
      expect(onEveryDay(Curve.combine(curves, (all) => all.join()))).toEqual(values.map((all) => all.join()));
      expect(onEveryDay(a.map((value) => value * value))).toEqual(values.map((all) => all[0]! * all[0]!));
    }),
    settings,
  );
});

function orNotTold<T>(look: () => T): T | 'not told' {
  try {
    return look();
  } catch (cause) {
    if (cause instanceof NotTold) return 'not told';
    throw cause;
  }
}

it('a curve that begins on a day says from then on what the whole one says, and nothing of the days before', () => {
  fc.assert(
    fc.property(fc.array(curve, { minLength: 1, maxLength: 3 }), fc.constantFrom(...everyDay), (drawn, from) => {
      const curves = drawn.map((one) => one.curve);
      const whole = Curve.combine(curves, (all) => all.join());
      const combined = Curve.combine(curves, (all) => all.join(), Curve.beginning<string>(from));
      const mapped = combined.map((text) => text);
      const again = combined.map((text) => text, Curve.beginning<string>(from));
      const expected = everyDay.map((on) => (on < from ? 'not told' : whole.at(on)));
      for (const begun of [combined, mapped, again]) {
        expect(everyDay.map((on) => orNotTold(() => begun.at(on)))).toEqual(expected);
        expect(orNotTold(() => [...begun.stepsBack(from)])).toBe('not told');
      }
    }),
    settings,
  );
});

it('looked back at, a curve tells its steps from a day to the first', () => {
  fc.assert(
    fc.property(curve, fc.constantFrom(...everyDay), ({ curve: drawn }, day) => {
      expect([...drawn.stepsBack(day)].reverse()).toEqual(drawn.steps.filter(([from]) => from <= day));
      expect(drawn.valuesAround(day)).toEqual([
        drawn.atEndBefore(day),
        ...drawn.steps.flatMap(([from, value]) => (from >= day ? [value] : [])),
      ]);
    }),
    settings,
  );
});

it('intervals are the days on which the condition holds, as few as can be', () => {
  const within = fc.constantFrom(...everyDay);
  fc.assert(
    fc.property(curve, within, within, figure, ({ curve: drawn }, from, until, least) => {
      const intervals = drawn.intervals((value) => value >= least, from, until);
      const holding = everyDay.filter((on) => from <= on && on <= until && drawn.at(on) >= least);
      expect(everyDay.filter((on) => intervals.some((interval) => interval.from <= on && on <= interval.until))).toEqual(holding);
      intervals.forEach((interval, index) => {
        expect(interval.from <= interval.until).toBe(true);
        const next = intervals[index + 1];
        if (next !== undefined) expect(next.from > addDays(interval.until, 1)).toBe(true);
      });
    }),
    settings,
  );
});
