import { Chronicle } from './chronicle.js';
import type { FactOf } from './facts.js';
import { Ledger } from './ledger/ledger.js';
import { policyV1 } from './policy.js';

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
});
