import { answerOf } from '../crash/answer-of.js';
import { startDemo } from './running-demo.js';

describe('the demo of another case', () => {
  it('is pinned to the day of that case, and shows its last month end as it was published', async () => {
    const demo = await startDemo('--case', 'minusma-2019');
    try {
      expect(demo.printed).toContain('today is pinned to 2019-10-01');
      expect(await answerOf(demo.url, '/api/missions/MINUSMA')).toMatchObject({
        today: '2019-10-01',
        reported: 13_997,
        components: [
          { component: 'military', authorized: 13_289, deployed: 12_212, missing: 1_077, observedOn: '2019-09-30' },
          { component: 'police', authorized: 1_920, deployed: 1_785, missing: 135, observedOn: '2019-09-30' },
        ],
      });
    } finally {
      await demo.stop();
    }
  });

  it('is refused where there is none, in one line that names those that are', async () => {
    await expect(startDemo('--case', 'minusma-2021')).rejects.toThrow(
      /^the demo ended with 1: There is no case "minusma-2021"; the cases are minusma, minusma-2019\.\n$/,
    );
  });
});
