import { canonicalJson, sha256, type CloudEvent } from '@muster/contracts';
import { policyV1 } from '@muster/force-generation';
import { Database, EventLog, type AppendedAt } from '@muster/postgres';
import { Client } from 'pg';
import { startFastKafka, stopKafka, whyNoBroker } from '../servers/kafka.js';
import { startPostgres, type TestDatabase, type TestPostgres } from '../servers/postgres.js';
import { generateLog } from './generate-log.js';

/** The day on which all benchmarks play: at the end of the generated facts, and after the published returns. */
export const benchToday = '2025-09-30';

export const recordedAt: AppendedAt = { today: benchToday, policy: { hash: sha256(canonicalJson(policyV1)), table: policyV1 } };

const factsOfMission = 25_000;
const partSize = 5_000;

export const missionsFor = (facts: number): number => Math.max(1, Math.round(facts / factsOfMission));

/** One PostgreSQL and one Kafka for all benchmarks, with generated logs that are recorded once and copied for each run. */
export class Stage {
  private readonly logs = new Map<string, TestDatabase>();
  private copies = 0;

  private constructor(private readonly postgres: TestPostgres) {}

  static async open(): Promise<Stage> {
    return new Stage(await startPostgres());
  }

  emptyDatabase(): Promise<TestDatabase> {
    return this.postgres.freshDatabase();
  }

  /** A database of its own with so many missions of so many facts each, not assessed yet. */
  async generatedLog(missions: number, factsPerMission: number): Promise<TestDatabase> {
    const name = `${missions} x ${factsPerMission}`;
    const recorded = this.logs.get(name) ?? (await this.record(generateLog({ seed: 1, missions, factsPerMission })));
    this.logs.set(name, recorded);
    return this.copyOf(recorded);
  }

  async drop({ url, superuserUrl }: TestDatabase): Promise<void> {
    await this.command(superuserUrl, `drop database "${nameOf(url)}" with (force)`);
  }

  /** Brokers, as KAFKA_BROKERS has them: one broker for all benchmarks; or why none can be had. */
  async kafka(): Promise<{ readonly brokers: string } | { readonly missing: string }> {
    const missing = whyNoBroker();
    return missing === undefined ? { brokers: await startFastKafka() } : { missing: `no Kafka: ${missing}` };
  }

  async close(): Promise<void> {
    await Promise.all([this.postgres.stop(), stopKafka()]);
  }

  private async record(events: Iterable<CloudEvent>): Promise<TestDatabase> {
    const database = await this.emptyDatabase();
    const open = await Database.open({ url: database.url });
    const log = new EventLog(open);
    let part: CloudEvent[] = [];
    for (const event of events) {
      if (part.push(event) < partSize) continue;
      await log.append(part, recordedAt);
      part = [];
    }
    await log.append(part, recordedAt);
    await open.pool.query('vacuum analyze');
    await open.close();
    return database;
  }

  private async copyOf({ url, superuserUrl }: TestDatabase): Promise<TestDatabase> {
    const name = `${nameOf(url)}_${(this.copies += 1)}`;
    const owner = new URL(url).username;
    await this.command(superuserUrl, `create database "${name}" template "${nameOf(url)}" owner ${owner}`);
    return { url: inDatabase(url, name), superuserUrl: inDatabase(superuserUrl, name) };
  }

  /** From a database that nobody copies or drops. */
  private async command(superuserUrl: string, statement: string): Promise<void> {
    const client = new Client({ connectionString: inDatabase(superuserUrl, 'postgres') });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
