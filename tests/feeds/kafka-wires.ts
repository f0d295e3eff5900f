import { randomUUID } from 'node:crypto';
import { usualTiming, type FeedTiming } from '@muster/event-log';
import { KafkaFeed, KafkaLink, Relay, WireSigns, type LogBehind } from '@muster/kafka';
import { Duties, RelayPosition, WireLog, type Database, type HeldDuty } from '@muster/postgres';
import { CuttableSockets } from '../servers/cuttable-sockets.js';

export const quickTiming: FeedTiming = { ...usualTiming, poll: 200, retake: 20, firstRetry: 5, longestRetry: 50 };

const relayTiming = { poll: 200, check: 300 };

interface FeedOfTest {
  readonly log?: LogBehind;
  readonly timing?: FeedTiming;
  readonly onFatal?: (cause: Error) => void;
}

interface RelayOfTest {
  readonly log?: LogBehind;
  /** Milliseconds between two looks at whether the topics have been emptied. */
  readonly check?: number;
}

const rethrow = (cause: Error): never => {
  throw cause;
};

/** A relay of its own for each log, on topics of its own, and feeds as processes of their own would have them. */
export class KafkaWires {
  readonly sockets = new CuttableSockets();
  readonly signs = new WireSigns();
  private readonly links = new Map<Database, KafkaLink>();
  private readonly relays = new Set<HeldDuty>();

  constructor(private readonly brokers: string) {}

  linkOf(database: Database): KafkaLink {
    const known = this.links.get(database);
    if (known !== undefined) return known;
    const brokers = this.brokers.split(',');
    const link = new KafkaLink({ brokers, prefix: randomUUID(), partitions: 3, socketFactory: this.sockets.factory });
    this.links.set(database, link);
    return link;
  }

  /** As where a log was lost and another one begun. */
  share(database: Database, another: Database): void {
    this.links.set(another, this.linkOf(database));
  }

  /** With the log behind it, or what a test puts there. */
  relayOf(database: Database, { log = new WireLog(database), check = relayTiming.check }: RelayOfTest = {}): Relay {
    const [link, position, signs] = [this.linkOf(database), new RelayPosition(database), new WireSigns()];
    return new Relay({ link, log, position, signs, timing: { ...relayTiming, check } });
  }

  startRelay(database: Database, asked?: RelayOfTest): HeldDuty {
    const relay = this.relayOf(database, asked);
    const duty = new Duties(database, quickTiming).take('relay', (turn) => relay.run(turn));
    this.relays.add(duty);
    return duty;
  }

  /** With the log behind it, or what a test puts there. */
  openFeed(database: Database, { log, timing = quickTiming, onFatal = rethrow }: FeedOfTest = {}): KafkaFeed {
    return new KafkaFeed({ link: this.linkOf(database), log: log ?? new WireLog(database), signs: this.signs, timing, onFatal });
  }

  async stopRelays(): Promise<void> {
    await Promise.all([...this.relays].map((duty) => duty.stop()));
    this.relays.clear();
  }
}
