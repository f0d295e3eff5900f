import { Injectable } from '@nestjs/common';
import type { PublishedConsolidated, PublishedReport } from '@muster/contracts';
import {
  addMonths,
  allMissions,
  describeMission,
  firstDayOf,
  isAllMissions,
  monthOf,
  type Month,
} from '@muster/force-generation';
import { Refusal } from '@muster/runtime';
import { Readings } from '../ledgers/readings.js';
import { PublishedReports } from './published-reports.js';
import type { ReportsAnswer } from './reports-answer.js';
import type { ReportsQuery } from './reports-query.js';

type Line = ReportsAnswer['reports'][number];

/**
 * The reports that there are: what was published, of each active mission the draft of the month that ended last, and over all missions
 * one of each month of which there is a mission's.
 */
@Injectable()
export class ReportList {
  constructor(
    private readonly readings: Readings,
    private readonly published: PublishedReports,
  ) {}

  async list({ mission, month }: ReportsQuery): Promise<ReportsAnswer> {
    const { readings, standing, at } = await this.readings.all({});
    if (mission !== undefined && !isAllMissions(mission) && !standing.has(mission))
      throw new Refusal(404, `There is no mission ${mission}.`);
    const own = readings.filter((reading) => mission === undefined || isAllMissions(mission) || reading.mission === mission);
    const published = await this.published.of(own.map((reading) => reading.mission));
    const drafts = own
      .filter((reading) => describeMission(reading).active)
      .map((reading) => ({ mission: reading.mission, month: addMonths(monthOf(reading.today), -1) }))
      .filter(isNotAmong(published));
    const lines = [...published.map(publishedLine), ...drafts.map(draftLine)];
    const overAll = await this.published.overAll();
    const draftsOverAll = monthsOf(lines).map((one) => ({ mission: allMissions, month: one }));
    const linesOverAll = [...overAll.map(publishedLine), ...draftsOverAll.filter(isNotAmong(overAll)).map(draftLine)];
    const reports = [...lines, ...linesOverAll]
      .filter((line) => mission === undefined || line.mission === (isAllMissions(mission) ? allMissions : mission))
      .filter((line) => month === undefined || line.month === month)
      .sort(newestFirst);
    return { today: at.today, position: at.position, reports };
  }
}

type Named = Pick<Line, 'mission' | 'month'>;

const isNotAmong =
  (published: readonly Named[]) =>
  (draft: Named): boolean =>
    !published.some(({ mission, month }) => mission === draft.mission && month === draft.month);

const monthsOf = (lines: readonly Line[]): readonly Month[] => [...new Set(lines.map(({ month }) => month))];

const urlOf = (mission: string, month: Month, position?: number): string =>
  `/api/reports/${isAllMissions(mission) ? 'all' : encodeURIComponent(mission)}/${month}${position === undefined ? '' : `?position=${position}`}`;

type Published = PublishedReport | PublishedConsolidated;

const publishedLine = ({ mission, month, number, on, withReturn, position, sha256 }: Published): Line => ({
  ...{ mission, month, number, on, withReturn, position, sha256 },
  status: number === 0 ? 'issued' : 'corrigendum',
  url: urlOf(mission, month, position),
});

const draftLine = ({ mission, month }: Named): Line => ({
  ...{ mission, month, status: 'draft', number: 0, on: firstDayOf(addMonths(month, 1)) },
  ...{ withReturn: null, position: null, sha256: null },
  url: urlOf(mission, month),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: Line, b: Line): number =>
  compare(b.month, a.month) ||
  Number(isAllMissions(b.mission)) - Number(isAllMissions(a.mission)) ||
  compare(a.mission, b.mission) ||
  b.number - a.number;
