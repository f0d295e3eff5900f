import type { Fact } from '@muster/force-generation';
import type { CloudEvent } from '../cloud-event.js';
import { factNames } from '../schemas/fact-schemas.js';
import { dataschemaOf } from '../schemas/json-schema.js';

/** What `factOf` needs of an event on the log; event-log's RecordedEvent has it. */
export interface RecordedFact extends Pick<CloudEvent, 'type' | 'source' | 'id' | 'subject' | 'data' | 'attributes'> {
  readonly position: number;
  readonly knownOn: string;
}

/** An event that this build has no schema for: its mission is parked until a build that knows it runs. */
export class UnknownSchemaVersion extends Error {
  override readonly name = 'UnknownSchemaVersion';

  constructor({ type, subject, position, attributes }: RecordedFact) {
    const schema = attributes?.['dataschema'];
    super(`${subject}: event ${position} is ${type} of schema ${schema ?? 'unnamed'}, which this build does not know`);
  }
}

interface Known {
  readonly name: Fact['type'];
  readonly dataschema: string;
}

const ownFactNames = ['DayTurned', 'PolicyAdopted', 'PledgeTied'] as const;

const knownByType: ReadonlyMap<string, Known> = new Map(
  [...factNames, ...ownFactNames].map((name) => [`muster.${name}`, { name, dataschema: dataschemaOf(name) }]),
);

/**
 * The fact that a recorded event is. Its data was checked before it was recorded, so nothing is parsed here: a replay calls this a
 * million times. Throws `UnknownSchemaVersion` for a type or a schema version that this build does not know.
 */
export function factOf(recorded: RecordedFact): Fact {
  const known = knownByType.get(recorded.type);
  const dataschema = recorded.attributes?.['dataschema'];
  if (known === undefined || (dataschema !== undefined && dataschema !== known.dataschema))
    throw new UnknownSchemaVersion(recorded);
  const { source, id, subject, position, knownOn, data } = recorded;
  return { type: known.name, source, id, subject, position, knownOn, data } as unknown as Fact;
}
