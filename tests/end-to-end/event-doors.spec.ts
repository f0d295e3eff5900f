import { startMonitor, type Monitor } from './start-monitor.js';
import { ceilingAuthorized, sentFact, shortfall, strengthReturned, type SentFact } from './sent-facts.js';

const structured = 'application/cloudevents+json';

const ofBattalion = (contributor: string) => ({
  ...{ contributor, component: 'military', capability: 'INF_BN', units: 1, personnel: 850 },
  ...{ availableFrom: '2018-01-01', validUntil: '2018-12-31', level: '2' },
});

const notesIn = ({ results }: { results: readonly { readonly note?: string }[] }) => results.map(({ note }) => note);

describe('POST /api/events', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
  });
  afterAll(() => monitor.close());

  it('records a fact, then knows it, then meets other content under its id', async () => {
    const fact = ceilingAuthorized(13289);
    const first = await monitor.post('/api/events', structured, JSON.stringify(fact));
    expect(first).toMatchObject({ status: 200, body: { recorded: 1, known: 0, rejected: 0 } });
    const { position } = first.body.results[0];
    const again = await monitor.send([fact, { ...fact, data: { ...fact.data, personnel: 1 } }]);
    expect(again.body).toMatchObject({ recorded: 0, known: 1, rejected: 1 });
    expect(again.body.results).toMatchObject([
      { source: fact.source, id: fact.id, outcome: 'known', position },
      { outcome: 'rejected', position, problems: [{ path: '/id' }] },
    ]);
    expect(again.body.results[1].problems[0].problem).toContain(`Position ${position}`);
  });

  it('takes one event in binary mode, with its attributes in headers', async () => {
    const { data, ...attributes } = strengthReturned('2018-01-31', 11000);
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, String(value)]));
    const answer = await monitor.post('/api/events', 'application/json', JSON.stringify(data), headers);
    expect(answer).toMatchObject({ status: 200, body: { recorded: 1 } });
  });

  it('tells every problem of a batch at once, and takes what is right in it', async () => {
    const broken = { ...strengthReturned('2018-02-30', -1), type: 'muster.StrengthReturned', extra: { a: 1 } };
    const mixed = await monitor.send([broken, strengthReturned('2018-02-28', 11000)]);
    expect(mixed).toMatchObject({ status: 200, body: { recorded: 1, rejected: 1 } });
    const paths = mixed.body.results[0].problems.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/data/on', '/data/rows/0/men', '/extra']));
  });

  it('answers 400 with the place of each problem where nothing could be taken', async () => {
    const answer = await monitor.send([
      sentFact('UnitArrivd', { on: '2018-01-01' }),
      sentFact('DayTurned', { on: '2018-01-01' }),
    ]);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 400, recorded: 0, rejected: 2, problemCount: 2 });
    expect(answer.body.problems.map(({ path }: { path: string }) => path)).toEqual(['/0/type', '/1/type']);
  });

  it('refuses what is no JSON, too large, or of another type, and changes nothing', async () => {
    await monitor.untilAssessed();
    const { body: before } = await monitor.get('/api/missions');
    expect(await monitor.post('/api/events', structured, '{"a"')).toMatchObject({
      status: 400,
      body: { problems: [{ path: '' }] },
    });
    expect(await monitor.post('/api/events', structured, '')).toMatchObject({ status: 400 });
    expect(await monitor.post('/api/events', structured, `"${'x'.repeat(5_000_001)}"`)).toMatchObject({
      status: 413,
      body: { detail: expect.stringContaining('5 MB') },
    });
    expect(await monitor.post('/api/events', 'text/csv', 'a,b')).toMatchObject({ status: 415 });
    expect(await monitor.post('/api/events', 'application/xml', '<a/>')).toMatchObject({ status: 415 });
    expect(await monitor.post('/api/events', 'application/json', '{}')).toMatchObject({ status: 415 });
    expect((await monitor.get('/api/missions')).body.position).toBe(before.position);
  });

  it('refuses a parameter that it does not know: who asks for a dry run has recorded nothing', async () => {
    const tried = sentFact('UnitRelocated', { on: '2018-02-01', unit: 'a', location: 'Gao' }, { id: 'dry run' });
    expect(await monitor.post('/api/events?dryRun=true', structured, JSON.stringify(tried))).toMatchObject({
      status: 400,
      body: { problems: [{ path: '/dryRun' }] },
    });
    const silence = await monitor.post('/api/alerts/silences?dryRun=true', 'application/json', '{}');
    expect(silence).toMatchObject({ status: 400, body: { problems: [{ path: '/dryRun' }] } });
    const path = `/api/facts?source=${encodeURIComponent(tried.source)}&id=${encodeURIComponent(tried.id)}`;
    expect(await monitor.get(path)).toMatchObject({ status: 404 });
  });

  it('takes text in UTF-8 and refuses what is none, however it is sent, instead of recording another text', async () => {
    const place = '<place>';
    const sent = JSON.stringify(sentFact('UnitRelocated', { on: '2018-02-01', unit: 'a', location: place }, { id: 'in Ménaka' }));
    const [before, after] = sent.split(place) as [string, string];
    const located = (location: number[]) => Buffer.concat([Buffer.from(before), Buffer.from(location), Buffer.from(after)]);
    for (const broken of [[0xe9], [0x4d, 0xc3], [0xed, 0xa0, 0x80]])
      expect(await monitor.post('/api/events', structured, located(broken))).toMatchObject({
        status: 400,
        headers: { 'content-type': expect.stringContaining('problem+json') },
        body: { problems: [{ path: '', problem: expect.stringContaining('UTF-8') }] },
      });
    const taken = await monitor.post('/api/events', structured, located([0x4d, 0xc3, 0xa9]));
    expect(taken).toMatchObject({ status: 200, body: { recorded: 1 } });
    const { body } = await monitor.get(`/api/facts/${taken.body.results[0].position}`);
    expect(body.event).toMatchObject({ id: 'in Ménaka', data: { location: 'Mé' } });
  });

  it('refuses a retraction across streams, of a retraction and of what Muster says, as far as it knows', async () => {
    const fact = strengthReturned('2017-12-31', 100, { subject: 'UNFICYP' });
    const retraction = (of: { source: string; id: string }, subject: string) =>
      sentFact('FactRetracted', { on: '2018-02-01', ofSource: of.source, ofId: of.id, reason: 'wrong' }, { subject });
    const own = retraction(fact, 'UNFICYP');
    const answer = await monitor.send([
      fact,
      retraction(fact, 'MINUSMA'),
      own,
      retraction(own, 'UNFICYP'),
      retraction({ source: '/muster/log', id: 'day/MINUSMA/2018-05-08' }, 'MINUSMA'),
      retraction({ source: 'https://example.org', id: 'not there yet' }, 'MINUSMA'),
    ]);
    expect(answer.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'recorded',
      'rejected',
      'recorded',
      'rejected',
      'rejected',
      'recorded',
    ]);
  });

  it('records a standby fact about a pledge that a mission has selected, and says where it should go', async () => {
    const terms = {
      contributor: 'TGO',
      component: 'military',
      capability: 'INF_BN',
      units: 1,
      personnel: 850,
      availableFrom: '2018-01-01',
      validUntil: '2018-12-31',
      level: '2',
    };
    const pledge = 'togo-battalion';
    const renewal = (on: string) => sentFact('PledgeRenewed', { on, pledge, validUntil: '2019-06-30' }, { subject: 'standby' });
    const before = await monitor.send([
      sentFact('PledgeRegistered', { on: '2017-12-01', pledge, ...terms }, { subject: 'standby' }),
      renewal('2018-01-01'),
    ]);
    expect(before.body.results[1].note).toBeUndefined();
    await monitor.send([sentFact('PledgeSelected', { on: '2018-02-01', pledge, requirement: 'battalion', terms })]);
    const after = await monitor.send([renewal('2018-03-01')]);
    expect(after.body).toMatchObject({ recorded: 1, results: [{ note: expect.stringContaining('MINUSMA') }] });
  });

  it('records what is said of a pledge on standby after its withdrawal, and says that it changes nothing', async () => {
    const terms = {
      ...{ contributor: 'SEN', component: 'military', capability: 'INF_BN', units: 1, personnel: 850 },
      ...{ availableFrom: '2018-01-01', validUntil: '2018-12-31', level: '2' },
    };
    const ofPledge = (name: string, data: object) =>
      sentFact(name, { pledge: 'senegal-battalion', ...data }, { subject: 'standby' });
    const { body } = await monitor.send([
      ofPledge('PledgeRegistered', { on: '2017-12-01', ...terms }),
      ofPledge('PledgeWithdrawn', { on: '2018-02-01', reason: 'needed at home' }),
      ofPledge('PledgeLevelChanged', { on: '2018-02-01', level: '3' }),
      ofPledge('PledgeRegistered', { on: '2018-02-02', ...terms }),
    ]);
    const notes = body.results.map(({ note }: { note?: string }) => note);
    expect(notes).toEqual([undefined, undefined, undefined, expect.stringContaining('was withdrawn on 2018-02-01')]);
  });

  it('records what is said of a declined pledge on standby, and says that it changes nothing until it is decided anew', async () => {
    const ofPledge = (name: string, data: object) =>
      sentFact(name, { pledge: 'ghana-battalion', ...data }, { subject: 'standby' });
    const { body } = await monitor.send([
      ofPledge('PledgeRegistered', { on: '2017-12-01', ...ofBattalion('GHA') }),
      ofPledge('PledgeDecided', { on: '2018-02-01', decision: 'declined', reason: 'no need' }),
      ofPledge('PledgeLevelChanged', { on: '2018-02-01', level: '3' }),
      ofPledge('PledgeRegistered', { on: '2018-02-02', ...ofBattalion('GHA') }),
      ofPledge('PledgeDecided', { on: '2018-03-01', decision: 'accepted' }),
      ofPledge('PledgeRenewed', { on: '2018-03-01', validUntil: '2019-06-30' }),
    ]);
    const declined = expect.stringContaining('was declined on 2018-02-01');
    expect(notesIn(body)).toEqual([undefined, undefined, undefined, declined, undefined, undefined]);
  });

  it('says that a mission has a pledge only of what comes after its selection, and while that stands', async () => {
    const terms = ofBattalion('KEN');
    const pledge = 'kenya-battalion';
    const onStandby = (name: string, data: object) => sentFact(name, { pledge, ...data }, { subject: 'standby' });
    const selected = sentFact('PledgeSelected', { on: '2018-02-01', pledge, requirement: 'battalion', terms });
    const received = onStandby('PledgeDecided', { on: '2018-01-01', decision: 'received' });
    const accepted = (on: string) => onStandby('PledgeDecided', { on, decision: 'accepted' });
    const together = await monitor.send([onStandby('PledgeRegistered', { on: '2017-12-01', ...terms }), received, selected]);
    expect(notesIn(together.body)).toEqual([undefined, undefined, undefined]);
    expect(notesIn((await monitor.send([received, accepted('2018-02-10')])).body)).toEqual([
      undefined,
      expect.stringContaining('MINUSMA'),
    ]);
    const { source: ofSource, id: ofId } = selected;
    await monitor.send([sentFact('FactRetracted', { on: '2018-02-15', ofSource, ofId, reason: 'mistaken' })]);
    expect(notesIn((await monitor.send([accepted('2018-02-20')])).body)).toEqual([undefined]);
  });

  it('says of the selection of a pledge that was withdrawn on standby that the mission counts it all the same', async () => {
    const terms = ofBattalion('RWA');
    const selected = (on: string) => sentFact('PledgeSelected', { on, pledge: 'rwanda-1', requirement: 'battalion', terms });
    const onStandby = (name: string, data: object) => sentFact(name, { pledge: 'rwanda-1', ...data }, { subject: 'standby' });
    const { body } = await monitor.send([
      onStandby('PledgeRegistered', { on: '2017-12-01', ...terms }),
      onStandby('PledgeWithdrawn', { on: '2018-02-01', reason: 'needed at home' }),
      selected('2018-01-31'),
      selected('2018-02-01'),
    ]);
    const withdrawn = expect.stringContaining('was withdrawn on 2018-02-01, which MINUSMA does not know');
    expect(notesIn(body)).toEqual([undefined, undefined, withdrawn, withdrawn]);
  });

  it("tells a state nothing of another's pledge of the same id, but that the id is in use where it is", async () => {
    const terms = {
      ...{ component: 'military', capability: 'EOD', units: 1, personnel: 140 },
      ...{ availableFrom: '2018-01-01', validUntil: '2018-12-31', level: '2' },
    };
    const inStandby = { subject: 'standby' };
    const ofNepal = { ...terms, contributor: 'NPL' };
    const ofCambodia = { ...terms, contributor: 'KHM' };
    const registered = (on: string, pledge: string, offered: object) =>
      sentFact('PledgeRegistered', { on, pledge, ...offered }, inStandby);
    const accepted = (pledge: string) => sentFact('PledgeDecided', { on: '2018-03-02', pledge, decision: 'accepted' }, inStandby);
    const selected = (pledge: string) =>
      sentFact('PledgeSelected', { on: '2018-02-01', pledge, requirement: 'eod', terms: ofNepal });
    const notesOn = async (...facts: SentFact[]) =>
      (await monitor.send(facts)).body.results.map(({ note }: { note?: string }) => note);

    await notesOn(registered('2017-12-01', 'eod-a', ofCambodia), selected('eod-a'));
    expect(await notesOn(accepted('eod-a'))).toEqual([undefined]);
    await notesOn(registered('2017-12-01', 'eod-b', ofNepal), selected('eod-b'));
    const [ofAnother, ofItself] = await notesOn(registered('2018-03-01', 'eod-b', ofCambodia), accepted('eod-b'));
    expect(ofAnother).toContain('an id of its own');
    expect(ofAnother).not.toMatch(/NPL|MINUSMA/);
    expect(ofItself).toContain('MINUSMA');
  });

  it('says of an id that it is in use as long as the registration under it stands', async () => {
    const terms = {
      ...{ component: 'military', capability: 'EOD', units: 1, personnel: 140 },
      ...{ availableFrom: '2018-01-01', validUntil: '2018-12-31', level: '2' },
    };
    const inStandby = { subject: 'standby' };
    const register = (on: string, contributor: string) =>
      sentFact('PledgeRegistered', { on, pledge: 'eod-c', ...terms, contributor }, inStandby);
    const mistaken = register('2017-12-01', 'NPL');
    const { source: ofSource, id: ofId } = mistaken;
    await monitor.send([
      mistaken,
      sentFact('FactRetracted', { on: '2017-12-02', ofSource, ofId, reason: 'mistaken' }, inStandby),
    ]);
    expect((await monitor.send([register('2017-12-03', 'KHM')])).body.results[0].note).toBeUndefined();
    expect((await monitor.send([register('2017-12-04', 'TGO')])).body.results[0].note).toContain('an id of its own');
  });
});

describe('the doors that answer an alert', () => {
  let monitor: Monitor;
  const door = '/api/alerts/MINUSMA/ceiling-shortfall/military';
  beforeAll(async () => {
    monitor = await startMonitor();
    await monitor.send(shortfall('MINUSMA'));
    await monitor.untilAssessed();
  });
  afterAll(() => monitor.close());

  const acknowledge = (body: object, path = door) =>
    monitor.post(`${path}/acknowledgement`, 'application/json', JSON.stringify(body));

  it('record an acknowledgement, and the alert says so', async () => {
    const answer = await acknowledge({
      owner: 'Office of Military Affairs',
      note: 'Egypt is asked',
      plannedFillBy: '2018-07-01',
    });
    expect(answer).toMatchObject({ status: 200, body: { event: { source: '/muster/doors', type: 'muster.AlertAcknowledged' } } });
    await monitor.untilAssessed();
    const { body: alert } = await monitor.get(door);
    expect(alert).toMatchObject({ state: 'acknowledged', acknowledged: { owner: 'Office of Military Affairs' }, revision: 2 });
    const { body: history } = await monitor.get(`${door}/history`);
    expect(history.sayings.map(({ type }: { type: string }) => type)).toEqual(['muster.AlertRaised', 'muster.AlertChanged']);
    expect(history.sayings[1].causes).toEqual([answer.body.position]);
  });

  it('tell every problem of a body, and take no field that they set themselves', async () => {
    const answer = await acknowledge({ owner: '', plannedFillBy: '2018-01-01', on: '2018-01-01', speed: 1 });
    const paths = answer.body.problems.map(({ path }: { path: string }) => path);
    expect(answer.status).toBe(400);
    expect(paths).toEqual(expect.arrayContaining(['/on', '/owner', '/note', '/speed']));
  });

  it('answer 409 where there is no open alert', async () => {
    const answer = await acknowledge(
      { owner: 'a', note: 'b', plannedFillBy: '2018-07-01' },
      '/api/alerts/MINUSMA/ceiling-shortfall/police',
    );
    expect(answer).toMatchObject({ status: 409, headers: { 'content-type': expect.stringContaining('problem+json') } });
  });

  it('silence one alert, or all that match', async () => {
    const one = await monitor.post(`${door}/silence`, 'application/json', '{"reason":"known","until":"2018-06-01"}');
    expect(one).toMatchObject({ status: 200, body: { event: { data: { matchers: { subject: 'military' } } } } });
    const matchers = { mission: 'MINUSMA', severity: 'warning' };
    const all = await monitor.post(
      '/api/alerts/silences',
      'application/json',
      JSON.stringify({ matchers, reason: 'known', until: '2018-06-15' }),
    );
    expect(all.status).toBe(200);
    await monitor.untilAssessed();
    expect((await monitor.get(door)).body.silencedUntil).toBe('2018-06-15');
    expect((await monitor.post('/api/alerts/silences', 'application/json', '{"reason":"a","until":"2018-06-15"}')).status).toBe(
      400,
    );
  });
});
