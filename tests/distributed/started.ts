/** What a program has started, to be ended in the opposite order; what is started while all is being ended is ended at once. */
export class Started {
  private readonly ends: (() => Promise<unknown>)[] = [];
  private ending: Promise<void> | undefined;

  async add(end: () => Promise<unknown>): Promise<void> {
    if (this.ending === undefined) this.ends.push(end);
    else await end();
  }

  get isEnding(): boolean {
    return this.ending !== undefined;
  }

  /** All of it, though one of them fail. */
  end(): Promise<void> {
    return (this.ending ??= this.endEach());
  }

  private async endEach(): Promise<void> {
    for (let end = this.ends.pop(); end !== undefined; end = this.ends.pop())
      await end().catch((cause: unknown) => console.error(cause));
  }
}
