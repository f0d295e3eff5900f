import { Kafka, logLevel } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import type { PublishedLog } from './published-log.js';
import { timed } from './timed.js';

/** Seconds that kafkajs takes for the facts of a log and their JSON, once the group has dealt out the partitions. */
export async function parsedByABareConsumer({ brokers, prefix }: PublishedLog): Promise<number> {
  const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const [topic, groupId] = [`${prefix}.facts`, `bare-${randomUUID()}`];
  const [admin, consumer] = [kafka.admin(), kafka.consumer({ groupId })];
  await Promise.all([admin.connect(), consumer.connect()]);
  const held = (await admin.fetchTopicOffsets(topic)).reduce((sum, { high }) => sum + Number(high), 0);
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  let parsed = 0;
  await consumer.subscribe({ topic, fromBeginning: true });
  const all = new Promise<void>((resolve, reject) => {
    const eachBatch: Parameters<typeof consumer.run>[0] = {
      eachBatch: async ({ batch: { messages } }) => {
        for (const { value } of messages) if (JSON.parse(value?.toString() ?? '') !== undefined) parsed += 1;
        if (parsed >= held) resolve();
      },
    };
    consumer.run(eachBatch).catch(reject);
  });
  await joined;
  const seconds = await timed(() => all);
  await consumer.disconnect();
  await admin.deleteGroups([groupId]);
  await admin.disconnect();
  return seconds;
}
