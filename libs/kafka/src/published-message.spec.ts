import type { RecordedEvent } from '@muster/event-log';
import { publishedMessage, recordedEventOf } from './published-message.js';

const event = (attributes?: RecordedEvent['attributes'], data: object = {}): RecordedEvent => ({
  position: 812,
  stream: 'MINUSMA',
  sequence: 42,
  source: 'https://example.org/Côte d’Ivoire',
  id: 'a/b c%20d',
  type: 'muster.UnitStrengthReported',
  subject: 'MINUSMA',
  data: { on: '2018-01-31', unit: 'u', ...data },
  knownOn: '2018-05-08',
  recordedAt: '2018-05-08T10:00:00.123Z',
  ...(attributes !== undefined && { attributes }),
});

/** As Kafka gives it back: headers as bytes. */
const received = (sent: RecordedEvent) => {
  const { headers = {}, value } = publishedMessage(sent);
  return {
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text as string)])),
    value: Buffer.from(value as string),
  };
};

describe('a recorded event on Kafka', () => {
  it('is a CloudEvent in binary mode, with the mission as its key', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const attributes = { dataschema: '/schemas/UnitStrengthReported/1', datacontenttype: 'application/json', traceparent };
    expect(publishedMessage(event(attributes))).toEqual({
      key: 'MINUSMA',
      value: '{"on":"2018-01-31","unit":"u"}',
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_source: 'https://example.org/Côte d’Ivoire',
        ce_id: 'a/b c%20d',
        ce_type: 'muster.UnitStrengthReported',
        ce_subject: 'MINUSMA',
        ce_dataschema: '/schemas/UnitStrengthReported/1',
        ce_traceparent: traceparent,
        ce_recordedtime: '2018-05-08T10:00:00.123Z',
        ce_sequence: '000000000042',
        ce_position: '812',
        ce_partitionkey: 'MINUSMA',
      },
    });
  });

  it.each([
    ['without further attributes', undefined],
    ['with the usual ones', { dataschema: '/schemas/UnitStrengthReported/1', datacontenttype: 'application/json' }],
    ['without a content type', { dataschema: '/schemas/UnitStrengthReported/1' }],
    ['with a number and a truth', { count: 7, urgent: true, datacontenttype: 'application/json' }],
    ['with names of the wire’s own', { position: '1', sequence: 'x', partitionkey: 'y', datacontenttype: 'application/json' }],
    ['with text of other scripts', { note: 'Опыт, 経験', datacontenttype: 'application/json; charset=utf-8' }],
  ])('is read back as it was, %s', (_, attributes) => {
    expect(recordedEventOf(received(event(attributes)), false)).toEqual(event(attributes));
  });

  it('is known on the day that its source published it', () => {
    const sent = { ...event(undefined, { publishedOn: '2018-02-14' }), knownOn: '2018-02-14' };
    expect(recordedEventOf(received(sent), false)).toEqual(sent);
  });

  it('is in the stream of what was said where it comes on the topic of alerts', () => {
    const said = { ...event(), stream: 'MINUSMA/said' };
    expect(publishedMessage(said).key).toBe('MINUSMA');
    expect(recordedEventOf(received(said), true)).toEqual(said);
  });

  it.each([
    ['a tombstone', { value: null }, 'it has no value'],
    ['no JSON', { value: Buffer.from('{') }, /JSON/],
    ['no position', { headers: { ce_position: undefined } }, 'it has no header ce_position'],
    ['a position that is none', { headers: { ce_position: Buffer.from('-1') } }, '"-1" is no position'],
    ['a sequence of 0', { headers: { ce_sequence: Buffer.from('0') } }, '"0" is no position'],
    ['no instant', { headers: { ce_recordedtime: Buffer.from('yesterday') } }, 'its recordedtime is "yesterday"'],
    ['an id twice', { headers: { ce_id: [Buffer.from('1'), Buffer.from('2')] } }, 'it has no header ce_id'],
  ])('is told from another message: %s', (_, { headers, ...change }: { headers?: object; value?: Buffer | null }, words) => {
    const sent = received(event());
    expect(() => recordedEventOf({ ...sent, ...change, headers: { ...sent.headers, ...headers } }, false)).toThrow(words);
  });
});
