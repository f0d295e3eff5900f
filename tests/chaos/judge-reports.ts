import { factOf, publishedConsolidatedOf, publishedReportOf, sha256, type PublishedReport } from '@muster/contracts';
import { kindOf, saidStream, type RecordedEvent } from '@muster/event-log';
import { allMissions, Ledger, reportsDue, type Month } from '@muster/force-generation';
import { Database, EventLog, StreamEnds } from '@muster/postgres';
import { ConsolidatedReports } from '../../apps/reporter/src/consolidated-reports.js';
import type { MissionDay } from '../../apps/reporter/src/mission-day.js';
import { MissionReports } from '../../apps/reporter/src/mission-reports.js';
import { Publications } from '../../apps/reporter/src/publications.js';
import { StreamLedgers } from '../../apps/reporter/src/stream-ledgers.js';
import type { SeenMessage } from '../servers/topic-client.js';

export interface JudgedReports {
  readonly databaseUrl: string;
  /** The address of a gateway, which builds each report from the log. */
  readonly gateway: string;
  /** The first month whose reports are issued. */
  readonly from: Month;
  /** The mission with a fact that nobody can read. */
  readonly parked: string;
  /** All that is on `muster.reports` in the end. */
  readonly published: readonly SeenMessage[];
  /** Whether the topic was emptied, and filled again. */
  readonly isRefilled: boolean;
}

/** Whatever of the promises about reports does not hold once all is quiet. Records what was left to be issued. */
export async function judgeReports(judged: JudgedReports): Promise<string[]> {
  const database = await Database.open({ url: judged.databaseUrl, poolSize: 3 });
  try {
    const log = new EventLog(database);
    const [ends, ledgers, publications] = [new StreamEnds(database), new StreamLedgers(log), new Publications(database, log)];
    const reports = new MissionReports(log, ends, ledgers, publications);
    const consolidated = new ConsolidatedReports(ends, ledgers, publications);
    const missions = await reports.missions();
    const problems = await Promise.all(missions.map(({ mission }) => missionProblems(judged, log, mission)));
    problems.push(await overAllProblems(judged, log, missions));
    for (const at of missions) if (at.mission !== judged.parked) problems.push(await leftToIssue(reports.issue(at, judged.from)));
    // While a mission cannot be read, the months that it has not reported wait for it, and whoever looks is told so.
    const isParked = missions.some(({ mission }) => mission === judged.parked);
    problems.push(await leftToIssue(consolidated.issue(missions, judged.from), isParked));
    return problems.flat();
  } finally {
    await database.close();
  }
}

async function missionProblems(judged: JudgedReports, log: EventLog, mission: string): Promise<string[]> {
  const events = (await allOf(log, saidStream(mission))).filter((event) => kindOf(event) === 'reports');
  const onTopic = topicProblems(judged, mission, events);
  if (mission === judged.parked) return onTopic;
  const reports = events.map(publishedReportOf);
  const due = await dueOf(log, mission, judged.from);
  const undue = reports.filter(({ number, month, on }) => number === 0 && due.get(month) !== on);
  return [
    ...onTopic,
    ...undue.map(({ month, on }) => `${mission} ${month}: a report was issued on ${on}, and was due on ${due.get(month)}`),
    ...chainProblems(mission, reports),
    ...(await Promise.all(reports.map((report) => rebuiltProblems(judged.gateway, report)))).flat(),
  ];
}

async function allOf(log: EventLog, stream: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of log.eventsOf(stream)) events.push(...page);
  return events;
}

async function dueOf(log: EventLog, mission: string, from: Month): Promise<ReadonlyMap<Month, string>> {
  const ledger = new Ledger(mission);
  for (const event of await allOf(log, mission)) ledger.fold(factOf(event));
  return new Map(reportsDue(ledger, from).map(({ month, on }) => [month, on]));
}

/** Of each month one report, then corrigenda 1, 2, 3 …, each of what was published before it. */
function chainProblems(mission: string, reports: readonly (Published & { readonly corrects?: string })[]): string[] {
  const last = new Map<Month, Published>();
  return reports.flatMap((report) => {
    const before = last.get(report.month);
    last.set(report.month, report);
    if (report.number === (before === undefined ? 0 : before.number + 1) && report.corrects === before?.sha256) return [];
    return [`${mission} ${report.month}: number ${report.number} corrects ${report.corrects}, after ${before?.number}`];
  });
}

type Published = Pick<PublishedReport, 'mission' | 'month' | 'number' | 'position' | 'sha256'>;

async function rebuiltProblems(gateway: string, report: Published): Promise<string[]> {
  const path = `/api/reports/${report.mission}/${report.month}?position=${report.position}`;
  const response = await fetch(`${gateway}${path}`);
  const found = sha256(await response.text());
  if (response.status === 200 && found === report.sha256) return [];
  return [`${path}: built again it is ${response.status} ${found}, and ${report.sha256} was recorded`];
}

/** Each is on the topic once and in order; where the topic was emptied, its last filling is looked at. */
function topicProblems({ published, isRefilled }: JudgedReports, mission: string, events: readonly RecordedEvent[]): string[] {
  const wanted = events.map(({ id }) => id).join(', ');
  const ids = published.filter(({ key }) => key === mission).map(({ headers }) => headers['ce_id'] ?? '');
  const found = (isRefilled ? ids.filter((id, index) => ids.lastIndexOf(id) === index) : ids).join(', ');
  return found === wanted ? [] : [`${mission}: on muster.reports are ${found}, in the log ${wanted}`];
}

async function leftToIssue(issuing: Issuing, mayBreak = false): Promise<string[]> {
  const left: string[] = [];
  try {
    for await (const issued of issuing) {
      const { mission, month, on } = issued;
      const what = 'number' in issued ? `by ${on} late facts have changed it, and no corrigendum was` : `due on ${on}, and not`;
      left.push(`${mission} ${month}: ${what} issued`);
    }
  } catch (cause) {
    if (!mayBreak) throw cause;
  }
  return left;
}

type Issuing = ReturnType<MissionReports['issue']> | ReturnType<ConsolidatedReports['issue']>;

/** Those over all missions: each was read where a mission's report of the month was published, every one being there that it tells of. */
async function overAllProblems(judged: JudgedReports, log: EventLog, missions: readonly MissionDay[]): Promise<string[]> {
  const events = await allOf(log, saidStream(allMissions));
  const reports = events.map(publishedConsolidatedOf);
  const streams = await Promise.all(missions.map(({ mission }) => allOf(log, saidStream(mission))));
  const parts = streams.flat().filter((event) => kindOf(event) === 'reports');
  const misplaced = reports.filter(
    ({ month, position }) => !parts.some((part) => part.position === position && publishedReportOf(part).month === month),
  );
  const readable = reports.filter((report) => report.missions.every(({ mission }) => mission !== judged.parked));
  return [
    ...topicProblems(judged, allMissions, events),
    ...misplaced.map(({ month, position }) => `${allMissions} ${month}: read at ${position}, where no mission reported`),
    ...chainProblems(allMissions, reports),
    ...(await Promise.all(readable.map((report) => rebuiltProblems(judged.gateway, report)))).flat(),
  ];
}
