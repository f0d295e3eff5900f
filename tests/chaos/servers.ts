import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@muster/postgres';
import { startBroker, type Broker } from '../servers/kafka/broker.js';
import { folderFor } from '../distributed/own-servers.js';
import type { Started } from '../distributed/started.js';

/** A PostgreSQL and a Kafka that go away and come back where they were. */
export class Servers {
  /** One thing at a time is done to each: what is to be done to it meanwhile is passed over, or it would hardly ever be there. */
  private atBroker: Promise<void> | undefined;
  private atPostgres: Promise<void> | undefined;

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
    await started.add(() => servers.stop());
    return servers;
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  get brokers(): string {
    return this.broker.address;
  }

  restartBroker(how: 'stop' | 'kill', downFor: number): Promise<void> {
    return (this.atBroker ??= this.broughtBackBroker(how, downFor).finally(() => (this.atBroker = undefined)));
  }

  restartPostgres(downFor: number): Promise<void> {
    return (this.atPostgres ??= this.broughtBackPostgres(downFor).finally(() => (this.atPostgres = undefined)));
  }

  private async broughtBackBroker(how: 'stop' | 'kill', downFor: number): Promise<void> {
    const { port } = this.broker;
    await this.broker[how]();
    await pause(downFor);
    this.broker = await startBroker(this.folders.kafka, port);
  }

  private async broughtBackPostgres(downFor: number): Promise<void> {
    const { port } = this.postgres;
    await this.postgres.stop();
    await pause(downFor);
    this.postgres = await startEmbeddedPostgres({ dir: this.folders.postgres, port, access: 'trust' });
  }

  /** Also what is just coming back. */
  private async stop(): Promise<void> {
    await Promise.allSettled([this.atBroker, this.atPostgres]);
    await Promise.all([this.postgres.stop(), this.broker.stop()]);
  }
}
