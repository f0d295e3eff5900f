import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { sha256 } from '@muster/contracts';
import { projectFolder, Refusal } from '@muster/runtime';
import type { Rendering } from './rendering.js';
import { PoolClosed, RenderingPool } from './rendering-pool.js';

/** As it was built: a thread runs no code that a test has still to turn into JavaScript. */
export const renderingWorker = (): string => join(projectFolder(), 'dist/apps/gateway/src/rendering/rendering-worker.js');

/** Documents, written beside the event loop; whoever asks for the same one meanwhile waits for the same one. */
@Injectable()
export class Renderings implements OnModuleDestroy {
  private readonly pool = new RenderingPool(renderingWorker(), { most: 2, memory: 1024, patience: 120_000 });
  private readonly inFlight = new Map<string, Promise<Uint8Array>>();

  async bytesOf(rendering: Rendering): Promise<Uint8Array> {
    const name = `${sha256(rendering.json)} ${rendering.format} ${rendering.language}`;
    const bytes = this.inFlight.get(name) ?? this.pool.render(rendering).finally(() => this.inFlight.delete(name));
    this.inFlight.set(name, bytes);
    try {
      return await bytes;
    } catch (cause) {
      if (cause instanceof PoolClosed) throw new Refusal(503, 'The monitor is being stopped; ask again once it is back.');
      throw cause;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }
}
