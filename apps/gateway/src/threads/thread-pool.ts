import { Worker } from 'node:worker_threads';
import type { Given, ThreadAnswer, ThreadJob } from './thread-job.js';

export interface PoolLimits {
  /** Jobs that are done at once. */
  readonly most: number;
  /** Megabytes of heap that a job may take before its thread is ended. */
  readonly memory: number;
  /** Milliseconds that it may take. */
  readonly patience: number;
}

interface Asked {
  readonly job: ThreadJob;
  readonly done: (given: Given[ThreadJob['what']]) => void;
  readonly failed: (cause: Error) => void;
}

/** A thread, with what it is at just now. */
interface Thread {
  readonly worker: Worker;
  asked?: Asked | undefined;
  tooLong?: NodeJS.Timeout;
}

/**
 * Threads that build reports and write documents, started when they are needed and kept. One that fails takes its own job with it and
 * nothing else; the next job has a new one. A thread that waits does not keep the process alive.
 */
export class ThreadPool {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Asked[] = [];
  private isClosed = false;

  constructor(
    private readonly entry: string,
    private readonly limits: PoolLimits,
  ) {}

  do<Job extends ThreadJob>(job: Job): Promise<Given[Job['what']]> {
    return new Promise((done, failed) => {
      if (this.isClosed) return failed(new PoolClosed());
      this.waiting.push({ job, done: (given) => done(given as Given[Job['what']]), failed });
      this.next();
    });
  }

  /** Ends all threads; whatever they were at, or had before them, fails with {@link PoolClosed}. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { failed } of this.waiting.splice(0)) failed(new PoolClosed());
    await Promise.all([...this.threads].map((thread) => this.end(thread, new PoolClosed())));
  }

  private next(): void {
    const [asked] = this.waiting;
    const thread = asked && this.free();
    if (thread === undefined) return;
    this.waiting.shift();
    thread.asked = asked;
    const { patience } = this.limits;
    thread.tooLong = setTimeout(() => void this.end(thread, new Error(`nothing was given after ${patience} ms`)), patience);
    thread.worker.ref();
    thread.worker.postMessage(asked!.job);
  }

  private free(): Thread | undefined {
    const idle = [...this.threads].find(({ asked }) => asked === undefined);
    return idle ?? (this.threads.size < this.limits.most ? this.started() : undefined);
  }

  private started(): Thread {
    const worker = new Worker(this.entry, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memory } });
    const thread: Thread = { worker };
    worker.on('message', (told: ThreadAnswer) => this.told(thread, told));
    worker.on('error', (cause) => void this.end(thread, cause));
    worker.on('exit', (code) => void this.end(thread, new Error(`the thread ended with ${code}`)));
    this.threads.add(thread);
    return thread;
  }

  private told(thread: Thread, told: ThreadAnswer): void {
    const asked = this.released(thread);
    thread.worker.unref();
    if ('given' in told) asked?.done(told.given);
    else asked?.failed(new Error(told.problem));
    this.next();
  }

  private async end(thread: Thread, cause: Error): Promise<void> {
    if (!this.threads.delete(thread)) return;
    this.released(thread)?.failed(cause);
    await thread.worker.terminate();
    this.next();
  }

  private released(thread: Thread): Asked | undefined {
    const { asked } = thread;
    clearTimeout(thread.tooLong);
    thread.asked = undefined;
    return asked;
  }
}

/** Nothing is done any more: the process ends. */
export class PoolClosed extends Error {
  constructor() {
    super('reports are built and written no more');
  }
}
