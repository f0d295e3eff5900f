import { existsSync } from 'node:fs';
import { markIn, sha256 } from '@muster/contracts';
import { reportJson } from '@muster/documents';
import { monthlyReport, type MonthlyReport } from '@muster/force-generation';
import { Story } from '../../../../tests/stories/story.js';
import { ceilingAuthorized, cellsReturned } from '../../../../tests/stories/told-facts.js';
import { PoolClosed, ThreadPool } from './thread-pool.js';
import type { Writing } from './thread-job.js';
import { reportThread } from './threads.js';

const isBuilt = existsSync(reportThread());
if (!isBuilt) process.stderr.write(`SKIPPED: documents are not written in threads, since ${reportThread()} is not built\n`);

let report: MonthlyReport;

beforeAll(() => {
  new Story()
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on('2025-02-28', cellsReturned({ 'CIV.troops': 850 }))
    .onDay('2025-02-28')
    .expectThat(({ reading }) => {
      const provenance = { position: 812, sequence: 800, chain: 'f'.repeat(64), lastPosition: null };
      report = monthlyReport({ reading, status: 'draft', provenance });
    })
    .happen();
});

const asked = (json: string): Writing => ({ what: 'write', json, format: 'html', language: 'en' });
const sound = (): Writing => asked(reportJson(report));
/** Needs more memory than a thread has. */
const enormous = (): Writing =>
  asked(
    reportJson({
      ...report,
      facts: Array.from({ length: 200_000 }, () => ({ type: 'UnitArrived', source: '/', id: 'x', on: '2025-01-01' })),
    }),
  );

(isBuilt ? describe : describe.skip)('documents that threads write', () => {
  const pool = new ThreadPool(reportThread(), { most: 1, memory: 96, patience: 60_000 });
  afterAll(() => pool.close());

  it('are those of the reports that were given', async () => {
    const [first, second] = await Promise.all([pool.do(sound()), pool.do({ ...sound(), language: 'fr' })]);
    expect(markIn(first)).toMatchObject({ month: '2025-02', language: 'en', sha256: sha256(reportJson(report)) });
    expect(markIn(second)).toMatchObject({ language: 'fr' });
  });

  it.each([
    ['says too little', () => asked('{}')],
    ['is no JSON', () => asked('{')],
    ['needs more memory than there is', enormous],
  ])('fail alone where the report %s', async (_why, broken) => {
    const [failed, written] = await Promise.allSettled([pool.do(broken()), pool.do(sound())]);
    expect(failed.status).toBe('rejected');
    expect(written.status).toBe('fulfilled');
  });

  it('fail where they take too long', async () => {
    const hasty = new ThreadPool(reportThread(), { most: 1, memory: 256, patience: 1 });
    await expect(hasty.do(sound())).rejects.toThrow('nothing was given after 1 ms');
    await hasty.close();
  });

  it('are written no more where the process ends: what was begun and what waits are told so', async () => {
    const closing = new ThreadPool(reportThread(), { most: 1, memory: 256, patience: 60_000 });
    const asked = [closing.do(sound()), closing.do(sound())];
    const told = Promise.allSettled(asked);
    await closing.close();
    for (const outcome of await told) expect(outcome).toMatchObject({ status: 'rejected', reason: new PoolClosed() });
    await expect(closing.do(sound())).rejects.toThrow(PoolClosed);
  });
});
