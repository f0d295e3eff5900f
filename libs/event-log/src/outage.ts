/** Milliseconds without a failure after which the next one is of another outage. */
const quiet = 120_000;

/** Milliseconds after which an outage that lasts is told once more. */
const reminder = 600_000;

/** What fails again and again until somebody mends it: each cause is news once, and now and then while it lasts. */
export class Outage {
  private readonly toldAt = new Map<string, number>();
  private lastAt = -Infinity;

  /** Whether to tell of this failure, at this time in milliseconds; `about`: what failed, where that is several things. */
  isNews(cause: unknown, about = '', now = Date.now()): boolean {
    if (now - this.lastAt > quiet) this.toldAt.clear();
    this.lastAt = now;
    const failure = `${about} ${cause instanceof Error ? cause.message : String(cause)}`;
    if (now - (this.toldAt.get(failure) ?? -Infinity) < reminder) return false;
    this.toldAt.set(failure, now);
    return true;
  }
}
