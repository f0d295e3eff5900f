import { Database, EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';

/** As the clock of an ingest does at midnight. */
export async function turnDay(databaseUrl: string, day: string): Promise<void> {
  const database = await Database.open({ url: databaseUrl, poolSize: 3 });
  try {
    await new EventLog(database).turnDay(day, CurrentPolicy.load(undefined));
  } finally {
    await database.close();
  }
}
