import { Injectable } from '@nestjs/common';
import {
  factOf,
  publishedConsolidatedOf,
  publishedReportOf,
  reportTypes,
  type PublishedConsolidated,
  type PublishedReport,
} from '@muster/contracts';
import { saidStream } from '@muster/event-log';
import { allMissions, type Fact } from '@muster/force-generation';
import { EventLog } from '@muster/postgres';

/** What was published of missions: reports and their corrigenda, in the order in which they were. */
@Injectable()
export class PublishedReports {
  constructor(private readonly log: EventLog) {}

  async of(missions: readonly string[]): Promise<readonly PublishedReport[]> {
    return (await this.recorded(missions)).map(publishedReportOf);
  }

  async overAll(): Promise<readonly PublishedConsolidated[]> {
    return (await this.recorded([allMissions])).map(publishedConsolidatedOf);
  }

  /** What was recorded of them up to a position, and where the last of it stands: 0 where there is none. */
  async upTo(
    missions: readonly string[],
    upToPosition: number,
  ): Promise<{ readonly reports: readonly PublishedReport[]; readonly position: number }> {
    const events = await this.recorded(missions, upToPosition);
    return { reports: events.map(publishedReportOf), position: events.at(-1)?.position ?? 0 };
  }

  /** The facts that came late. */
  async causesOf({ causes }: Pick<PublishedReport, 'causes'>): Promise<readonly Fact[]> {
    const events = await Promise.all(causes.map((position) => this.log.eventAt(position)));
    return events.flatMap((event) => (event === undefined ? [] : [factOf(event)]));
  }

  private recorded(missions: readonly string[], upToPosition?: number): ReturnType<EventLog['events']> {
    return this.log.events({ mission: missions.map(saidStream), type: reportTypes, upToPosition });
  }
}
