import { addDays, daysBetween } from '@muster/force-generation';
import type { Monitor, Query } from '../doors/monitor.js';
import type { FactsAnswer, RecordedFact } from '../explaining/recorded-fact.js';

/** No fact can be of a day outside these: a day has four figures for its year. */
const allDays = { from: '0001-01-01', to: '9999-12-31' };

/** All events of a stream up to a position, in their order. The door gives so many at once, so days are halved until they fit. */
export async function streamFacts(monitor: Monitor, stream: string, position: number): Promise<RecordedFact[]> {
  const facts = await between(monitor, { mission: stream, position: String(position) }, allDays);
  return facts.sort((a, b) => a.sequence - b.sequence);
}

async function between(monitor: Monitor, query: Query, days: { from: string; to: string }): Promise<RecordedFact[]> {
  const { body } = await monitor.get<FactsAnswer>('/api/facts', { ...query, ...days });
  if (!body.more || days.from === days.to) return [...body.facts];
  const middle = addDays(days.from, Math.floor(daysBetween(days.from, days.to) / 2));
  const earlier = await between(monitor, query, { from: days.from, to: middle });
  return [...earlier, ...(await between(monitor, query, { from: addDays(middle, 1), to: days.to }))];
}
