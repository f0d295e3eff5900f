import { Logger } from '@nestjs/common';
import type { RecordedEvent } from '@muster/event-log';
import { ensureTopics } from '../ensure-topics.js';
import type { KafkaLink } from '../kafka-link.js';
import type { LogBehind } from '../log-behind.js';
import type { WireSigns } from '../wire-signs.js';
import { Fence } from './fence.js';
import type { Reaches } from './lacking.js';
import { NotedPosition } from './noted-position.js';
import { AnotherLog, Publication, TooLargeTogether, TopicEmptied } from './publication.js';

/** Where the relay keeps how far it has come, and what wakes it. */
export interface RelayTurn {
  /** Ends when this process is no longer the one that relays. */
  readonly over: AbortSignal;
  /** Resolves when something is recorded, when the turn is over, or after so many milliseconds. */
  news(milliseconds: number): Promise<void>;
  /** Asks whoever holds the lock; throws where this process is no longer the one that relays. */
  confirm(): Promise<void>;
}

export interface RelayedPosition {
  load(wire: string): Promise<{ readonly position: number; readonly seen: Reaches }>;
  /** Keeps what was seen before where nothing is said of it. */
  store(wire: string, position: number, seen?: Reaches): Promise<void>;
}

export interface RelayOptions {
  readonly link: KafkaLink;
  readonly log: LogBehind;
  readonly position: RelayedPosition;
  readonly signs: WireSigns;
  /** How often the log is looked at although nothing woke it, and the topics, whether they have been emptied. */
  readonly timing?: { readonly poll: number; readonly check: number };
}

const usualTiming = { poll: 1_000, check: 5_000 };
const pageSize = 1_000;

/** From the log to Kafka, in the order of the log. One process at a time: its turn says until when. */
export class Relay {
  private readonly logger = new Logger(Relay.name);
  /** What its position is stored under. */
  readonly wire: string;
  /** Topics to be filled from the first position. */
  private readonly emptied = new Set<string>();
  private singlyUpTo = 0;

  constructor(private readonly options: RelayOptions) {
    this.wire = options.link.prefix;
  }

  /** Until the turn is over; throws where Kafka or the log cannot be reached, to be called again. */
  async run(turn: RelayTurn): Promise<void> {
    const { link, log, position, signs } = this.options;
    await ensureTopics(link);
    const { position: stored, seen } = await position.load(this.wire);
    const { emptied, singlyUpTo } = this;
    const fence = new Fence(() => turn.confirm());
    const publication = await Publication.open({ link, log, fence }, { stored, seen, emptied, singlyUpTo }).catch(
      (cause: unknown) => {
        if (cause instanceof AnotherLog) this.logger.error({ msg: 'nothing is published', err: cause });
        throw cause;
      },
    );
    try {
      // A relay that fails while it fills a topic again must not leave the rest of it out.
      await position.store(this.wire, publication.from, publication.seen);
      this.logger.log({ msg: 'relaying', wire: this.wire, from: publication.from });
      await this.relay(turn, publication, fence);
    } catch (cause) {
      this.remember(cause);
    } finally {
      signs.relayPosition = undefined;
      await publication.close();
    }
  }

  /** What the next look at the topics has to know; throws what it need not. */
  private remember(cause: unknown): void {
    if (cause instanceof TopicEmptied) {
      this.emptied.add(cause.topic);
      this.logger.warn({ msg: 'a topic was emptied and is filled anew', topic: cause.topic });
    } else if (cause instanceof TooLargeTogether) this.singlyUpTo = cause.upTo;
    else throw cause;
  }

  /** On its way while this page is published, where there is one. */
  private nextPage(page: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> | undefined {
    if (page.length < pageSize) return undefined;
    const next = this.options.log.after(page.at(-1)!.position, pageSize);
    // Where publishing fails nobody asks for it; whoever goes on meets its error.
    next.catch(() => undefined);
    return next;
  }

  private async relay(turn: RelayTurn, publication: Publication, fence: Fence): Promise<void> {
    const { log, position, signs, timing = usualTiming } = this.options;
    let published = publication.from;
    let checked = Date.now();
    let ahead: Promise<readonly RecordedEvent[]> | undefined;
    const stored = new NotedPosition((at) => position.store(this.wire, at));
    try {
      while (!turn.over.aborted) {
        const [events] = await Promise.all([ahead ?? log.after(published, pageSize), fence.hold()]);
        ahead = this.nextPage(events);
        // Somebody else may relay by now.
        if (turn.over.aborted) return;
        if (events.length > 0) {
          await publication.publish(events);
          published = events.at(-1)!.position;
          stored.note(published);
        }
        signs.relayPosition = published;
        if (Date.now() - checked >= timing.check) {
          await publication.check();
          await position.store(this.wire, published, publication.seen);
          checked = Date.now();
        }
        if (events.length === pageSize) continue;
        this.emptied.clear();
        if (publication.filled()) await position.store(this.wire, published, publication.seen);
        stored.check();
        await turn.news(timing.poll);
      }
    } finally {
      await stored.settle();
    }
  }
}
