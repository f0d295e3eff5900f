import { policy } from '../testing/read-out.js';
import { Chronicle } from './chronicle.js';
import { Ledger } from './ledger/ledger.js';
import { Reading } from './reading.js';
import { depthsOf } from './depths-of.js';

const begun = (today: string): readonly string[] =>
  depthsOf(new Reading(new Chronicle(new Ledger('MINUSMA'), { policy }), today)).map(({ begins }) => begins);

it.each`
  today           | quarter         | lastYear        | fiveYears
  ${'2018-05-08'} | ${'2018-01-01'} | ${'2017-01-01'} | ${'2013-01-01'}
  ${'2018-04-10'} | ${'2017-10-01'} | ${'2017-01-01'} | ${'2013-01-01'}
  ${'2018-04-11'} | ${'2018-01-01'} | ${'2017-01-01'} | ${'2013-01-01'}
  ${'2018-12-31'} | ${'2018-07-01'} | ${'2017-01-01'} | ${'2013-01-01'}
`('$today is read from $quarter on, then from $lastYear, from $fiveYears and over all days', ({ today, ...begins }) => {
  const { quarter, lastYear, fiveYears } = begins as Record<string, string>;
  expect(begun(today as string)).toEqual([quarter, lastYear, fiveYears, '0000-01-01']);
});
