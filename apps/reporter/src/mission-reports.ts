import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  factOf,
  lastPositionOf,
  publishedReportOf,
  reportIssuedEvent,
  reportTypes,
  sha256,
  type PublishedReport,
  type ReportIssued,
} from '@muster/contracts';
import { saidStream, standby } from '@muster/event-log';
import {
  addMonths,
  describeMission,
  lastDayOf,
  Ledger,
  monthlyReport,
  readLedger,
  reportsDue,
  type AdoptedPolicy,
  type DueReport,
  type Month,
  type Reading,
} from '@muster/force-generation';
import { Database, EventLog, StreamEnds } from '@muster/postgres';

interface Ledgers {
  readonly mission: Ledger;
  readonly standby: Ledger;
}

/** One mission's reports: which are due, and what they are. */
@Injectable()
export class MissionReports {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly ends: StreamEnds,
  ) {}

  /** Issues what is due and was not issued, in order, each in a transaction of its own. */
  async *issueDue(mission: string, from: Month): AsyncGenerator<ReportIssued> {
    const ledgers = { mission: await this.folded(mission), standby: await this.folded(standby) };
    for (const due of reportsDue(ledgers.mission, from)) {
      const published = await this.published(mission);
      if (published.some(({ month }) => month === due.month)) continue;
      const report = await this.reportOf(ledgers, due, published);
      if (report !== undefined && (await this.record(report))) yield report;
    }
  }

  private async folded(stream: string): Promise<Ledger> {
    const ledger = new Ledger(stream);
    for await (const page of this.log.eventsOf(stream)) for (const event of page) ledger.fold(factOf(event));
    return ledger;
  }

  private async published(mission: string): Promise<readonly PublishedReport[]> {
    return (await this.log.events({ mission: saidStream(mission), type: reportTypes })).map(publishedReportOf);
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
    const reading = readAt(ledgers.mission, { month, position: end.position });
    if (reading === undefined || !describeMission(reading).active) return undefined;
    const report = monthlyReport({
      reading,
      last: readAt(ledgers.mission, { month: addMonths(month, -1), position: lastPosition ?? end.position }),
      standby: readLedger(ledgers.standby, { today: reading.today, policy: reading.policy, position: end.position }),
      status: 'issued',
      provenance: { position: end.position, sequence: end.sequence, chain: end.hash, lastPosition },
    });
    const { withReturn, policy, template, provenance } = report;
    const { position, sequence, chain } = provenance;
    const readFrom = { position, sequence, chain, lastPosition, policy, template };
    return { on, mission, month, withReturn, ...readFrom, sha256: sha256(canonicalJson(report)) };
  }

  /** False where another process was faster: its report is the same, since only the log decides what it says. */
  private async record(report: ReportIssued): Promise<boolean> {
    const [outcome] = await this.database.transaction((tx) => this.log.appendIn(tx, [reportIssuedEvent(report)]));
    if (outcome?.outcome === 'conflict')
      throw new Error(`${report.mission}: the report of ${report.month} at position ${outcome.position} says otherwise`);
    return outcome?.outcome === 'recorded';
  }
}

/** The mission as of the month's last day, under the policy of that position; undefined before the first. */
function readAt(ledger: Ledger, { month, position }: { readonly month: Month; readonly position: number }): Reading | undefined {
  const adopted = ledger.policies.findLast((policy) => policy.position <= position);
  if (adopted === undefined) return undefined;
  const policy = { hash: adopted.data.hash, table: adopted.data.table } as AdoptedPolicy;
  return readLedger(ledger, { today: lastDayOf(month), policy, position });
}
