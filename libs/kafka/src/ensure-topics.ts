import { Logger } from '@nestjs/common';
import type { KafkaLink } from './kafka-link.js';
import { topicConfigs } from './topic-configs.js';

const logger = new Logger('topics');

/** Creates the topics that are missing, where the broker lets us; where it does not, an operator has to. */
export async function ensureTopics(link: KafkaLink): Promise<void> {
  await link.ask(async (admin) => {
    const known = new Set(await admin.listTopics());
    const missing = topicConfigs(link.topics, link.partitions).filter(({ topic }) => !known.has(topic));
    if (missing.length === 0) return;
    try {
      await admin.createTopics({ topics: missing, waitForLeaders: true });
    } catch (cause) {
      if (!isRefused(cause)) throw cause;
      const names = missing.map(({ topic }) => topic);
      logger.warn({ msg: 'the broker lets this process create no topics; create them yourself', topics: names, err: cause });
    }
  });
}

const refusals = /AUTHORIZATION_FAILED|POLICY_VIOLATION/;

const isRefused = (cause: unknown): boolean => {
  const { type, errors = [] } = cause as { type?: string; errors?: readonly { type?: string }[] };
  return [type, ...errors.map((error) => error.type)].some((name) => name !== undefined && refusals.test(name));
};
