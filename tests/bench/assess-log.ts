import { Cursors, Database, EventLog, PostgresFeed } from '@muster/postgres';
import { Client } from 'pg';
import { Assessor } from '../../apps/assessor/src/assessor.js';
import { timed } from './timed.js';
import { untilAssessed } from './until-assessed.js';

export interface AssessedLog {
  readonly seconds: number;
  /** Until then the missions stay in memory. */
  stop(): Promise<void>;
}

/** Runs the assessor on a log until everything that follows from it is said. */
export async function assessLog(url: string): Promise<AssessedLog> {
  const database = await Database.open({ url });
  const observer = new Client({ connectionString: url });
  await observer.connect();
  const assessor = new Assessor(new PostgresFeed(database), new EventLog(database), new Cursors(database));
  const seconds = await timed(async () => {
    await assessor.onApplicationBootstrap();
    await untilAssessed(observer);
  });
  await observer.end();
  return {
    seconds,
    stop: async () => {
      await assessor.onModuleDestroy();
      await database.close();
    },
  };
}
