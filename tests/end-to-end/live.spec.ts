import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { until } from '../servers/until.js';
import { startMonitor, type Monitor } from './start-monitor.js';
import { shortfall, strengthReturned } from './sent-facts.js';

/** A page that listens, until it is closed. */
async function listen(address: string, lastEventId?: string) {
  const controller = new AbortController();
  const heard: EventSourceMessage[] = [];
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await fetch(address, { headers, signal: controller.signal });
  const parser = createParser({ onEvent: (event) => heard.push(event) });
  const decoder = new TextDecoder();
  const ended = (async () => {
    for await (const chunk of response.body!) parser.feed(decoder.decode(chunk, { stream: true }));
  })().catch(() => undefined);
  return { heard, ended, close: () => controller.abort(), ids: () => heard.map(({ id }) => Number(id)) };
}

describe('GET /api/live', () => {
  let monitor: Monitor;
  let address: string;
  beforeEach(async () => {
    monitor = await startMonitor();
    await monitor.app.listen(0, '127.0.0.1');
    address = `${await monitor.app.getUrl()}/api/live`;
  });
  afterEach(() => monitor.close());

  it('sends facts and alerts as they are recorded, the CloudEvent as data and the position as id', async () => {
    const page = await listen(address);
    await monitor.send(shortfall('MINUSMA'));
    await until('the alert has come', () => page.heard.some(({ event }) => event === 'muster.AlertRaised'));
    page.close();
    const raised = page.heard.find(({ event }) => event === 'muster.AlertRaised')!;
    expect(JSON.parse(raised.data)).toMatchObject({
      specversion: '1.0',
      source: '/muster/assessor',
      id: 'MINUSMA/ceiling-shortfall/military#1',
      data: { key: 'MINUSMA/ceiling-shortfall/military', figures: { missing: 150 } },
    });
    const fact = await monitor.get(`/api/facts/${raised.id}`);
    expect(JSON.parse(raised.data)).toEqual(fact.body.event);
    expect(page.heard[0]!.event).toBe('muster.DayTurned');
  });

  it('goes on after the last event that a page has heard, without a gap and without a repeat, while more is recorded', async () => {
    await monitor.send(shortfall('MINUSMA'));
    await monitor.untilAssessed();
    const sending = (async () => {
      for (let month = 1; month <= 9; month++) await monitor.send([strengthReturned(`2017-0${month}-28`, 800 + month)]);
    })();
    const page = await listen(address, '2');
    await sending;
    await monitor.untilAssessed();
    const { body } = await monitor.get('/api/missions');
    await until('all of it has come', () => page.ids().at(-1) === body.position);
    page.close();
    expect(page.ids()).toEqual(Array.from({ length: body.position - 2 }, (_, index) => index + 3));
  });

  it('can follow one mission', async () => {
    await monitor.send([...shortfall('MINUSMA'), ...shortfall('UNFICYP')]);
    const page = await listen(`${address}?mission=UNFICYP`, '0');
    await until('the alert has come', () => page.heard.some(({ event }) => event === 'muster.AlertRaised'));
    page.close();
    expect(new Set(page.heard.map(({ data }) => (JSON.parse(data) as { subject: string }).subject))).toEqual(
      new Set(['UNFICYP']),
    );
  });

  it('refuses an id that is no position, and a parameter that it does not know', async () => {
    expect((await fetch(address, { headers: { 'last-event-id': 'x' } })).status).toBe(400);
    expect((await fetch(`${address}?misson=MINUSMA`)).status).toBe(400);
  });

  it('ends when the monitor stops', async () => {
    const page = await listen(address);
    await monitor.close();
    await page.ended;
  });
});
