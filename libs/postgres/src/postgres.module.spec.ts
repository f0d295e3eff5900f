import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { at, unitStrength } from '../../../tests/servers/events.js';
import { freshDatabase } from '../../../tests/servers/postgres.js';
import { Cursors, EventLog, PostgresFeed, PostgresModule } from './index.js';

@Injectable()
class Service {
  constructor(
    readonly log: EventLog,
    readonly cursors: Cursors,
    readonly feed: PostgresFeed,
  ) {}
}

@Module({ providers: [Service] })
class ServiceModule {}

const open = async (useFactory: () => { databaseUrl: string } | { dataDir: string }) => {
  const imports = [PostgresModule.forRootAsync({ useFactory }), ServiceModule];
  return (await Test.createTestingModule({ imports }).compile()).init();
};

it('gives every module the log, its cursors and its feed on a server that is there', async () => {
  const { url } = await freshDatabase();
  const app = await open(() => ({ databaseUrl: url }));
  const { log, feed, cursors } = app.get(Service, { strict: false });
  const arrived = new Promise<number>((resolve) => {
    void feed.subscribe({ reader: 'reader', streams: 'facts', from: 'cursor' }, async ({ stream, events }) => {
      await cursors.once('reader', stream, events, async () => undefined);
      resolve(events.length);
    });
  });
  await log.append([unitStrength('MINUSMA', 1)], at);
  expect(await arrived).toBe(3);
  await app.close();
});

it('brings a server of its own in a data folder, and finds its log there again', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'muster-module-'));
  for (const head of [3, 4]) {
    const app = await open(() => ({ dataDir: dir }));
    const log = app.get(EventLog, { strict: false });
    await log.append([unitStrength('MINUSMA', head)], at);
    expect(await log.head()).toBe(head);
    await app.close();
  }
  rmSync(dir, { recursive: true });
});
