import { seededRandom } from '../bench/seeded-random.js';
import { Sender } from './sender.js';
import { sentFactsOf } from './sent-facts-of.js';

const facts = sentFactsOf({ seed: 1, missions: 1, factsPerMission: 240 });
const milliseconds = 2_000;

describe('the sender of a chaos run', () => {
  it('is done in time although the broker was away for most of it', async () => {
    let outage: Promise<void> | undefined;
    const taken = new Set<unknown>();
    const client = {
      send: async (_topic: string, messages: readonly { value: unknown }[]) => {
        await (outage ??= new Promise((resolve) => setTimeout(resolve, 0.75 * milliseconds)));
        for (const { value } of messages) taken.add(String(value));
      },
    };
    const began = Date.now();
    await new Sender(client, seededRandom(1)).send({ facts, milliseconds });
    expect(taken.size).toBe(facts.length);
    expect(Date.now() - began).toBeLessThan(1.4 * milliseconds);
  });
});
