import { Injectable } from '@nestjs/common';
import { lastPositionOf } from '@muster/contracts';
import { allMissions, consolidatedReport, type ConsolidatedReport, type MonthlyReport } from '@muster/force-generation';
import { StreamEnds, type StreamEnd } from '@muster/postgres';
import { Readings } from '../ledgers/readings.js';
import type { Asked, Edition } from './edition.js';
import { noReport, refuseBeforeItsEnd } from './no-report.js';
import { PublishedReports } from './published-reports.js';
import { Reports, type ReadFrom } from './reports.js';

/** Where all missions are read at once. */
interface Place {
  readonly month: string;
  readonly position: number;
  readonly missions: readonly ReadFrom[];
}

/** Builds reports over all missions, out of the missions' own as they are read at one position of the log. */
@Injectable()
export class ConsolidatedReports {
  constructor(
    private readonly readings: Readings,
    private readonly ends: StreamEnds,
    private readonly published: PublishedReports,
    private readonly reports: Reports,
  ) {}

  /** Refuses with 404 where the month has not ended. */
  async editionOf(asked: Omit<Asked, 'mission'>): Promise<Edition> {
    const { month, position } = asked;
    const standing = await this.readings.standingAt({ position });
    const today = standing.dayOf();
    if (today === undefined) throw noReport({ mission: allMissions, month }, 'There is no mission yet.');
    refuseBeforeItsEnd({ mission: allMissions, month }, today);
    const place = await this.placeOf(month, standing.missions, position ?? standing.position);
    return { name: [allMissions, month, place.position].join('/'), build: () => this.report(place) };
  }

  /** At the last fact, or publication of a report, up to a position: what is said of alerts in between moves no report. */
  private async placeOf(month: string, missions: readonly string[], upToPosition: number): Promise<Place> {
    const ends = await this.ends.endsOf(missions, upToPosition);
    const { reports, position: publishedAt } = await this.published.upTo(missions, upToPosition);
    const readFrom = ([mission, end]: readonly [string, StreamEnd]): ReadFrom => {
      const own = reports.filter((report) => report.mission === mission);
      return { mission, month, end, position: end.position, lastPosition: lastPositionOf(own, month, end.position) };
    };
    return {
      month,
      position: Math.max(publishedAt, ...[...ends.values()].map(({ position }) => position)),
      missions: [...ends].map(readFrom),
    };
  }

  private async report({ month, position, missions }: Place): Promise<ConsolidatedReport> {
    const reports: MonthlyReport[] = [];
    for (const mission of missions) {
      const report = await this.reports.draftWhereActive(mission);
      if (report !== undefined) reports.push(report);
    }
    if (reports.length === 0)
      throw noReport({ mission: allMissions, month }, 'No mission was active at its end, or a month before.');
    return consolidatedReport(reports, position);
  }
}
