import { reportIssuedEvent, type CloudEvent, type ReportIssued } from '@muster/contracts';
import { saidStream, type RecordedEvent } from '@muster/event-log';
import { EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';
import { sentFact, shortfall } from '../end-to-end/sent-facts.js';
import { startMonitor, type Monitor } from '../end-to-end/start-monitor.js';
import type { SeenMessage } from '../servers/topic-client.js';
import { judgeReports } from './judge-reports.js';

const facts = [
  sentFact('MissionEstablished', { on: '2017-01-01', name: 'A mission' }),
  sentFact('MandateRenewed', { on: '2017-06-29', resolution: 'S/RES/2364 (2017)', until: '2019-06-30' }),
  ...shortfall('MINUSMA'),
].map(({ specversion: _version, ...event }) => event as CloudEvent);

const messageOf = ({ id, subject }: RecordedEvent, offset: number): SeenMessage => ({
  ...{ topic: 'muster.reports', partition: 0, offset: String(offset), key: subject, headers: { ce_id: id }, value: '{}' },
});

describe('the judge of reports', () => {
  let monitor: Monitor;
  let log: EventLog;
  let gateway: string;

  beforeAll(async () => {
    monitor = await startMonitor();
    log = monitor.app.get(EventLog);
    const policy = monitor.app.get(CurrentPolicy);
    await log.append(facts, { today: '2018-04-30', policy });
    await log.turnDay('2018-05-09', policy);
    await monitor.untilAssessed();
    await monitor.app.listen(0, '127.0.0.1');
    gateway = await monitor.app.getUrl();
  });
  afterAll(() => monitor.close());

  const judged = (published: readonly SeenMessage[], isRefilled = false) =>
    judgeReports({ databaseUrl: monitor.url, gateway, from: '2018-04', parked: 'NOBODY', published, isRefilled });
  const issued = async () => {
    const missions = ['MINUSMA', 'ALL'].map(saidStream);
    return (await log.events({ mission: missions, type: 'muster.ReportIssued' })).map(messageOf);
  };

  it('finds one that was due and was not issued, and that over all missions, and nothing once it is', async () => {
    expect(await judged([])).toEqual(['MINUSMA', 'ALL'].map((name) => `${name} 2018-04: due on 2018-05-09, and not issued`));
    expect(await judged(await issued())).toEqual([]);
  });

  it('finds one that is not on the topic, or twice, but where the topic was filled again', async () => {
    const both = await issued();
    const told = (count: number) =>
      ['MINUSMA', 'ALL'].map((name) => {
        const id = `report/${name}/2018-04`;
        return `${name}: on muster.reports are ${Array.from({ length: count }, () => id).join(', ')}, in the log ${id}`;
      });
    expect(await judged([])).toEqual(told(0));
    expect(await judged([...both, ...both])).toEqual(told(2));
    expect(await judged([...both, ...both], true)).toEqual([]);
  });

  it('finds one that was not due, and whose hash is not that of the report', async () => {
    const event = (await log.eventBy('/muster/reporter', 'report/MINUSMA/2018-04'))!;
    const forged = reportIssuedEvent({ ...(event.data as unknown as ReportIssued), month: '2018-03', sha256: 'f'.repeat(64) });
    await log.append([forged], { today: '2018-05-09', policy: monitor.app.get(CurrentPolicy) });
    expect(await judged(await issued())).toEqual([
      'MINUSMA 2018-03: a report was issued on 2018-05-09, and was due on undefined',
      expect.stringMatching(/^\/api\/reports\/MINUSMA\/2018-03\S+: built again it is 200 \w+, and f{64} was recorded$/),
    ]);
  });
});
