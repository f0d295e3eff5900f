import type { EventLine } from './event-lines.js';

export interface BatchLimits {
  readonly bytes: number;
  readonly events: number;
}

/** What the door takes in one request is 5 MB; fewer events than that keep each answer, and what Ctrl-C breaks off, small. */
export const doorLimits: BatchLimits = { bytes: 5_000_000, events: 5_000 };

/** Lines of one request. */
export type EventBatch = readonly EventLine[];

/** `[a,b]`: brackets, and a comma between two. */
const sizeOf = ({ text }: EventLine): number => Buffer.byteLength(text) + 1;

/** The events in order, as many to a batch as fit. One that is too large by itself is a batch of its own. */
export async function* eventBatches(lines: AsyncIterable<EventLine>, limits = doorLimits): AsyncGenerator<EventBatch> {
  let batch: EventLine[] = [];
  let bytes = 1;
  for await (const line of lines) {
    const size = sizeOf(line);
    if (batch.length > 0 && (bytes + size > limits.bytes || batch.length === limits.events)) {
      yield batch;
      [batch, bytes] = [[], 1];
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

export const batchBody = (batch: EventBatch): Buffer => Buffer.from(`[${batch.map(({ text }) => text).join(',')}]`);
