import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import { reportsDue } from './reports-due.js';

/** Facts of a log in the order of their positions: days that turned, returns by their as-at day, retractions of a return. */
function ledgerOf(...told: readonly `${'day' | 'return' | 'retract'} ${string}`[]): Ledger {
  const ledger = new Ledger('MINUSMA');
  told.forEach((text, index) => {
    const [what, on] = text.split(' ') as [string, string];
    const data = {
      day: { on },
      return: { on, detail: 'byType', rows: [] },
      retract: { on, ofSource: '/story', ofId: `return ${on}`, reason: 'a slip' },
    }[what];
    const type = { day: 'DayTurned', return: 'StrengthReturned', retract: 'FactRetracted' }[what];
    ledger.fold({ type, source: '/story', id: text, subject: 'MINUSMA', position: index + 1, knownOn: on, data } as Fact);
  });
  return ledger;
}

const due = (ledger: Ledger, from = '2018-01'): string[] =>
  reportsDue(ledger, from).map(({ month, on, beforePosition }) => `${month} on ${on} before ${beforePosition}`);

describe('a month’s report is due', () => {
  it('when the first day begins with its return in force', () => {
    const told = ['day 2018-01-20', 'day 2018-02-10', 'return 2018-01-31'] as const;
    expect(due(ledgerOf(...told))).toEqual([]);
    expect(due(ledgerOf(...told, 'day 2018-02-11'))).toEqual(['2018-01 on 2018-02-11 before 4']);
    expect(due(ledgerOf(...told, 'day 2018-02-11', 'day 2018-02-12'))).toEqual(['2018-01 on 2018-02-11 before 4']);
  });

  it('not for a return that was retracted before the day began', () => {
    const told = ['day 2018-01-20', 'return 2018-01-31', 'retract 2018-01-31', 'day 2018-02-11'] as const;
    expect(due(ledgerOf(...told))).toEqual([]);
  });

  it('without a return 110 days after the month’s end, and not a day before', () => {
    expect(due(ledgerOf('day 2018-01-20', 'day 2018-05-20'))).toEqual([]);
    expect(due(ledgerOf('day 2018-01-20', 'day 2018-05-20', 'day 2018-05-21'))).toEqual(['2018-01 on 2018-05-21 before 3']);
  });

  it('not before the month has ended, not for a month before the first recorded day, nor before the first that is asked for', () => {
    const told = ['return 2017-12-31', 'day 2018-01-20', 'return 2018-01-31', 'day 2018-01-31'] as const;
    expect(due(ledgerOf(...told), '2017-01')).toEqual([]);
    expect(due(ledgerOf(...told, 'day 2018-02-01'), '2017-01')).toEqual(['2018-01 on 2018-02-01 before 5']);
    expect(due(ledgerOf(...told, 'day 2018-02-01'), '2018-02')).toEqual([]);
  });
});
