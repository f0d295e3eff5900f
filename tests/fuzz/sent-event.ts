import { type FactName } from '@muster/force-generation';
import type { Random } from '../bench/seeded-random.js';
import { draw, drawDay, subjects } from './drawn-facts.js';

/** An event as it is to be sent: whole at first, anything once it is damaged. */
export type SentEvent = Record<string, unknown>;

export const source = 'urn:fuzz';

/** Few enough that some come twice with other content, and that a retraction finds its fact. */
export const mostIds = 2_000;

const names = Object.keys(draw) as readonly FactName[];

/** Some odd enough to trip a path or a query. */
const idOf = (random: Random): string => {
  const id = `fact/${random.whole(0, mostIds)}`;
  return random.chance(0.1) ? `${random.of([' a b ', 'ü/%2F?#', "x'; drop table event; --", '__proto__', '..'])}${id}` : id;
};

/** A whole fact of any kind, about things that other facts are about too. */
export function drawEvent(random: Random): SentEvent {
  const name = random.of(names);
  const on = drawDay(random);
  return {
    specversion: '1.0',
    source,
    id: idOf(random),
    type: `muster.${name}`,
    subject: random.of(subjects),
    data: { on, ...draw[name](random, on) },
  };
}
