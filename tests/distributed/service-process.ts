import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '@muster/runtime';
import { until } from '../servers/until.js';

export type ServiceName = 'ingest' | 'assessor' | 'reporter' | 'gateway';

const startLimit = 60_000;

/** As in the scripts of package.json. */
const youngGeneration = '--max-semi-space-size=64';

/** A service as `npm run start:…` runs it: a process of its own, on a free port. */
export class ServiceProcess {
  private log = '';

  private constructor(
    readonly name: ServiceName,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
  }

  /** Resolves once it listens; throws with what it said where it ends instead. */
  static start(name: ServiceName, variables: Readonly<Record<string, string>>): Promise<ServiceProcess> {
    return ServiceProcess.begin(name, variables).listening();
  }

  /** Without waiting for it. */
  static begin(name: ServiceName, variables: Readonly<Record<string, string>>, options: readonly string[] = []): ServiceProcess {
    const names = ['TODAY', 'POLICY', 'REPORTS_FROM', 'REPORTS_AT', 'DATA_DIR'].map((name) => `MUSTER_${name}`);
    const unset = Object.fromEntries(['DATABASE_URL', 'KAFKA_BROKERS', ...names].map((variable) => [variable, '']));
    const env = { ...process.env, ...unset, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', ...variables };
    const main = join(projectFolder(), `dist/apps/${name}/src/main.js`);
    return new ServiceProcess(
      name,
      spawn(process.execPath, [youngGeneration, main, ...options], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  }

  /** Resolves once it listens; throws with what it said where it ends instead. */
  async listening(): Promise<this> {
    await until(`${this.name} listens`, () => this.address !== undefined || this.hasEnded, startLimit);
    if (this.address === undefined) throw new Error(`${this.name} ended: ${this.log}`);
    return this;
  }

  get url(): string {
    return this.address ?? '';
  }

  /** What it has said so far. */
  get said(): string {
    return this.log;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  get exitCode(): number | null {
    return this.child.exitCode;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves when it has ended. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    const late = setTimeout(() => this.child.kill('SIGKILL'), 30_000);
    await ended.finally(() => clearTimeout(late));
  }

  async untilEnded(): Promise<void> {
    await until('it has ended', () => this.hasEnded, startLimit);
  }

  private get address(): string | undefined {
    return /"url":"(http[^"]+)"[^\n]*"msg":"listening"|"msg":"listening"[^\n]*"url":"(http[^"]+)"/
      .exec(this.log)
      ?.slice(1)
      .find(Boolean);
  }
}
