import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { benchToday } from './stage.js';
import { readAll } from './read-all.js';
import { untilAssessed } from './until-assessed.js';

/** The monitor in a process of its own, spoken to over one connection that is kept. */
export class RunningMonitor {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly child: ChildProcess,
    private readonly databaseUrl: string,
    private readonly url: string,
  ) {}

  static async start(databaseUrl: string): Promise<RunningMonitor> {
    const program = fileURLToPath(new URL('./monitor-process.js', import.meta.url));
    // A million facts are in memory twice, for whoever says what is due and for whoever asks of any day.
    const child = fork(program, [databaseUrl, benchToday], { execArgv: [...process.execArgv, '--max-old-space-size=16000'] });
    const [url] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(notStarted)])) as [string];
    return new RunningMonitor(child, databaseUrl, url);
  }

  async get(path: string): Promise<string> {
    return readAll(await this.answer(path, 'GET', {}));
  }

  async post(path: string, type: string, body: string | Buffer): Promise<string> {
    return readAll(await this.answer(path, 'POST', { 'content-type': type, 'content-length': Buffer.byteLength(body) }, body));
  }

  /** An answer that goes on, such as the live stream. */
  open(path: string): Promise<IncomingMessage> {
    return this.answer(path, 'GET', { accept: 'text/event-stream' });
  }

  /** Resolves when the assessor has said all that follows from what is recorded. */
  async untilAssessed(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    await untilAssessed(client).finally(() => client.end());
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.agent.destroy();
    this.child.send('stop');
    await exited;
  }

  private async answer(
    path: string,
    method: string,
    headers: Record<string, string | number>,
    body?: string | Buffer,
  ): Promise<IncomingMessage> {
    const sent = request(`${this.url}${path}`, { method, headers, agent: this.agent });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`${method} ${path}: ${response.statusCode} ${await readAll(response)}`);
    return response;
  }
}

function notStarted(): never {
  throw new Error('the monitor ended before it listened');
}
