import { ceilingAuthorized, strengthReturned } from './sent-facts.js';
import { startMonitor, type Monitor } from './start-monitor.js';

describe('whoever has been told that a fact is recorded', () => {
  let monitor: Monitor;
  beforeAll(async () => {
    monitor = await startMonitor();
    await monitor.send([ceilingAuthorized(20_000), strengthReturned('2018-01-31', 10_000)]);
  });
  afterAll(() => monitor.close());

  const deployed = async (): Promise<number> => {
    const { body } = await monitor.get('/api/missions/MINUSMA?asOf=2018-05-08');
    return (body.components as { deployed: number }[])[0]!.deployed;
  };

  it('finds it in the next answer, every time, as all do who ask at once', async () => {
    for (let persons = 10_001; persons <= 10_010; persons += 1) {
      await monitor.send([strengthReturned('2018-01-31', persons, { id: `return of ${persons}` })]);
      expect(await Promise.all(Array.from({ length: 5 }, deployed))).toEqual(Array.from({ length: 5 }, () => persons));
    }
  });

  it('is told of a mission that nobody had asked for, and of one that is not there', async () => {
    await monitor.send([strengthReturned('2018-01-31', 700, { subject: 'UNISFA' })]);
    expect((await monitor.get('/api/missions/UNISFA')).body).toMatchObject({ mission: 'UNISFA', reported: 700 });
    expect((await monitor.get('/api/missions/UNNONE')).status).toBe(404);
  });
});
