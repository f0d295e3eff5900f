import { Injectable } from '@nestjs/common';
import { publishedReportOf, reportTypes, type PublishedReport } from '@muster/contracts';
import { saidStream } from '@muster/event-log';
import { EventLog } from '@muster/postgres';

/** What was published of missions: reports and their corrigenda, in the order in which they were. */
@Injectable()
export class PublishedReports {
  constructor(private readonly log: EventLog) {}

  async of(missions: readonly string[]): Promise<readonly PublishedReport[]> {
    return (await this.recorded(missions)).map(publishedReportOf);
  }

  /** What was recorded of them up to a position, and where the last of it stands: 0 where there is none. */
  async upTo(
    missions: readonly string[],
    upToPosition: number,
  ): Promise<{ readonly reports: readonly PublishedReport[]; readonly position: number }> {
    const events = await this.recorded(missions, upToPosition);
    return { reports: events.map(publishedReportOf), position: events.at(-1)?.position ?? 0 };
  }

  private recorded(missions: readonly string[], upToPosition?: number): ReturnType<EventLog['events']> {
    return this.log.events({ mission: missions.map(saidStream), type: reportTypes, upToPosition });
  }
}
