import { isSaidStream, standby } from '@muster/event-log';
import type { StreamPosition } from '@muster/postgres';

/** How far the log and each of its streams have come at one moment. */
export class LogStanding {
  /** Of the last event. */
  readonly position: number;
  private readonly streams: ReadonlyMap<string, StreamPosition>;

  constructor(streams: readonly StreamPosition[]) {
    this.streams = new Map(streams.map((stream) => [stream.stream, stream]));
    this.position = streams.reduce((last, { position }) => Math.max(last, position), 0);
  }

  get all(): readonly StreamPosition[] {
    return [...this.streams.values()];
  }

  get missions(): readonly string[] {
    return [...this.streams.keys()].filter((stream) => stream !== standby && !isSaidStream(stream)).sort();
  }

  /** Whether there is such a mission; `standby` can always be asked for. */
  has(mission: string): boolean {
    return mission === standby || this.streamOf(mission) !== undefined;
  }

  streamOf(mission: string): StreamPosition | undefined {
    return mission === standby ? undefined : this.streams.get(mission);
  }

  /** The stream of pledges that no mission has selected; undefined while there is none. */
  get standby(): StreamPosition | undefined {
    return this.streams.get(standby);
  }

  /** The position of the last saying or report of any mission. */
  get lastSaid(): number {
    return [...this.streams.values()].reduce(
      (last, { stream, position }) => (isSaidStream(stream) ? Math.max(last, position) : last),
      0,
    );
  }

  /** The last day that turned for a mission, or for any. */
  dayOf(mission?: string): string | undefined {
    const streams = mission === undefined ? [...this.streams.values()] : [this.streams.get(mission)];
    const days = streams.flatMap((stream) => stream?.day ?? []);
    return days.reduce<string | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined);
  }
}
