import { inTrace } from './in-trace.js';

const event = { source: '/a', id: '1', type: 'muster.UnitArrived', subject: 'MINUSMA', data: { on: '2018-02-28' } };
const [one, another] = ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', `00-${'1'.repeat(32)}-${'2'.repeat(16)}-00`];

describe('an event in a trace', () => {
  it('is in that of its request, beside its other attributes', () => {
    const attributes = { time: '2018-02-28T12:00:00Z' };
    expect(inTrace({ ...event, attributes }, one).attributes).toEqual({ ...attributes, traceparent: one });
    expect(inTrace(event, one).attributes).toEqual({ traceparent: one });
  });

  it('stays in the one that it names itself', () => {
    const traced = inTrace(event, one);
    expect(inTrace(traced, another)).toBe(traced);
  });

  it.each([undefined, '', 'x', one.toUpperCase(), `${one}, ${another}`, [one]])('is in none by %j', (traceparent) => {
    expect(inTrace(event, traceparent)).toBe(event);
  });
});
