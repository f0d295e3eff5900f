import { KafkaFeed, KafkaLink } from '@muster/kafka';
import { Cursors, Database, EventLog, WireLog } from '@muster/postgres';
import { Assessor } from '../../apps/assessor/src/assessor.js';

export interface KafkaAssessor {
  /** Resolves when the group has dealt out the partitions, from where on it assesses. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const fail = (cause: Error): never => {
  throw cause;
};

/** An assessor on topics of a benchmark; nothing else of a service runs beside it. */
export async function kafkaAssessor(url: string, brokers: string, prefix: string): Promise<KafkaAssessor> {
  const database = await Database.open({ url });
  const link = new KafkaLink({ brokers: brokers.split(','), prefix });
  const feed = new KafkaFeed({ link, log: new WireLog(database), onFatal: fail });
  const assessor = new Assessor(feed, new EventLog(database), new Cursors(database));
  return {
    start: () => assessor.onApplicationBootstrap(),
    stop: async () => {
      await assessor.onModuleDestroy();
      await database.close();
    },
  };
}
