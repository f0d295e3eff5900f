import { Injectable } from '@nestjs/common';
import { factOf, type CloudEvent } from '@muster/contracts';
import { isSaidStream, standby } from '@muster/event-log';
import { compareFacts, type Day, type Fact, type FactOf } from '@muster/force-generation';
import { EventLog } from '@muster/postgres';

type Registered = FactOf<'PledgeRegistered'>;
type Decided = FactOf<'PledgeDecided'>;
type Selected = FactOf<'PledgeSelected'>;

/** A pledge as `standby` has it: whose it is, since when it is withdrawn, and what was decided on it, the latest first. */
interface OnStandby {
  readonly owner: string;
  readonly withdrawnOn: Day | undefined;
  readonly decided: readonly Decided[];
}

/** The mission that has a pledge, and the position of its first selection that stands. */
interface SelectedBy {
  readonly mission: string;
  readonly position: number;
}

const typesOnStandby = ['muster.PledgeRegistered', 'muster.PledgeWithdrawn', 'muster.PledgeDecided', 'muster.FactRetracted'];

/** Pledges that a mission has selected: from then on their facts belong to the mission. */
@Injectable()
export class PledgeTies {
  constructor(private readonly log: EventLog) {}

  /**
   * Of events that change nothing on `standby`, by the position at which each is recorded: where they should have been sent, or what the
   * pledge needs first. Of selections of a pledge that was withdrawn there: that the mission counts it all the same.
   */
  async notesOn(recorded: ReadonlyMap<CloudEvent, number>): Promise<ReadonlyMap<CloudEvent, string>> {
    const about = [...recorded.keys()].filter(isOfPledge);
    const pledges = await this.onStandby(new Set(about.map(pledgeOf)));
    const selections = await this.selectionsOf(new Map([...pledges].map(([pledge, { owner }]) => [pledge, owner])));
    return new Map(
      about.flatMap((event): [CloudEvent, string][] => {
        const selected = selections.get(pledgeOf(event));
        const before = selected !== undefined && selected.position < recorded.get(event)! ? selected.mission : undefined;
        const note = noteOn(event, pledges.get(pledgeOf(event)), before);
        return note === undefined ? [] : [[event, note]];
      }),
    );
  }

  /** Each pledge is of the state that registered it first; what has withdrawn it first counts. */
  private async onStandby(pledges: ReadonlySet<string>): Promise<ReadonlyMap<string, OnStandby>> {
    if (pledges.size === 0) return new Map();
    const told = (await this.log.events({ mission: standby, type: typesOnStandby })).map(factOf);
    const latestFirst = standing(told).sort((a, b) => compareFacts(b, a));
    const withdrawn = new Map(
      latestFirst.flatMap((fact) => (fact.type === 'PledgeWithdrawn' ? [[fact.data.pledge, fact.data.on]] : [])),
    );
    const decided = latestFirst.filter((fact): fact is Decided => fact.type === 'PledgeDecided');
    const decidedOn = (pledge: string) => decided.filter(({ data }) => data.pledge === pledge);
    return new Map(
      latestFirst
        .filter((fact): fact is Registered => fact.type === 'PledgeRegistered' && pledges.has(fact.data.pledge))
        .map(({ data: { pledge, contributor: owner } }) => [
          pledge,
          { owner, withdrawnOn: withdrawn.get(pledge), decided: decidedOn(pledge) },
        ]),
    );
  }

  /** By whom the pledge of that state is selected; another mission may have selected another state's of the same id. */
  private async selectionsOf(owners: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, SelectedBy>> {
    if (owners.size === 0) return new Map();
    const streams = (await this.log.streams()).map(({ stream }) => stream);
    const missions = streams.filter((stream) => stream !== standby && !isSaidStream(stream));
    // Not those of the ties: a pledge that was registered after its selection has none.
    const all = await this.log.events({ mission: missions, type: 'muster.PledgeSelected' });
    const mission = [...new Set(all.filter(({ data }) => owners.has(String(data['pledge']))).map(({ subject }) => subject))];
    if (mission.length === 0) return new Map();
    const told = await this.log.events({ mission, type: ['muster.PledgeSelected', 'muster.FactRetracted'] });
    const selections = new Map<string, SelectedBy>();
    for (const { type, subject, position, data } of standing(told.map(factOf))) {
      if (type !== 'PledgeSelected' || owners.get(data.pledge) !== data.terms.contributor) continue;
      selections.set(data.pledge, { mission: subject, position: selections.get(data.pledge)?.position ?? position });
    }
    return selections;
  }
}

/** Those that nobody has retracted. */
function standing(facts: readonly Fact[]): Fact[] {
  const retracted = new Set(facts.flatMap((fact) => (fact.type === 'FactRetracted' ? nameOf(fact.data) : [])));
  return facts.filter(({ source: ofSource, id: ofId }) => !retracted.has(nameOf({ ofSource, ofId })));
}

const nameOf = ({ ofSource, ofId }: Pick<FactOf<'FactRetracted'>['data'], 'ofSource' | 'ofId'>): string => `${ofSource} ${ofId}`;

const isSelection = ({ type }: CloudEvent): boolean => type === 'muster.PledgeSelected';

const isOfPledge = (event: CloudEvent): boolean =>
  typeof event.data['pledge'] === 'string' && (event.subject === standby || isSelection(event));

const pledgeOf = ({ data }: CloudEvent): string => String(data['pledge']);

function noteOn(event: CloudEvent, of: OnStandby | undefined, mission: string | undefined): string | undefined {
  if (event.subject !== standby) return noteOnSelection(event, of);
  const { contributor, on } = event.data;
  const pledge = pledgeOf(event);
  if (of !== undefined && contributor !== undefined && contributor !== of.owner)
    return `${pledge} is the id of another state’s pledge, so this changes nothing; send it about an id of its own, under another id.`;
  if (mission !== undefined) return noteOnTied(pledge, mission);
  if (event.type === 'muster.PledgeWithdrawn' || of === undefined) return undefined;
  if (of.withdrawnOn !== undefined && on > of.withdrawnOn)
    return `${pledge} was withdrawn on ${of.withdrawnOn}, so this changes nothing; register a new pledge under an id of its own.`;
  return event.type === 'muster.PledgeDecided' ? undefined : noteOnDeclined(event, of);
}

const noteOnTied = (pledge: string, mission: string): string =>
  `${pledge} has been selected by ${mission}, so this changes nothing here; send it with ${mission} as its subject, under another id.`;

/** Declined before that day, and not decided on anew since. */
function noteOnDeclined(event: CloudEvent, { decided }: OnStandby): string | undefined {
  const last = decided.find(({ data }) => data.on <= event.data.on)?.data;
  if (last?.decision !== 'declined' || last.on === event.data.on) return undefined;
  const pledge = pledgeOf(event);
  return `${pledge} was declined on ${last.on}, so this changes nothing while that stands; register a new pledge under an id of its own.`;
}

/** Also where it was withdrawn on a later day: that came before the mission had the pledge, so its sender was told nothing. */
function noteOnSelection({ subject, data }: CloudEvent, of: OnStandby | undefined): string | undefined {
  const { contributor } = (data as unknown as Selected['data']).terms;
  if (of?.owner !== contributor || of?.withdrawnOn === undefined) return undefined;
  const pledge = String(data['pledge']);
  return `${pledge} was withdrawn on ${of.withdrawnOn}, which ${subject} does not know: it counts it until that is sent to it as well.`;
}
