import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@muster/postgres';
import { startBroker } from '../servers/kafka/broker.js';
import type { Started } from './started.js';

/** A folder that is gone in the end. PostgreSQL may run as somebody else than us, and wants one to itself. */
export async function folderFor(what: string, started: Started): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), `muster-${what}-`));
  await started.add(async () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The address of an empty PostgreSQL of our own. */
export async function ownPostgres(started: Started): Promise<string> {
  const server = await startEmbeddedPostgres({ dir: await folderFor('postgres', started), access: 'trust' });
  await started.add(() => server.stop());
  return server.url;
}

/** The address of an empty Kafka of our own. */
export async function ownBroker(started: Started): Promise<string> {
  const broker = await startBroker(await folderFor('kafka', started));
  await started.add(() => broker.stop());
  return broker.address;
}
