import type { CloudEvent } from '@muster/contracts';
import { Database, EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';

export async function plant(databaseUrl: string, poison: CloudEvent, today: string): Promise<void> {
  const database = await Database.open({ url: databaseUrl, poolSize: 3 });
  try {
    await new EventLog(database).append([poison], { today, policy: CurrentPolicy.load(undefined) });
  } finally {
    await database.close();
  }
}
