import type { Page } from 'playwright-core';
import { describePage } from './describe-page.js';
import { startMonitor } from './monitor.js';

const hash = (page: Page): Promise<string> => page.evaluate('location.hash');
const focused = (page: Page): Promise<string> =>
  page.evaluate("(document.activeElement.closest('[data-alert]')?.dataset.alert ?? '') + ' ' + document.activeElement.tagName");

describePage('ways through the page', startMonitor, (shown) => {
  it.each(['/#/MINUSMA', '/#/all/pledges', '/#/all/needs'])('back to today stays on %s', async (address) => {
    const page = await shown.browser.open(`${address}?asOf=2017-06-30`);
    await page.getByText('Back to today').click();
    await page.getByText('Today is 8 May 2018').waitFor();
    expect(`/${await hash(page)}`).toBe(address);
    await page.close();
  });

  it('a day that the calendar does not have is said to be none, and is not taken for today unsaid', async () => {
    const page = await shown.browser.open('/#/MINUSMA?asOf=2018-02-31');
    expect(await page.locator('.problem').textContent()).toContain('“2018-02-31” is no day of the calendar');
    await page.getByLabel('As of').fill('2018-02-28');
    await page.getByLabel('As of').press('Enter');
    await page.locator('.today', { hasText: 'As of 28 February 2018' }).waitFor();
    expect(await page.locator('.problem').count()).toBe(0);
    await page.close();
  });

  it('the reports are listed as of today, say so, and keep the day for the way back', async () => {
    const page = await shown.browser.open('/#/MINUSMA?asOf=2017-06-30');
    await page.locator('.to-reports').click();
    await page.getByText('not as of 30 June 2017').waitFor();
    expect(await page.getByLabel('As of').count()).toBe(0);
    await page.getByRole('link', { name: 'Needs' }).click();
    await page.locator('.today', { hasText: 'As of 30 June 2017' }).waitFor();
    await page.close();
  });

  it('the curves of a day that is past call it by no other name than the page does', async () => {
    const page = await shown.browser.open('/#/MINUSMA?asOf=2017-06-30');
    await page.locator('.month-ends').first().waitFor({ state: 'attached' });
    expect(await page.locator('.month-ends .is-today th').first().textContent()).toBe('30 Jun 2017 (day looked at)');
    await page.close();
  });

  it('before its first fact a mission is not active; it is not said to be so no longer', async () => {
    const page = await shown.browser.open('/#/?asOf=1990-01-01', 'summary');
    expect(await page.locator('summary').textContent()).toBe('1 mission not active');
    await page.close();
  });

  it('who uses the keyboard skips to the figures on every page, and follows a link to the head of what it leads to', async () => {
    const page = await shown.browser.open('/#/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe(' H1');
    await page.getByRole('link', { name: 'MINUSMA' }).press('Enter');
    await page.locator('h1', { hasText: 'MINUSMA' }).waitFor();
    await expect(focused(page)).resolves.toBe(' H1');
    await page.close();
  });

  it('a gap that is opened from its task takes the keyboard along', async () => {
    const page = await shown.browser.open('/#/MINUSMA');
    await page.locator('#tasks .gap-list button').first().press('Enter');
    const opened = await page.locator('tr.is-open').getAttribute('data-alert');
    await page.locator('.details').waitFor();
    expect(await focused(page)).toBe(`${opened} BUTTON`);
    await page.close();
  });

  it('a gap that is opened is in the address: whoever is sent it sees the same gap open, and the way back leaves the page', async () => {
    const page = await shown.browser.open('/#/');
    await page.getByRole('link', { name: 'MINUSMA' }).click();
    await page.locator('.gap').nth(3).click();
    const key = await page.locator('tr.is-open').getAttribute('data-alert');
    const sent = await shown.browser.open(`/${await hash(page)}`, '.details');
    expect(await sent.locator('tr.is-open').getAttribute('data-alert')).toBe(key);
    await page.goBack();
    expect(await hash(page)).toBe('#/');
    await Promise.all([page.close(), sent.close()]);
  });

  it('a gap that is sent to somebody on a day on which it is not open is said not to be', async () => {
    const page = await shown.browser.open('/#/MINUSMA?open=MINUSMA%2Fcapability-gap%2Fnothing', '.gone');
    expect(await page.locator('.gone').textContent()).toBe('The alert MINUSMA/capability-gap/nothing is not open on this day.');
    await page.close();
  });

  it('what lists are sifted by, and the pledge that is opened, is in the address too', async () => {
    const page = await shown.browser.open('/#/all/pledges');
    await page.getByLabel('Contributor').selectOption('CAN');
    await page.locator('.pledges-table .gap').first().click();
    const sent = await shown.browser.open(`/${await hash(page)}`, '.details-row');
    expect(await sent.getByLabel('Contributor').inputValue()).toBe('CAN');
    expect(await sent.locator('.pledges-table > tbody > tr[data-pledge]').count()).toBe(
      await page.locator('.pledges-table > tbody > tr[data-pledge]').count(),
    );
    await page.goto(page.url().replace(/#.*/, '#/all/needs?of=MED_2'));
    await page.getByText('No need of this capability').or(page.locator('.needs-table')).waitFor();
    expect(await page.getByLabel('Capability').inputValue()).toBe('MED_2');
    await page.goto(page.url().replace(/#.*/, '#/all/reports?of=MINUSMA&month=2018-01'));
    await page.locator('.reports-table h2', { hasText: 'January 2018' }).waitFor();
    expect(await page.locator('.reports-table').count()).toBe(1);
    await Promise.all([page.close(), sent.close()]);
  });

  it('of a mission that nobody knows it is neither said to be read, nor that a connection was lost', async () => {
    const page = await shown.browser.open('/#/NOWHERE', '.problem');
    await page.locator('.live-refused').waitFor();
    const text = await page.locator('body').innerText();
    expect(text).toContain('There is no mission NOWHERE.');
    expect(text).toContain('Not live, trying again');
    expect(text).not.toMatch(/Reading|lost/);
    await page.close();
  });

  it('shows the whole table of missions on a window of 1,280 pixels', async () => {
    const page = await shown.browser.open('/#/');
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(
      await page.evaluate("(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.wide'))"),
    ).toBe(0);
    await page.close();
  });

  it('reads aloud whether it is live, and not each fact that comes', async () => {
    const page = await shown.browser.open('/#/');
    await page.locator('.live-live').waitFor();
    const data = { on: '2018-05-02', publishedOn: '2018-05-08', name: 'A mission' };
    await shown.monitor.record([
      {
        ...{ specversion: '1.0', source: 'https://example.org', id: 'a mission', type: 'muster.MissionEstablished' },
        ...{ subject: 'UNXX', dataschema: '/schemas/MissionEstablished/1', datacontenttype: 'application/json', data },
      },
    ]);
    await page.locator('.live-last', { hasText: 'mission established' }).waitFor({ timeout: 5_000 });
    expect(await page.locator('.live [role=status]').textContent()).toBe('Live');
    await page.close();
  });

  it('eight pages are open at once, and the last is read: those that nobody sees hold no line', async () => {
    const pages: Page[] = [];
    for (let at = 0; at < 8; at += 1) {
      const page = await shown.browser.open('/#/');
      await page.locator('.live-live').waitFor({ timeout: 5_000 });
      pages.push(page);
      await page.evaluate(hide('hidden'));
    }
    await pages[0]!.evaluate(hide('visible'));
    const seen = pages[0]!.waitForResponse((response) => response.url().endsWith('/api/missions'), { timeout: 5_000 });
    await seen;
    await Promise.all(pages.map((page) => page.close()));
    // The browser itself tells of each answer that is an error.
    expect(shown.browser.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });
});

/** A browser without a screen sees every page: it is told otherwise, as one with tabs would be. */
const hide = (state: 'hidden' | 'visible'): string =>
  `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
   document.dispatchEvent(new Event('visibilitychange'));`;
