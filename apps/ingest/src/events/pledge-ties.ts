import { Injectable } from '@nestjs/common';
import { factOf, type CloudEvent } from '@muster/contracts';
import { standby } from '@muster/event-log';
import { compareFacts, type FactOf } from '@muster/force-generation';
import { EventLog } from '@muster/postgres';

type Registered = FactOf<'PledgeRegistered'>;
type Selected = FactOf<'PledgeSelected'>;

/** Pledges that a mission has selected: from then on their facts belong to the mission. */
@Injectable()
export class PledgeTies {
  constructor(private readonly log: EventLog) {}

  /** Of events sent to `standby` that change nothing there: where they should have been sent, or that their pledge needs another id. */
  async notesOn(events: readonly CloudEvent[]): Promise<ReadonlyMap<CloudEvent, string>> {
    const about = events.filter(({ subject, data }) => subject === standby && typeof data['pledge'] === 'string');
    const owners = await this.ownersOf(new Set(about.map(pledgeOf)));
    const missions = await this.missionsOf(owners);
    return new Map(
      about.flatMap((event): [CloudEvent, string][] => {
        const note = noteOn(event, owners.get(pledgeOf(event)), missions.get(pledgeOf(event)));
        return note === undefined ? [] : [[event, note]];
      }),
    );
  }

  /** The state that registered each pledge on standby first: whose pledge the id is there. */
  private async ownersOf(pledges: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    if (pledges.size === 0) return new Map();
    const types = ['muster.PledgeRegistered', 'muster.FactRetracted'];
    const facts = (await this.log.events({ mission: standby, type: types })).map(factOf);
    const retracted = new Set(facts.flatMap((fact) => (fact.type === 'FactRetracted' ? nameOf(fact.data) : [])));
    const latestFirst = facts
      .filter((fact): fact is Registered => fact.type === 'PledgeRegistered' && pledges.has(fact.data.pledge))
      .filter(({ source: ofSource, id: ofId }) => !retracted.has(nameOf({ ofSource, ofId })))
      .sort((a, b) => compareFacts(b, a));
    return new Map(latestFirst.map(({ data }) => [data.pledge, data.contributor]));
  }

  /** The mission that has selected the pledge of that state; another one may have selected another state's of the same id. */
  private async missionsOf(owners: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const all = owners.size === 0 ? [] : await this.log.events({ mission: standby, type: 'muster.PledgeTied' });
    const ties = all.filter(({ data }) => owners.has(String(data['pledge'])));
    if (ties.length === 0) return new Map();
    const mission = [...new Set(ties.map(({ data }) => String(data['mission'])))];
    const selected = (await this.log.events({ mission, type: 'muster.PledgeSelected' })).map(
      (event) => factOf(event) as Selected,
    );
    return new Map(
      selected
        .filter(({ data }) => owners.get(data.pledge) === data.terms.contributor)
        .map(({ subject, data }) => [data.pledge, subject]),
    );
  }
}

const nameOf = ({ ofSource, ofId }: Pick<FactOf<'FactRetracted'>['data'], 'ofSource' | 'ofId'>): string => `${ofSource} ${ofId}`;

const pledgeOf = ({ data }: CloudEvent): string => String(data['pledge']);

function noteOn(event: CloudEvent, owner: string | undefined, mission: string | undefined): string | undefined {
  const { contributor } = event.data;
  if (owner !== undefined && contributor !== undefined && contributor !== owner)
    return `${pledgeOf(event)} is the id of another state’s pledge, so this changes nothing; send it about an id of its own, under another id.`;
  return mission && noteOnTied(pledgeOf(event), mission);
}

const noteOnTied = (pledge: string, mission: string): string =>
  `${pledge} has been selected by ${mission}, so this changes nothing here; send it with ${mission} as its subject, under another id.`;
