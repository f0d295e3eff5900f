import type { Random } from '../bench/seeded-random.js';

/** Values that a field should not hold, wrong kinds, wrong days, numbers and text that a log cannot keep, and the last that it may. */
const odd: readonly unknown[] = [
  ...['1945-01-01', '2199-12-31', 0, 1_000_000, 10_000, 'x'.repeat(400)],
  ...[null, true, [], {}, [[]], '', ' ', 'x', 0, -1, 0.5, -0, 1e21, Number.MAX_SAFE_INTEGER + 1, 1e308],
  ...['2018-02-30', '2018-2-3', '0000-00-00', '9999-12-31', '+275760-09-13', '28/02/2018', '2018-02-28T00:00:00Z'],
  ...['\u0000', 'a\ud800b', '\u202e', 'x'.repeat(5_000), '__proto__', 'constructor', 'toString', 'standby', 'MINUSMA/said'],
  ...['muster.DayTurned', 'muster.Nothing', 'muster.toString', '/muster/log', '/schemas/UnitArrived/2', '1.1', 'TGO.troops'],
  ...["'; drop table event; --", '%00', '../../etc/passwd', '${7*7}', 'Ω'.repeat(300)],
];

/** A copy: what is put into one event must not be damaged with the next. */
const drawOdd = (random: Random): unknown => structuredClone(random.of(odd));

const oddNames = [
  '__proto__',
  'constructor',
  'toJSON',
  'hasOwnProperty',
  'Subject',
  'on',
  'a b',
  '',
  '\u0000',
  'speciál',
  'data_base64',
];

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** The object itself, or one that stands somewhere in it. */
function somewhereIn(random: Random, value: Record<string, unknown>): Record<string, unknown> {
  const inner = Object.values(value).filter((one) => typeof one === 'object' && one !== null) as Record<string, unknown>[];
  return inner.length === 0 || random.chance(0.3) ? value : somewhereIn(random, random.of(inner));
}

/** As JSON.parse would read it, a name like any other. */
const set = (holder: object, name: string, value: unknown): void =>
  void Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });

const ways: readonly ((random: Random, holder: Record<string, unknown>, name: string) => void)[] = [
  (random, holder, name) => set(holder, name, drawOdd(random)),
  (random, holder, name) => set(holder, name, drawOdd(random)),
  (_random, holder, name) => void delete holder[name],
  (random, holder) => set(holder, random.of(oddNames), drawOdd(random)),
  (random, holder, name) => set(holder, name, nested(random.of([5, 31, 32, 33, 2_000]))),
  (random, holder, name) => set(holder, name, { [name]: holder[name], ['__proto__']: { polluted: random.chance(0.5) } }),
];

/** Breaks one to three places of an event, wherever they stand. */
export function damage(random: Random, event: Record<string, unknown>): Record<string, unknown> {
  const damaged = structuredClone(event);
  for (let times = random.whole(1, 3); times > 0; times -= 1) {
    const holder = somewhereIn(random, damaged);
    const names = Object.keys(holder);
    random.of(ways)(random, holder, names.length === 0 ? 'x' : random.of(names));
  }
  return damaged;
}
