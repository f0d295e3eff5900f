import fc from 'fast-check';
import { episodesDayByDay, isGap, isKnown, severityDayByDay, type DayByDay } from '../../testing/episodes-day-by-day.js';
import { settings } from '../../testing/settings.js';
import { severities } from '../alert.js';
import { addDays, type Day } from '../day.js';
import type { Condition, Span } from '../rules/rule.js';
import { episodesOf, episodesUpTo, figuresOf, severityOn, type Episode } from './episodes.js';

const first: Day = '2019-12-15';
const figures = fc.record({ missing: fc.nat({ max: 2 }) });
const severity = fc.constantFrom(...severities);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('gap' as const),
      severity,
      baseSeverity: severity,
      figures,
      reason: fc.constant(''),
    }),
    weight: 8,
  },
  { arbitrary: fc.record({ kind: fc.constant('clear' as const), figures }), weight: 8 },
  { arbitrary: fc.constant<Condition>({ kind: 'unknown', reason: '' }), weight: 4 },
  { arbitrary: fc.constant<Condition>({ kind: 'ended', reason: '' }), weight: 1 },
);

/** About sixty days: conditions that stand for a day to a week, so that each clock comes to its end and one day short of it. */
const conditions = fc
  .array(fc.tuple(condition, fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 18, size: 'max' })
  .map((runs) => runs.flatMap(([one, days]) => Array.from({ length: days }, () => one)));

const keeping = fc.record({ holdDays: fc.constantFrom(0, 1, 3, 5), keepDays: fc.constantFrom(0, 1, 3, 5) });

/** A span begins where the condition is another one than on the day before, as the rules give them. */
const spansOf = (all: readonly Condition[]): readonly Span[] =>
  all.flatMap((one, index) => (one === all[index - 1] ? [] : [{ from: addDays(first, index), condition: inSpan(one) }]));

const inSpan = (one: Condition): Span['condition'] =>
  one.kind === 'clear' ? { kind: 'clear', figuresOn: () => one.figures } : one;

/** The episodes as they stand on a day, and as they would if nothing had come after it. */
function episodesOn(today: Day, spans: readonly Span[], policy: Parameters<typeof episodesOf>[1]): readonly Episode[] {
  const episodes = episodesUpTo(today, episodesOf(spans, policy));
  const begun = spans.filter(({ from }) => from <= today);
  expect(episodes).toEqual(episodesUpTo(today, episodesOf(begun, policy)));
  return episodes;
}

const times = ({ since, firingSince, closedOn, closedBy }: Episode | DayByDay) => ({ since, firingSince, closedOn, closedBy });

it('an episode lives day by day as the design tells it', () => {
  fc.assert(
    fc.property(conditions, keeping, (all, policy) => {
      const spans = spansOf(all);
      all.forEach((_, index) => {
        const episodes = episodesOn(addDays(first, index), spans, policy);
        const told = episodesDayByDay(all.slice(0, index + 1), first, policy);
        expect(episodes.map(times)).toEqual(told.map(times));
      });
    }),
    settings,
  );
});

it('an open episode has the severity of its worst known day within the keep days, and the figures of the last', () => {
  fc.assert(
    fc.property(conditions, keeping, (all, policy) => {
      const spans = spansOf(all);
      all.forEach((today, index) => {
        const open = episodesOn(addDays(first, index), spans, policy).at(-1);
        const told = episodesDayByDay(all.slice(0, index + 1), first, policy).at(-1);
        if (open === undefined || told === undefined || told.closedOn !== undefined) return;
        for (const which of ['severity', 'baseSeverity'] as const)
          expect(severityOn(open, policy.keepDays, which)).toBe(severityDayByDay(told, policy.keepDays, which));
        expect(figuresOf(open)).toEqual(told.conditions.findLast(isKnown)!.figures);
        expect(open.lastGap).toEqual(told.conditions.findLast(isGap));
        expect(open.unknown).toBe(today.kind === 'unknown');
      });
    }),
    settings,
  );
});

describe('the two examples of the design, told day by day', () => {
  const gap: Condition = { kind: 'gap', severity: 'watch', baseSeverity: 'watch', figures: {}, reason: '' };
  const clear: Condition = { kind: 'clear', figures: {} };
  const run = (one: Condition, days: number): readonly Condition[] => Array.from({ length: days }, () => one);

  it('a gap from 1 January with 30 days to hold fires on 31 January', () => {
    const told = episodesDayByDay(run(gap, 40), '2025-01-01', { holdDays: 30, keepDays: 30 });
    expect(told.map(times)).toMatchObject([{ since: '2025-01-01', firingSince: '2025-01-31' }]);
  });

  it('clear from 31 August and a gap on 30 September with 30 days to keep: resolved that day, and a new one opens', () => {
    const told = episodesDayByDay([gap, ...run(clear, 30), gap], '2025-08-30', { holdDays: 0, keepDays: 30 });
    expect(told.map(times)).toMatchObject([
      { since: '2025-08-30', closedOn: '2025-09-30', closedBy: 'filled' },
      { since: '2025-09-30', closedOn: undefined },
    ]);
  });
});
