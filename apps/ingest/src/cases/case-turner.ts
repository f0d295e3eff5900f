import type { CloudEvent, ParsedEvent } from '@muster/contracts';
import type { Day } from '@muster/force-generation';
import type { EventLog } from '@muster/postgres';
import type { CurrentPolicy } from '@muster/runtime';
import type { EventResult } from '../events/events-answer.js';
import type { CaseClock } from './case-clock.js';
import type { CaseDay } from './case-days.js';
import { partsByDay } from './parts-by-day.js';

export type RecordPart = (part: readonly ParsedEvent[]) => Promise<readonly EventResult[]>;

export interface CaseTurnerOptions {
  readonly days: readonly CaseDay[];
  readonly clock: CaseClock;
  readonly log: EventLog;
  readonly policy: CurrentPolicy;
}

const identityOf = ({ source, id }: { source: string | null; id: string | null }): string => `${source} ${id}`;

/** Turns the days of a case as its facts arrive, so that what each day ended with is said before the next begins. */
export class CaseTurner {
  /** Facts of the case that the log does not hold; unknown until it is asked. */
  private missing: Set<string> | undefined;

  constructor(private readonly options: CaseTurnerOptions) {}

  /** Records events day by day as they became known; with the last fact of the case comes the day that it is shown on. */
  async record(events: readonly ParsedEvent[], recordPart: RecordPart): Promise<readonly EventResult[]> {
    const { clock, days } = this.options;
    const results: EventResult[] = [];
    for (const { day, part } of partsByDay(events, clock.today())) {
      await this.turnTo(day);
      results.push(...(await recordPart(part)));
    }
    if (await this.isWholeWith(results)) await this.turnTo(days.at(-1)!.day);
    return results;
  }

  private async turnTo(day: Day): Promise<void> {
    const { days, clock, log, policy } = this.options;
    for (const { day: next } of days) {
      if (next <= clock.today() || next > day) continue;
      await log.turnDay(next, policy);
      clock.turnTo(next);
    }
  }

  private async isWholeWith(results: readonly EventResult[]): Promise<boolean> {
    this.missing ??= await this.notInTheLog();
    for (const result of results) if (result.outcome !== 'rejected') this.missing.delete(identityOf(result));
    return this.missing.size === 0;
  }

  private async notInTheLog(): Promise<Set<string>> {
    const { days, log } = this.options;
    const missing = new Set<string>();
    for (const fact of days.flatMap(({ facts }): readonly CloudEvent[] => facts))
      if ((await log.eventBy(fact.source, fact.id)) === undefined) missing.add(identityOf(fact));
    return missing;
  }
}
