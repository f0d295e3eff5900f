import { sayingNames } from '@muster/force-generation';
import { z } from 'zod';
import { factNames, factSchemas } from '../schemas/fact-schemas.js';
import { capability, cell, contributor, day } from '../schemas/fields.js';
import type { JsonSchema } from '../schemas/json-schema.js';
import { alertSchema, figureValue, ownSchemas } from '../schemas/own-schemas.js';
import { rejectionSchema } from '../schemas/rejection-schema.js';
import { inboundHeaders, recordedHeaders, rejectionHeaders } from './message-headers.js';
import { structuredFact } from './structured-fact.js';

/** Everything that travels, and what several of these hold and is long. All sayings have one schema. */
const named: Readonly<Record<string, z.ZodType>> = {
  ...factSchemas,
  DayTurned: ownSchemas.DayTurned,
  PolicyAdopted: ownSchemas.PolicyAdopted,
  PledgeTied: ownSchemas.PledgeTied,
  Saying: ownSchemas[sayingNames[0]],
  ReportIssued: ownSchemas.ReportIssued,
  CorrigendumIssued: ownSchemas.CorrigendumIssued,
  MessageRejected: rejectionSchema,
  StructuredFact: structuredFact,
  RecordedHeaders: recordedHeaders,
  InboundHeaders: inboundHeaders,
  RejectionHeaders: rejectionHeaders,
  Alert: alertSchema,
  FigureValue: figureValue,
  Contributor: contributor,
  Capability: capability,
  Cell: cell,
  Day: day,
};

export const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const isSaying = (name: string): boolean => (sayingNames as readonly string[]).includes(name);

/** Where the schema of an event's data stands. */
export const dataRef = (name: string) => schemaRef(isSaying(name) ? 'Saying' : name);

/** JSON Schemas in draft 7, which AsyncAPI's own are made of, from the schemas that check at the doors. */
export function payloadSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { target: 'draft-7', uri: (id) => schemaRef(id).$ref });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, placed(name, schema)]));
}

/** As one of AsyncAPI's schemas: what draft it is of and where it stands is known there. */
function placed(name: string, { $schema: _draft, $id: _place, ...schema }: JsonSchema): JsonSchema {
  return name === 'StructuredFact' ? { ...schema, oneOf: dataByType } : schema;
}

const dataByType = factNames.map((name) => ({ properties: { type: { const: `muster.${name}` }, data: schemaRef(name) } }));
