import { Injectable } from '@nestjs/common';
import { missionOf, type RecordedEvent } from '@muster/event-log';
import { EventLog } from '@muster/postgres';
import { Refusal } from '@muster/runtime';
import { Readings, type ReadAt } from '../ledgers/readings.js';
import type { Viewpoint } from '../viewpoint.js';

const shown = ({ position, recordedAt, type, data }: RecordedEvent) => ({ position, recordedAt, type, ...data });

export type ShownSaying = ReturnType<typeof shown>;

/** What was said of an alert, and when: from the log, not from the facts. */
@Injectable()
export class AlertHistory {
  constructor(
    private readonly log: EventLog,
    private readonly readings: Readings,
  ) {}

  /** Up to the day or the position from which it is looked at. */
  async of(key: string, from: Viewpoint): Promise<{ readonly at: ReadAt; readonly sayings: readonly ShownSaying[] }> {
    const standing = await this.readings.standingAt(from);
    const { asOf = '~', knownAt = '~', position = standing.position } = from;
    const said = (await this.log.history(key)).filter(
      (event) => event.data.on <= asOf && event.knownOn <= knownAt && event.position <= position,
    );
    if (said.length === 0) throw new Refusal(404, `Nothing was ever said of ${key}.`);
    const today = await this.readings.dayOf(missionOf(key), from, standing);
    return { at: { today, position }, sayings: said.map(shown) };
  }
}
