import { Injectable } from '@nestjs/common';
import {
  corrigendumIssuedEvent,
  factOf,
  lastPositionOf,
  lastPublished,
  publishedReportOf,
  reportIssuedEvent,
  reportTypes,
  type CloudEvent,
  type CorrigendumIssued,
  type PublishedReport,
  type ReportIssued,
} from '@muster/contracts';
import { isSaidStream, saidStream, standby } from '@muster/event-log';
import { addMonths, Ledger, monthOf, reportsDue, type Day, type DueReport, type Month } from '@muster/force-generation';
import { Database, EventLog, StreamEnds } from '@muster/postgres';
import { builtAt, recordOf, type Ledgers } from './built-at.js';
import { correctionOf } from './correction-of.js';

/** What is corrected: months whose curves a reader still sees. */
const monthsCorrected = 24;

export interface MissionDay {
  readonly mission: string;
  readonly day: Day;
}

/** One mission's reports: which are due, and what they are. */
@Injectable()
export class MissionReports {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly ends: StreamEnds,
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
      if (report !== undefined && (await this.record(reportIssuedEvent(report)))) yield report;
    }
  }

  private async ledgersOf(mission: string): Promise<Ledgers> {
    return { mission: await this.folded(mission), standby: await this.folded(standby) };
  }

  private async folded(stream: string): Promise<Ledger> {
    const ledger = new Ledger(stream);
    for await (const page of this.log.eventsOf(stream)) for (const event of page) ledger.fold(factOf(event));
    return ledger;
  }

  private async published(mission: string): Promise<readonly PublishedReport[]> {
    return (await this.log.events({ mission: saidStream(mission), type: reportTypes })).map(publishedReportOf);
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
      if (corrigendum !== undefined && (await this.record(corrigendumIssuedEvent(corrigendum)))) yield corrigendum;
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

  /** False where another process was faster: its report is the same, since only the log decides what it says. */
  private async record(event: CloudEvent): Promise<boolean> {
    const [outcome] = await this.database.transaction((tx) => this.log.appendIn(tx, [event]));
    if (outcome?.outcome === 'conflict')
      throw new Error(`${event.id}: what stands at position ${outcome.position} says otherwise`);
    return outcome?.outcome === 'recorded';
  }
}
