import type { INestApplication } from '@nestjs/common';
import { rejectionSchema, type Rejection } from '@muster/contracts';
import { EventLog } from '@muster/postgres';
import { Config, createService } from '@muster/runtime';
import { IngestModule } from '../../apps/ingest/src/ingest.module.js';
import { strengthReturned, type SentFact } from '../end-to-end/sent-facts.js';
import { describeOnKafka } from '../servers/kafka.js';
import type { OutgoingMessage, SeenMessage } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { openLandscape, pinnedDay, type Landscape } from './landscape.js';

jest.setTimeout(120_000);

const structured = (fact: object, key: string | Buffer | null = 'MINUSMA'): OutgoingMessage => ({
  key,
  value: JSON.stringify(fact),
  headers: { 'content-type': 'application/cloudevents+json' },
});

const binary = ({ data, ...attributes }: SentFact, headers: OutgoingMessage['headers'] = {}): OutgoingMessage => ({
  key: attributes.subject,
  value: JSON.stringify(data),
  headers: {
    'content-type': 'application/json',
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value])),
    ...headers,
  },
});

/** Months ago, so that each is a day of its own. */
let months = 0;
const fact = (given: Partial<SentFact> = {}): SentFact => {
  const day = new Date(Date.UTC(2017, 1 - ++months, 0)).toISOString().slice(0, 10);
  return strengthReturned(day, 800, given);
};

const badKey = Buffer.from([0xff, 0xfe, 0x00]);

/** what, message, words of its answer */
const broken: readonly (readonly [string, OutgoingMessage, RegExp])[] = [
  [
    'is malformed',
    { key: 'MINUSMA', value: '{"specversion"', headers: { 'content-type': 'application/cloudevents+json' } },
    /not JSON/,
  ],
  ['was cut off', { ...binary(fact()), value: JSON.stringify(fact().data).slice(0, 40) }, /not JSON/],
  ['is too large', { ...binary(fact()), value: `${' '.repeat(5_000_001)}{}` }, /has 5000003 bytes; send at most 5000000/],
  ['is a tombstone', { key: 'MINUSMA', value: null }, /tombstone/],
  ['has another content type', { ...structured(fact()), headers: { 'content-type': 'text/csv' } }, /no CloudEvent/],
  ['has a key that is not UTF-8', { ...structured({ ...fact(), subject: 'MINU SMA' }, badKey) }, /subject/i],
  ['has a value that is not UTF-8', { ...binary(fact()), value: Buffer.from([0x7b, 0xff]) }, /not UTF-8/],
  ['has a header twice', binary(fact(), { ce_id: ['1', '2'] }), /more than once/],
  [
    'has a name twice',
    { ...binary(fact()), value: JSON.stringify(fact().data).replace('"men":', '"men":7,"men":') },
    /\/data\/rows\/0\/men This name stands more than once/,
  ],
  ['bears what Muster says itself', structured({ ...fact(), source: '/muster/assessor' }), /\/muster\//],
];

describeOnKafka('muster.inbound', () => {
  let landscape: Landscape;
  let ingest: INestApplication;
  let log: EventLog;
  let answers: readonly SeenMessage[];

  const rejections = (): Rejection[] => answers.map(({ value }) => rejectionSchema.parse(JSON.parse(value ?? '')));
  const send = (...messages: OutgoingMessage[]): Promise<void> => landscape.client.send('muster.inbound', messages);
  const isRecorded = async ({ source, id }: SentFact): Promise<boolean> => (await log.eventBy(source, id)) !== undefined;

  beforeAll(async () => {
    landscape = await openLandscape();
    const { databaseUrl, brokers } = landscape;
    const variables = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers, MUSTER_TODAY: pinnedDay, LOG_LEVEL: 'silent' };
    ingest = await createService([IngestModule], Config.from(variables));
    log = ingest.get(EventLog);
    await until('the topics are there', async () => (await landscape.client.topics()).includes('muster.rejected'));
    answers = await landscape.client.read('muster.rejected');
  });
  afterAll(async () => {
    await ingest?.close();
    await landscape?.close();
  });

  it('takes facts in binary and in structured mode, each once', async () => {
    const [first, second] = [fact(), fact()];
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await send(structured(first), binary(second, { ce_traceparent: traceparent }), structured(first));
    await until('both are recorded', async () => (await isRecorded(first)) && (await isRecorded(second)));
    const recorded = await log.eventBy(second.source, second.id);
    expect(recorded).toMatchObject({ data: second.data, attributes: { traceparent } });
    expect(answers).toEqual([]);
  });

  it.each(broken)('answers a message that %s, with the message itself, and goes on', async (_, message, words) => {
    const before = answers.length;
    const next = fact();
    await send(message, structured(next));
    await until('it is answered', () => answers.length === before + 1);
    await until('the next one is recorded', () => isRecorded(next));
    const { problems, problemCount, message: original } = rejections().at(-1)!;
    expect(problems.map(({ path, problem }) => `${path} ${problem}`).join('\n')).toMatch(words);
    expect(problemCount).toBe(problems.length);
    const bytes = Buffer.from(message.value ?? '');
    expect(original).toMatchObject({ topic: 'muster.inbound', bytes: bytes.length, truncated: bytes.length > 5_000_000 });
    // Jest compares bytes one by one, which takes ten seconds for five million.
    const value = original.value === null ? null : Buffer.from(original.value, original.encoding as BufferEncoding);
    expect(value?.equals(bytes.subarray(0, 5_000_000)) ?? message.value).toBe(value === null ? null : true);
    expect(Buffer.from(original.key ?? '', original.encoding as BufferEncoding)).toEqual(Buffer.from(message.key ?? ''));
  });

  it('answers as a CloudEvent that names the message, and tells every problem at once', async () => {
    const before = answers.length;
    await send(binary({ ...fact(), subject: 'MINU SMA', data: { on: 'today', detail: 'byContributor', rows: [], wrong: 1 } }));
    await until('it is answered', () => answers.length === before + 1);
    expect(answers.at(-1)!.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_source: '/muster/ingest',
      ce_type: 'muster.MessageRejected',
      ce_id: expect.stringMatching(/^muster\.inbound\/\d+\/\d+@\d+$/),
      'content-type': 'application/json',
    });
    const paths = rejections()
      .at(-1)!
      .problems.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/subject', '/data/on', '/data/wrong']));
  });

  it.each([
    ['a header', { headers: { ...structured({}).headers, remark: '\u0001'.repeat(4_000_000) } }],
    ['a key', { key: '\u0001'.repeat(4_000_000), partition: 0 }],
    ['a source', { ...binary(fact(), { ce_source: '\u0001'.repeat(4_000_000) }) }],
  ])('answers a message whose answer the broker cannot take for %s with the beginning of it, and goes on', async (_, given) => {
    const before = answers.length;
    const next = fact();
    await send({ ...structured({}), ...given });
    await until('it is answered', () => answers.length === before + 1);
    await send(structured(next));
    await until('the next one is recorded', () => isRecorded(next));
    const { key, value } = answers.at(-1)!;
    expect([key?.length, value!.length].every((length) => (length ?? 0) < 400_000)).toBe(true);
    expect(rejections().at(-1)).toMatchObject({ message: { truncated: true } });
  });

  it('answers within the trace of the message, and in none where it names what is none', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const refused = (given: object) => ({ ...fact(), subject: 'MINU SMA', ...given });
    const traceOf = async (message: OutgoingMessage): Promise<string | undefined> => {
      const before = answers.length;
      await send(message);
      await until('it is answered', () => answers.length === before + 1);
      return answers.at(-1)!.headers['ce_traceparent'];
    };
    expect(await traceOf(structured(refused({ traceparent })))).toBe(traceparent);
    expect(await traceOf(binary(refused({}), { CE_TRACEPARENT: traceparent }))).toBe(traceparent);
    expect(await traceOf(binary(refused({}), { ce_traceparent: 'of ours' }))).toBeUndefined();
  });

  it('answers other content under an id that is taken', async () => {
    const before = answers.length;
    const taken = fact();
    await send(structured(taken));
    await until('it is recorded', () => isRecorded(taken));
    await send(structured({ ...taken, data: { ...taken.data, note: 'another' } }));
    await until('it is answered', () => answers.length === before + 1);
    expect(rejections().at(-1)).toMatchObject({ id: taken.id, problems: [{ path: '/id' }] });
  });

  it('records a fact whose key is no text: the key is not the fact', async () => {
    const keyless = [fact(), fact()];
    await send(structured(keyless[0]!, badKey), structured(keyless[1]!, null));
    for (const one of keyless) await until('it is recorded', () => isRecorded(one));
  });
});
