import type { Random } from '../bench/seeded-random.js';

const splice = (bytes: Buffer, at: number, inserted: readonly number[]): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(inserted), bytes.subarray(at)]);

const ways: readonly ((random: Random, bytes: Buffer, at: number) => Buffer)[] = [
  // Broken off.
  (_random, bytes, at) => bytes.subarray(0, at),
  // No UTF-8: a lone byte, the first half of a character, one written too long, half of a surrogate pair.
  (random, bytes, at) => splice(bytes, at, random.of([[0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80]])),
  // Characters that end or begin something elsewhere.
  (random, bytes, at) => splice(bytes, at, random.of([[0x00], [0x0a], [0x22], [0x5c], [0x7b], [0x5d], [0xef, 0xbb, 0xbf]])),
  // Another byte in the place of one.
  (random, bytes, at) => splice(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]), at, [random.whole(0, 255)]),
  // Twice.
  (_random, bytes) => Buffer.concat([bytes, bytes]),
  // A number that no double holds.
  (_random, bytes) => Buffer.from(bytes.toString('latin1').replace(/:\d+/, ':1e400'), 'latin1'),
  // As another program saves text.
  (_random, bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'),
  (_random, bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
];

/** The same bytes with one thing wrong with them. */
export const damagedBytes = (random: Random, bytes: Buffer): Buffer =>
  random.of(ways)(random, bytes, random.whole(0, bytes.length));
