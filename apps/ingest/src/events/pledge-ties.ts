import { Injectable } from '@nestjs/common';
import { factOf, type CloudEvent } from '@muster/contracts';
import { standby } from '@muster/event-log';
import { compareFacts, type FactOf } from '@muster/force-generation';
import { EventLog } from '@muster/postgres';

type Registered = FactOf<'PledgeRegistered'>;
type Selected = FactOf<'PledgeSelected'>;

/** A pledge as `standby` has it: whose it is, and since when it is withdrawn. */
interface OnStandby {
  readonly owner: string;
  readonly withdrawnOn: string | undefined;
}

/** Pledges that a mission has selected: from then on their facts belong to the mission. */
@Injectable()
export class PledgeTies {
  constructor(private readonly log: EventLog) {}

  /** Of events sent to `standby` that change nothing there: where they should have been sent, or that a pledge needs another id. */
  async notesOn(events: readonly CloudEvent[]): Promise<ReadonlyMap<CloudEvent, string>> {
    const about = events.filter(({ subject, data }) => subject === standby && typeof data['pledge'] === 'string');
    const pledges = await this.onStandby(new Set(about.map(pledgeOf)));
    const missions = await this.missionsOf(new Map([...pledges].map(([pledge, { owner }]) => [pledge, owner])));
    return new Map(
      about.flatMap((event): [CloudEvent, string][] => {
        const note = noteOn(event, pledges.get(pledgeOf(event)), missions.get(pledgeOf(event)));
        return note === undefined ? [] : [[event, note]];
      }),
    );
  }

  /** Each pledge is of the state that registered it first; what has withdrawn it first counts. */
  private async onStandby(pledges: ReadonlySet<string>): Promise<ReadonlyMap<string, OnStandby>> {
    if (pledges.size === 0) return new Map();
    const types = ['muster.PledgeRegistered', 'muster.PledgeWithdrawn', 'muster.FactRetracted'];
    const facts = (await this.log.events({ mission: standby, type: types })).map(factOf);
    const retracted = new Set(facts.flatMap((fact) => (fact.type === 'FactRetracted' ? nameOf(fact.data) : [])));
    const latestFirst = facts
      .filter(({ source: ofSource, id: ofId }) => !retracted.has(nameOf({ ofSource, ofId })))
      .sort((a, b) => compareFacts(b, a));
    const withdrawn = new Map(
      latestFirst.flatMap((fact) => (fact.type === 'PledgeWithdrawn' ? [[fact.data.pledge, fact.data.on]] : [])),
    );
    return new Map(
      latestFirst
        .filter((fact): fact is Registered => fact.type === 'PledgeRegistered' && pledges.has(fact.data.pledge))
        .map(({ data: { pledge, contributor: owner } }) => [pledge, { owner, withdrawnOn: withdrawn.get(pledge) }]),
    );
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

function noteOn(event: CloudEvent, of: OnStandby | undefined, mission: string | undefined): string | undefined {
  const { contributor, on } = event.data;
  const pledge = pledgeOf(event);
  if (of !== undefined && contributor !== undefined && contributor !== of.owner)
    return `${pledge} is the id of another state’s pledge, so this changes nothing; send it about an id of its own, under another id.`;
  if (mission !== undefined) return noteOnTied(pledge, mission);
  if (of?.withdrawnOn === undefined || on <= of.withdrawnOn || event.type === 'muster.PledgeWithdrawn') return undefined;
  return `${pledge} was withdrawn on ${of.withdrawnOn}, so this changes nothing; register a new pledge under an id of its own.`;
}

const noteOnTied = (pledge: string, mission: string): string =>
  `${pledge} has been selected by ${mission}, so this changes nothing here; send it with ${mission} as its subject, under another id.`;
