import { randomUUID } from 'node:crypto';
import { KafkaLink, Relay, WireSigns } from '@muster/kafka';
import { Database, RelayPosition, WireLog } from '@muster/postgres';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestDatabase } from '../servers/postgres.js';
import type { Stage } from './stage.js';

export interface LogSize {
  readonly missions: number;
  readonly factsPerMission: number;
}

/** A generated log, and topics of its own on which all of it has been published. */
export class PublishedLog {
  private constructor(
    private readonly stage: Stage,
    private readonly size: LogSize,
    readonly brokers: string,
    readonly prefix: string,
  ) {}

  static async publish(stage: Stage, brokers: string, size: LogSize): Promise<PublishedLog> {
    const published = new PublishedLog(stage, size, brokers, `bench-${randomUUID()}`);
    const copy = await published.copy();
    await relayed(copy.url, published.link());
    await stage.drop(copy);
    return published;
  }

  link(): KafkaLink {
    return new KafkaLink({ brokers: this.brokers.split(','), prefix: this.prefix });
  }

  /** The log as it was recorded, not assessed yet; the topics hold what it holds. */
  copy(): Promise<TestDatabase> {
    return this.stage.generatedLog(this.size.missions, this.size.factsPerMission);
  }

  /** The next of a reader's group begins with the first message again. */
  async forgetOffsets(reader: string): Promise<void> {
    const link = this.link();
    const group = link.groupOf(reader);
    await link.ask(async (admin) => {
      const { groups } = await admin.listGroups();
      if (groups.some(({ groupId }) => groupId === group)) await admin.deleteGroups([group]);
    });
  }

  async remove(): Promise<void> {
    await this.link().ask(async (admin) => {
      const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(this.prefix));
      await admin.deleteTopics({ topics });
    });
  }
}

async function relayed(url: string, link: KafkaLink): Promise<void> {
  const database = await Database.open({ url });
  const [log, signs, over] = [new WireLog(database), new WireSigns(), new AbortController()];
  const relay = new Relay({ link, log, position: new RelayPosition(database), signs });
  const head = await log.head();
  const news = (milliseconds: number): Promise<void> => pause(Math.min(20, milliseconds));
  const running = relay.run({ over: over.signal, news, confirm: async () => undefined });
  while ((signs.relayPosition ?? 0) < head) await Promise.race([pause(20), running]);
  over.abort();
  await running;
  await database.close();
}
