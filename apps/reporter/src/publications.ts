import { Injectable } from '@nestjs/common';
import {
  publishedConsolidatedOf,
  publishedReportOf,
  reportTypes,
  type CloudEvent,
  type PublishedConsolidated,
  type PublishedReport,
} from '@muster/contracts';
import { saidStream, type RecordedEvent } from '@muster/event-log';
import { allMissions } from '@muster/force-generation';
import { Database, EventLog } from '@muster/postgres';

/** A mission's report, and where its publication stands in the log. */
export interface Publication {
  readonly report: PublishedReport;
  readonly position: number;
}

/** What was published, in the order in which it was, and what is to be. */
@Injectable()
export class Publications {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
  ) {}

  async of(missions: readonly string[]): Promise<readonly Publication[]> {
    return (await this.recorded(missions)).map((event) => ({ report: publishedReportOf(event), position: event.position }));
  }

  async overAll(): Promise<readonly PublishedConsolidated[]> {
    return (await this.recorded([allMissions])).map(publishedConsolidatedOf);
  }

  /** False where another process was faster: its report is the same, since only the log decides what it says. */
  async record(event: CloudEvent): Promise<boolean> {
    const [outcome] = await this.database.transaction((tx) => this.log.appendIn(tx, [event]));
    if (outcome?.outcome === 'conflict')
      throw new Error(`${event.id}: what stands at position ${outcome.position} says otherwise`);
    return outcome?.outcome === 'recorded';
  }

  private recorded(missions: readonly string[]): Promise<readonly RecordedEvent[]> {
    return this.log.events({ mission: missions.map(saidStream), type: reportTypes });
  }
}
