import { Injectable } from '@nestjs/common';
import {
  corrigendumIssuedEvent,
  lastPositionOf,
  lastPublished,
  reportIssuedEvent,
  type CorrigendumIssued,
  type PublishedReport,
  type ReportIssued,
} from '@muster/contracts';
import { isSaidStream, standby } from '@muster/event-log';
import { addMonths, monthOf, reportsDue, type DueReport, type Month } from '@muster/force-generation';
import { EventLog, StreamEnds } from '@muster/postgres';
import { builtAt, recordOf, type Ledgers } from './built-at.js';
import { correctionOf } from './correction-of.js';
import type { MissionDay } from './mission-day.js';
import { Publications } from './publications.js';
import { StreamLedgers } from './stream-ledgers.js';

/** What is corrected: months whose curves a reader still sees. */
const monthsCorrected = 24;

/** One mission's reports: which are due, and what they are. */
@Injectable()
export class MissionReports {
  constructor(
    private readonly log: EventLog,
    private readonly ends: StreamEnds,
    private readonly ledgers: StreamLedgers,
    private readonly publications: Publications,
  ) {}

  /** Each mission, and the day that it has come to. */
  async missions(): Promise<readonly MissionDay[]> {
    const streams = (await this.log.streams()).filter(({ stream }) => stream !== standby && !isSaidStream(stream));
    return streams.flatMap(({ stream: mission, day }) => (day === null ? [] : [{ mission, day }]));
  }

  /** Issues what fell due up to a day and was not issued, then what late facts have changed; each in a transaction of its own. */
  async *issue(at: MissionDay, from: Month): AsyncGenerator<ReportIssued | CorrigendumIssued> {
    const ledgers = await this.ledgersOf(at.mission);
    yield* this.issueDue(ledgers, at, from);
    yield* this.issueCorrigenda(ledgers, at);
  }

  /** In order. */
  private async *issueDue(ledgers: Ledgers, { mission, day }: MissionDay, from: Month): AsyncGenerator<ReportIssued> {
    for (const due of reportsDue(ledgers.mission, from).filter(({ on }) => on <= day)) {
      const published = await this.published(mission);
      if (published.some(({ month }) => month === due.month)) continue;
      const report = await this.reportOf(ledgers, due, published);
      if (report !== undefined && (await this.publications.record(reportIssuedEvent(report)))) yield report;
    }
  }

  private async ledgersOf(mission: string): Promise<Ledgers> {
    return { mission: await this.ledgers.of(mission), standby: await this.ledgers.of(standby) };
  }

  private async published(mission: string): Promise<readonly PublishedReport[]> {
    return (await this.publications.of([mission])).map(({ report }) => report);
  }

  /** One for each published month of the last two years about which facts, up to a day, change what it says. */
  private async *issueCorrigenda(ledgers: Ledgers, { mission, day }: MissionDay): AsyncGenerator<CorrigendumIssued> {
    const turn = ledgers.mission.days.findLast(({ data: { on } }) => on <= day);
    const end = turn && (await this.ends.endOf(mission, turn.position - 1));
    if (turn === undefined || end === undefined) return;
    const published = await this.published(mission);
    for (const month of new Set(published.map((report) => report.month))) {
      if (month < addMonths(monthOf(turn.data.on), -monthsCorrected)) continue;
      const corrigendum = correctionOf(ledgers, { last: lastPublished(published, { month })!, end, on: turn.data.on });
      if (corrigendum !== undefined && (await this.publications.record(corrigendumIssuedEvent(corrigendum)))) yield corrigendum;
    }
  }

  /** Undefined where the mission was not active at the end of the month. */
  private async reportOf(
    ledgers: Ledgers,
    { month, on, beforePosition }: DueReport,
    published: readonly PublishedReport[],
  ): Promise<ReportIssued | undefined> {
    const { mission } = ledgers.mission;
    const end = await this.ends.endOf(mission, beforePosition - 1);
    if (end === undefined) return undefined;
    const lastPosition = lastPositionOf(published, month, end.position);
    const report = builtAt(ledgers, { month, end, lastPosition, status: 'issued' });
    return report && { on, ...recordOf(report) };
  }
}
