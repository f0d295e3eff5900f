import { setTimeout as pause } from 'node:timers/promises';
import { isSaidStream } from '@muster/event-log';
import { Cursors, Database, EventLog } from '@muster/postgres';
import { groupedBy } from '../../apps/ingest/src/grouped-by.js';
import { generateLog } from '../bench/generate-log.js';
import { seededRandom } from '../bench/seeded-random.js';
import { verified } from '../crash/undisturbed-run.js';
import { publishedUpTo } from '../distributed/published-up-to.js';
import { readSayings, repeatsIn } from '../distributed/said-in-order.js';
import { Started } from '../distributed/started.js';
import { TopicClient } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { disturbanceText, type Disturbance, type Planned } from './disturbance.js';
import { drawPlan } from './draw-plan.js';
import { Fleet } from './fleet.js';
import { judge } from './judge.js';
import { persistently } from './persistently.js';
import { factFromTheFuture } from '../end-to-end/sent-facts.js';
import { plant } from './plant.js';
import { Sender } from './sender.js';
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
  readonly problems: readonly string[];
  /** What each service said. */
  readonly logs: ReadonlyMap<string, string>;
}

const today = '2025-12-31';
const missions = 6;
const factsPerSecond = 25;
const quietLimit = 120_000;
const longestDisturbance = 200_000;

/** Services on real servers while everything happens to them that the plan of the seed holds; judged once all is quiet again. */
export async function chaosRun(asked: ChaosAsked, started = new Started()): Promise<ChaosResult> {
  try {
    return await new ChaosRun(asked, await Servers.start(started), started).result();
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
    this.fleet = new Fleet({ DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers, MUSTER_TODAY: today }, asked.tell);
  }

  async result(): Promise<ChaosResult> {
    const { seed, seconds, pace = 1 } = this.asked;
    const milliseconds = 1000 * seconds;
    const plan = drawPlan(this.random, milliseconds, pace);
    const factsPerMission = Math.ceil((seconds * factsPerSecond * pace) / missions);
    const facts = [...generateLog({ seed, missions, factsPerMission })];
    await this.begin();
    const sending = new Sender(this.client, this.random).send({ facts: interleaved(facts), milliseconds });
    await Promise.all([this.disturb(plan), within('sending', milliseconds + quietLimit, sending)]);
    await this.untilQuiet(facts.length);
    const alerts = await this.alertsPublished();
    const problems = await judge({ databaseUrl: this.servers.databaseUrl, facts, poison: this.poison, alerts });
    const unverified = await verified(this.fleet.urlOf('gateway')!).then(
      () => [],
      (cause: Error) => [cause.message],
    );
    const rejected = (await this.client.read('muster.rejected')).map(({ value }) => `rejected: ${value?.slice(0, 300)}`);
    const repeats = repeatsIn(readSayings(alerts));
    const repeated = repeats > 0 && !plan.some(mayRepeat) ? [`${repeats} sayings were published twice`] : [];
    return {
      facts: facts.length,
      sayings: alerts.length - repeats,
      repeats,
      problems: [...problems, ...repeated, ...unverified, ...rejected],
      logs: this.fleet.logs(),
    };
  }

  private async begin(): Promise<void> {
    await this.started.add(() => this.client.close());
    await this.started.add(() => this.fleet.close());
    for (const name of ['ingest', 'ingest', 'assessor', 'assessor', 'gateway'] as const) this.fleet.add(name);
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
        return persistently(() => plant(servers.databaseUrl, this.poison, today));
      default:
        return disturbance satisfies never;
    }
  }

  private async emptyTopics(): Promise<void> {
    await this.client.emptyTopic('muster.facts');
    await this.client.emptyTopic('muster.alerts');
  }

  /** Every fact recorded, every stream but the parked one assessed, every event published. */
  private async untilQuiet(facts: number): Promise<void> {
    await this.fleet.standing();
    const database = await Database.open({ url: this.servers.databaseUrl, poolSize: 3 });
    try {
      const [log, cursors] = [new EventLog(database), new Cursors(database)];
      await until('all is recorded, assessed and published', () => this.isQuiet(log, cursors, facts), quietLimit).catch(
        (cause: Error) => this.asked.tell(`!! ${cause.message}`),
      );
    } finally {
      await database.close();
    }
  }

  private async isQuiet(log: EventLog, cursors: Cursors, facts: number): Promise<boolean> {
    await pause(200);
    const head = await log.head();
    const lags = (await cursors.lags()).filter(({ reader, stream }) => reader === 'assessor' && stream !== this.poison.subject);
    // Sayings are no facts: each stream of a mission is counted, with the day and the policy that it begins with.
    const recorded = (await log.streams()).filter(({ stream }) => !isSaidStream(stream));
    const count = recorded.reduce((sum, { sequence }) => sum + sequence, 0);
    if (count < facts + 2 * missions + 1 || lags.some(({ behind }) => behind > 0)) return false;
    const ingest = this.fleet.urlOf('ingest');
    return ingest !== undefined && (await publishedUpTo(ingest).catch(() => -1)) >= head && (await log.head()) === head;
  }

  /** All that the topic holds, read by somebody who has not read it before. */
  private async alertsPublished() {
    const reader = new TopicClient(this.servers.brokers);
    try {
      const held = await reader.count('muster.alerts');
      const alerts = await reader.read('muster.alerts');
      await until('the topic is read', () => alerts.length >= held, quietLimit);
      return alerts;
    } finally {
      await reader.close();
    }
  }
}

/** A topic that was emptied is filled again. */
const mayRepeat = ({ disturbance }: Planned): boolean => disturbance.what === 'empty topics';

/** The missions' facts side by side, each mission's in its order. */
function interleaved<Fact extends { readonly subject: string }>(facts: readonly Fact[]): Fact[] {
  const lists = [...groupedBy(facts, ({ subject }) => subject).values()];
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}
