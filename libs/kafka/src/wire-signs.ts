/** What a consumer of ours shows of itself, for metrics and health. */
export interface ReaderSigns {
  readonly reader: string;
  rebalances: number;
  batches: number;
  /** Messages that nobody can read, passed over. */
  unreadable: number;
  /** When it last asked for messages, finished some, or tried to find the brokers; milliseconds. */
  lastSign: number;
  /** When Kafka last answered it; milliseconds. */
  lastAnswer: number;
}

/** Signs of life of this process's consumers and of the relay. */
export class WireSigns {
  readonly readers = new Map<string, ReaderSigns>();
  /** The last position that this process's relay has published; undefined where it has not the duty. */
  relayPosition: number | undefined;

  of(reader: string): ReaderSigns {
    const known = this.readers.get(reader);
    if (known !== undefined) return known;
    const now = Date.now();
    const signs: ReaderSigns = { reader, rebalances: 0, batches: 0, unreadable: 0, lastSign: now, lastAnswer: now };
    this.readers.set(reader, signs);
    return signs;
  }

  /** A reader that has stopped is not missed. */
  forget(reader: string): void {
    this.readers.delete(reader);
  }

  /** Readers without a sign for so long: they neither handle, nor fetch, nor look for a broker. */
  silent(milliseconds: number): readonly string[] {
    return this.readersBefore(milliseconds, ({ lastSign }) => lastSign);
  }

  /** Readers that Kafka has not answered for so long, though they ask. */
  unanswered(milliseconds: number): readonly string[] {
    return this.readersBefore(milliseconds, ({ lastAnswer }) => lastAnswer);
  }

  private readersBefore(milliseconds: number, timeOf: (signs: ReaderSigns) => number): readonly string[] {
    const limit = Date.now() - milliseconds;
    return [...this.readers.values()].filter((signs) => timeOf(signs) < limit).map(({ reader }) => reader);
  }
}
