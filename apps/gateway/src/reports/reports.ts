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
import { StreamEnds } from '@muster/postgres';
import { Refusal } from '@muster/runtime';
import { Readings } from '../ledgers/readings.js';
import { PublishedReports } from './published-reports.js';

interface Asked {
  readonly mission: string;
  readonly month: Month;
  /** As it was read there; without one what was published last, else a draft of what is known now. */
  readonly position?: number | undefined;
}

/** Which report is meant: where it is read, and what was published there. */
interface Edition {
  readonly position: number;
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

  async report(asked: Asked): Promise<MonthlyReport> {
    const { mission, month } = asked;
    const { position, lastPosition, published } = await this.editionOf(asked);
    const end = await this.ends.endOf(mission, position);
    if (end === undefined) throw noReport(asked, `There is no mission ${mission} at position ${position}.`);
    const asOf = lastDayOf(month);
    const { reading } = await this.readings.of(mission, { asOf, position: end.position });
    const lastOf = { asOf: lastDayOf(addMonths(month, -1)), position: lastPosition ?? end.position };
    const { reading: last } = await this.readings.of(mission, lastOf);
    const standby = await this.readings.standbyAt({ asOf, position: end.position });
    const number = published?.number ?? 0;
    return monthlyReport({
      ...{ reading, last, standby },
      status: published === undefined ? 'draft' : number === 0 ? 'issued' : 'corrigendum',
      corrigendum: number,
      corrects: number === 0 ? undefined : { ...correctionsIn(published!) },
      provenance: { position: end.position, sequence: end.sequence, chain: end.hash, lastPosition },
    });
  }

  private async editionOf({ mission, month, position }: Asked): Promise<Edition> {
    const standing = await this.readings.standingAt({ position });
    const stream = standing.streamOf(mission);
    const today = standing.dayOf(mission);
    if (stream === undefined || today === undefined) throw new Refusal(404, `There is no mission ${mission}.`);
    if (lastDayOf(month) >= today) {
      const begins = firstDayOf(addMonths(month, 1));
      throw noReport({ mission, month }, `The month has not ended: its first draft is of ${begins}, and today is ${today}.`);
    }
    const all = await this.published.of([mission]);
    const published = position === undefined ? lastPublished(all, { month }) : all.find(isAt(month, position));
    const readAt = position ?? published?.position ?? stream.position;
    return { published, position: readAt, lastPosition: published?.lastPosition ?? lastPositionOf(all, month, readAt) };
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
