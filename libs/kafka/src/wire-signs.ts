/** What a consumer of ours shows of itself, for metrics and health. */
export interface ReaderSigns {
  readonly reader: string;
  rebalances: number;
  batches: number;
  /** Messages that nobody can read, passed over. */
  unreadable: number;
  /** When it last asked for messages, finished some, or tried to find the brokers; milliseconds. */
  lastSign: number;
}

/** Signs of life of this process's consumers and of the relay. */
export class WireSigns {
  readonly readers = new Map<string, ReaderSigns>();
  /** The last position that this process's relay has published; undefined where it has not the duty. */
  relayPosition: number | undefined;

  of(reader: string): ReaderSigns {
    const known = this.readers.get(reader);
    if (known !== undefined) return known;
    const signs: ReaderSigns = { reader, rebalances: 0, batches: 0, unreadable: 0, lastSign: Date.now() };
    this.readers.set(reader, signs);
    return signs;
  }

  /** A reader that has stopped is not missed. */
  forget(reader: string): void {
    this.readers.delete(reader);
  }

  /** Readers without a sign for so long: they neither handle, nor fetch, nor look for a broker. */
  silent(milliseconds: number): readonly string[] {
    const limit = Date.now() - milliseconds;
    return [...this.readers.values()].filter(({ lastSign }) => lastSign < limit).map(({ reader }) => reader);
  }
}
