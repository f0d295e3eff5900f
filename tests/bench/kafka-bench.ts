import { Client } from 'pg';
import type { Bench } from './bench.js';
import { kafkaAssessor } from './kafka-assessor.js';
import { parsedByABareConsumer } from './parsed-by-a-bare-consumer.js';
import { PublishedLog } from './published-log.js';
import { rowOf, skippedRow, type Pair, type RowHead } from './row.js';
import { missionsFor, type Stage } from './stage.js';
import { timed } from './timed.js';
import { untilAssessed } from './until-assessed.js';

const factsPerMission = 25_000;

/** From the messages of a topic to durable sayings, against a consumer that parses their JSON and does nothing else. */
export const kafkaBench: Bench = {
  name: 'kafka',
  measure: async (stage, { runs, facts }) => {
    const head: RowHead = {
      name: 'kafka',
      what: 'Kafka → assessed and durable',
      limit: 'a bare kafkajs `eachBatch` + `JSON.parse` on the same topic',
      size: `${facts.toLocaleString('en')} facts`,
      goal: { atLeast: 0.6 },
    };
    const kafka = await stage.kafka();
    if ('missing' in kafka) return [skippedRow(head, kafka.missing)];
    const log = await PublishedLog.publish(stage, kafka.brokers, { missions: missionsFor(facts), factsPerMission });
    const pairs: Pair[] = [];
    // The first is the warm-up.
    for (let run = 0; run <= runs; run += 1) pairs.push(await assessedAndParsed(stage, log));
    await log.remove();
    const perSecond = pairs.slice(1).map(({ subject, limit }) => ({ subject: facts / subject, limit: facts / limit }));
    return [rowOf(head, 'facts/s', perSecond)];
  },
};

async function assessedAndParsed(stage: Stage, log: PublishedLog): Promise<Pair> {
  const database = await log.copy();
  try {
    const limit = await parsedByABareConsumer(log);
    const subject = await assessed(log, database.url);
    return { subject, limit: (limit + (await parsedByABareConsumer(log))) / 2 };
  } finally {
    await stage.drop(database);
  }
}

/** Seconds, once the group has dealt out the partitions. */
async function assessed(log: PublishedLog, url: string): Promise<number> {
  await log.forgetOffsets('assessor');
  const assessor = await kafkaAssessor(url, log.brokers, log.prefix);
  const observer = new Client({ connectionString: url });
  await observer.connect();
  await assessor.start();
  const seconds = await timed(() => untilAssessed(observer));
  await assessor.stop();
  await observer.end();
  return seconds;
}
