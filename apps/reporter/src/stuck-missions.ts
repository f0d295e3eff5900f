interface Stuck {
  readonly message: string;
  readonly triedAt: number;
}

/** Missions whose reports cannot be issued, and why. `pause`: milliseconds after which one is tried again. */
export class StuckMissions {
  private readonly missions = new Map<string, Stuck>();

  constructor(private readonly pause: number) {}

  /** True where it is news. */
  note(mission: string, { message }: Error): boolean {
    const before = this.missions.get(mission)?.message;
    this.missions.set(mission, { message, triedAt: Date.now() });
    return before !== message;
  }

  waits(mission: string): boolean {
    const stuck = this.missions.get(mission);
    return stuck !== undefined && Date.now() - stuck.triedAt < this.pause;
  }

  free(mission: string): void {
    this.missions.delete(mission);
  }

  clear(): void {
    this.missions.clear();
  }

  /** In words, for whoever looks after the service; undefined where none is stuck. */
  told(): string | undefined {
    if (this.missions.size === 0) return undefined;
    return [...this.missions].map(([mission, { message }]) => `The reports of ${mission} are not issued: ${message}`).join(' ');
  }
}
