import { sha256, type CloudEvent } from '@muster/contracts';
import { saidStream } from '@muster/event-log';
import { Database, EventLog, StreamEnds } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';
import { Monitor as Doors } from '../../apps/cli/src/doors/monitor.js';
import { reportFileOf, verifyReport } from '../../apps/cli/src/reports/verify-report.js';
import { ConsolidatedReports } from '../../apps/reporter/src/consolidated-reports.js';
import { MissionReports } from '../../apps/reporter/src/mission-reports.js';
import { Publications } from '../../apps/reporter/src/publications.js';
import { StreamLedgers } from '../../apps/reporter/src/stream-ledgers.js';
import { until } from '../servers/until.js';
import { ceilingAuthorized, sentFact, strengthReturned, type SentFact } from './sent-facts.js';
import { startMonitor, type Monitor } from './start-monitor.js';

jest.setTimeout(120_000);

interface Line {
  readonly mission: string;
  readonly status: string;
  readonly number: number;
  readonly position: number;
  readonly sha256: string;
  readonly url: string;
}

const eventOf = ({ specversion: _version, ...event }: SentFact): CloudEvent => event as CloudEvent;

/** A mission with a ceiling of 1,000 and 850 there at the end of March. */
const begun = (subject: string): SentFact[] => [
  sentFact('MissionEstablished', { on: '2017-01-01', name: 'A mission' }, { subject }),
  sentFact('MandateRenewed', { on: '2017-06-29', resolution: 'S/RES/2364 (2017)', until: '2019-06-30' }, { subject }),
  ceilingAuthorized(1000, { subject }),
  strengthReturned('2018-03-31', 850, { subject }),
];

const record = (monitor: Monitor, today: string, ...facts: SentFact[]) =>
  monitor.app.get(EventLog).append(facts.map(eventOf), { today, policy: monitor.app.get(CurrentPolicy) });

const turnTo = (monitor: Monitor, day: string) => monitor.app.get(EventLog).turnDay(day, monitor.app.get(CurrentPolicy));

/** Of April, in the order of the list. */
async function published(monitor: Monitor): Promise<readonly Line[]> {
  const { body } = await monitor.get('/api/reports?month=2018-04');
  return (body.reports as readonly Line[]).filter(({ status }) => status !== 'draft');
}

const namesOf = (lines: readonly Line[]): readonly string[] => lines.map(({ mission, number }) => `${mission} ${number}`);

const untilPublished = (monitor: Monitor, ...names: string[]) =>
  until(`${names.join(', ')} are published`, async () => namesOf(await published(monitor)).join() === names.join(), 30_000);

describe('the report over all missions that is issued by itself', () => {
  let monitor: Monitor;

  beforeAll(async () => {
    monitor = await startMonitor({ MUSTER_TODAY: '2018-04-30', MUSTER_REPORTS_FROM: '2018-04' });
    await record(monitor, '2018-04-30', ...begun('ALPHA'), ...begun('BRAVO'));
    await record(
      monitor,
      '2018-04-30',
      sentFact('MissionEstablished', { on: '2010-01-01', name: 'Long over' }, { subject: 'OVER' }),
    );
    const over = { on: '2012-01-01', resolution: 'S/RES/2000 (2012)', endsOn: '2012-06-30', drawdownBy: '2012-12-31' };
    await record(monitor, '2018-04-30', sentFact('MandateEnded', over, { subject: 'OVER' }));
  });
  afterAll(() => monitor.close());

  it('waits until the last mission that was active has reported the month, and for no other', async () => {
    await record(monitor, '2018-05-08', strengthReturned('2018-04-30', 900, { subject: 'ALPHA' }));
    await turnTo(monitor, '2018-05-09');
    await untilPublished(monitor, 'ALPHA 0');
    expect((await monitor.get('/api/reports/all/2018-04')).body).toMatchObject({ status: 'draft' });
    await record(monitor, '2018-05-09', strengthReturned('2018-04-30', 700, { subject: 'BRAVO' }));
    await turnTo(monitor, '2018-05-10');
    await untilPublished(monitor, 'ALL 0', 'ALPHA 0', 'BRAVO 0');
  });

  it('is of the missions’ reports as they were issued, and read where the last of them was', async () => {
    const [all, ...own] = await published(monitor);
    const { body } = await monitor.get(all!.url);
    expect(body).toMatchObject({ status: 'issued', corrigendum: 0, headline: { deployed: 1600, missing: 400 } });
    expect(body.provenance.missions.map(({ mission, position }: Line) => [mission, position])).toEqual(
      own.map(({ mission, position }) => [mission, position]),
    );
    const last = await monitor.get(`/api/facts/${all!.position}`);
    expect(last.body.event).toMatchObject({ type: 'muster.ReportIssued', subject: 'BRAVO' });
  });

  it('is recorded with its hash and the positions that it rests on, and any of its files says which report it is', async () => {
    const [all] = await published(monitor);
    const event = await monitor.app.get(EventLog).eventBy('/muster/reporter', 'report/ALL/2018-04');
    expect(event).toMatchObject({ stream: 'ALL/said', data: { on: '2018-05-10', withReturn: true, position: all!.position } });
    await monitor.app.listen(0, '127.0.0.1');
    const doors = new Doors(await monitor.app.getUrl());
    const recorded = event!.data['sha256'] as string;
    for (const [format, lang] of [
      ['json', 'en'],
      ['html', 'fr'],
      ['pdf', 'en'],
      ['docx', 'fr'],
      ['xlsx', 'en'],
    ] as const) {
      const bytes = await doors.file('/api/reports/all/2018-04', { format, lang });
      const file = reportFileOf(bytes)!;
      expect(file).toMatchObject({ mission: 'ALL', format, position: all!.position, sha256: recorded });
      expect(await verifyReport(doors, bytes, file)).toMatchObject({
        isSame: true,
        recorded,
        sha256: recorded,
        status: 'issued',
      });
    }
    expect((await monitor.get('/api/verification')).body).toMatchObject({ ok: true });
  });

  it('is corrected when a mission’s report is, and stays what it was at its position', async () => {
    const [all] = await published(monitor);
    const { text: asIssued } = await monitor.get(all!.url);
    const late = { ...strengthReturned('2018-04-30', 940, { subject: 'ALPHA' }), id: 'late' };
    await record(monitor, '2018-05-11', { ...late, data: { ...late.data, publishedOn: '2018-05-11' } });
    await turnTo(monitor, '2018-05-12');
    await untilPublished(monitor, 'ALL 1', 'ALL 0', 'ALPHA 1', 'ALPHA 0', 'BRAVO 0');
    const [corrected] = await published(monitor);
    const { text, body } = await monitor.get('/api/reports/all/2018-04');
    expect(sha256(text)).toBe(corrected!.sha256);
    expect(body).toMatchObject({ status: 'corrigendum', corrigendum: 1, headline: { deployed: 1640 } });
    expect(body.corrects.changes).toContainEqual({ path: '/headline/deployed', was: 1600, is: 1640 });
    expect(body.corrects.facts.map((number: number) => body.facts[number - 1].id)).toEqual(['late']);
    expect((await monitor.get(all!.url)).text).toBe(asIssued);
    const { text: page } = await monitor.get(`${corrected!.url}&format=html&lang=fr`);
    expect(page).toContain('Rectificatif 1 au rapport publié');
  });
});

it('it is issued once, and the same, by however many do it side by side', async () => {
  const monitor = await startMonitor({ MUSTER_TODAY: '2018-04-30' });
  await record(monitor, '2018-04-30', ...begun('ALPHA'), ...begun('BRAVO'));
  for (const subject of ['ALPHA', 'BRAVO']) await record(monitor, '2018-05-08', strengthReturned('2018-04-30', 900, { subject }));
  await turnTo(monitor, '2018-05-09');
  const reporters = await Promise.all([1, 2, 3].map(() => reporterOn(monitor.url)));
  await Promise.all(reporters.map((reporter) => reporter.issueAll()));
  // Whoever was ended in the middle is followed by one that begins anew.
  await reporters[0]!.issueAll();
  const events = await monitor.app
    .get(EventLog)
    .events({ mission: ['ALPHA', 'BRAVO', 'ALL'].map(saidStream), type: 'muster.ReportIssued' });
  expect(events.map(({ id }) => id).sort()).toEqual(['report/ALL/2018-04', 'report/ALPHA/2018-04', 'report/BRAVO/2018-04']);
  await Promise.all(reporters.map((reporter) => reporter.close()));
  await monitor.close();
});

/** What a reporter does, without the duty that lets one at a time do it. */
async function reporterOn(url: string) {
  const database = await Database.open({ url, poolSize: 3 });
  const log = new EventLog(database);
  const [ends, ledgers, publications] = [new StreamEnds(database), new StreamLedgers(log), new Publications(database, log)];
  const own = new MissionReports(log, ends, ledgers, publications);
  const consolidated = new ConsolidatedReports(ends, ledgers, publications);
  const drained = async (issuing: AsyncGenerator): Promise<void> => {
    while (!(await issuing.next()).done);
  };
  return {
    issueAll: async () => {
      const missions = await own.missions();
      for (const at of missions) await drained(own.issue(at, '2018-04'));
      await drained(consolidated.issue(missions, '2018-04'));
    },
    close: () => database.close(),
  };
}
