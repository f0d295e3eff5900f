import { policy } from '../testing/read-out.js';
import { Chronicle } from './chronicle.js';
import { Ledger } from './ledger/ledger.js';
import { Reading } from './reading.js';
import { depthsOf } from './depths-of.js';

/** A mission that so many days have turned for. */
function ledgerOf(facts: number): Ledger {
  const ledger = new Ledger('MINUSMA');
  for (let position = 1; position <= facts; position += 1)
    ledger.fold({
      ...{ type: 'DayTurned', source: '/muster/clock', id: `${position}`, subject: 'MINUSMA' },
      ...{ position, knownOn: '2018-01-01', data: { on: '2018-01-01' } },
    });
  return ledger;
}

const begun = (today: string, facts: number): readonly string[] =>
  depthsOf(new Reading(new Chronicle(ledgerOf(facts), { policy }), today)).map(({ begins }) => begins);

it.each`
  today           | quarter         | lastYear        | fiveYears
  ${'2018-05-08'} | ${'2018-01-01'} | ${'2017-01-01'} | ${'2013-01-01'}
  ${'2018-04-10'} | ${'2017-10-01'} | ${'2017-01-01'} | ${'2013-01-01'}
  ${'2018-04-11'} | ${'2018-01-01'} | ${'2017-01-01'} | ${'2013-01-01'}
  ${'2018-12-31'} | ${'2018-07-01'} | ${'2017-01-01'} | ${'2013-01-01'}
`('$today is read from $quarter on, then from $lastYear, from $fiveYears and over all days', ({ today, ...begins }) => {
  const { quarter, lastYear, fiveYears } = begins as Record<string, string>;
  expect(begun(today as string, 5_001)).toEqual([quarter, lastYear, fiveYears, '0000-01-01']);
});

it('of a mission with few facts all days are read at once', () => {
  expect(begun('2018-05-08', 5_000)).toEqual(['0000-01-01']);
});

it('days from one on that is still to come are all days: of today they would tell nothing', () => {
  const reading = new Reading(new Chronicle(ledgerOf(1), { policy }), '2018-05-08');
  expect(reading.since('2018-05-08').begins).toBe('2018-05-08');
  expect(reading.since('2018-05-09')).toBe(reading);
});
