import { topics } from '../topics.js';
import { inboundFacts, recordedFacts, rejections, reports, sayings } from './messages.js';
import { payloadSchemas } from './payload-schemas.js';

type Topic = keyof typeof topics;

interface Told {
  /** What Muster does with the topic. */
  readonly action: 'send' | 'receive';
  readonly title: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, object>>;
}

const told: Readonly<Record<Topic, Told>> = {
  facts: {
    action: 'send',
    title: 'Facts',
    description: `Every recorded fact of every mission, in the order of its stream. The log is the authority: the topic can be
emptied and is filled again from it. A message may come twice; ce_sequence tells which were seen.`,
    messages: recordedFacts,
  },
  alerts: {
    action: 'send',
    title: 'Alerts',
    description: `What is said about an alert each time that it changes. The last message of each data.key is what is true;
its revisions are 1, 2, 3 ….`,
    messages: sayings,
  },
  reports: {
    action: 'send',
    title: 'Council reports',
    description: `That a mission's monthly report was issued, or a corrigendum to it: where it was read, and the SHA-256 of its JSON.
The report itself is given by the gateway at /api/reports/{mission}/{month}. ce_sequence counts what was said of the mission on
muster.alerts, too.`,
    messages: reports,
  },
  inbound: {
    action: 'receive',
    title: 'Facts from other systems',
    description: `Facts to be recorded, as CloudEvents 1.0 in binary or structured mode. What was sent before is known and changes
nothing; what cannot be taken is answered on muster.rejected and stops nothing.`,
    messages: inboundFacts,
  },
  rejected: {
    action: 'send',
    title: 'Rejected messages',
    description: 'Each message of muster.inbound that could not be taken, with every problem and the message as it was sent.',
    messages: rejections,
  },
};

const names = Object.keys(topics) as Topic[];

const byTopic = <Value>(value: (name: Topic) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(names.map((name) => [name, value(name)]));

const channel = (name: Topic) => ({
  address: topics[name],
  title: told[name].title,
  description: told[name].description,
  messages: Object.fromEntries(
    Object.keys(told[name].messages).map((message) => [message, { $ref: `#/components/messages/${message}` }]),
  ),
  bindings: { kafka: { topic: topics[name], bindingVersion: '0.5.0' } },
});

const operation = (name: Topic) => ({
  action: told[name].action,
  title: told[name].title,
  channel: { $ref: `#/channels/${name}` },
});

/** AsyncAPI 3.1 of what travels on Kafka, from the schemas that check at the doors. */
export const asyncApiDocument = () => ({
  asyncapi: '3.1.0',
  info: {
    title: 'Muster',
    version: '1',
    description: `Muster compares what the Council authorized and a mission requires with what is there. Facts, alerts and reports
travel as CloudEvents 1.0 in binary mode, with the mission as their key. The doors of HTTP are described at /openapi.json.`,
    license: { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
  defaultContentType: 'application/json',
  channels: byTopic(channel),
  operations: byTopic(operation),
  components: {
    schemas: payloadSchemas(),
    messages: Object.assign({}, ...names.map((name) => told[name].messages)) as Readonly<Record<string, object>>,
  },
});
