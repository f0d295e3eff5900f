import { largestInbound, parseMessage, type SentMessage } from './parse-message.js';

const data = { on: '2018-02-28', unit: 'TGO-1', women: 50, men: 800 };
const event = { source: '/un/dpo', id: 'strength-1', type: 'muster.UnitStrengthReported', subject: 'MINUSMA', data };
const bytes = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

const ceHeaders = {
  ce_specversion: bytes('1.0'),
  ce_source: bytes(event.source),
  ce_id: bytes(event.id),
  ce_type: bytes(event.type),
  ce_subject: bytes(event.subject),
  'content-type': bytes('application/json'),
};
const binary = (change: Partial<SentMessage['headers']> = {}, value: Uint8Array | null = bytes(data)): SentMessage => ({
  headers: { ...ceHeaders, ...change },
  value,
});
const structured = (value: Uint8Array | null, type = 'application/cloudevents+json; charset=UTF-8'): SentMessage => ({
  headers: { 'content-type': bytes(type) },
  value,
});

const told = (message: SentMessage): string[] => {
  const parsed = parseMessage(message);
  return 'problems' in parsed ? parsed.problems.map(({ path, problem }) => `${path} ${problem}`) : [];
};

describe('a message is a fact', () => {
  it('in binary mode: attributes in headers, data as the value', () => {
    expect(parseMessage(binary({ ce_traceparent: bytes('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01') }))).toEqual({
      event: {
        ...event,
        attributes: {
          datacontenttype: 'application/json',
          traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        },
      },
    });
  });

  it('in structured mode: all of it as the value', () => {
    expect(parseMessage(structured(bytes({ specversion: '1.0', ...event })))).toEqual({ event });
  });

  it('with text that is not ASCII, and a percent sign that is one', () => {
    const parsed = parseMessage(binary({ ce_id: bytes('Côte d’Ivoire 100%25') }));
    expect(parsed).toMatchObject({ event: { id: 'Côte d’Ivoire 100%25' } });
  });

  it('whatever headers stand beside it', () => {
    expect(told(binary({ 'x-other': bytes('1'), traceparent: Buffer.from([0xff]) }))).toEqual([]);
  });
});

/** what, message  ->  what is told of it */
const broken: readonly (readonly [string, SentMessage, RegExp])[] = [
  ['a tombstone', binary({}, null), /^\/data This message has no value \(a tombstone\)/],
  ['a tombstone without headers', { headers: {}, value: null }, /a tombstone/],
  ['an empty value', binary({}, bytes('')), /^\/data The value is empty/],
  ['JSON that was cut off', binary({}, bytes('{"on":"2018-')), /^\/data The value is not JSON/],
  ['an event that was cut off', structured(bytes('{"specversion":"1.0","sour')), /^ The value is not JSON/],
  ['a value that is not UTF-8', binary({}, Buffer.from([0x7b, 0xff, 0x7d])), /^\/data The value is not UTF-8/],
  ['a structured one that is not UTF-8', structured(Buffer.from([0xc3, 0x28])), /The value is not UTF-8/],
  [
    'a value larger than a door takes',
    binary({}, Buffer.alloc(largestInbound + 1, 0x20)),
    /has 5000001 bytes; send at most 5000000/,
  ],
  ['a header that is not UTF-8', binary({ ce_id: Buffer.from([0xff]) }), /^\/id The value of this header is not UTF-8/],
  ['a header twice', binary({ ce_id: [bytes('1'), bytes('2')] }), /^\/id This header was sent more than once/],
  ['a header in small letters and in capitals', binary({ CE_ID: bytes('2') }), /^\/id This header was sent more than once/],
  ['a data header', binary({ ce_data: bytes('{}') }), /^\/data Binary mode has no ce_data/],
  ['a batch', structured(bytes([event]), 'application/cloudevents-batch+json'), /one event in a message/],
  ['another encoding', structured(bytes('x'), 'application/cloudevents+avro'), /Send application\/cloudevents\+json/],
  ['no CloudEvent', structured(bytes(data), 'application/json'), /^ This is no CloudEvent/],
  ['no headers at all', { headers: {}, value: bytes(data) }, /^ This is no CloudEvent/],
  ['data in XML', binary({ 'content-type': bytes('application/xml') }), /^\/datacontenttype /],
  ['a list', structured(bytes([event])), /^ An event is a JSON object/],
];

describe('a message is answered that is', () => {
  it.each(broken)('%s', (_, message, words) => expect(told(message)[0]).toMatch(words));

  it('wrong in several places, with all of them at once and the source and id to find it by', () => {
    const message = binary({ ce_subject: bytes('MINU SMA'), ce_time: bytes('now') }, bytes({ ...data, women: -1, wmen: 1 }));
    expect(parseMessage(message)).toMatchObject({ source: '/un/dpo', id: 'strength-1', problemCount: 4 });
    expect(told(binary({ ce_subject: bytes('MINU SMA') }, bytes('{')))).toEqual([
      expect.stringMatching(/^\/data The value is not JSON/),
      expect.stringMatching(/^\/subject /),
    ]);
    expect(parseMessage(binary({}, bytes('{')))).toMatchObject({ source: '/un/dpo', id: 'strength-1', problemCount: 1 });
  });
});
