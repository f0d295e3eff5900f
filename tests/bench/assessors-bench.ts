import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { Bench } from './bench.js';
import { parsedByABareConsumer } from './parsed-by-a-bare-consumer.js';
import { PublishedLog } from './published-log.js';
import { rowOf, skippedRow, type Pair, type RowHead } from './row.js';
import type { Stage } from './stage.js';
import { timed } from './timed.js';
import { untilAssessed } from './until-assessed.js';

const missions = 40;
const counts = [1, 2, 4];

/** How much faster more assessors are: each a process of its own, all on one PostgreSQL and one broker. */
export const assessorsBench: Bench = {
  name: 'assessors',
  measure: async (stage, { runs, facts }) => {
    const heads = counts.map((count) => headOf(count, facts));
    const kafka = await stage.kafka();
    if ('missing' in kafka) return heads.map((head) => skippedRow(head, kafka.missing));
    const size = { missions, factsPerMission: Math.round(facts / missions) };
    const log = await PublishedLog.publish(stage, kafka.brokers, size);
    const pairs = counts.map((): Pair[] => []);
    for (let run = 0; run < runs; run += 1) {
      const limit = facts / (await parsedByABareConsumer(log));
      for (const [index, count] of counts.entries())
        pairs[index]!.push({ subject: facts / (await assessedBy(count, stage, log)), limit });
    }
    await log.remove();
    return heads.map((head, index) => rowOf(head, 'facts/s', pairs[index]!));
  },
};

const headOf = (count: number, facts: number): RowHead => ({
  name: `assessors-${count}`,
  what: `Kafka → assessed and durable, ${count} assessor${count === 1 ? '' : 's'}`,
  limit: 'one bare kafkajs `eachBatch` + `JSON.parse` on the same topic',
  size: `${facts.toLocaleString('en')} facts in ${missions} missions`,
});

/** Seconds, from when all are told to start; what it takes them to deal out the partitions is in it. */
async function assessedBy(count: number, stage: Stage, log: PublishedLog): Promise<number> {
  const database = await log.copy();
  await log.forgetOffsets('assessor');
  const observer = new Client({ connectionString: database.url });
  await observer.connect();
  const assessors = await Promise.all(Array.from({ length: count }, () => ready(database.url, log)));
  try {
    return await timed(async () => {
      for (const assessor of assessors) assessor.send('start');
      await untilAssessed(observer);
    });
  } finally {
    await observer.end();
    await Promise.all(assessors.map(ended));
    await stage.drop(database);
  }
}

async function ready(url: string, { brokers, prefix }: PublishedLog): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('./kafka-assessor-process.js', import.meta.url));
  const child = fork(program, [url, brokers, prefix], { execArgv: [] });
  await Promise.race([once(child, 'message'), once(child, 'exit').then(notReady)]);
  return child;
}

async function ended(assessor: ChildProcess): Promise<void> {
  const exited = once(assessor, 'exit');
  assessor.send('stop');
  await exited;
}

function notReady(): never {
  throw new Error('an assessor ended before it was ready');
}
