import { sha256, type CloudEvent } from '@muster/contracts';
import { addMonths, firstDayOf, lastDayOf, monthOf, type AdoptedPolicy } from '@muster/force-generation';
import { EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';
import { IngestModule } from '../../apps/ingest/src/ingest.module.js';
import { until } from '../servers/until.js';
import { ceilingAuthorized, factFromTheFuture, sentFact, shortfall, strengthReturned, type SentFact } from './sent-facts.js';
import { startMonitor, type Monitor } from './start-monitor.js';

interface Line {
  readonly month: string;
  readonly status: string;
  readonly withReturn: boolean | null;
  readonly sha256: string | null;
  readonly url: string;
}

const issuedOf = async (monitor: Monitor): Promise<readonly Line[]> => {
  const { body } = await monitor.get('/api/reports?mission=MINUSMA');
  return (body.reports as readonly Line[]).filter(({ status }) => status === 'issued');
};

/** All that is due by 8 May 2018: the return of March had come by then, that of April had not. */
const untilIssued = (monitor: Monitor): Promise<unknown> =>
  until('reports are issued', async () => (await issuedOf(monitor)).length >= 4, 100_000);

describe('reports that are issued by themselves', () => {
  let monitor: Monitor;
  let drafts: readonly string[];

  beforeAll(async () => {
    monitor = await startMonitor({ MUSTER_REPORTS_FROM: '2017-12' });
    await monitor.app.get(IngestModule).loadCase('minusma');
    await untilIssued(monitor);
  }, 150_000);
  afterAll(() => monitor.close());

  it('are recorded once for each month whose return is in force, with the hash of what the door gives', async () => {
    const issued = await issuedOf(monitor);
    expect(issued.map(({ month, withReturn }) => [month, withReturn])).toEqual([
      ['2018-03', true],
      ['2018-02', true],
      ['2018-01', true],
      ['2017-12', true],
    ]);
    for (const { url, sha256: recorded, month } of issued) {
      const { text, body } = await monitor.get(url);
      expect([month, sha256(text)]).toEqual([month, recorded]);
      expect(body.status).toBe('issued');
      expect((await monitor.get(`/api/reports/MINUSMA/${month}`)).text).toBe(text);
    }
  });

  it('begin their waterfall where the last one ended, at the position that it was read at', async () => {
    const { body: january } = await monitor.get('/api/reports/MINUSMA/2018-01');
    const { body: february } = await monitor.get('/api/reports/MINUSMA/2018-02');
    expect(february.provenance.lastPosition).toBe(january.provenance.position);
    expect(february.waterfall.from).toBe(january.waterfall.to);
  });

  it('are never issued again: another process that takes over issues what is due then, and nothing else', async () => {
    const before = await issuedOf(monitor);
    const another = await startMonitor({ MUSTER_REPORTS_FROM: '2017-12' }, monitor.url);
    await monitor.close();
    monitor = another;
    await another.send([await aprilReturn(another)]);
    drafts = await Promise.all(['MINUSMA', 'all'].map(async (name) => (await another.get(`/api/reports/${name}/2018-04`)).text));
    await another.app.get(EventLog).turnDay('2018-05-09', await policyOf(another));
    await until('the report of April is issued', async () => (await issuedOf(another)).length > before.length, 60_000);
    const [april, ...others] = await issuedOf(another);
    expect(april).toMatchObject({ month: '2018-04', withReturn: true });
    expect(others).toEqual(before);
  }, 120_000);

  it('are read where the last draft was read: that draft can still be had, in every letter, beside what was issued there', async () => {
    const [draft] = drafts as [string];
    const { position } = JSON.parse(draft).provenance as { readonly position: number };
    const { body: issued } = await monitor.get(`/api/reports/MINUSMA/2018-04?position=${position}`);
    expect(issued).toMatchObject({ status: 'issued', provenance: { position } });
    expect((await monitor.get(`/api/reports/MINUSMA/2018-04?position=${position}&status=draft`)).text).toBe(draft);
    const overAll = JSON.parse(drafts[1]!).provenance as { readonly position: number };
    const kept = `/api/reports/all/2018-04?position=${overAll.position}&status=draft`;
    expect((await monitor.get(kept)).text).toBe(drafts[1]);
    expect((await monitor.get('/api/reports/MINUSMA/2018-04?status=issued')).status).toBe(400);
  });

  it('are never changed by a fact that comes late: a corrigendum says what changed, and why', async () => {
    const { text: asIssued, body: issued } = await monitor.get('/api/reports/MINUSMA/2018-02');
    const { text: overAll, body: whole } = await monitor.get('/api/reports/all/2018-02');
    expect(whole.provenance.missions[0].lastPosition).toBe(issued.provenance.lastPosition);
    await monitor.send([await correctedReturn(monitor)]);
    await monitor.app.get(EventLog).turnDay('2018-05-10', await policyOf(monitor));
    const { body: list } = await untilCorrected(monitor);
    expect(list.reports.map(({ month, status }: Line) => [month, status])).toEqual([
      ['2018-02', 'corrigendum'],
      ['2018-02', 'issued'],
    ]);
    const { text, body } = await monitor.get('/api/reports/MINUSMA/2018-02');
    expect(sha256(text)).toBe(list.reports[0].sha256);
    expect(body).toMatchObject({ status: 'corrigendum', corrigendum: 1 });
    expect(body.headline.deployed).toBe(issued.headline.deployed - 10);
    expect(body.corrects.changes).toContainEqual({
      ...{ path: '/headline/deployed', was: issued.headline.deployed, is: issued.headline.deployed - 10 },
    });
    expect(body.facts[body.corrects.facts[0] - 1]).toMatchObject({ id: 'return/february' });
    expect((await monitor.get(`/api/reports/MINUSMA/2018-02?position=${issued.provenance.position}`)).text).toBe(asIssued);
    expect((await monitor.get(`/api/reports/all/2018-02?position=${whole.provenance.position}`)).text).toBe(overAll);
    const overAllAgain = async () => (await monitor.get('/api/reports/all/2018-02')).body;
    await until('the one over all missions is corrected', async () => (await overAllAgain()).corrigendum === 1, 60_000);
    const corrected = await overAllAgain();
    expect(corrected.headline.deployed).toBe(whole.headline.deployed - 10);
    const { text: page } = await monitor.get('/api/reports/MINUSMA/2018-02?format=html&lang=fr');
    expect(page).toContain('Rectificatif 1 au rapport publié');
  }, 120_000);
});

const allOf = async (monitor: Monitor, type: string) =>
  (await monitor.get(`/api/facts?mission=MINUSMA&type=${type}&from=0001-01-01&to=9999-12-31`)).body.facts as readonly {
    readonly event: { readonly data: Record<string, unknown> };
  }[];

interface Row {
  readonly contributor: string;
  readonly personnelType: string;
  readonly men: number;
}

/** Ten fewer troops of Burkina Faso in February, published in May. */
async function correctedReturn(monitor: Monitor): Promise<object> {
  const returns = await allOf(monitor, 'StrengthReturned');
  const { event } = returns.find(({ event: { data } }) => data['on'] === '2018-02-28')!;
  const rows = (event.data['rows'] as readonly Row[]).map((row) =>
    row.contributor === 'BFA' && row.personnelType === 'Troops' ? { ...row, men: row.men - 10 } : row,
  );
  const data = { ...event.data, publishedOn: '2018-05-09', rows };
  return { ...event, id: 'return/february', data };
}

async function untilCorrected(monitor: Monitor): Promise<Awaited<ReturnType<Monitor['get']>>> {
  const list = () => monitor.get('/api/reports?mission=MINUSMA&month=2018-02');
  await until('a corrigendum is issued', async () => (await list()).body.reports.length > 1, 60_000);
  return list();
}

/** That of March once more, as of the end of April. */
async function aprilReturn(monitor: Monitor): Promise<object> {
  const { event } = (await allOf(monitor, 'StrengthReturned')).at(-1)!;
  return { ...event, id: 'return/april', data: { ...event.data, on: '2018-04-30', publishedOn: '2018-05-08' } };
}

async function policyOf(monitor: Monitor): Promise<AdoptedPolicy> {
  return (await allOf(monitor, 'PolicyAdopted')).at(-1)!.event.data as unknown as AdoptedPolicy;
}

const eventOf = ({ specversion: _version, ...event }: SentFact): CloudEvent => event as CloudEvent;

it('those of a mission whose facts cannot be read hold up no other mission’s, and the health door names it', async () => {
  const monitor = await startMonitor({ MUSTER_REPORTS_FROM: '2018-04' });
  const log = monitor.app.get(EventLog);
  const policy = monitor.app.get(CurrentPolicy);
  const facts = [
    sentFact('MissionEstablished', { on: '2017-01-01', name: 'A mission' }, { subject: 'ZZZZZ' }),
    sentFact('MandateRenewed', { on: '2017-06-29', resolution: 'S/RES/2364 (2017)', until: '2019-06-30' }, { subject: 'ZZZZZ' }),
    ...shortfall('ZZZZZ'),
  ].map(eventOf);
  await log.append([factFromTheFuture('AAAAA'), ...facts], { today: '2018-04-30', policy });
  await log.turnDay('2018-05-09', policy);
  const issued = async () => (await monitor.get('/api/reports?mission=ZZZZZ')).body.reports as readonly Line[];
  await until('its report is issued', async () => (await issued())[0]?.status === 'issued', 30_000);
  const { status, body } = await monitor.get('/health/ready');
  expect([status, body.detail]).toEqual([503, expect.stringMatching(/The reports of AAAAA are not issued: .*StrengthReturned/)]);
  await monitor.close();
}, 60_000);

it('one that is due today waits for the time that was asked for, and is then what it would have been', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const month = addMonths(monthOf(today), -2);
  const variables = { MUSTER_TODAY: today, MUSTER_REPORTS_FROM: month };
  // Where the day of UTC never comes to its evening, and where its midnight is always past.
  const waiting = await startMonitor({ ...variables, MUSTER_REPORTS_AT: '23:59 Etc/GMT+12' });
  const [log, policy] = [waiting.app.get(EventLog), waiting.app.get(CurrentPolicy)];
  const record = (mission: string, day: string, ...facts: SentFact[]) =>
    log.append(
      facts.map((fact) => eventOf({ ...fact, subject: mission })),
      { today: day, policy },
    );
  const returned = strengthReturned(lastDayOf(month), 850);
  await record('TODAY', `${month}-15`, ceilingAuthorized(1000), { ...returned, id: 'of today' });
  const before = await log.head();
  await record('TODAY', today, ceilingAuthorized(1100));
  await record('WEEKS-AGO', `${month}-15`, ceilingAuthorized(1000), { ...returned, id: 'of weeks ago' });
  await record('WEEKS-AGO', firstDayOf(addMonths(month, 1)), ceilingAuthorized(1100));
  const issued = async (monitor: Monitor, mission: string): Promise<boolean> =>
    (await monitor.get(`/api/reports/${mission}/${month}`)).body.status === 'issued';
  await until('the other is issued, which comes after it', () => issued(waiting, 'WEEKS-AGO'));
  expect(await issued(waiting, 'TODAY')).toBe(false);
  await waiting.close();
  const issuing = await startMonitor({ ...variables, MUSTER_REPORTS_AT: '00:00 Etc/GMT-14' }, waiting.url);
  await until('it is issued', () => issued(issuing, 'TODAY'));
  const { body } = await issuing.get(`/api/reports/TODAY/${month}`);
  expect(body.provenance.position).toBe(before);
  await issuing.close();
}, 60_000);

it('none is issued where no first month is given; the draft that is given instead stays what it is where others are published', async () => {
  const monitor = await startMonitor();
  await monitor.app.get(IngestModule).loadCase('minusma');
  await monitor.untilAssessed();
  expect(await issuedOf(monitor)).toEqual([]);
  const { text, body } = await monitor.get('/api/reports/MINUSMA/2018-04');
  expect(body.provenance.lastPosition).toBeNull();
  await monitor.close();

  const issuing = await startMonitor({ MUSTER_REPORTS_FROM: '2018-03' }, monitor.url);
  await until('the report of March is issued', async () => (await issuedOf(issuing)).length > 0, 60_000);
  expect((await issuing.get(`/api/reports/MINUSMA/2018-04?position=${body.provenance.position}`)).text).toBe(text);
  const { text: newer, body: after } = await issuing.get('/api/reports/MINUSMA/2018-04');
  expect(after.provenance.lastPosition).toBeGreaterThan(0);
  expect((await issuing.get(`/api/reports/MINUSMA/2018-04?position=${after.provenance.position}`)).text).toBe(newer);
  await issuing.close();
}, 120_000);
