import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@muster/contracts';
import { EventLog, type AppendedAt, type LockedLog, type Outcome } from '@muster/postgres';
import { Clock, CurrentPolicy, Metrics } from '@muster/runtime';

/** The one way into the log: under today and the current policy, and counted. */
@Injectable()
export class Recorder {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly policy: CurrentPolicy,
    private readonly metrics: Metrics,
  ) {}

  async record(events: readonly CloudEvent[]): Promise<readonly Outcome[]> {
    return this.counted(events, await this.log.append(events, this.at()));
  }

  /** The same with events that are chosen while nobody else can write. */
  async recordPrepared(prepare: (log: LockedLog) => Promise<readonly CloudEvent[]>): Promise<readonly Outcome[]> {
    let events: readonly CloudEvent[] = [];
    const outcomes = await this.log.appendPrepared(this.at(), async (log) => (events = await prepare(log)));
    return this.counted(events, outcomes);
  }

  private at(): AppendedAt {
    return { today: this.clock.today(), policy: this.policy };
  }

  private counted(events: readonly CloudEvent[], outcomes: readonly Outcome[]): readonly Outcome[] {
    outcomes.forEach(({ outcome }, index) => {
      if (outcome === 'recorded') this.metrics.factsRecorded.inc({ type: events[index]!.type });
    });
    return outcomes;
  }
}
