import { startMonitor, type Monitor } from './start-monitor.js';
import { contributionsCsv, sentFact } from './sent-facts.js';

const rows = ['TGO,Togo,Troops,20,898', 'NER,Niger,Troops,10,840', 'EGY,Egypt,Formed Police Units,0,140'];

describe('POST /api/contributions', () => {
  let monitor: Monitor;
  beforeEach(async () => {
    monitor = await startMonitor();
  });
  afterEach(() => monitor.close());

  const importCsv = (csv: string, query = '') => monitor.post(`/api/contributions${query}`, 'text/csv', csv);
  const returns = async () => (await monitor.get('/api/facts?mission=MINUSMA&type=StrengthReturned')).body.facts;

  it('makes one fact of a return; the same file again, in another form, is known', async () => {
    const first = await importCsv(contributionsCsv(rows), '?publishedOn=2018-04-09');
    expect(first).toMatchObject({ status: 200, body: { rows: 3, accepted: 3, rejected: 0, returns: 1, problems: [] } });
    expect(first.body.facts).toEqual({ recorded: 1, known: 0, revised: 0 });
    expect(first.body.notes.join()).toContain('MINUSMA');
    const again = await importCsv(`\uFEFF${contributionsCsv([...rows].reverse()).replaceAll(',', ';')}\n;;;;;;\n`);
    expect(again.body).toMatchObject({ facts: { recorded: 0, known: 1, revised: 0 }, notes: [] });
    const [fact] = await returns();
    expect(fact.event).toMatchObject({ source: '/muster/contributions', data: { on: '2018-02-28', publishedOn: '2018-04-09' } });
    expect(fact.event.id).toMatch(/^return\/MINUSMA\/2018-02-28\/[0-9a-f]{64}$/);
  });

  it('a dry run answers the same and records nothing', async () => {
    const dry = await importCsv(contributionsCsv(rows), '?dryRun=true');
    expect(dry).toMatchObject({ status: 200, body: { dryRun: true, position: 0, facts: { recorded: 1 } } });
    expect((await monitor.get('/api/missions')).body.missions).toEqual([]);
  });

  it('a corrected file replaces the return in force, and may go back to what it was', async () => {
    await importCsv(contributionsCsv(rows));
    const corrected = [rows[0]!, rows[1]!, 'EGY,Egypt,Formed Police Units,0,280'];
    expect((await importCsv(contributionsCsv(corrected))).body.facts).toEqual({ recorded: 0, known: 0, revised: 1 });
    expect((await importCsv(contributionsCsv(rows))).body.facts).toEqual({ recorded: 0, known: 0, revised: 1 });
    expect((await importCsv(contributionsCsv(rows))).body.facts).toEqual({ recorded: 0, known: 1, revised: 0 });
    const [first, second, third] = await returns();
    expect(second.event.data.replaces).toBe(first.event.id);
    expect(third.event).toMatchObject({
      id: expect.stringMatching(/\/after\/[0-9a-f]{16}$/),
      data: { replaces: second.event.id },
    });
  });

  it('content that was retracted and comes again is another fact', async () => {
    await importCsv(contributionsCsv(rows));
    const [{ event }] = await returns();
    const retraction = { on: '2018-05-01', ofSource: event.source, ofId: event.id, reason: 'of another mission' };
    await monitor.send([sentFact('FactRetracted', retraction)]);
    expect((await importCsv(contributionsCsv(rows))).body.facts).toEqual({ recorded: 1, known: 0, revised: 0 });
    expect((await importCsv(contributionsCsv(rows))).body.facts).toEqual({ recorded: 0, known: 1, revised: 0 });
    const [, second] = await returns();
    expect(second.event.id).toMatch(new RegExp(`^${event.id}/after/[0-9a-f]{16}$`));
    expect(second.event.data.replaces).toBeUndefined();
  });

  it('refuses to shrink a return to fewer contributors unless it is told to', async () => {
    await importCsv(contributionsCsv(rows));
    const smaller = contributionsCsv(rows.slice(0, 2));
    const refused = await importCsv(smaller);
    expect(refused).toMatchObject({
      status: 400,
      body: { accepted: 0, rejected: 2, facts: { recorded: 0, known: 0, revised: 0 } },
    });
    expect(refused.body.problems[0]).toMatchObject({
      path: '/returns/MINUSMA/2018-02-28',
      problem: expect.stringContaining('replace=true'),
    });
    expect((await importCsv(smaller, '?replace=true')).body.facts.revised).toBe(1);
  });

  it('takes what it can of a broken file, names row and column of the rest, and marks the return incomplete', async () => {
    const answer = await importCsv(contributionsCsv([...rows, 'TGO,Ghana,Troops,0,100', 'GHA,Ghana,Dancers,x,100']));
    expect(answer).toMatchObject({ status: 200, body: { rows: 5, accepted: 3, rejected: 2, problemCount: 3 } });
    expect(answer.body.problems[0]).toMatchObject({ row: 5, column: 'isocode3', value: 'TGO' });
    expect((await returns())[0].event.data.incomplete).toBe(2);
  });

  it('says of a file that is but a header that it has no rows', async () => {
    const answer = await importCsv(contributionsCsv([]));
    expect(answer).toMatchObject({ status: 400, body: { rows: 0, accepted: 0, rejected: 0, problemCount: 1 } });
    expect(answer.body.problems).toEqual([
      { row: 1, column: '', value: null, problem: 'No row stands below the header; send the rows with it.' },
    ]);
  });

  it('answers 400 where no row could be taken, 415 to another type, 400 to a bad day or an unknown parameter', async () => {
    const nothing = await importCsv(contributionsCsv(['TGO,Togo,Dancers,0,1']));
    expect(nothing).toMatchObject({ status: 400, body: { status: 400, accepted: 0, problems: [{ row: 2 }] } });
    expect(await importCsv('')).toMatchObject({ status: 400 });
    expect(await monitor.post('/api/contributions', 'application/json', '{}')).toMatchObject({ status: 415 });
    const spreadsheet = await monitor.post('/api/contributions', 'application/vnd.ms-excel', 'x');
    expect(spreadsheet).toMatchObject({
      status: 415,
      body: { detail: expect.stringMatching(/application\/vnd.ms-excel.*text\/csv/) },
    });
    expect(await importCsv(contributionsCsv(rows), '?publishedOn=2018-02-30')).toMatchObject({
      status: 400,
      body: { problems: [{ path: '/publishedOn' }] },
    });
    expect(await importCsv(contributionsCsv(rows), '?dryrun=true')).toMatchObject({
      status: 400,
      body: { problems: [{ path: '/dryrun' }] },
    });
  });

  it('compares with a return that another source has sent', async () => {
    const sent = [
      { contributor: 'TGO', personnelType: 'Troops', women: 20, men: 898 },
      { contributor: 'NER', personnelType: 'Troops', women: 10, men: 840 },
      { contributor: 'EGY', personnelType: 'Formed Police Units', women: 0, men: 140 },
    ];
    await monitor.send([sentFact('StrengthReturned', { on: '2018-02-28', detail: 'byContributor', rows: sent })]);
    expect((await importCsv(contributionsCsv(rows))).body.facts).toEqual({ recorded: 0, known: 1, revised: 0 });
  });
});

describe('POST /api/ceilings', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
  });
  afterAll(() => monitor.close());

  const header = 'mission,category,authorized,effective_date,resolution,quality';
  const importCsv = (...lines: string[]) => monitor.post('/api/ceilings', 'text/csv', [header, ...lines].join('\n'));

  it('makes a fact of each row, knows it again, and replaces it where a row differs', async () => {
    const military = 'MINUSMA,military,13289,2016-06-29,S/RES/2295 (2016),A';
    const first = await importCsv(military, 'MINUSMA,police,1920,2016-06-29,S/RES/2295 (2016),A');
    expect(first).toMatchObject({ status: 200, body: { rows: 2, accepted: 2, facts: { recorded: 2, known: 0, revised: 0 } } });
    expect((await importCsv(military)).body.facts).toEqual({ recorded: 0, known: 1, revised: 0 });
    expect((await importCsv(military.replace('13289', '13000'))).body.facts).toEqual({ recorded: 0, known: 0, revised: 1 });
    const { body } = await monitor.get('/api/missions/MINUSMA');
    expect(body.components[0]).toMatchObject({ authorized: 13000, deployed: null, missing: null, state: 'unknown' });
  });

  it('names row and column of what it cannot place', async () => {
    const answer = await importCsv('MINUSMA,dancers,10,2016-06-29,S/RES/2295 (2016),A');
    expect(answer).toMatchObject({ status: 400, body: { problems: [{ row: 2, column: 'category', value: 'dancers' }] } });
  });
});
