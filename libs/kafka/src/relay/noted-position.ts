/** Milliseconds between two stores: the topics themselves tell how far the relay came, so a note that is old costs a look at them. */
const pause = 100;

/** A position that is stored now and then, so that publishing does not wait for it. */
export class NotedPosition {
  private noted: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  private storing: Promise<void> = Promise.resolve();
  private failure: unknown;

  constructor(private readonly store: (position: number) => Promise<void>) {}

  note(position: number): void {
    this.noted = position;
    this.timer ??= setTimeout(() => this.flush(), pause);
  }

  /** Throws what went wrong with a store since the last look. */
  check(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure as Error;
  }

  /** Resolves when what was noted is stored. */
  async settle(): Promise<void> {
    clearTimeout(this.timer);
    this.flush();
    await this.storing;
    this.check();
  }

  private flush(): void {
    const position = this.noted;
    this.timer = undefined;
    this.noted = undefined;
    if (position === undefined) return;
    this.storing = this.storing.then(() => this.store(position)).catch((cause: unknown) => void (this.failure = cause));
  }
}
