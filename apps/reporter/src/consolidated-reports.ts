import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  corrigendumIssuedEvent,
  lastPositionOf,
  lastPublished,
  reportIssuedEvent,
  sha256,
  type ConsolidatedCorrected,
  type ConsolidatedIssued,
  type PublishedConsolidated,
} from '@muster/contracts';
import { standby } from '@muster/event-log';
import {
  allMissions,
  consolidatedReport,
  correctionsOf,
  lateFacts,
  settledWithoutReport,
  type ConsolidatedReport,
  type Fact,
  type Month,
  type MonthlyReport,
  type Settled,
} from '@muster/force-generation';
import { StreamEnds } from '@muster/postgres';
import { partAt } from './built-at.js';
import type { MissionDay } from './mission-day.js';
import { Publications, type Publication } from './publications.js';
import { StreamLedgers } from './stream-ledgers.js';

/** A month, and what is known of it. */
interface MonthOfAll {
  readonly month: Month;
  readonly missions: readonly MissionDay[];
  /** Of all missions and months. */
  readonly publications: readonly Publication[];
}

/** Where a mission is read for the report over all of them. */
type ReadAt = Pick<ConsolidatedIssued['missions'][number], 'mission' | 'position' | 'lastPosition'>;

interface Parts {
  readonly reports: readonly MonthlyReport[];
  readonly late: readonly Fact[];
}

/** The reports over all missions: which are due, and what they are. */
@Injectable()
export class ConsolidatedReports {
  constructor(
    private readonly ends: StreamEnds,
    private readonly ledgers: StreamLedgers,
    private readonly publications: Publications,
  ) {}

  /** Issues those whose missions have all reported, then what corrigenda of theirs have changed. */
  async *issue(missions: readonly MissionDay[], from: Month): AsyncGenerator<ConsolidatedIssued | ConsolidatedCorrected> {
    const publications = await this.publications.of(missions.map(({ mission }) => mission));
    const published = await this.publications.overAll();
    for (const month of [...new Set(publications.map(({ report }) => report.month))].sort()) {
      if (month < from) continue;
      const last = lastPublished(published, { month });
      const of: MonthOfAll = { month, missions, publications };
      if (last === undefined) {
        const report = await this.due(of);
        if (report !== undefined && (await this.publications.record(reportIssuedEvent(report)))) yield report;
      } else {
        const corrigendum = await this.correction(of, last);
        if (corrigendum !== undefined && (await this.publications.record(corrigendumIssuedEvent(corrigendum)))) yield corrigendum;
      }
    }
  }

  /** Undefined while a mission's report is to come. It is read where the last of them was published. */
  private async due(of: MonthOfAll): Promise<ConsolidatedIssued | undefined> {
    const settled = await this.allSettled(of);
    if (settled === undefined) return undefined;
    const { position, on } = settled;
    const { reports } = await this.built(of.month, await this.partsUpTo(of, position));
    return { on, ...recordOf(consolidatedReport(reports, { position, status: 'issued' }), withReturn(of, position)) };
  }

  private async allSettled(of: MonthOfAll): Promise<Settled | undefined> {
    const { month, missions, publications } = of;
    let last: Settled = { position: 0, on: '' };
    for (const { mission, day } of missions) {
      const own = publications.find(({ report }) => report.mission === mission && report.month === month);
      const settled = own
        ? { position: own.position, on: own.report.on }
        : settledWithoutReport(await this.ledgers.of(mission), month, day);
      if (settled === undefined) return undefined;
      if (settled.position > last.position) last = settled;
    }
    return last;
  }

  /** Undefined where no mission published anything of the month since, and where that changes nothing here. */
  private async correction(of: MonthOfAll, last: PublishedConsolidated): Promise<ConsolidatedCorrected | undefined> {
    const { month } = of;
    const newest = of.publications.findLast(({ report, position }) => report.month === month && position > last.position);
    if (newest === undefined) return undefined;
    const { position } = newest;
    const wasRead = new Map(last.missions.map((one) => [one.mission, one.position]));
    const before = await this.built(month, last.missions);
    const { reports, late } = await this.built(
      month,
      await this.partsUpTo(of, position),
      (mission) => wasRead.get(mission) ?? last.position,
    );
    const was = consolidatedReport(before.reports, { position: last.position, status: 'draft' });
    const corrects = correctionsOf(was, consolidatedReport(reports, { position, status: 'draft' }), late);
    if (corrects === undefined) return undefined;
    const number = last.number + 1;
    const report = consolidatedReport(reports, { position, status: 'corrigendum', corrigendum: number, corrects, late });
    const { changes, moreChanges, facts: causes } = corrects;
    const told = { number, corrects: last.sha256, changes: [...changes], moreChanges, causes: [...causes] };
    return { on: newest.report.on, ...recordOf(report, withReturn(of, position)), ...told };
  }

  /** Each mission as it reported last up to there; one that did not report the month as it stood there. */
  private async partsUpTo({ month, missions, publications }: MonthOfAll, position: number): Promise<readonly ReadAt[]> {
    const names = missions.map(({ mission }) => mission);
    const ends = await this.ends.endsOf(names, position);
    return [...ends].map(([mission, end]) => {
      const own = upTo(publications, position).filter((report) => report.mission === mission);
      const last = lastPublished(own, { month });
      if (last !== undefined) return { mission, position: last.position, lastPosition: last.lastPosition };
      return { mission, position: end.position, lastPosition: lastPositionOf(own, month, end.position) };
    });
  }

  /** The missions' own reports, and the facts that came after the position at which each was read before. */
  private async built(month: Month, parts: readonly ReadAt[], readBefore?: (mission: string) => number): Promise<Parts> {
    const reports: MonthlyReport[] = [];
    const late: Fact[] = [];
    const pledges = await this.ledgers.of(standby);
    for (const { mission, position, lastPosition } of parts) {
      const end = await this.ends.endOf(mission, position);
      const ledger = await this.ledgers.of(mission, position);
      const report = end && partAt({ mission: ledger, standby: pledges }, { month, end, lastPosition });
      if (report === undefined) continue;
      reports.push(report);
      if (readBefore !== undefined) late.push(...lateFacts(ledger, month, { after: readBefore(mission), upTo: position }));
    }
    return { reports, late: late.sort((a, b) => a.position - b.position) };
  }
}

const upTo = (publications: readonly Publication[], position: number) =>
  publications.filter((publication) => publication.position <= position).map(({ report }) => report);

/** Whether every mission that reported the month did so with its return. */
const withReturn = ({ month, missions, publications }: MonthOfAll, position: number): boolean =>
  missions.every(
    ({ mission }) =>
      lastPublished(
        upTo(publications, position).filter((report) => report.mission === mission),
        { month },
      )?.withReturn !== false,
  );

/** What is recorded of a report, but for the day. */
function recordOf(report: ConsolidatedReport, isWithReturns: boolean): Omit<ConsolidatedIssued, 'on'> {
  const { month, policies, template, provenance } = report;
  const missions = provenance.missions.map(({ mission, position, sequence, chain, lastPosition }) => ({
    ...{ mission, position, sequence, chain, lastPosition },
  }));
  const readFrom = { position: provenance.position, missions, policies: [...policies], template };
  return { mission: allMissions, month, withReturn: isWithReturns, ...readFrom, sha256: sha256(canonicalJson(report)) };
}
