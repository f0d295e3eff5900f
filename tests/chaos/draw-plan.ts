import type { Random } from '../bench/seeded-random.js';
import type { Disturbance, Planned } from './disturbance.js';

/** Milliseconds between two of them. Some last longer, so that several come together. */
const shortestPause = 300;
const longestPause = 2_200;

type Draw = (random: Random, longest: number) => Disturbance;

const kill: Draw = (random) => ({ ...service(random), what: 'kill', downFor: random.whole(0, 2_000) });
const terminate: Draw = (random) => ({ ...service(random), what: 'terminate', downFor: random.whole(0, 2_000) });
/** Longer than a group waits for a member, now and then. */
const halt: Draw = (random, longest) => ({
  ...service(random),
  what: 'pause',
  downFor: random.whole(500, Math.min(16_000, longest)),
});

const service = (random: Random) => ({
  service: random.of(['ingest', 'ingest', 'assessor', 'assessor', 'reporter', 'reporter', 'gateway'] as const),
  which: random.fraction(),
});

/** Each of them comes before one comes again. */
const deck: readonly Draw[] = [
  kill,
  kill,
  kill,
  terminate,
  terminate,
  halt,
  halt,
  () => ({ what: 'join' }),
  () => ({ what: 'leave' }),
  (random) => ({ what: 'stop broker', downFor: random.whole(200, 3_000) }),
  (random) => ({ what: 'kill broker', downFor: random.whole(200, 3_000) }),
  (random) => ({ what: 'restart postgres', downFor: random.whole(100, 2_000) }),
  () => ({ what: 'empty topics' }),
];

/** The day that a run begins on, and those to which it turns: reports fall due on each. */
export const [firstDay, ...laterDays] = ['2025-06-30', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-31'] as const;

/** When all is quiet again. */
export const lastDay = '2026-01-31';

const turns = (milliseconds: number): Planned[] =>
  laterDays.map((day, index) => ({
    at: Math.round(((index + 1) * milliseconds) / (laterDays.length + 1)),
    disturbance: { what: 'turn the day', day },
  }));

/** What happens in so many milliseconds, one poison fact and the turning days among it. The same numbers give the same plan. Twice the pace: half the pauses. */
export function drawPlan(random: Random, milliseconds: number, pace = 1): readonly Planned[] {
  const poison: Planned = { at: random.whole(0, milliseconds), disturbance: { what: 'poison' } };
  const planned = [poison, ...turns(milliseconds)];
  let waiting: Draw[] = [];
  const pause = (shortest: number): number => Math.round(random.whole(shortest, longestPause) / pace);
  for (let at = pause(0); at < milliseconds; at += pause(shortestPause)) {
    if (waiting.length === 0) waiting = shuffled(random, deck);
    planned.push({ at, disturbance: waiting.pop()!(random, milliseconds / 2) });
  }
  return planned.sort((a, b) => a.at - b.at);
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const order = [...items];
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = random.whole(0, index);
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}
