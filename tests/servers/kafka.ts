import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { java, startBroker, type Broker } from './kafka/broker.js';
import { kafkaClassPath } from './kafka/class-path.js';

let starting: Promise<Broker> | undefined;
let folder: string | undefined;

const given = (): string | undefined => process.env['KAFKA_BROKERS'];

/** Why no broker can be had here; undefined where one can. Asked once: Maven may have to fetch the broker first. */
export function whyNoBroker(): string | undefined {
  if (given() !== undefined) return undefined;
  try {
    kafkaClassPath();
    return undefined;
  } catch (cause) {
    return (cause as Error).message.split('\n')[0];
  }
}

/** Tests that need a broker: of KAFKA_BROKERS where that is set, else Apache Kafka under Java, else skipped, which is told. */
export function describeOnKafka(name: string, body: () => void): void {
  const reason = whyNoBroker();
  if (reason === undefined) return describe(name, body);
  process.stderr.write(`\n!! NO KAFKA: ${reason}. "${name}" IS SKIPPED. Set KAFKA_BROKERS, or install Java 17 and Maven.\n`);
  describe.skip(name, body);
}

/** Brokers as KAFKA_BROKERS has them; one broker for each test file, started by the first who asks and stopped when it is done. */
export async function startKafka(): Promise<string> {
  return given() ?? (await ownBroker()).address;
}

/** The same, to be measured. */
export async function startFastKafka(): Promise<string> {
  return given() ?? (await ownBroker(java.fastest)).address;
}

/** The broker of this test file, for tests that stop or kill it; undefined where the cluster is somebody else's. */
export async function brokerOfOurs(): Promise<Broker | undefined> {
  return given() === undefined ? ownBroker() : undefined;
}

/** Starts it again on the same folder and port: the same cluster. */
export async function restartBroker(stopped: Broker): Promise<Broker> {
  starting = startBroker(folder ?? '', stopped.port);
  return starting;
}

function ownBroker(how: readonly string[] = java.soonReady): Promise<Broker> {
  folder ??= mkdtempSync(join(tmpdir(), 'muster-kafka-'));
  starting ??= startBroker(folder, 0, how);
  return starting;
}

/** Ends the broker of this process, where it has started one. */
export async function stopKafka(): Promise<void> {
  await (await starting?.catch(() => undefined))?.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

// A benchmark imports this file too, and stops its broker itself.
if (typeof afterAll === 'function') afterAll(stopKafka);
