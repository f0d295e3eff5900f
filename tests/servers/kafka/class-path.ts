import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { projectFolder } from '@muster/runtime';

export const kafkaVersion = '4.4.0';

/** Where the pom and the broker's log settings lie, whether this runs as it was built or as it was written. */
export const kafkaFolder = (): string => join(projectFolder(), 'tests/servers/kafka');

const cacheFolder = (): string => join(homedir(), '.cache', 'muster-tests');

const oldestJava = 17;

/** Milliseconds after which a lock was left behind by a process that is gone. */
const staleAfter = 180_000;

/**
 * The broker's class path: Maven resolves it once for a version, later calls read the cached file. Throws, in words, where there is
 * no Java, no Maven, or no Maven Central.
 */
export function kafkaClassPath(): string {
  refuseOldJava();
  const file = join(cacheFolder(), `kafka-class-path-${kafkaVersion}`);
  return cached(file) ?? onlyOneAtOnce(`${file}.lock`, () => cached(file) ?? resolved(file));
}

function cached(file: string): string | undefined {
  const path = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return path !== '' && path.split(delimiter).every((jar) => existsSync(jar)) ? path : undefined;
}

/** Written beside and moved: whoever reads the file reads all of it. */
function resolved(file: string): string {
  const fresh = `${file}.${process.pid}`;
  const pom = join(kafkaFolder(), 'pom.xml');
  const goal = ['dependency:build-classpath', `-Dkafka.version=${kafkaVersion}`, `-Dmdep.outputFile=${fresh}`];
  execFileSync('mvn', ['-B', '-q', '-f', pom, ...goal], { stdio: ['ignore', 'ignore', 'pipe'], timeout: staleAfter });
  renameSync(fresh, file);
  return readFileSync(file, 'utf8');
}

/** Two workers of a test run ask at the same moment; Maven writes one repository for both. */
function onlyOneAtOnce<T>(lock: string, work: () => T): T {
  mkdirSync(cacheFolder(), { recursive: true });
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - since > staleAfter) rmSync(lock, { force: true });
    return false;
  }
}

function refuseOldJava(): void {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  if (error !== undefined) throw new Error('there is no java on the path', { cause: error });
  if (version < oldestJava) throw new Error(`java is ${version}, and Kafka ${kafkaVersion} needs ${oldestJava} or newer`);
}
