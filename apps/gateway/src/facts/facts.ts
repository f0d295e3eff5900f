import { Injectable } from '@nestjs/common';
import { recordedNames, toStructured, type StructuredEvent } from '@muster/contracts';
import { missionOf, type RecordedEvent } from '@muster/event-log';
import { EventLog } from '@muster/postgres';
import { Refusal } from '@muster/runtime';
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
  ) {}

  async at(position: number, from: Viewpoint): Promise<ShownFact & { readonly today: string }> {
    const event = await this.log.eventAt(position);
    return this.told(event, from, `There is no fact at position ${position}.`);
  }

  /** By its source and id, where it is all else that is asked for. */
  async named({ source, id, ...query }: FactsQuery & NameOfFact): Promise<ShownFact & { readonly today: string }> {
    const event = await this.log.eventBy(source, id);
    return this.told(event && isAsked(event, query) ? event : undefined, query, `There is no fact ${id} of ${source}.`);
  }

  async list(mission: string, query: FactsQuery): Promise<FactList> {
    const standing = await this.readings.standingAt(query);
    if (!standing.has(mission)) throw new Refusal(404, `There is no mission ${mission}.`);
    const { from, to, type, position = standing.position } = query;
    const search = { mission, from, to, type: type && typeNamed(type), upToPosition: position, limit: mostFacts + 1 };
    const events = (await this.log.events(search)).filter((event) => isSeen(event, query));
    const at = { today: await this.readings.dayOf(mission, query, standing), position };
    return { at, facts: events.slice(0, mostFacts).map(shownFact), more: events.length > mostFacts };
  }

  /** Refuses with 404 what is not seen from there. */
  private async told(event: RecordedEvent | undefined, from: Viewpoint, missing: string) {
    const standing = await this.readings.standingAt(from);
    if (event === undefined || !isSeen(event, from)) throw new Refusal(404, missing);
    return { today: await this.readings.dayOf(missionOf(event.stream), from, standing), ...shownFact(event) };
  }
}

interface NameOfFact {
  readonly source: string;
  readonly id: string;
}

function isAsked({ stream, type, data }: RecordedEvent, query: FactsQuery): boolean {
  const { mission = missionOf(stream), type: asked, from = data.on, to = data.on } = query;
  return missionOf(stream) === mission && type === (asked ? typeNamed(asked) : type) && from <= data.on && data.on <= to;
}

const isSeen = ({ data, knownOn, position }: RecordedEvent, { asOf, knownAt, position: upTo }: Viewpoint): boolean =>
  data.on <= (asOf ?? data.on) && knownOn <= (knownAt ?? knownOn) && position <= (upTo ?? position);

function typeNamed(type: string): string {
  const name = type.replace(/^muster\./, '');
  if (recordedNames.includes(name)) return `muster.${name}`;
  const problem = 'There is no fact of this name; /openapi.json and /schemas tell them.';
  throw new Refusal(400, 'The query of this request cannot be read.', { problems: [{ path: '/type', value: type, problem }] });
}
