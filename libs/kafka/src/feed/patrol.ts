import type { Lanes, StreamStanding, Subscription } from '@muster/event-log';
import type { LogBehind } from '../log-behind.js';

export interface PatrolOptions {
  readonly log: LogBehind;
  readonly lanes: Lanes;
  readonly subscription: Subscription;
  /** Whether the stream is in a partition of this process. */
  readonly isOurs: (stream: string) => boolean;
  /** Whether Kafka has more to bring for the stream's partition. */
  readonly isComing: (stream: string) => boolean;
}

/** Rounds in which a stream that is behind may stand still: while Kafka has more to bring, and while it has not. */
const patience = { coming: 15, waiting: 1 };

/**
 * Looks after streams that Kafka brings nothing of: emptied, past its retention, published before this process failed, or resumed
 * by `muster replay`. They are read from the log.
 */
export class Patrol {
  /** By stream: where its cursor stood in the last round, and for how many rounds. */
  private still = new Map<string, { cursor: number; rounds: number }>();

  constructor(private readonly options: PatrolOptions) {}

  async round(): Promise<void> {
    const { log, subscription, isOurs, lanes } = this.options;
    const standing = await log.standing(subscription.reader, subscription.streams);
    const behind = standing
      .filter(({ stream }) => isOurs(stream) && lanes.isIdle(stream))
      .map((at) => ({ ...at, cursor: this.handledOf(at) }))
      .filter(({ cursor, head }) => cursor < head);
    const before = this.still;
    this.still = new Map(behind.map(({ stream, cursor }) => [stream, { cursor, rounds: roundsOf(before.get(stream), cursor) }]));
    for (const at of behind.filter(({ stream }) => this.hasStoodLong(stream))) lanes.again(at);
  }

  /** A handler that keeps no cursor has handled what went through its lane. */
  private handledOf({ stream, cursor, begun }: StreamStanding): number {
    return begun ? cursor : Math.max(cursor, this.options.lanes.handledOf(stream) ?? 0);
  }

  private hasStoodLong(stream: string): boolean {
    const rounds = this.still.get(stream)?.rounds ?? 0;
    return rounds >= (this.options.isComing(stream) ? patience.coming : patience.waiting);
  }
}

const roundsOf = (before: { cursor: number; rounds: number } | undefined, cursor: number): number =>
  before?.cursor === cursor ? before.rounds + 1 : 0;
