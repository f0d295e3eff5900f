import { shortfall } from '../end-to-end/sent-facts.js';
import { describeOnKafka } from '../servers/kafka.js';
import { openLandscape, type Landscape } from './landscape.js';
import { ServiceProcess } from './service-process.js';

jest.setTimeout(120_000);

/** Each line of its log that tells of a turned day, as day and missions. */
const turnedBy = ({ said }: ServiceProcess): readonly string[] =>
  said
    .split('\n')
    .filter((line) => line.includes('the day has turned'))
    .map((line) => JSON.parse(line) as { day: string; missions: readonly string[] })
    .flatMap(({ day, missions }) => missions.map((mission) => `${mission} ${day}`));

describeOnKafka('a day that turns', () => {
  const running: ServiceProcess[] = [];
  let landscape: Landscape;
  beforeAll(async () => {
    landscape = await openLandscape();
  });
  afterAll(async () => {
    await Promise.all(running.map((service) => service.end('SIGTERM')));
    await landscape?.close();
  });

  const ingestOn = async (day: string): Promise<ServiceProcess> => {
    const variables = { DATABASE_URL: landscape.databaseUrl, KAFKA_BROKERS: landscape.brokers, MUSTER_TODAY: day };
    const ingest = ServiceProcess.begin('ingest', variables);
    running.push(ingest);
    return ingest.listening();
  };
  const send = (url: string, events: readonly object[]) =>
    fetch(`${url}/api/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events),
    });

  it('is told once for each mission, by the ingest that has recorded it', async () => {
    const first = await ingestOn('2018-05-08');
    for (const mission of ['MINUSMA', 'UNMISS']) expect((await send(first.url, shortfall(mission))).status).toBe(200);
    const both = await Promise.all([ingestOn('2018-05-09'), ingestOn('2018-05-09')]);
    const third = await ingestOn('2018-05-09');
    await Promise.all(running.map((service) => service.end('SIGTERM')));
    expect(both.flatMap(turnedBy).sort()).toEqual(['MINUSMA 2018-05-09', 'UNMISS 2018-05-09']);
    expect(third.said).toContain('listening');
    expect([...turnedBy(first), ...turnedBy(third)]).toEqual([]);
  });
});
