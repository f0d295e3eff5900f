import type { CloudEvent } from '@muster/contracts';
import { Database, EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';

/** A fact as a newer build would record it: no door of this one takes it, and no reader can fold it. */
export const poisonFor = (mission: string): CloudEvent => ({
  source: 'urn:muster:newer',
  id: 'from the future',
  type: 'muster.StrengthReturned',
  subject: mission,
  data: { on: '2015-04-30', detail: 'byAge' },
  attributes: { dataschema: '/schemas/StrengthReturned/2' },
});

export async function plant(databaseUrl: string, poison: CloudEvent, today: string): Promise<void> {
  const database = await Database.open({ url: databaseUrl, poolSize: 3 });
  try {
    await new EventLog(database).append([poison], { today, policy: CurrentPolicy.load(undefined) });
  } finally {
    await database.close();
  }
}
