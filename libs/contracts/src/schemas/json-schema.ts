import { z } from 'zod';
import { factNames, factSchemas } from './fact-schemas.js';
import { ownSchemas } from './own-schemas.js';
import { rejectionSchema } from './rejection-schema.js';

/** The one version of every schema that this build reads and writes. */
export const schemaVersion = 1;

/** `dataschema` of an event and the door that serves it. */
export const dataschemaOf = (name: string, version: number = schemaVersion): string => `/schemas/${name}/${version}`;

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Of what travels and is not recorded: answers on `muster.rejected`. */
const answerSchemas = { MessageRejected: rejectionSchema };

const schemas: ReadonlyMap<string, z.ZodType> = new Map(Object.entries({ ...factSchemas, ...ownSchemas, ...answerSchemas }));

/** Names of all recorded events: the facts of the doors, then what Muster records by itself. */
export const recordedNames: readonly string[] = [...factNames, ...Object.keys(ownSchemas)];

/** Whatever a `dataschema` may name. */
export const schemaNames: readonly string[] = [...schemas.keys()];

const written = new Map<string, JsonSchema>();

/**
 * JSON Schema (draft 2020-12) of an event's data, from the same source as the check at the door; undefined where there is no such
 * name or version. Rules over several fields are checked at the door only.
 */
export function jsonSchemaOf(name: string, version: number): JsonSchema | undefined {
  const schema = schemas.get(name);
  if (schema === undefined || version !== schemaVersion) return undefined;
  const known = written.get(name);
  if (known !== undefined) return known;
  const { $schema, ...rest } = z.toJSONSchema(schema);
  const result = { $schema, $id: dataschemaOf(name), title: name, ...rest };
  written.set(name, result);
  return result;
}
