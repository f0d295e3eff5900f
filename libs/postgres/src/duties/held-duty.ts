import { retryAfter, WakeUp, type FeedTiming } from '@muster/event-log';
import { Client } from 'pg';
import { dutyLockSpace } from '../advisory-locks.js';
import { logChannel } from '../append/insert.js';

/** The time that a process has a duty: ends when it is to stop, or when the lock was lost with its connection. */
export interface Turn {
  readonly over: AbortSignal;
  /** Resolves when something is recorded, when the turn is over, or after so many milliseconds; the first time at once. */
  news(milliseconds: number): Promise<void>;
  /** Asks the connection that holds the lock; throws where it is lost, and the duty with it. */
  confirm(): Promise<void>;
}

/** Milliseconds: who had the duty longer than this did not fail at once. */
const longestTurn = 60_000;

export type DutyWork = (turn: Turn) => Promise<void>;

export interface DutyOptions {
  readonly url: string;
  readonly duty: string;
  readonly work: DutyWork;
  readonly timing: FeedTiming;
  readonly onFailure: (cause: unknown) => void;
  /** Not where work that failed is taken up again, nor where processes in which it fails take turns. */
  readonly onTaken: () => void;
}

/** One duty of this process: takes its lock whenever it is free, works, and leaves it when it is stopped. */
export class HeldDuty {
  private readonly stopping = new AbortController();
  private readonly halt = new WakeUp();
  private readonly ended: Promise<void>;

  constructor(private readonly options: DutyOptions) {
    this.ended = this.run();
  }

  /** Resolves when the work in hand is done and the lock is free. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.halt.call();
    await this.ended;
  }

  private async run(): Promise<void> {
    const { timing, onFailure } = this.options;
    for (let failures = 0; !this.stopping.signal.aborted;) {
      try {
        await this.session(failures > 0);
        failures = 0;
      } catch (cause) {
        failures += 1;
        if (!this.stopping.signal.aborted) onFailure(cause);
      }
      if (!this.stopping.signal.aborted) await this.halt.sleep(Math.max(timing.retake, retryAfter(failures, timing)));
    }
  }

  /** As long as one connection lives: the lock is the connection's. */
  private async session(isAgain: boolean): Promise<void> {
    const { url, duty, work, timing, onTaken } = this.options;
    const client = new Client({ connectionString: url, application_name: `muster ${process.pid} duty`, keepAlive: true });
    const lost = new AbortController();
    const wakeUp = new WakeUp();
    let listens = false;
    const news = async (milliseconds: number): Promise<void> => {
      if (listens || over.aborted) return wakeUp.sleep(over.aborted ? 0 : milliseconds);
      // Whoever asks for the first time may have missed what came before this: they look again.
      await client.query(`listen ${logChannel}`);
      listens = true;
    };
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    client.on('notification', () => wakeUp.call());
    const over = AbortSignal.any([lost.signal, this.stopping.signal]);
    over.addEventListener('abort', () => wakeUp.call());
    try {
      await client.connect();
      const asked = Date.now();
      while (!over.aborted && !(await tryLock(client, duty))) await wakeUp.sleep(timing.retake);
      if (over.aborted) return;
      if (!isAgain || Date.now() - asked > longestTurn) onTaken();
      const confirm = async (): Promise<void> => void (await client.query('select'));
      await work({ over, confirm, news });
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function tryLock(client: Client, duty: string): Promise<boolean> {
  const text = 'select pg_try_advisory_lock($1, hashtext($2)) as own';
  const { rows } = await client.query<{ own: boolean }>(text, [dutyLockSpace, duty]);
  return rows[0]?.own ?? false;
}
