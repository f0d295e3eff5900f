import { parentPort } from 'node:worker_threads';
import { rendered } from '@muster/documents';
import type { MonthlyReport } from '@muster/force-generation';
import type { Rendered, Rendering } from './rendering.js';

/** Writes one document at a time, in a thread that nobody else waits for. */
parentPort!.on('message', ({ json, format, language }: Rendering) => {
  void rendered(JSON.parse(json) as MonthlyReport, format, language).then(
    (bytes) => answer({ bytes }),
    (cause: unknown) => answer({ problem: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }),
  );
});

const answer = (told: Rendered): void => parentPort!.postMessage(told);
