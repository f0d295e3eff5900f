import { sayingNames } from '@muster/force-generation';
import { factNames } from '../schemas/fact-schemas.js';
import { dataRef, schemaRef } from './payload-schemas.js';

/** AsyncAPI's Message Objects, in the names of the events. */

const ownFactNames = ['DayTurned', 'PolicyAdopted', 'PledgeTied'];

const keyIsMission = {
  kafka: { key: { type: 'string', description: 'The mission by its acronym, or standby.' }, bindingVersion: '0.5.0' },
};

const inBinaryMode = (name: string, headers: string) => ({
  name: `muster.${name}`,
  title: name,
  contentType: 'application/json',
  headers: { allOf: [schemaRef(headers), { type: 'object', properties: { ce_type: { const: `muster.${name}` } } }] },
  payload: dataRef(name),
});

const keyed = (message: object) => ({ ...message, bindings: keyIsMission });

type Messages = Readonly<Record<string, object>>;

const each = (names: readonly string[], headers: string): Messages =>
  Object.fromEntries(names.map((name) => [name, keyed(inBinaryMode(name, headers))]));

export const recordedFacts: Messages = each([...factNames, ...ownFactNames], 'RecordedHeaders');

export const sayings: Messages = each(sayingNames, 'RecordedHeaders');

export const reports: Messages = each(['ReportIssued', 'CorrigendumIssued'], 'RecordedHeaders');

export const inboundFacts: Messages = {
  ...Object.fromEntries(factNames.map((name) => [`Inbound${name}`, keyed(inBinaryMode(name, 'InboundHeaders'))])),
  InboundStructuredFact: keyed({
    name: 'structured fact',
    title: 'Any fact in structured mode',
    contentType: 'application/cloudevents+json',
    payload: schemaRef('StructuredFact'),
  }),
};

/** Under the key of the message that they answer, whatever it is. */
export const rejections: Messages = {
  MessageRejected: inBinaryMode('MessageRejected', 'RejectionHeaders'),
};
