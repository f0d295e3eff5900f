import type { InboundMessage } from '@muster/kafka';
import { rejectionOf } from './rejection-of.js';

const long = '\u0001'.repeat(4_000_000);
const now = new Date('2018-05-08T12:00:00Z');
const place = { topic: 'muster.inbound', partition: 3, offset: '17', timestamp: '1525780800000' };
const message = (given: Partial<InboundMessage> = {}): InboundMessage => ({
  ...place,
  key: null,
  headers: {},
  value: null,
  ...given,
});
const rejected = { source: null, id: null, outcome: 'rejected', traceparent: undefined } as const;

describe('an answer', () => {
  it('in short is small whatever is long in the message: what Kafka takes by itself is 1 MB', () => {
    const bytes = Buffer.from(long);
    const sent = message({ key: bytes, value: bytes, headers: { first: 'kept', remark: bytes } });
    const problems = Array.from({ length: 1_000 }, () => ({
      path: `/data/${long.slice(0, 5_000)}`,
      value: long.slice(0, 200),
      problem: 'long '.repeat(100),
    }));
    const result = { ...rejected, source: long, id: long, problems, traceparent: `01-${long}` };
    const { key, headers, value } = rejectionOf(sent, result, now).short;
    expect(key!.length + value.length + JSON.stringify(headers).length).toBeLessThan(500_000);
    expect(JSON.parse(value)).toMatchObject({
      problemCount: 1_000,
      message: { headers: { first: 'kept' }, bytes: bytes.length, truncated: true },
    });
  });

  it('has the whole message where it is short', () => {
    const sent = message({ key: Buffer.from('MINUSMA'), value: Buffer.from('{'), headers: { remark: Buffer.from('kept') } });
    const { whole, short } = rejectionOf(sent, { ...rejected, problems: [] }, now);
    expect(whole).toEqual(short);
    expect(JSON.parse(whole.value).message).toEqual({
      ...place,
      encoding: 'utf-8',
      key: 'MINUSMA',
      headers: { remark: 'kept' },
      value: '{',
      bytes: 1,
      truncated: false,
    });
  });
});
