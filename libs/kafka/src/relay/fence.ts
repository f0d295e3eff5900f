/** Milliseconds: less than a PostgreSQL takes to start again and another process to find out that it has the duty. */
const longestTrust = 300;

/** Nothing is to be sent before the duty has been asked for again. */
export class FenceStale extends Error {
  override readonly name = 'FenceStale';
}

/**
 * Keeps a relay that stood still (SIGSTOP, a machine that was halted) from sending what it had in hand: another may have the duty.
 * Whoever holds the lock is asked again where the last answer is not fresh.
 */
export class Fence {
  private askedAt = -Infinity;

  /** `confirm` throws where this process has no longer the duty. */
  constructor(private readonly confirm: () => Promise<void>) {}

  /** Resolves at once where the duty was this process's a moment ago. */
  async hold(): Promise<void> {
    while (!this.isFresh()) {
      const asked = Date.now();
      await this.confirm();
      this.askedAt = asked;
    }
  }

  refuseStale(): void {
    if (!this.isFresh()) throw new FenceStale('the duty was not confirmed just now');
  }

  private isFresh(): boolean {
    return Date.now() - this.askedAt <= longestTrust;
  }
}
