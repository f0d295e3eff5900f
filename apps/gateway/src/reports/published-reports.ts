import { Injectable } from '@nestjs/common';
import { publishedReportOf, reportTypes, type PublishedReport } from '@muster/contracts';
import { saidStream } from '@muster/event-log';
import { EventLog } from '@muster/postgres';

/** What was published of missions: reports and their corrigenda, in the order in which they were. */
@Injectable()
export class PublishedReports {
  constructor(private readonly log: EventLog) {}

  async of(missions: readonly string[], upToPosition?: number): Promise<readonly PublishedReport[]> {
    const events = await this.log.events({ mission: missions.map(saidStream), type: reportTypes, upToPosition });
    return events.map(publishedReportOf);
  }
}
