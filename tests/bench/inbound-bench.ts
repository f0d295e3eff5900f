import { Kafka, logLevel, type Consumer, type EachMessagePayload, type Producer } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { inboundMessage } from '../distributed/inbound-message.js';
import { ServiceProcess } from '../distributed/service-process.js';
import { until } from '../servers/until.js';
import { benchAlert, benchMission, recordShortUnit, strengthReported } from './bench-unit.js';
import type { Bench } from './bench.js';
import { latencyRows, skippedLatencyRows, type Latencies, type RowHead } from './row.js';
import { benchToday, type Stage } from './stage.js';
import { timed } from './timed.js';

/** Calls of one run; an alert that takes its time is not waited for. */
const most = { calls: 100, seconds: 10 };

const head: RowHead = {
  name: 'inbound',
  what: 'inbound message → alert on `muster.alerts`',
  limit: 'bare produce → consume',
  size: 'a mission of 40 facts',
  goal: { atMost: 5 },
};

/** From a fact that another system sends to the alert that a third one reads, against a message that the one sends the other. */
export const inboundBench: Bench = {
  name: 'inbound',
  measure: async (stage, { runs }) => {
    const kafka = await stage.kafka();
    if ('missing' in kafka) return skippedLatencyRows(head, kafka.missing);
    return latencyRows(head, await runsOf(stage, kafka.brokers, runs));
  },
};

async function runsOf(stage: Stage, brokers: string, runs: number): Promise<Latencies[]> {
  const database = await stage.generatedLog(1, 40);
  await recordShortUnit(database.url);
  const other = await OtherSystems.on(brokers);
  const variables = { DATABASE_URL: database.url, KAFKA_BROKERS: brokers, MUSTER_TODAY: benchToday };
  const services = [ServiceProcess.begin('ingest', variables), ServiceProcess.begin('assessor', variables)];
  try {
    await Promise.all(services.map((service) => service.listening()));
    await other.listen();
    const latencies: Latencies[] = [];
    // The first is the warm-up.
    for (let run = 0; run <= runs; run += 1) latencies.push(await oneRun(other));
    return latencies.slice(1);
  } finally {
    await Promise.all(services.map((service) => service.end('SIGTERM')));
    await other.leave();
    await stage.drop(database);
  }
}

async function oneRun(other: OtherSystems): Promise<Latencies> {
  const subject: number[] = [];
  const limit: number[] = [];
  for (const end = performance.now() + 1_000 * most.seconds; subject.length < most.calls && performance.now() < end;) {
    subject.push(1_000 * (await timed(() => other.sendAndRead('muster.inbound', 'muster.alerts'))));
    limit.push(1_000 * (await timed(() => other.sendAndRead(bare, bare))));
  }
  return { subject, limit };
}

const bare = `bench-${randomUUID()}`;

/** A system that sends and one that reads: what they send each other has no service between. */
class OtherSystems {
  private awaited: { readonly topic: string; readonly seen: () => void } | undefined;

  private constructor(
    private readonly kafka: Kafka,
    private readonly producer: Producer,
    private readonly consumers: readonly Consumer[],
  ) {}

  /** Topics of another log are not deleted for a benchmark: they may be somebody's. */
  static async on(brokers: string): Promise<OtherSystems> {
    const kafka = new Kafka({ clientId: 'another system', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
    const consumer = () => kafka.consumer({ groupId: `bench-${randomUUID()}` });
    const other = new OtherSystems(kafka, kafka.producer({ allowAutoTopicCreation: false }), [consumer(), consumer()]);
    const used = await other.musterTopics();
    if (used.length > 0) throw new Error(`${brokers} has ${used.join(', ')} of another log: use another broker`);
    return other;
  }

  /** Resolves when what is sent from now on is read. */
  async listen(): Promise<void> {
    await until('the topics are there', async () => (await this.musterTopics()).includes('muster.alerts'));
    await this.ask((admin) => admin.createTopics({ topics: [{ topic: bare, numPartitions: 12 }], waitForLeaders: false }));
    const isThere = (): Promise<boolean> =>
      this.ask((admin) => admin.fetchTopicOffsets(bare)).then(
        () => true,
        () => false,
      );
    await until('the bare topic is there', isThere);
    await this.producer.connect();
    for (const [index, topic] of ['muster.alerts', bare].entries()) {
      const consumer = this.consumers[index]!;
      const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
      await consumer.connect();
      await consumer.subscribe({ topic });
      await consumer.run({ eachMessage: async (payload) => this.take(payload) });
      await joined;
    }
  }

  /** Resolves when what was sent, or the alert that it caused, has been read. */
  async sendAndRead(topic: string, readFrom: string): Promise<void> {
    const seen = new Promise<void>((resolve) => (this.awaited = { topic: readFrom, seen: resolve }));
    await Promise.all([this.producer.send({ topic, messages: [inboundMessage(strengthReported())] }), seen]);
  }

  async leave(): Promise<void> {
    await Promise.all([this.producer, ...this.consumers].map((client) => client.disconnect()));
    const topics = [...(await this.musterTopics()), bare];
    await this.ask((admin) => admin.deleteTopics({ topics }));
  }

  private take({ topic, message: { value } }: EachMessagePayload): void {
    if (topic !== this.awaited?.topic) return;
    const { key } = JSON.parse(value?.toString() ?? '') as { key?: string };
    if (topic !== bare && key !== `${benchMission}/${benchAlert}`) return;
    this.awaited.seen();
    this.awaited = undefined;
  }

  private async musterTopics(): Promise<string[]> {
    return (await this.ask((admin) => admin.listTopics())).filter((topic) => topic.startsWith('muster.'));
  }

  private async ask<T>(question: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    return question(admin).finally(() => admin.disconnect());
  }
}
