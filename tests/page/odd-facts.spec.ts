import { describePage } from './describe-page.js';
import { overflow, unnamed, violations } from './in-browser.js';
import { longestStart, startEmptyMonitor } from './monitor.js';

const script = '<img src=x onerror=alert(1)>';
const word = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

const fact = (type: string, id: string, data: { readonly on: string; readonly [field: string]: unknown }) => ({
  ...{ specversion: '1.0', source: 'https://example.org/odd', id, type: `muster.${type}`, subject: 'UNODD' },
  ...{ dataschema: `/schemas/${type}/1`, datacontenttype: 'application/json', data: { publishedOn: data.on, ...data } },
});

/** A mission of 300 gaps, whose names hold words without an end and what a browser could take for a script. */
const oddFacts = [
  fact('MissionEstablished', 'mission', { on: '2016-01-01', name: `${script} ${word}${word}`, note: script }),
  fact('TaskPrioritized', 'task', {
    ...{ on: '2016-01-02', task: 'the-task', title: `${script}${word}${word}`, rank: 1, from: '2016-01-02', until: '2018-12-31' },
  }),
  ...Array.from({ length: 300 }, (_, at) =>
    fact('RequirementStated', `requirement ${at}`, {
      ...{ on: '2016-02-01', note: `${script}${word}`, requirement: `a-need-${at}`, component: 'military', capability: 'INF_BN' },
      ...{ units: 1, personnel: 850, requiredBy: '2017-12-31', location: `${script}${word}`.slice(0, 60), tasks: ['the-task'] },
    }),
  ),
  fact('PledgeRegistered', 'pledge', {
    ...{ on: '2018-01-01', pledge: 'the-pledge', contributor: 'SLV', component: 'military', capability: 'INF_BN', units: 1 },
    ...{ personnel: 850, availableFrom: '2018-10-30', validUntil: '2019-10-01', level: '1' },
  }),
  fact('PledgeDecided', 'decision', { on: '2018-01-06', pledge: 'the-pledge', decision: 'received', reason: script }),
];

describePage('the page on odd days', startEmptyMonitor, (shown) => {
  it.each([
    ['/#/', 'No facts are recorded yet. Import returns and ceilings to begin.'],
    ['/#/all/pledges', 'No pledge is known on this day.'],
    ['/#/all/needs', 'No requirement is known that is not met by what is deployed.'],
    ['/#/all/reports', 'No report yet: no month has ended for a mission that is active.'],
  ])('without any fact %s says so', async (address, says) => {
    const page = await shown.browser.open(address, '.empty');
    expect(await page.locator('.empty').textContent()).toBe(says);
    await page.close();
  });

  it('three hundred gaps with words without an end stay within the window, and no name is run as a script', async () => {
    await shown.monitor.record(oddFacts);
    const page = await shown.browser.open('/#/UNODD');
    await page.locator('[data-alert]').nth(299).waitFor();
    await page.locator('[data-alert] button').first().click();
    await page.locator('.details .tree').waitFor();
    for (const address of ['/#/UNODD', '/#/', '/#/all/pledges', '/#/all/needs']) {
      await page.evaluate(`location.hash = '${address.slice(1)}'`);
      await page.locator('table').first().waitFor();
      for (const width of [1440, 1280, 1024, 390]) {
        await page.setViewportSize({ width, height: 800 });
        expect([address, width, await page.evaluate(overflow)]).toEqual([address, width, 0]);
      }
      expect(await page.locator('main').innerText()).toContain(address.endsWith('pledges') ? 'El Salvador' : '<img src=x');
      expect(await page.locator('main img').count()).toBe(0);
      expect(await page.evaluate(unnamed)).toEqual([]);
    }
    expect(await page.evaluate(violations)).toEqual([]);
    await page.close();
  });

  it(
    'says that the monitor is gone, keeps its figures, and goes on by itself once it is back',
    async () => {
      const page = await shown.browser.open('/#/UNODD');
      await page.locator('.live-live').waitFor();
      await page.locator('[data-alert] button').first().click();
      await page.getByText('Acknowledge', { exact: true }).first().click();
      const form = page.locator('.answer').first();
      await form.getByLabel('Owner').fill('Office of Military Affairs');
      await form.getByLabel('What is being done').fill('A battalion is being asked for.');
      await form.getByLabel('To be filled by').fill('2018-07-31');
      await shown.monitor.halt();
      await page.getByText('Connection lost, trying again').waitFor();
      await form.getByRole('button').click();
      await form.getByText('The monitor does not answer').waitFor();
      expect(await page.locator('[data-alert]').count()).toBeGreaterThanOrEqual(300);
      await shown.monitor.resume();
      await page.locator('.live-live').waitFor({ timeout: 20_000 });
      await form.getByRole('button').click();
      await page.locator('[data-alert]').getByText('Acknowledged by Office of Military Affairs').waitFor({ timeout: 10_000 });
      await page.close();
      const expected = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/;
      expect(shown.browser.complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
    },
    longestStart,
  );
});
