import type { AbsenceNode } from '@muster/force-generation';
import type { Monitor, Query } from '../doors/monitor.js';
import { Refused } from '../doors/refused.js';
import type { FactsAnswer, RecordedFact } from './recorded-fact.js';

/** The facts behind an explanation, fetched from their own doors at the position that the explanation was read at. */
export class FactsBehind {
  private readonly fetched = new Map<string, Promise<RecordedFact | undefined>>();

  constructor(
    private readonly monitor: Monitor,
    private readonly from: Query,
  ) {}

  get count(): number {
    return this.fetched.size;
  }

  /** Undefined where there is none. */
  named(source: string, id: string): Promise<RecordedFact | undefined> {
    const name = `${source} ${id}`;
    const fact = this.fetched.get(name) ?? this.fetch({ source, id });
    this.fetched.set(name, fact);
    return fact;
  }

  async listed(mission: string, type: string, days: Query = {}): Promise<readonly RecordedFact[]> {
    const { body } = await this.monitor.get<FactsAnswer>('/api/facts', { mission, type, ...days, ...this.from });
    return body.facts;
  }

  /** Facts that an absence says are not there. One that is taken back or replaced does not count as there. */
  async against({ over }: AbsenceNode): Promise<readonly RecordedFact[]> {
    const { subject, type, from, to } = over;
    const there = await this.listed(subject, type, { from, to });
    if (there.length === 0) return [];
    const retractions = await this.listed(subject, 'FactRetracted');
    const retracted = new Set(retractions.map(({ event }) => `${String(event.data['ofSource'])} ${String(event.data['ofId'])}`));
    const ofType = await this.listed(subject, type);
    const replaced = new Set(ofType.map(({ event }) => `${event.source} ${String(event.data['replaces'])}`));
    return there.filter(({ event: { source, id } }) => !retracted.has(`${source} ${id}`) && !replaced.has(`${source} ${id}`));
  }

  private async fetch(query: Query): Promise<RecordedFact | undefined> {
    try {
      return (await this.monitor.get<RecordedFact>('/api/facts', { ...query, ...this.from })).body;
    } catch (cause) {
      if (cause instanceof Refused && cause.answer.status === 404) return undefined;
      throw cause;
    }
  }
}
