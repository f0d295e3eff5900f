import { sha256 } from '@muster/contracts';
import type { AdoptedPolicy } from '@muster/force-generation';
import { EventLog } from '@muster/postgres';
import { IngestModule } from '../../apps/ingest/src/ingest.module.js';
import { until } from '../servers/until.js';
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
    await another.app.get(EventLog).turnDay('2018-05-09', await policyOf(another));
    await until('the report of April is issued', async () => (await issuedOf(another)).length > before.length, 60_000);
    const [april, ...others] = await issuedOf(another);
    expect(april).toMatchObject({ month: '2018-04', withReturn: true });
    expect(others).toEqual(before);
  }, 120_000);
});

const allOf = async (monitor: Monitor, type: string) =>
  (await monitor.get(`/api/facts?mission=MINUSMA&type=${type}&from=0001-01-01&to=9999-12-31`)).body.facts as readonly {
    readonly event: { readonly data: Record<string, unknown> };
  }[];

/** That of March once more, as of the end of April. */
async function aprilReturn(monitor: Monitor): Promise<object> {
  const { event } = (await allOf(monitor, 'StrengthReturned')).at(-1)!;
  return { ...event, id: 'return/april', data: { ...event.data, on: '2018-04-30', publishedOn: '2018-05-08' } };
}

async function policyOf(monitor: Monitor): Promise<AdoptedPolicy> {
  return (await allOf(monitor, 'PolicyAdopted')).at(-1)!.event.data as unknown as AdoptedPolicy;
}

it('none is issued where no first month is given', async () => {
  const monitor = await startMonitor();
  await monitor.app.get(IngestModule).loadCase('minusma');
  await monitor.untilAssessed();
  expect(await issuedOf(monitor)).toEqual([]);
  await monitor.close();
}, 120_000);
