import { Injectable } from '@nestjs/common';
import { recordedNames, toStructured, type StructuredEvent } from '@muster/contracts';
import { missionOf, standby, type RecordedEvent } from '@muster/event-log';
import { EventLog } from '@muster/postgres';
import { Clock, Refusal } from '@muster/runtime';
import type { LogStanding } from '../ledgers/log-standing.js';
import { Readings, type ReadAt } from '../ledgers/readings.js';
import type { Viewpoint } from '../viewpoint.js';
import type { FactsQuery } from './facts-query.js';

/** A recorded event, `event` as it was sent. */
export interface ShownFact {
  readonly position: number;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly hash?: string;
  readonly event: StructuredEvent;
}

export interface FactList {
  readonly at: ReadAt;
  readonly facts: readonly ShownFact[];
  /** There are more than are shown: ask for fewer days. */
  readonly more: boolean;
}

/** Facts of an answer. */
const mostFacts = 10_000;

export function shownFact({ position, sequence, recordedAt, hash, ...event }: RecordedEvent): ShownFact {
  return { position, sequence, recordedAt, ...(hash !== undefined && { hash }), event: toStructured(event) };
}

/** Reads the log itself: what was sent, and where it stands. */
@Injectable()
export class Facts {
  constructor(
    private readonly log: EventLog,
    private readonly readings: Readings,
    private readonly clock: Clock,
  ) {}

  async at(position: number): Promise<ShownFact & { readonly today: string }> {
    const event = await this.log.eventAt(position);
    if (event === undefined) throw new Refusal(404, `There is no fact at position ${position}.`);
    return this.told(event);
  }

  async named(source: string, id: string, from: Viewpoint): Promise<ShownFact & { readonly today: string }> {
    const event = await this.log.eventBy(source, id);
    if (event === undefined || !isSeen(event, from)) throw new Refusal(404, `There is no fact ${id} of ${source}.`);
    return this.told(event);
  }

  async list(mission: string, query: FactsQuery): Promise<FactList> {
    const standing = await this.readings.standingAt(query);
    if (mission !== standby && standing.streamOf(mission) === undefined)
      throw new Refusal(404, `There is no mission ${mission}.`);
    const { from, to, type, position = standing.position } = query;
    const search = { mission, from, to, type: type && typeNamed(type), upToPosition: position, limit: mostFacts + 1 };
    const events = (await this.log.events(search)).filter((event) => isSeen(event, query));
    const at = { today: query.asOf ?? this.dayOf(standing, mission), position };
    return { at, facts: events.slice(0, mostFacts).map(shownFact), more: events.length > mostFacts };
  }

  private async told(event: RecordedEvent): Promise<ShownFact & { readonly today: string }> {
    const standing = await this.readings.standingAt({});
    return { today: this.dayOf(standing, missionOf(event.stream)), ...shownFact(event) };
  }

  private dayOf(standing: LogStanding, mission: string): string {
    return standing.dayOf(mission) ?? standing.dayOf() ?? this.clock.today();
  }
}

const isSeen = ({ data, knownOn, position }: RecordedEvent, { asOf, knownAt, position: upTo }: Viewpoint): boolean =>
  data.on <= (asOf ?? data.on) && knownOn <= (knownAt ?? knownOn) && position <= (upTo ?? position);

function typeNamed(type: string): string {
  const name = type.replace(/^muster\./, '');
  if (recordedNames.includes(name)) return `muster.${name}`;
  const problem = 'There is no fact of this name; /openapi.json and /schemas tell them.';
  throw new Refusal(400, 'The query of this request cannot be read.', { problems: [{ path: '/type', value: type, problem }] });
}
