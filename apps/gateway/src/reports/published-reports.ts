import { Injectable } from '@nestjs/common';
import { publishedReportOf, reportTypes, type PublishedReport } from '@muster/contracts';
import { saidStream } from '@muster/event-log';
import { addMonths, type Month } from '@muster/force-generation';
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

/** The last that was published of a month and read before a position. */
export const lastPublished = (
  published: readonly PublishedReport[],
  { month, before }: { readonly month: Month; readonly before?: number },
): PublishedReport | undefined =>
  published.findLast((report) => report.month === month && (before === undefined || report.position < before));

/** Where the report of the month before was read, as it stood when this one was. */
export const lastPositionOf = (published: readonly PublishedReport[], month: Month, position: number): number | null =>
  lastPublished(published, { month: addMonths(month, -1), before: position })?.position ?? null;
