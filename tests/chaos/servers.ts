import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@muster/postgres';
import { startBroker, type Broker } from '../servers/kafka/broker.js';
import { folderFor } from '../distributed/own-servers.js';
import type { Started } from '../distributed/started.js';

/** A PostgreSQL and a Kafka that go away and come back where they were. */
export class Servers {
  /** One thing at a time is done to each. */
  private atBroker: Promise<void> = Promise.resolve();
  private atPostgres: Promise<void> = Promise.resolve();

  private constructor(
    private readonly folders: { readonly postgres: string; readonly kafka: string },
    private postgres: EmbeddedPostgres,
    private broker: Broker,
  ) {}

  static async start(started: Started): Promise<Servers> {
    const folders = { postgres: await folderFor('postgres', started), kafka: await folderFor('kafka', started) };
    const [postgres, broker] = await Promise.all([
      startEmbeddedPostgres({ dir: folders.postgres, access: 'trust' }),
      startBroker(folders.kafka),
    ]);
    const servers = new Servers(folders, postgres, broker);
    await started.add(() => Promise.all([servers.postgres.stop(), servers.broker.stop()]));
    return servers;
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  get brokers(): string {
    return this.broker.address;
  }

  restartBroker(how: 'stop' | 'kill', downFor: number): Promise<void> {
    return (this.atBroker = this.atBroker.then(async () => {
      const { port } = this.broker;
      await this.broker[how]();
      await pause(downFor);
      this.broker = await startBroker(this.folders.kafka, port);
    }));
  }

  restartPostgres(downFor: number): Promise<void> {
    return (this.atPostgres = this.atPostgres.then(async () => {
      const { port } = this.postgres;
      await this.postgres.stop();
      await pause(downFor);
      this.postgres = await startEmbeddedPostgres({ dir: this.folders.postgres, port, access: 'trust' });
    }));
  }
}
