import { Worker } from 'node:worker_threads';
import type { Rendered, Rendering } from './rendering.js';

export interface PoolLimits {
  /** Documents that are written at once. */
  readonly most: number;
  /** Megabytes of heap that a document may take before its thread is ended. */
  readonly memory: number;
  /** Milliseconds that it may take. */
  readonly patience: number;
}

interface Job {
  readonly rendering: Rendering;
  readonly done: (bytes: Uint8Array) => void;
  readonly failed: (cause: Error) => void;
}

/** A thread, with what it writes just now. */
interface Writer {
  readonly worker: Worker;
  job?: Job | undefined;
  tooLong?: NodeJS.Timeout;
}

/**
 * Threads that write documents, started when they are needed and kept. One that fails takes its own document with it and nothing
 * else; the next document has a new one. A thread that waits does not keep the process alive.
 */
export class RenderingPool {
  private readonly writers = new Set<Writer>();
  private readonly waiting: Job[] = [];
  private isClosed = false;

  constructor(
    private readonly entry: string,
    private readonly limits: PoolLimits,
  ) {}

  render(rendering: Rendering): Promise<Uint8Array> {
    return new Promise((done, failed) => {
      if (this.isClosed) return failed(new PoolClosed());
      this.waiting.push({ rendering, done, failed });
      this.next();
    });
  }

  /** Ends all threads; whatever they were at, or had before them, fails with {@link PoolClosed}. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { failed } of this.waiting.splice(0)) failed(new PoolClosed());
    await Promise.all([...this.writers].map((writer) => this.end(writer, new PoolClosed())));
  }

  private next(): void {
    const [job] = this.waiting;
    const writer = job && this.free();
    if (writer === undefined) return;
    this.waiting.shift();
    writer.job = job;
    writer.tooLong = setTimeout(() => {
      void this.end(writer, new Error(`no document after ${this.limits.patience} ms`));
    }, this.limits.patience);
    writer.worker.ref();
    writer.worker.postMessage(job!.rendering);
  }

  private free(): Writer | undefined {
    const idle = [...this.writers].find(({ job }) => job === undefined);
    return idle ?? (this.writers.size < this.limits.most ? this.started() : undefined);
  }

  private started(): Writer {
    const worker = new Worker(this.entry, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memory } });
    const writer: Writer = { worker };
    worker.on('message', (told: Rendered) => this.told(writer, told));
    worker.on('error', (cause) => void this.end(writer, cause));
    worker.on('exit', (code) => void this.end(writer, new Error(`the thread that wrote the document ended with ${code}`)));
    this.writers.add(writer);
    return writer;
  }

  private told(writer: Writer, told: Rendered): void {
    const job = this.released(writer);
    writer.worker.unref();
    if ('bytes' in told) job?.done(told.bytes);
    else job?.failed(new Error(told.problem));
    this.next();
  }

  private async end(writer: Writer, cause: Error): Promise<void> {
    if (!this.writers.delete(writer)) return;
    this.released(writer)?.failed(cause);
    await writer.worker.terminate();
    this.next();
  }

  private released(writer: Writer): Job | undefined {
    const { job } = writer;
    clearTimeout(writer.tooLong);
    writer.job = undefined;
    return job;
  }
}

/** Nothing is written any more: the process ends. */
export class PoolClosed extends Error {
  constructor() {
    super('documents are written no more');
  }
}
