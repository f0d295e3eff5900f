import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@muster/contracts';
import { standby } from '@muster/event-log';
import { EventLog } from '@muster/postgres';

/** Pledges that a mission has selected: from then on their facts belong to the mission. */
@Injectable()
export class PledgeTies {
  constructor(private readonly log: EventLog) {}

  /** Of events sent to `standby` about a pledge that is tied: where they should have been sent. */
  async notesOn(events: readonly CloudEvent[]): Promise<ReadonlyMap<CloudEvent, string>> {
    const about = events.filter(({ subject, data }) => subject === standby && typeof data['pledge'] === 'string');
    if (about.length === 0) return new Map();
    const ties = await this.log.events({ mission: standby, type: 'muster.PledgeTied' });
    const missionOf = new Map(ties.map(({ data }) => [data['pledge'], String(data['mission'])]));
    return new Map(
      about.flatMap((event): [CloudEvent, string][] => {
        const mission = missionOf.get(event.data['pledge']);
        return mission === undefined ? [] : [[event, noteOn(String(event.data['pledge']), mission)]];
      }),
    );
  }
}

const noteOn = (pledge: string, mission: string): string =>
  `${pledge} has been selected by ${mission}, so this changes nothing here; send it with ${mission} as its subject, under another id.`;
