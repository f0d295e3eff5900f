import { startKafka } from '../servers/kafka.js';
import { freshDatabase } from '../servers/postgres.js';
import { TopicClient } from '../servers/topic-client.js';
import { ServiceProcess, type ServiceName } from './service-process.js';

/** Services as processes of their own on one log and one broker. */
export interface Landscape {
  readonly databaseUrl: string;
  readonly brokers: string;
  readonly client: TopicClient;
  start(name: ServiceName): Promise<ServiceProcess>;
  close(): Promise<void>;
}

export const pinnedDay = '2018-05-08';

/** On an empty log and an empty broker: what other tests have left on the topics of another log is deleted. */
export async function openLandscape(): Promise<Landscape> {
  const brokers = await startKafka();
  const { url: databaseUrl } = await freshDatabase();
  const client = new TopicClient(brokers);
  const left = (await client.topics()).filter((topic) => topic.startsWith('muster.'));
  if (left.length > 0) await client.deleteTopics(...left);
  const running: ServiceProcess[] = [];
  return {
    databaseUrl,
    brokers,
    client,
    start: async (name) => {
      const service = await ServiceProcess.start(name, {
        DATABASE_URL: databaseUrl,
        KAFKA_BROKERS: brokers,
        MUSTER_TODAY: pinnedDay,
      });
      running.push(service);
      return service;
    },
    close: async () => {
      await Promise.all(running.map((service) => service.end('SIGTERM')));
      await client.close();
    },
  };
}
