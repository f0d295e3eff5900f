import { shortfall, strengthReturned, type SentFact } from './sent-facts.js';
import { startMonitor, type Monitor } from './start-monitor.js';

const batch = 'application/cloudevents-batch+json';
const traceparent = (digit: string): string => `00-${digit.repeat(32)}-b7ad6b7169203331-01`;
const [ofRequest, ofEvent, another] = ['a', 'b', 'c'].map(traceparent) as [string, string, string];

describe('a trace', () => {
  let monitor: Monitor;
  beforeEach(async () => {
    monitor = await startMonitor();
  });
  afterEach(() => monitor.close());

  const post = async (events: readonly object[], header?: string): Promise<void> => {
    const headers = header === undefined ? undefined : { traceparent: header };
    expect(await monitor.post('/api/events', batch, JSON.stringify(events), headers)).toMatchObject({ status: 200 });
    await monitor.untilAssessed();
  };
  const traceOf = async ({ source, id }: Pick<SentFact, 'source' | 'id'>): Promise<unknown> => {
    const query = `source=${encodeURIComponent(source)}&id=${encodeURIComponent(id)}`;
    return (await monitor.get(`/api/facts?${query}`)).body.event.traceparent;
  };
  const traceOfSaying = (revision: number) =>
    traceOf({ source: '/muster/assessor', id: `MINUSMA/ceiling-shortfall/military#${revision}` });
  const later = (on: string, men: number, given: object = {}) => ({ ...strengthReturned(on, men), ...given });

  it('goes with a request into the log and on to the alert', async () => {
    const facts = shortfall('MINUSMA');
    await post(facts, ofRequest);
    expect(await traceOf(facts[0]!)).toBe(ofRequest);
    expect(await traceOfSaying(1)).toBe(ofRequest);
  });

  it("is the event's own where it names one", async () => {
    await post(shortfall('MINUSMA'));
    const fact = later('2018-05-01', 840, { traceparent: ofEvent });
    await post([fact], ofRequest);
    expect(await traceOf(fact)).toBe(ofEvent);
    expect([await traceOfSaying(1), await traceOfSaying(2)]).toEqual([undefined, ofEvent]);
  });

  it('is none of an alert that facts of several traces caused, nor of the next one that has none', async () => {
    await post(shortfall('MINUSMA'), ofRequest);
    await post([later('2018-05-01', 840, { traceparent: ofEvent }), later('2018-05-02', 830, { traceparent: another })]);
    await post([later('2018-05-03', 820)]);
    expect([await traceOfSaying(1), await traceOfSaying(2), await traceOfSaying(3)]).toEqual([ofRequest, undefined, undefined]);
  });

  it('is passed over where its header is none, and told where the attribute is none', async () => {
    const facts = shortfall('MINUSMA');
    await post(facts, '00-zz');
    expect(await traceOf(facts[0]!)).toBeUndefined();
    const answer = await monitor.send([later('2018-05-01', 840, { traceparent: '00-zz' })]);
    expect(answer).toMatchObject({ status: 400, body: { problems: [{ path: '/0/traceparent' }] } });
  });
});
