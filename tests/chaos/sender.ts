import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent } from '@muster/contracts';
import type { Random } from '../bench/seeded-random.js';
import { inboundMessage } from '../distributed/inbound-message.js';
import type { TopicClient } from '../servers/topic-client.js';
import { shuffled } from './draw-plan.js';

export interface Sending {
  readonly facts: readonly CloudEvent[];
  /** Milliseconds over which they are spread. */
  readonly milliseconds: number;
}

const inbound = 'muster.inbound';
const portion = 12;
const retryPause = 200;

/** Another system: it sends its facts until the broker has taken them, some of them twice, some in another order. */
export class Sender {
  private readonly sent: CloudEvent[] = [];

  constructor(
    private readonly client: Pick<TopicClient, 'send'>,
    private readonly random: Random,
  ) {}

  /** Resolves when the broker has every fact. After an outage it catches up: what is due by then is sent without a pause. */
  async send({ facts, milliseconds }: Sending): Promise<void> {
    const each = milliseconds / Math.max(1, facts.length);
    const began = Date.now();
    for (let from = 0; from < facts.length; from += portion) {
      await this.sendPortion(facts.slice(from, from + portion));
      await pause(Math.max(0, began + (from + portion) * each - Date.now()));
    }
  }

  private async sendPortion(facts: readonly CloudEvent[]): Promise<void> {
    const { random, sent } = this;
    const again = sent.length > 0 && random.chance(0.2) ? Array.from({ length: portion }, () => random.of(sent)) : [];
    const all = [...facts, ...again];
    await this.persistently(random.chance(0.3) ? shuffled(random, all) : all);
    sent.push(...facts);
  }

  private async persistently(facts: readonly CloudEvent[]): Promise<void> {
    for (;;) {
      try {
        return await this.client.send(inbound, facts.map(inboundMessage));
      } catch {
        await pause(retryPause);
      }
    }
  }
}
