import type { Page } from 'playwright-core';
import { describePage } from './describe-page.js';
import { expectFitForEverybody } from './expect-fit-for-everybody.js';
import { unnamed } from './in-browser.js';
import { missing, startMonitor } from './monitor.js';

interface Component {
  readonly component: string;
  readonly authorized: number;
  readonly deployed: number;
  readonly missing: number;
}
interface Mission {
  readonly mission: string;
  readonly components: readonly Component[];
}
interface Alerts {
  readonly alerts: readonly { readonly key: string; readonly severity: string; readonly since: string }[];
}

const written = (persons: number): string => new Intl.NumberFormat('en-GB').format(persons);
const figureOn = (page: Page, component: string, figure: string): Promise<string | null> =>
  page.locator(`[data-component=${component}] [data-figure=${figure}]`).textContent();

if (missing.length > 0) process.stderr.write(`THE PAGE IS NOT TESTED: there is no ${missing.join(', and no ')}\n`);

describePage('the first page', startMonitor, (shown) => {
  it('shows every mission as the door tells it, and the day', async () => {
    const { missions } = await shown.monitor.answer<{ readonly missions: readonly Mission[] }>('/api/missions');
    const page = await shown.browser.open('/');
    for (const { mission, components } of missions) {
      for (const { component, deployed } of components) {
        const cell = page.locator(`[data-mission=${mission}] [data-figure=${component}-deployed]`);
        expect((await cell.textContent())?.replace('?', '')).toBe(written(deployed));
      }
    }
    expect(await page.locator('.today').textContent()).toContain('Today is 8 May 2018');
    await page.close();
  });

  it('shows one mission: its figures, and its open alerts in their order', async () => {
    const { components } = await shown.monitor.answer<Mission>('/api/missions/MINUSMA');
    const { alerts } = await shown.monitor.answer<Alerts>('/api/alerts?mission=MINUSMA');
    const page = await shown.browser.open('/#/MINUSMA');
    await page.locator('[data-alert]').first().waitFor();
    for (const { component, ...figures } of components) {
      expect(await figureOn(page, component, 'authorized')).toBe(written(figures.authorized));
      expect(await figureOn(page, component, 'deployed')).toBe(written(figures.deployed));
      expect(await figureOn(page, component, 'missing')).toBe(written(figures.missing));
    }
    const rows = await page.locator('[data-alert]').all();
    expect(await Promise.all(rows.map((row) => row.getAttribute('data-alert')))).toEqual(alerts.map(({ key }) => key));
    await page.close();
  });

  it('an alert opens its explanation, down to facts that can be read, and what was said', async () => {
    const page = await shown.browser.open('/#/MINUSMA');
    await page.locator('[data-alert="MINUSMA/ceiling-shortfall/police"] button').click();
    const details = page.locator('.details');
    await details.locator('.history li').first().waitFor();
    expect(await details.locator('.node').first().textContent()).toContain('9.3%');
    const fact = await details.locator('.tree a').first().getAttribute('href');
    expect(await shown.monitor.answer(fact!)).toMatchObject({ event: { subject: 'MINUSMA', type: 'muster.CeilingAuthorized' } });
    expect(await page.evaluate(unnamed)).toEqual([]);
    await page.close();
  });

  it('a posted fact changes the page without a reload', async () => {
    const page = await shown.browser.open('/#/MINUSMA');
    await page.locator('.live-live').waitFor();
    await page.evaluate('window.isStillHere = true');
    const strength = { personnelType: 'Formed Police Units', women: 60, men: 1500 };
    const data = { on: '2018-04-30', publishedOn: '2018-05-08', detail: 'byType', rows: [strength] };
    await shown.monitor.record([
      {
        ...{ specversion: '1.0', source: 'https://example.org/returns', id: 'april', type: 'muster.StrengthReturned' },
        ...{ subject: 'MINUSMA', dataschema: '/schemas/StrengthReturned/1', datacontenttype: 'application/json', data },
      },
    ]);
    await page.locator('[data-component=police] [data-figure=deployed]', { hasText: '1,560' }).waitFor({ timeout: 5_000 });
    const [, police] = (await shown.monitor.answer<Mission>('/api/missions/MINUSMA')).components;
    expect(police).toMatchObject({ deployed: 1560 });
    expect(await figureOn(page, 'police', 'missing')).toBe('360');
    expect(await page.evaluate('window.isStillHere')).toBe(true);
    await page.close();
  });

  it.each(['/#/', '/#/MINUSMA', '/#/MINUSMA?asOf=2016-12-31', '/#/all/pledges', '/#/all/needs', '/#/all/reports'])(
    '%s has names, contrast and room in light and dark, wide and narrow',
    async (address) => {
      const page = await shown.browser.open(address);
      await page.locator('h1').waitFor();
      await expectFitForEverybody(page);
      await page.close();
    },
  );

  it('of what was said again it tells what became another, and the fact that made it so; a sentence speaks as people do', async () => {
    const page = await shown.browser.open('/#/MINUSMA?open=MINUSMA%2Fceiling-shortfall%2Fpolice', '.history li');
    const newest = page.locator('.history li').first();
    expect(await newest.innerText()).toMatch(/severity: watch → warning\n(?:.*\n)*because of fact \d+/);
    const cause = await newest.locator('a').last().getAttribute('href');
    expect(await shown.monitor.answer(cause!)).toMatchObject({ event: { type: 'muster.StrengthReturned', id: 'april' } });
    expect(await page.locator('.details-why > p').innerText()).toContain('authorizes 1,920 for police');
    await page.close();
  });

  it('a mission that nobody knows is said to be unknown, in words', async () => {
    const page = await shown.browser.open('/');
    await page.evaluate("location.hash = '#/NOWHERE'");
    await page.locator('.problem').waitFor();
    expect(await page.locator('.problem').textContent()).toContain('NOWHERE');
    await page.close();
    // The browser itself tells of each answer that is an error.
    expect(shown.browser.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });
});
