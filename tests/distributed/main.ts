import { parseArgs } from 'node:util';
import { CannotStart, Config } from '@muster/runtime';
import { distributedDemo } from './distributed-demo.js';
import { Started } from './started.js';

// Shows a case on services that are processes of their own, with PostgreSQL and Kafka that it brings where none are given.
const { values } = parseArgs({ options: { case: { type: 'string', default: 'minusma' } } });

const started = new Started();
/** Beside the one line that it is asked for. */
const tell = (step: string): void => console.error(`${step} …`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void started.end().then(() => process.exit(0)));

try {
  const { gateway, brokers, databaseUrl } = await distributedDemo(values.case, Config.fromEnvironment(), started, tell);
  console.log(`gateway ${gateway} kafka ${brokers} postgres ${databaseUrl}`);
} catch (cause) {
  if (!started.isEnding) {
    console.error(cause instanceof CannotStart ? cause.message : cause);
    await started.end();
    process.exit(1);
  }
}
