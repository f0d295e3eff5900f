import { Chronicle } from './chronicle.js';
import type { FactOf } from './facts.js';
import { Ledger } from './ledger/ledger.js';
import { policyV1 } from './policy.js';
import { Reading } from './reading.js';

let chronicle: Chronicle;
let position: number;
let looks: string[];

beforeEach(() => {
  chronicle = new Chronicle(new Ledger('MINUSMA'), { policy: { hash: 'p', table: policyV1 } });
  position = 0;
  looks = [];
});

/** A fact about the unit comes. */
function reported(unit: string): void {
  position += 1;
  const data = { on: '2025-01-01', unit, women: 0, men: position };
  const fact = { type: 'UnitStrengthReported', source: '/s', id: String(position), data, knownOn: '2025-01-01', position };
  chronicle.forget(chronicle.ledger.fold(fact as unknown as FactOf<'UnitStrengthReported'>));
}

const factsOf = (unit: string): number => chronicle.everValid(`unit/${unit}`).length;

/** A value that notes whenever it is worked out. */
const noted = <T>(name: string, work: () => T): T =>
  chronicle.once(name, () => {
    looks.push(name);
    return work();
  });

describe('what is remembered', () => {
  it('is worked out again only where something that it was read from has changed', () => {
    const a = () => noted('a', () => factsOf('A'));
    const both = () => noted('both', () => Math.min(1, a()) + factsOf('B'));
    reported('A');
    both();
    reported('C');
    both();
    expect(looks).toEqual(['both', 'a']);
    reported('A');
    expect(both()).toBe(1);
    reported('A');
    reported('B');
    expect(both()).toBe(2);
    expect(looks).toEqual(['both', 'a', 'a', 'both', 'a', 'both']);
  });

  it('without a value whose work failed is looked at again with the next fact, whatever it is about', () => {
    let fails = false;
    const risky = () =>
      chronicle.once('risky', () => {
        if (factsOf('A') > 0 && fails) throw new Error('a defect');
        return {};
      });
    const careful = () =>
      chronicle.once('careful', () => {
        try {
          return risky() && 'told';
        } catch {
          return 'not told';
        }
      });
    risky();
    fails = true;
    reported('A');
    expect(careful()).toBe('not told');
    fails = false;
    reported('Z');
    expect(careful()).toBe('told');
  });

  it('on a steady value follows it', () => {
    const hasAny = () => chronicle.steadyByDay('has any', '', () => factsOf('A') > 1);
    const above = () => noted('above', () => hasAny() && noted('beside', () => factsOf('B')));
    reported('A');
    expect(above()).toBe(false);
    reported('A');
    expect(above()).toBe(0);
    reported('A');
    reported('B');
    expect(above()).toBe(1);
    expect(looks).toEqual(['above', 'above', 'beside', 'beside', 'above']);
  });

  it('given a day is worked out again on another day, or where something that it was read from has changed', () => {
    const on = (day: string) =>
      chronicle.onceGiven(day, 'on a day', '', () => {
        looks.push(day);
        return `${day}: ${factsOf('A')}`;
      });
    reported('A');
    on('2025-01-01');
    reported('B');
    expect(on('2025-01-01')).toBe('2025-01-01: 1');
    expect(on('2025-01-02')).toBe('2025-01-02: 1');
    reported('A');
    expect(on('2025-01-02')).toBe('2025-01-02: 2');
    expect(looks).toEqual(['2025-01-01', '2025-01-02', '2025-01-02']);
  });

  it('given a day may look at today, but not what it rests on of every day', () => {
    const reading = new Reading(chronicle, '2025-01-01');
    const looking = () => chronicle.once('of every day', () => reading.today);
    expect(reading.keptToday('on a day', '', '', () => reading.today)).toBe('2025-01-01');
    expect(() => reading.keptToday('above', '', '', looking)).toThrow('rests on today');
    expect(reading.today).toBe('2025-01-01');
  });

  it('rests on what was noted today, whoever noted it', () => {
    const reading = () => new Reading(chronicle, '2025-01-01');
    const kept = (today: Reading, what: string) =>
      today.keptToday(what, '', '', () => today.onceToday('facts', () => factsOf('A')));
    const first = reading();
    expect([kept(first, 'first'), kept(first, 'second')]).toEqual([0, 0]);
    reported('A');
    const next = reading();
    expect([kept(next, 'second'), kept(next, 'first')]).toEqual([1, 1]);
  });
});
