import { setTimeout as pause } from 'node:timers/promises';
import { Cursors, Database, EventLog } from '@muster/postgres';
import { seededRandom } from '../bench/seeded-random.js';
import { verified } from '../crash/undisturbed-run.js';
import { publishedUpTo } from '../distributed/published-up-to.js';
import { readSayings, repeatsIn } from '../distributed/said-in-order.js';
import { Started } from '../distributed/started.js';
import { TopicClient } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { disturbanceText, type Disturbance, type Planned } from './disturbance.js';
import { drawPlan, firstDay, lastDay } from './draw-plan.js';
import { Fleet } from './fleet.js';
import { judge } from './judge.js';
import { judgeReports } from './judge-reports.js';
import { persistently } from './persistently.js';
import { factFromTheFuture } from '../end-to-end/sent-facts.js';
import { plant } from './plant.js';
import { turnDay } from './turn-day.js';
import { Sender } from './sender.js';
import { sentFactsOf } from './sent-facts-of.js';
import { within } from './within.js';
import { Servers } from './servers.js';

export interface ChaosAsked {
  readonly seed: number;
  readonly seconds: number;
  /** How many times as fast as usual disturbances and facts come. */
  readonly pace?: number;
  /** Told as it happens. */
  readonly tell: (line: string) => void;
}

export interface ChaosResult {
  readonly facts: number;
  readonly sayings: number;
  /** Sayings that the topic holds more than once, with the same content. */
  readonly repeats: number;
  /** Reports and corrigenda that were published. */
  readonly reports: number;
  readonly problems: readonly string[];
  /** What each service said. */
  readonly logs: ReadonlyMap<string, string>;
}

/** The first month that a mission of these runs has seen end. */
const reportsFrom = '2025-06';
const missions = 6;
const factsPerSecond = 25;
const quietLimit = 120_000;
const longestDisturbance = 200_000;

/** Services on real servers while everything happens to them that the plan of the seed holds; judged once all is quiet again. */
export async function chaosRun(asked: ChaosAsked, started = new Started()): Promise<ChaosResult> {
  try {
    return await new ChaosRun(asked, await Servers.start(started), started).judged();
  } finally {
    await started.end();
  }
}

class ChaosRun {
  private readonly random;
  private readonly fleet;
  private readonly client;
  private readonly poison = factFromTheFuture('GEN1', '2015-04-30');

  constructor(
    private readonly asked: ChaosAsked,
    private readonly servers: Servers,
    private readonly started: Started,
  ) {
    const { databaseUrl, brokers } = servers;
    this.random = seededRandom(asked.seed);
    this.client = new TopicClient(brokers);
    const shared = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers };
    this.fleet = new Fleet({ ...shared, MUSTER_TODAY: firstDay, MUSTER_REPORTS_FROM: reportsFrom }, asked.tell);
  }

  /** A run that breaks off is one problem, and what the services said until then is kept. */
  async judged(): Promise<ChaosResult> {
    try {
      return await this.result();
    } catch (cause) {
      const problems = [`the run broke off: ${(cause as Error).message}`];
      return { facts: 0, sayings: 0, repeats: 0, reports: 0, problems, logs: this.fleet.logs() };
    }
  }

  private async result(): Promise<ChaosResult> {
    const { seed, seconds, pace = 1 } = this.asked;
    const milliseconds = 1000 * seconds;
    const plan = drawPlan(this.random, milliseconds, pace);
    const factsPerMission = Math.ceil((seconds * factsPerSecond * pace) / missions);
    const facts = sentFactsOf({ seed, missions, factsPerMission });
    await this.begin();
    const sending = new Sender(this.client, this.random).send({ facts, milliseconds });
    await Promise.all([this.disturb(plan), within('sending', milliseconds + quietLimit, sending)]);
    await this.untilQuiet(facts.length);
    await this.turnOnceMore();
    await this.untilQuiet(facts.length);
    const [alerts, reports] = [await this.published('muster.alerts'), await this.published('muster.reports')];
    const { databaseUrl } = this.servers;
    const problems = await judge({ databaseUrl, facts, poison: this.poison, alerts });
    const unverified = await verified(this.fleet.urlOf('gateway')!).then(
      () => [],
      (cause: Error) => [cause.message],
    );
    const rejected = (await this.client.read('muster.rejected')).map(({ value }) => `rejected: ${value?.slice(0, 300)}`);
    const repeats = repeatsIn(readSayings(alerts));
    const isRefilled = plan.some(mayRepeat);
    const repeated = repeats > 0 && !isRefilled ? [`${repeats} sayings were published twice`] : [];
    const gateway = this.fleet.urlOf('gateway')!;
    const parked = this.poison.subject;
    const ofReports = await judgeReports({ databaseUrl, gateway, parked, from: reportsFrom, published: reports, isRefilled });
    return {
      facts: facts.length,
      sayings: alerts.length - repeats,
      repeats,
      reports: new Set(reports.map(({ headers }) => headers['ce_id'])).size,
      problems: [...problems, ...repeated, ...ofReports, ...unverified, ...rejected],
      logs: this.fleet.logs(),
    };
  }

  private async begin(): Promise<void> {
    await this.started.add(() => this.client.close());
    await this.started.add(() => this.fleet.close());
    for (const name of ['ingest', 'ingest', 'assessor', 'assessor', 'reporter', 'reporter', 'gateway'] as const)
      this.fleet.add(name);
    await this.fleet.standing();
    await until('the topics are there', async () => (await this.client.topics()).includes('muster.inbound'));
  }

  /** Each at its time, whether or not those before are over. */
  private async disturb(plan: readonly Planned[]): Promise<void> {
    const began = Date.now();
    const happening: Promise<void>[] = [];
    for (const planned of plan) {
      await pause(Math.max(0, planned.at - (Date.now() - began)));
      this.asked.tell(disturbanceText(planned));
      happening.push(within(disturbanceText(planned), longestDisturbance, this.happen(planned.disturbance)));
    }
    await Promise.all(happening);
  }

  private async happen(disturbance: Disturbance): Promise<void> {
    const { fleet, servers } = this;
    switch (disturbance.what) {
      case 'kill':
        return fleet.end(disturbance.service, disturbance.which, { signal: 'SIGKILL', downFor: disturbance.downFor });
      case 'terminate':
        return fleet.end(disturbance.service, disturbance.which, { signal: 'SIGTERM', downFor: disturbance.downFor });
      case 'pause':
        return fleet.halt(disturbance.service, disturbance.which, disturbance.downFor);
      case 'join':
        return void fleet.add('assessor');
      case 'leave':
        return fleet.leave('assessor');
      case 'stop broker':
        return servers.restartBroker('stop', disturbance.downFor);
      case 'kill broker':
        return servers.restartBroker('kill', disturbance.downFor);
      case 'restart postgres':
        return servers.restartPostgres(disturbance.downFor);
      case 'empty topics':
        return persistently(() => this.emptyTopics());
      case 'poison':
        return persistently(() => plant(servers.databaseUrl, this.poison, firstDay));
      case 'turn the day':
        return this.turn(disturbance.day);
      default:
        return disturbance satisfies never;
    }
  }

  private async turn(day: string): Promise<void> {
    this.fleet.pin(day);
    await persistently(() => turnDay(this.servers.databaseUrl, day));
  }

  /** What came late of months that were reported makes corrigenda now, and each reporter is killed while they are issued. */
  private async turnOnceMore(): Promise<void> {
    await this.turn(lastDay);
    for (const which of [0, 0.5]) {
      await pause(300);
      await this.fleet.end('reporter', which, { signal: 'SIGKILL', downFor: 0 });
    }
  }

  private async emptyTopics(): Promise<void> {
    for (const topic of ['muster.facts', 'muster.alerts', 'muster.reports']) await this.client.emptyTopic(topic);
  }

  /** Every fact recorded, every stream but the parked one assessed, every report issued, every event published. */
  private async untilQuiet(facts: number): Promise<void> {
    await this.fleet.standing();
    const database = await Database.open({ url: this.servers.databaseUrl, poolSize: 3 });
    try {
      await until('all is recorded, assessed, issued and published', () => this.isQuiet(database, facts), quietLimit).catch(
        (cause: Error) => this.asked.tell(`!! ${cause.message}`),
      );
    } finally {
      await database.close();
    }
  }

  private async isQuiet(database: Database, facts: number): Promise<boolean> {
    await pause(200);
    const log = new EventLog(database);
    const head = await log.head();
    const lags = (await new Cursors(database).lags()).filter(({ stream }) => stream !== this.poison.subject);
    const isAssessed = lags.every(({ reader, behind }) => reader !== 'assessor' || behind === 0);
    if ((await factsIn(database)) < facts + 1 || !isAssessed || (await this.reportsWaiting()) !== 0) return false;
    const ingest = this.fleet.urlOf('ingest');
    return ingest !== undefined && (await publishedUpTo(ingest).catch(() => -1)) >= head && (await log.head()) === head;
  }

  /** Missions whose reports the reporter that has the duty has still to look at; undefined where none says so. */
  private async reportsWaiting(): Promise<number | undefined> {
    const told = await Promise.all(this.fleet.urlsOf('reporter').map((url) => reportsWaitingAt(url).catch(() => undefined)));
    return told.find((waiting) => waiting !== undefined);
  }

  /** All that the topic holds, read by somebody who has not read it before. */
  private async published(topic: string) {
    const reader = new TopicClient(this.servers.brokers);
    try {
      const held = await reader.count(topic);
      const messages = await reader.read(topic);
      await until(`${topic} is read`, () => messages.length >= held, quietLimit);
      return messages;
    } finally {
      await reader.close();
    }
  }
}

/** Whoever recorded them: the senders' facts and the poison one, not what Muster records by itself. */
async function factsIn(database: Database): Promise<number> {
  const text = `select count(*)::int as facts from event_log where source not like '/muster/%'`;
  return (await database.pool.query<{ facts: number }>(text)).rows[0]!.facts;
}

async function reportsWaitingAt(url: string): Promise<number | undefined> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const [, waiting] = /^muster_reports_missions\{state="waiting"\} (\d+)$/m.exec(metrics) ?? [];
  return waiting === undefined ? undefined : Number(waiting);
}

/** A topic that was emptied is filled again. */
const mayRepeat = ({ disturbance }: Planned): boolean => disturbance.what === 'empty topics';
