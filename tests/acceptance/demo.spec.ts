import { Monitor } from '../../apps/cli/src/doors/monitor.js';
import { runMuster } from '../../apps/cli/src/run-muster.js';
import { answerOf } from '../crash/answer-of.js';
import { musterCommand } from '../crash/muster-command.js';
import { RecordingTerminal } from './recording-terminal.js';
import { startDemo, type RunningDemo } from './running-demo.js';

interface ShownAlert {
  readonly key: string;
  readonly rule: string;
  readonly state: string;
  readonly severity: string;
  readonly task?: { readonly rank: number };
}

const rank = { critical: 0, warning: 1, watch: 2 } as const;

describe('the demo', () => {
  let demo: RunningDemo;
  let alerts: readonly ShownAlert[];
  beforeAll(async () => {
    demo = await startDemo();
    alerts = (await answerOf<{ alerts: ShownAlert[] }>(demo.url, '/api/alerts')).alerts;
  }, 90_000);
  afterAll(() => demo?.stop());

  const ofRule = (rule: string): readonly ShownAlert[] => alerts.filter((alert) => alert.rule === rule);

  it('is pinned to 8 May 2018, and says so', async () => {
    expect(demo.printed).toContain('2018-05-08');
    expect(await answerOf(demo.url, '/api/missions')).toMatchObject({ today: '2018-05-08' });
  });

  it('answers the figures of 28 February 2018 as they were published', async () => {
    expect(await answerOf(demo.url, '/api/missions/MINUSMA?asOf=2018-02-28')).toMatchObject({
      mission: 'MINUSMA',
      today: '2018-02-28',
      reported: 13_532,
      components: [
        {
          ...{ component: 'military', authorized: 13_289, deployed: 11_791, missing: 1_498, fillRate: 0.8873 },
          ...{ state: 'known', observedOn: '2018-02-28', women: 314, womenShare: 0.0266 },
        },
        { component: 'police', authorized: 1_920, deployed: 1_741, missing: 179 },
      ],
    });
  });

  it('has both ceiling shortfalls, one a warning and one to watch', () => {
    expect(ofRule('ceiling-shortfall').map(({ key, severity }) => [key, severity])).toEqual([
      ['MINUSMA/ceiling-shortfall/military', 'warning'],
      ['MINUSMA/ceiling-shortfall/police', 'watch'],
    ]);
  });

  it('has capability gaps, the worst first, and of the equally bad those first that hold back the higher task', () => {
    const gaps = ofRule('capability-gap');
    expect(gaps.length).toBeGreaterThanOrEqual(4);
    const order = gaps.map(({ severity, task }) => 100 * rank[severity as keyof typeof rank] + (task?.rank ?? 99));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(gaps.filter(({ task }) => task !== undefined).length).toBeGreaterThanOrEqual(4);
  });

  it('has an equipment shortfall that is unknown by now, a suspect return, and the end of the mandate', () => {
    expect(alerts.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['MINUSMA/return-suspect/TGO.troops', 'MINUSMA/mandate-ending/mission']),
    );
    expect(ofRule('equipment-shortfall')).toMatchObject([{ key: 'MINUSMA/equipment-shortfall/mission.APC', state: 'unknown' }]);
  });

  it('explains every alert so that the command can recompute each figure from the facts', async () => {
    const failed: string[] = [];
    for (const { key } of alerts) {
      const terminal = new RecordingTerminal();
      const code = await runMuster(['explain', key, '--check'], terminal, async () => new Monitor(demo.url));
      if (code !== 0) failed.push(`${key}: ${terminal.texts.err}`);
    }
    expect(failed).toEqual([]);
  });

  it('holds before the built command: the log verifies, and an explanation is recomputed', async () => {
    expect(await musterCommand(demo.url, 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('All holds.') });
    const explained = await musterCommand(demo.url, 'explain', 'MINUSMA/ceiling-shortfall/military', '--check');
    expect(explained).toMatchObject({ code: 0, out: expect.stringContaining('1,498 persons') });
  });
});
