import { Injectable } from '@nestjs/common';
import { lastPositionOf, lastPublished, type PublishedReport } from '@muster/contracts';
import { lastDayOf } from '@muster/force-generation';
import { StreamEnds } from '@muster/postgres';
import { Refusal } from '@muster/runtime';
import { Readings } from '../ledgers/readings.js';
import type { Asked, Edition } from './edition.js';
import { noReport, refuseBeforeItsEnd } from './no-report.js';
import { PublishedReports } from './published-reports.js';
import type { ReadFrom } from './read-from.js';
import { Threads } from '../threads/threads.js';

/** Missions' reports: those that were published as they were then, any other month's as a draft. */
@Injectable()
export class Reports {
  constructor(
    private readonly readings: Readings,
    private readonly ends: StreamEnds,
    private readonly published: PublishedReports,
    private readonly threads: Threads,
  ) {}

  /** Refuses with 404 where there is no such mission, none yet in that month, or the month has not ended. */
  async editionOf(asked: Asked): Promise<Edition> {
    const { mission, position } = asked;
    const standing = await this.readings.standingAt({ position });
    const stream = standing.streamOf(mission);
    const today = standing.dayOf(mission);
    if (stream === undefined || today === undefined) throw new Refusal(404, `There is no mission ${mission}.`);
    refuseBeforeItsEnd(asked, today);
    const published = publishedAsAsked(await this.published.of([mission]), asked);
    const readFrom = published
      ? { ...(await this.readAt(asked, published.position)), lastPosition: published.lastPosition, published }
      : await this.draftAt(asked, position ?? standing.position);
    if (!(await this.readings.isHeardOf(mission, lastDayOf(asked.month), readFrom.position)))
      throw noReport(asked, 'Nothing is recorded of the mission up to the end of that month.');
    const name = [mission, asked.month, readFrom.position, readFrom.lastPosition, published?.number].join('/');
    return { name, build: () => this.report(asked, readFrom) };
  }

  private async readAt(asked: Asked, position: number): Promise<Pick<ReadFrom, 'mission' | 'month' | 'end' | 'position'>> {
    const { mission, month } = asked;
    const end = await this.ends.endOf(mission, position);
    if (end === undefined) throw noReport(asked, `There is no mission ${mission} at position ${position}.`);
    return { mission, month, end, position: end.position };
  }

  /** At the last fact of the mission, or publication of a report of it, up to a position: what is published later moves no draft. */
  private async draftAt(asked: Asked, upToPosition: number): Promise<ReadFrom> {
    const readAt = await this.readAt(asked, upToPosition);
    const { reports, position: publishedAt } = await this.published.upTo([asked.mission], upToPosition);
    const lastPosition = lastPositionOf(reports, asked.month, readAt.position);
    return { ...readAt, position: Math.max(readAt.position, publishedAt), lastPosition };
  }

  private async report(asked: Asked, from: ReadFrom): Promise<string> {
    const report = await this.threads.reportOf(from);
    if (report === null) throw noReport(asked, `There is no mission ${asked.mission} at position ${from.position}.`);
    return report;
  }
}

/** What was published last of the month, or at the position asked for; undefined where there is none, or its draft is wanted. */
export function publishedAsAsked<Published extends Pick<PublishedReport, 'month' | 'position'>>(
  published: readonly Published[],
  { month, position, status }: Omit<Asked, 'mission'>,
): Published | undefined {
  if (status === 'draft') return undefined;
  if (position === undefined) return lastPublished(published, { month });
  return published.find((report) => report.month === month && report.position === position);
}
