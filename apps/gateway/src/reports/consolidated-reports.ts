import { Injectable } from '@nestjs/common';
import { lastPositionOf, type PublishedConsolidated } from '@muster/contracts';
import { allMissions } from '@muster/force-generation';
import { StreamEnds, type StreamEnd } from '@muster/postgres';
import { Readings } from '../ledgers/readings.js';
import type { Asked, Edition } from './edition.js';
import { noReport, refuseBeforeItsEnd } from './no-report.js';
import { PublishedReports } from './published-reports.js';
import { correctionsIn, type ReadFrom } from './read-from.js';
import { publishedAsAsked } from './reports.js';
import { Threads } from '../threads/threads.js';

/** Where all missions are read at once. */
interface Place {
  readonly month: string;
  readonly position: number;
  readonly missions: readonly ReadFrom[];
}

/** Builds reports over all missions out of the missions' own: as published, or as all of them are read at one position of the log. */
@Injectable()
export class ConsolidatedReports {
  constructor(
    private readonly readings: Readings,
    private readonly ends: StreamEnds,
    private readonly published: PublishedReports,
    private readonly threads: Threads,
  ) {}

  /** Refuses with 404 where the month has not ended. */
  async editionOf(asked: Omit<Asked, 'mission'>): Promise<Edition> {
    const { month, position } = asked;
    const standing = await this.readings.standingAt({ position });
    const today = standing.dayOf();
    if (today === undefined) throw noReport({ mission: allMissions, month }, 'There is no mission yet.');
    refuseBeforeItsEnd({ mission: allMissions, month }, today);
    const published = publishedAsAsked(await this.published.overAll(), asked);
    if (published !== undefined)
      return { name: [allMissions, month, published.position, published.number].join('/'), build: () => this.issued(published) };
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

  private async report({ month, position, missions }: Place): Promise<string> {
    const reports = await this.partsOf(missions);
    if (reports.length === 0)
      throw noReport({ mission: allMissions, month }, 'No mission was active at its end, or a month before.');
    return this.threads.sumOf(reports, { position, status: 'draft' });
  }

  /** As it was published: each mission is read where it was then. */
  private async issued(published: PublishedConsolidated): Promise<string> {
    const { month, position, number } = published;
    const ends = await Promise.all(published.missions.map((part) => this.ends.endOf(part.mission, part.position)));
    const reports = await this.partsOf(
      published.missions.map((part, index): ReadFrom => ({ ...part, month, end: ends[index]! })),
    );
    if (number === 0) return this.threads.sumOf(reports, { position, status: 'issued' });
    const corrects = correctionsIn(published);
    const late = await this.published.causesOf(published);
    return this.threads.sumOf(reports, { position, status: 'corrigendum', corrigendum: number, corrects, late });
  }

  /** One after the other: a thread is left to those who ask for something else. */
  private async partsOf(missions: readonly ReadFrom[]): Promise<readonly string[]> {
    const reports: string[] = [];
    for (const mission of missions) {
      const report = await this.threads.reportOf({ ...mission, isPart: true });
      if (report !== null) reports.push(report);
    }
    return reports;
  }
}
