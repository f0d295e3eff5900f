import { batchBody, eventBatches, type BatchLimits } from './event-batches.js';
import type { EventLine } from './event-lines.js';

async function* linesOf(...texts: readonly string[]): AsyncGenerator<EventLine> {
  for (const [index, text] of texts.entries()) yield { row: index + 1, text };
}

async function bodiesOf(texts: readonly string[], limits: BatchLimits): Promise<string[]> {
  const bodies: string[] = [];
  for await (const batch of eventBatches(linesOf(...texts), limits)) bodies.push(batchBody(batch).toString());
  return bodies;
}

describe('a batch of events', () => {
  it('holds as many as fit, exactly enough and one byte too few', async () => {
    expect(await bodiesOf(['11', '22', '33'], { bytes: 7, events: 9 })).toEqual(['[11,22]', '[33]']);
    expect(await bodiesOf(['11', '22', '33'], { bytes: 6, events: 9 })).toEqual(['[11]', '[22]', '[33]']);
  });

  it('counts bytes, not characters', async () => {
    expect(await bodiesOf(['"é"', '"é"'], { bytes: 10, events: 9 })).toEqual(['["é"]', '["é"]']);
    expect(await bodiesOf(['"é"', '"é"'], { bytes: 11, events: 9 })).toEqual(['["é","é"]']);
  });

  it('holds at most so many events', async () => {
    expect(await bodiesOf(['1', '2', '3'], { bytes: 99, events: 2 })).toEqual(['[1,2]', '[3]']);
  });

  it('is one event where that one alone is too large', async () => {
    expect(await bodiesOf(['1', '234567', '8'], { bytes: 5, events: 9 })).toEqual(['[1]', '[234567]', '[8]']);
  });

  it('is none for a file without events', async () => {
    expect(await bodiesOf([], { bytes: 5, events: 9 })).toEqual([]);
  });
});
