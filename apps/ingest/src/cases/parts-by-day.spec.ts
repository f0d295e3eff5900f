import type { ParsedEvent } from '@muster/contracts';
import { partsByDay } from './parts-by-day.js';

const known = (id: string, on: string, publishedOn?: string): ParsedEvent => ({
  event: { source: '/a', id, type: 'muster.UnitArrived', subject: 'MINUSMA', data: { on, ...(publishedOn && { publishedOn }) } },
});
const rejected: ParsedEvent = { id: 'broken', problems: [], problemCount: 1 };
const told = (events: readonly ParsedEvent[], today: string): string[] =>
  partsByDay(events, today).map(
    ({ day, part }) => `${day}: ${part.map((one) => ('event' in one ? one.event.id : one.id)).join(' ')}`,
  );

describe('the days of events', () => {
  it('begin as they became known, which is when they were published', () => {
    const events = [known('a', '2018-01-01'), known('b', '2018-01-01'), known('c', '2018-01-01', '2018-02-01')];
    expect(told(events, '2017-12-31')).toEqual(['2018-01-01: a b', '2018-02-01: c']);
  });

  it('never go back: what comes late, or cannot be read, comes on the day that it is by then', () => {
    const events = [known('a', '2018-03-01'), known('late', '2018-01-01'), rejected, known('b', '2018-03-02')];
    expect(told(events, '2018-02-01')).toEqual(['2018-03-01: a late broken', '2018-03-02: b']);
    expect(told([known('old', '2018-01-01')], '2018-02-01')).toEqual(['2018-02-01: old']);
  });
});
