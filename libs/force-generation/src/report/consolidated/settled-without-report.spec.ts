import type { Fact } from '../../facts.js';
import { Ledger } from '../../ledger/ledger.js';
import { policyV1 } from '../../policy.js';
import { settledWithoutReport } from './settled-without-report.js';

type Told = `${'day' | 'return' | 'end'} ${string}`;

/** Facts of a log in the order of their positions, the policy first: days that turned, returns by their as-at day, an end of the mandate. */
function ledgerOf(...told: readonly Told[]): Ledger {
  const ledger = new Ledger('MINUSMA');
  ['policy 2017-01-01', ...told].forEach((text, index) => {
    const [what, on] = text.split(' ') as [string, string];
    const [type, data] = {
      policy: ['PolicyAdopted', { on, hash: 'version-1', table: policyV1 }],
      day: ['DayTurned', { on }],
      return: ['StrengthReturned', { on, detail: 'byType', rows: [{ personnelType: 'Troops', women: 0, men: 100 }] }],
      end: ['MandateEnded', { on, resolution: 'S/RES/2333 (2016)', endsOn: on, drawdownBy: on }],
    }[what] as [string, object];
    ledger.fold({ type, source: '/story', id: text, subject: 'MINUSMA', position: index + 1, knownOn: on, data } as Fact);
  });
  return ledger;
}

const settled = (ledger: Ledger, upTo = '2018-12-31'): string => {
  const found = settledWithoutReport(ledger, '2018-03', upTo);
  return found === undefined ? 'waits' : `${found.position} ${found.on}`.trim();
};

describe('the report over all missions, for a mission that has not reported the month,', () => {
  const begun: readonly Told[] = ['day 2018-03-10', 'return 2018-02-28'];

  it('waits while the mission is active', () => {
    expect(settled(ledgerOf(...begun))).toBe('waits');
    expect(settled(ledgerOf(...begun, 'day 2018-04-01', 'day 2018-04-02'))).toBe('waits');
  });

  it('does not wait where it was over before the month began to be reported', () => {
    expect(settled(ledgerOf(...begun, 'end 2018-03-20', 'day 2018-04-01', 'day 2018-04-02'))).toBe('0');
  });

  it('waits until a day begins with an end that came late', () => {
    const told: readonly Told[] = [...begun, 'day 2018-04-01', 'day 2018-04-02', 'end 2018-03-20'];
    expect(settled(ledgerOf(...told))).toBe('waits');
    expect(settled(ledgerOf(...told, 'day 2018-04-03', 'day 2018-04-04'))).toBe('7 2018-04-03');
    expect(settled(ledgerOf(...told, 'day 2018-04-03'), '2018-04-02')).toBe('waits');
  });

  it('does not wait where the mission is recorded since a later month only', () => {
    expect(settled(ledgerOf('day 2018-04-01', 'return 2018-02-28', 'day 2018-04-02'))).toBe('0');
  });

  it('does not wait for one that was over when its report fell due, whatever came to be known later', () => {
    const told: readonly Told[] = ['day 2018-03-10', 'day 2018-04-01', 'day 2018-07-19', 'return 2018-02-28', 'day 2018-07-20'];
    expect(settled(ledgerOf(...told))).toBe('0');
  });
});
