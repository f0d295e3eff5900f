/** Facts, milliseconds, and how many times the last reading. */
const limits = { facts: 200_000, milliseconds: 1_000, timesTheLastReading: 10 };

/**
 * While more waits in the log, a mission is folded for so long before it is read again; but a large mission takes long to read, and
 * then it is folded so many times as long. Its own time counts, not that of the missions that take turns with it.
 */
export class Patience {
  /** By mission, in milliseconds. */
  private readonly foldedFor = new Map<string, number>();
  private readonly lastReading = new Map<string, number>();

  folds(mission: string, work: () => void): void {
    const began = performance.now();
    work();
    this.foldedFor.set(mission, (this.foldedFor.get(mission) ?? 0) + performance.now() - began);
  }

  reads<T>(mission: string, work: () => T): T {
    const began = performance.now();
    const result = work();
    this.foldedFor.set(mission, 0);
    this.lastReading.set(mission, performance.now() - began);
    return result;
  }

  isOver(mission: string, factsUnread: number): boolean {
    const pause = Math.max(limits.milliseconds, limits.timesTheLastReading * (this.lastReading.get(mission) ?? 0));
    return factsUnread >= limits.facts || (this.foldedFor.get(mission) ?? 0) >= pause;
  }
}
