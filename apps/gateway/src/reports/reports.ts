import { Injectable } from '@nestjs/common';
import { lastPositionOf, lastPublished, type PublishedReport } from '@muster/contracts';
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthlyReport,
  type Corrections,
  type Month,
  type MonthlyReport,
} from '@muster/force-generation';
import { StreamEnds, type StreamEnd } from '@muster/postgres';
import { Refusal } from '@muster/runtime';
import { Readings } from '../ledgers/readings.js';
import { PublishedReports } from './published-reports.js';

export interface Asked {
  readonly mission: string;
  readonly month: Month;
  /** As it was read there; without one what was published last, else a draft of what is known now. */
  readonly position?: number | undefined;
}

/** Which report is meant: where it is read, and what was published there. */
export interface Edition {
  /** Two editions of one name are the same report. */
  readonly name: string;
  readonly mission: string;
  readonly month: Month;
  readonly end: StreamEnd;
  readonly lastPosition: number | null;
  readonly published: PublishedReport | undefined;
}

/** Builds reports: those that were published as they were then, any other month's as a draft. */
@Injectable()
export class Reports {
  constructor(
    private readonly readings: Readings,
    private readonly ends: StreamEnds,
    private readonly published: PublishedReports,
  ) {}

  async report({ mission, month, end, lastPosition, published }: Edition): Promise<MonthlyReport> {
    const { position, sequence, hash: chain } = end;
    const asOf = lastDayOf(month);
    const { reading } = await this.readings.of(mission, { asOf, position });
    const lastOf = { asOf: lastDayOf(addMonths(month, -1)), position: lastPosition ?? position };
    const { reading: last } = await this.readings.of(mission, lastOf);
    const standby = await this.readings.standbyAt({ asOf, position });
    const number = published?.number ?? 0;
    return monthlyReport({
      ...{ reading, last, standby },
      status: published === undefined ? 'draft' : number === 0 ? 'issued' : 'corrigendum',
      corrigendum: number,
      corrects: number === 0 ? undefined : { ...correctionsIn(published!) },
      provenance: { position, sequence, chain, lastPosition },
    });
  }

  /** Refuses with 404 where there is no such mission, or the month has not ended. */
  async editionOf(asked: Asked): Promise<Edition> {
    const { mission, month, position } = asked;
    const standing = await this.readings.standingAt({ position });
    const stream = standing.streamOf(mission);
    const today = standing.dayOf(mission);
    if (stream === undefined || today === undefined) throw new Refusal(404, `There is no mission ${mission}.`);
    if (lastDayOf(month) >= today) {
      const begins = firstDayOf(addMonths(month, 1));
      throw noReport(asked, `The month has not ended: its first draft is of ${begins}, and today is ${today}.`);
    }
    const all = await this.published.of([mission]);
    const published = position === undefined ? lastPublished(all, { month }) : all.find(isAt(month, position));
    const readAt = position ?? published?.position ?? stream.position;
    const end = await this.ends.endOf(mission, readAt);
    if (end === undefined) throw noReport(asked, `There is no mission ${mission} at position ${readAt}.`);
    const lastPosition = published?.lastPosition ?? lastPositionOf(all, month, readAt);
    const name = [mission, month, end.position, lastPosition, published?.number].join('/');
    return { name, mission, month, end, lastPosition, published };
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

const noReport = ({ mission, month }: Asked, why: string): Refusal =>
  new Refusal(404, `There is no report of ${mission} for ${month}. ${why}`);
