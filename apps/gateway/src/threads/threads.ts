import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { sha256 } from '@muster/contracts';
import type { ConsolidatedFrom } from '@muster/force-generation';
import { Database } from '@muster/postgres';
import { projectFolder, Refusal } from '@muster/runtime';
import type { ReadFrom } from '../reports/read-from.js';
import type { Given, ThreadJob, Writing } from './thread-job.js';
import { PoolClosed, ThreadPool } from './thread-pool.js';

/** As it was built: a thread runs no code that a test has still to turn into JavaScript. */
export const reportThread = (): string => join(projectFolder(), 'dist/apps/gateway/src/threads/report-thread.js');

/** Reports and their documents, made beside the event loop. */
@Injectable()
export class Threads implements OnModuleDestroy {
  private readonly pool = new ThreadPool(reportThread(), { most: 2, memory: 1024, patience: 120_000 });
  private readonly inFlight = new Map<string, Promise<Uint8Array>>();

  constructor(private readonly database: Database) {}

  /** Whoever asks for the same document meanwhile waits for the same one. */
  bytesOf(writing: Omit<Writing, 'what'>): Promise<Uint8Array> {
    const name = `${sha256(writing.json)} ${writing.format} ${writing.language}`;
    const bytes = this.inFlight.get(name) ?? this.done({ what: 'write', ...writing }).finally(() => this.inFlight.delete(name));
    this.inFlight.set(name, bytes);
    return bytes;
  }

  /** A mission's report as JSON; null where there is none to tell of. */
  reportOf(from: ReadFrom): Promise<string | null> {
    return this.done({ what: 'build', databaseUrl: this.database.url, from });
  }

  /** The report over all missions out of theirs, all as JSON. */
  sumOf(reports: readonly string[], from: ConsolidatedFrom): Promise<string> {
    return this.done({ what: 'sum', reports, from });
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }

  private async done<Job extends ThreadJob>(job: Job): Promise<Given[Job['what']]> {
    try {
      return await this.pool.do(job);
    } catch (cause) {
      if (cause instanceof PoolClosed) throw new Refusal(503, 'The monitor is being stopped; ask again once it is back.');
      throw cause;
    }
  }
}
