import { addDays, type Day } from '../day.js';
import type { Span } from '../rules/rule.js';
import { episodesOf, episodesUpTo, nothingOpenFrom, severityOn } from './episodes.js';

const conditionOf: Readonly<Record<string, Span['condition']>> = {
  watch: { kind: 'gap', severity: 'watch', baseSeverity: 'watch', figures: { missing: 5 }, reason: 'a gap' },
  warning: { kind: 'gap', severity: 'warning', baseSeverity: 'warning', figures: { missing: 10 }, reason: 'a gap' },
  critical: { kind: 'gap', severity: 'critical', baseSeverity: 'warning', figures: { missing: 20 }, reason: 'a gap' },
  gap: { kind: 'gap', severity: 'watch', baseSeverity: 'watch', figures: {}, reason: 'a gap' },
  clear: { kind: 'clear', figuresOn: () => ({ missing: 0 }) },
  unknown: { kind: 'unknown', reason: 'no return' },
  ended: { kind: 'ended', reason: 'the mandate has ended' },
};

interface Told {
  readonly spans: readonly Span[];
  readonly today: Day;
}

/** `gap 30, clear 2` from a day on, and the last day of it. */
function told(days: string, from: Day): Told {
  const spans: Span[] = [];
  let next = from;
  for (const part of days.split(', ')) {
    const [condition, count] = part.split(' ') as [string, string];
    spans.push({ from: next, condition: conditionOf[condition]! });
    next = addDays(next, Number(count));
  }
  return { spans, today: addDays(next, -1) };
}

/** Each episode as `since … firing … closed …`. */
function lives(days: string, holdDays: number, keepDays: number, from = '2025-01-01'): readonly string[] {
  const { spans, today } = told(days, from);
  return episodesUpTo(today, episodesOf(spans, { holdDays, keepDays })).map(
    ({ since, firingSince, closedOn, closedBy }) =>
      `since ${since}${firingSince ? ` firing ${firingSince}` : ''}${closedOn ? ` ${closedBy} ${closedOn}` : ''}`,
  );
}

describe('an episode', () => {
  it.each`
    title                                                           | days                                      | life
    ${'is pending until thirty gap days lie before a gap day'}      | ${'gap 30'}                               | ${['since 2025-01-01']}
    ${'fires on the gap day that has thirty before it'}             | ${'gap 31'}                               | ${['since 2025-01-01 firing 2025-01-31']}
    ${'does not fire on a clear day, though thirty lie before it'}  | ${'gap 30, clear 5'}                      | ${['since 2025-01-01']}
    ${'fires on the next gap day then'}                             | ${'gap 30, clear 5, gap 1'}               | ${['since 2025-01-01 firing 2025-02-05']}
    ${'counts gap days only: clear ones between them do not count'} | ${'gap 10, clear 5, gap 20'}              | ${['since 2025-01-01']}
    ${'goes on counting after clear days'}                          | ${'gap 10, clear 5, gap 21'}              | ${['since 2025-01-01 firing 2025-02-05']}
    ${'does not count unknown days'}                                | ${'gap 10, unknown 50, gap 20'}           | ${['since 2025-01-01']}
    ${'goes on counting after unknown days'}                        | ${'gap 10, unknown 50, gap 21'}           | ${['since 2025-01-01 firing 2025-03-22']}
    ${'does not fire on an unknown day'}                            | ${'gap 30, unknown 5'}                    | ${['since 2025-01-01']}
    ${'is kept for twenty-nine clear days'}                         | ${'gap 31, clear 30'}                     | ${['since 2025-01-01 firing 2025-01-31']}
    ${'is over with thirty clear days behind its last gap day'}     | ${'gap 31, clear 31'}                     | ${['since 2025-01-01 firing 2025-01-31 filled 2025-03-03']}
    ${'is over on that day also where the day is unknown'}          | ${'gap 31, clear 30, unknown 1'}          | ${['since 2025-01-01 firing 2025-01-31 filled 2025-03-03']}
    ${'is not over by unknown days'}                                | ${'gap 31, clear 29, unknown 99'}         | ${['since 2025-01-01 firing 2025-01-31']}
    ${'keeps the clear days that lie before unknown ones'}          | ${'gap 31, clear 29, unknown 9, clear 2'} | ${['since 2025-01-01 firing 2025-01-31 filled 2025-03-12']}
    ${'goes on with a gap within the keep days'}                    | ${'gap 31, clear 29, gap 1, clear 30'}    | ${['since 2025-01-01 firing 2025-01-31']}
    ${'counts the keep days anew after each gap day'}               | ${'gap 31, clear 29, gap 1, clear 31'}    | ${['since 2025-01-01 firing 2025-01-31 filled 2025-04-02']}
    ${'that is pending is over in the same way'}                    | ${'gap 5, clear 31'}                      | ${['since 2025-01-01 filled 2025-02-05']}
    ${'never opens on days of which nothing is known'}              | ${'unknown 99'}                           | ${[]}
    ${'never opens on clear days'}                                  | ${'clear 99'}                             | ${[]}
    ${'is superseded on the day on which what it is about ends'}    | ${'gap 31, ended 9'}                      | ${['since 2025-01-01 firing 2025-01-31 superseded 2025-02-01']}
    ${'that is kept is superseded as well'}                         | ${'gap 31, clear 5, ended 9'}             | ${['since 2025-01-01 firing 2025-01-31 superseded 2025-02-06']}
    ${'that is unknown is superseded as well'}                      | ${'gap 31, unknown 5, ended 9'}           | ${['since 2025-01-01 firing 2025-01-31 superseded 2025-02-06']}
    ${'of later days is another one'}                               | ${'gap 31, ended 9, gap 2'}               | ${['since 2025-01-01 firing 2025-01-31 superseded 2025-02-01', 'since 2025-02-10']}
  `('$title', ({ days, life }) => expect(lives(days, 30, 30)).toEqual(life));

  it('clear from 31 August and a gap on 30 September: it is over that day, and a new one opens', () => {
    expect(lives('gap 1, clear 30, gap 1', 0, 30, '2025-08-30')).toEqual([
      'since 2025-08-30 firing 2025-08-30 filled 2025-09-30',
      'since 2025-09-30 firing 2025-09-30',
    ]);
  });

  it('clear from 31 August and a gap on 29 September: it is the same one', () => {
    expect(lives('gap 1, clear 29, gap 1', 0, 30, '2025-08-30')).toEqual(['since 2025-08-30 firing 2025-08-30']);
  });
});

describe('an episode with nothing to hold and nothing to keep', () => {
  it.each`
    title                                                  | days                           | life
    ${'fires on its first gap day'}                        | ${'gap 1'}                     | ${['since 2025-01-01 firing 2025-01-01']}
    ${'is over on the first clear day'}                    | ${'gap 1, clear 1'}            | ${['since 2025-01-01 firing 2025-01-01 filled 2025-01-02']}
    ${'goes on through unknown days'}                      | ${'gap 1, unknown 5, gap 1'}   | ${['since 2025-01-01 firing 2025-01-01']}
    ${'is over on the first clear day after unknown ones'} | ${'gap 1, unknown 5, clear 1'} | ${['since 2025-01-01 firing 2025-01-01 filled 2025-01-07']}
    ${'is another one after a single clear day'}           | ${'gap 1, clear 1, gap 1'}     | ${['since 2025-01-01 firing 2025-01-01 filled 2025-01-02', 'since 2025-01-03 firing 2025-01-03']}
  `('$title', ({ days, life }) => expect(lives(days, 0, 0)).toEqual(life));
});

describe('an episode’s severity', () => {
  const severityAfter = (days: string, keepDays: number, which: 'severity' | 'baseSeverity' = 'severity'): string => {
    const { spans, today } = told(days, '2025-01-01');
    return severityOn(episodesUpTo(today, episodesOf(spans, { holdDays: 0, keepDays })).at(-1)!, keepDays, which);
  };
  it.each`
    days                                          | keep  | severity      | title
    ${'watch 9, critical 1'}                      | ${30} | ${'critical'} | ${'goes up at once'}
    ${'critical 1, watch 30'}                     | ${30} | ${'critical'} | ${'stays for the keep days'}
    ${'critical 1, watch 31'}                     | ${30} | ${'watch'}    | ${'goes down after them'}
    ${'critical 1, watch 1'}                      | ${0}  | ${'watch'}    | ${'goes down at once where nothing is kept'}
    ${'critical 1, warning 20, clear 10'}         | ${30} | ${'critical'} | ${'counts clear days among the keep days'}
    ${'critical 1, warning 20, clear 11'}         | ${30} | ${'warning'}  | ${'to which clear days add nothing'}
    ${'critical 1, warning 5, unknown 99'}        | ${30} | ${'critical'} | ${'does not count unknown days'}
    ${'critical 1, watch 29, unknown 9, watch 1'} | ${30} | ${'critical'} | ${'counts the known days around them'}
    ${'critical 1, watch 29, unknown 9, watch 2'} | ${30} | ${'watch'}    | ${'and is down with one known day more'}
    ${'critical 1, unknown 9'}                    | ${0}  | ${'critical'} | ${'is that of the last known day on unknown days'}
    ${'critical 1, watch 29, unknown 9'}          | ${30} | ${'critical'} | ${'on an unknown day is that of the keep days before it'}
    ${'critical 1, watch 30, unknown 9'}          | ${30} | ${'watch'}    | ${'and not of one day more'}
  `('$title: $days is $severity', ({ days, keep, severity }) => expect(severityAfter(days, keep)).toBe(severity));

  it('before the task step lives in the same way', () => {
    expect(severityAfter('critical 1, watch 30', 30, 'baseSeverity')).toBe('warning');
    expect(severityAfter('critical 1, watch 31', 30, 'baseSeverity')).toBe('watch');
  });
});

describe('whatever was before, nothing is open', () => {
  it.each`
    days                               | keep  | from
    ${'clear 29'}                      | ${30} | ${'none'}
    ${'clear 31'}                      | ${30} | ${'2025-01-31'}
    ${'clear 1, gap 5'}                | ${0}  | ${'2025-01-01'}
    ${'gap 10, clear 31'}              | ${30} | ${'2025-02-10'}
    ${'gap 10, clear 30, gap 2'}       | ${30} | ${'none'}
    ${'clear 20, unknown 5, clear 20'} | ${30} | ${'none'}
    ${'unknown 5, ended 1'}            | ${30} | ${'2025-01-06'}
    ${'gap 3, ended 2, gap 9'}         | ${0}  | ${'2025-01-04'}
    ${'gap 90'}                        | ${0}  | ${'none'}
  `('with $keep keep days, $days: from $from', ({ days, keep, from }) => {
    const { spans, today } = told(days as string, '2025-01-01');
    // The last condition lasts for ever; here it ends with the last day told.
    const cut: readonly Span[] = [...spans, { from: addDays(today, 1), condition: conditionOf['gap']! }];
    expect(nothingOpenFrom(cut, { keepDays: keep as number }) ?? 'none').toBe(from);
  });
});
