import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brokerProperties } from './broker-properties.js';
import { kafkaClassPath, kafkaFolder, kafkaVersion } from './class-path.js';
import { isReady } from './is-ready.js';

export interface Broker {
  /** `host:port`, as KAFKA_BROKERS has it. */
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const patience = 120_000;
const heap = '512m';

/** How Java runs the broker: ready with half the work, for tests, which start many; or as fast as it gets, to be measured. */
export const java = { soonReady: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData'], fastest: [] } as const;

/** A real Apache Kafka on loopback. The same folder and port again continue the same cluster, after a stop as after a kill. */
export async function startBroker(dir: string, wantedPort = 0, how: readonly string[] = java.soonReady): Promise<Broker> {
  const [port, controllerPort] = await freePorts(wantedPort);
  const config = configured(dir, { port, controllerPort });
  const log = join(dir, 'kafka.log');
  const out = openSync(log, 'a');
  const child = spawn('java', [`-Xms${heap}`, `-Xmx${heap}`, ...how, ...javaOptions(), 'kafka.Kafka', config], {
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  const end = endingOf(child);
  for (const late = Date.now() + patience; !(await isReady(port)); await pause(25)) {
    if (hasEnded(child) || Date.now() > late) {
      await end('SIGKILL');
      throw new Error(`Kafka ${kafkaVersion} did not start; ${log} ends:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
    }
  }
  const address = `127.0.0.1:${port}`;
  return { address, port, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

const javaOptions = (): string[] => [
  `-Dlog4j2.configurationFile=${join(kafkaFolder(), 'log4j2.properties')}`,
  '-cp',
  kafkaClassPath(),
];

/** The file of the broker's properties, in a folder that is formatted as a cluster of its own. */
function configured(dir: string, ports: { port: number; controllerPort: number }): string {
  mkdirSync(dir, { recursive: true });
  const dataDir = join(dir, 'data');
  const config = join(dir, 'server.properties');
  const lines = Object.entries(brokerProperties({ ...ports, dataDir })).map(([name, value]) => `${name}=${String(value)}\n`);
  writeFileSync(config, lines.join(''));
  if (existsSync(join(dataDir, 'meta.properties'))) return config;
  // 22 characters, never a leading '-'.
  const clusterId = randomBytes(16).toString('hex').slice(0, 22);
  const format = ['kafka.tools.StorageTool', 'format', '-c', config, '-t', clusterId];
  execFileSync('java', ['-Xmx128m', '-XX:TieredStopAtLevel=1', ...javaOptions(), ...format], { stdio: 'pipe' });
  return config;
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** How the broker is ended. It never outlives this process, not even where that is killed: a guard ends it then. */
function endingOf(child: ChildProcess): (signal: NodeJS.Signals) => Promise<void> {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const guard = spawn('sh', ['-c', 'cat > /dev/null; kill -9 "$0"', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  void exited.then(() => guard.kill('SIGKILL'));
  return async (signal) => {
    if (!hasEnded(child)) child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(late);
  };
}

/** Ports of loopback on which nobody listens, held together until both are known, so that they differ. */
async function freePorts(wanted: number): Promise<[number, number]> {
  const held = await Promise.all([listening(wanted), listening(0)]);
  const [port, controllerPort] = held.map((server) => (server.address() as AddressInfo).port) as [number, number];
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return [port, controllerPort];
}

const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
