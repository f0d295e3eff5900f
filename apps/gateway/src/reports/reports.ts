import { Injectable } from '@nestjs/common';
import { factNames, lastPositionOf, lastPublished, type PublishedReport } from '@muster/contracts';
import {
  addMonths,
  describeMission,
  lastDayOf,
  monthlyReport,
  type Corrections,
  type Month,
  type MonthlyReport,
  type Reading,
} from '@muster/force-generation';
import { EventLog, StreamEnds, type StreamEnd } from '@muster/postgres';
import { Refusal } from '@muster/runtime';
import { Readings } from '../ledgers/readings.js';
import type { Asked, Edition } from './edition.js';
import { noReport, refuseBeforeItsEnd } from './no-report.js';
import { PublishedReports } from './published-reports.js';

/** A mission's report, as it is read somewhere. */
export interface ReadFrom {
  readonly mission: string;
  readonly month: Month;
  /** Of the mission's stream. */
  readonly end: StreamEnd;
  /** Where the report stands: at the end of the stream, or after it, where something was published last. */
  readonly position: number;
  /** Where the report of the month before was read. */
  readonly lastPosition: number | null;
  /** What was published there. */
  readonly published?: PublishedReport | undefined;
}

const factTypes = factNames.map((name) => `muster.${name}`);

interface Seen {
  readonly reading: Reading;
  readonly last: Reading;
}

/** Builds reports: those that were published as they were then, any other month's as a draft. */
@Injectable()
export class Reports {
  constructor(
    private readonly readings: Readings,
    private readonly ends: StreamEnds,
    private readonly published: PublishedReports,
    private readonly log: EventLog,
  ) {}

  /** Refuses with 404 where there is no such mission, none yet in that month, or the month has not ended. */
  async editionOf(asked: Asked): Promise<Edition> {
    const { mission, month, position } = asked;
    const standing = await this.readings.standingAt({ position });
    const stream = standing.streamOf(mission);
    const today = standing.dayOf(mission);
    if (stream === undefined || today === undefined) throw new Refusal(404, `There is no mission ${mission}.`);
    refuseBeforeItsEnd(asked, today);
    const all = await this.published.of([mission]);
    const published = position === undefined ? lastPublished(all, { month }) : all.find(isAt(month, position));
    const readFrom = published
      ? { ...(await this.readAt(asked, published.position)), lastPosition: published.lastPosition, published }
      : await this.draftAt(asked, position ?? standing.position);
    await this.refuseBeforeItsFirstFact(asked, readFrom.position);
    const name = [mission, month, readFrom.position, readFrom.lastPosition, published?.number].join('/');
    return { name, build: () => this.report(readFrom) };
  }

  private async refuseBeforeItsFirstFact(asked: Asked, upToPosition: number): Promise<void> {
    const facts = { mission: asked.mission, type: factTypes, to: lastDayOf(asked.month), upToPosition, limit: 1 };
    if ((await this.log.events(facts)).length > 0) return;
    throw noReport(asked, 'Nothing is recorded of the mission up to the end of that month.');
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

  /** The draft of a mission that is active at the month's end, or was at the end of the month before; undefined of any other. */
  async draftWhereActive(from: ReadFrom): Promise<MonthlyReport | undefined> {
    if (!(await this.readings.isThere(from.mission, { position: from.end.position }))) return undefined;
    const seen = await this.seen(from);
    const isActive = [seen.reading, seen.last].some((reading) => describeMission(reading).active);
    return isActive ? this.built(from, seen) : undefined;
  }

  private async report(from: ReadFrom): Promise<MonthlyReport> {
    return this.built(from, await this.seen(from));
  }

  private async seen({ mission, month, end, lastPosition }: ReadFrom): Promise<Seen> {
    const { reading } = await this.readings.of(mission, { asOf: lastDayOf(month), position: end.position });
    const lastOf = { asOf: lastDayOf(addMonths(month, -1)), position: lastPosition ?? end.position };
    const { reading: last } = await this.readings.of(mission, lastOf);
    return { reading, last };
  }

  private async built({ month, end, position, lastPosition, published }: ReadFrom, seen: Seen): Promise<MonthlyReport> {
    const { sequence, hash: chain } = end;
    const standby = await this.readings.standbyAt({ asOf: lastDayOf(month), position: end.position });
    const number = published?.number ?? 0;
    return monthlyReport({
      ...{ ...seen, standby },
      status: published === undefined ? 'draft' : number === 0 ? 'issued' : 'corrigendum',
      corrigendum: number,
      corrects: number === 0 ? undefined : { ...correctionsIn(published!) },
      provenance: { position, sequence, chain, lastPosition },
    });
  }
}

const correctionsIn = ({ changes, moreChanges, causes }: PublishedReport): Corrections => ({
  changes: changes,
  moreChanges,
  facts: causes,
});

const isAt =
  (month: Month, position: number) =>
  (report: PublishedReport): boolean =>
    report.month === month && report.position === position;
