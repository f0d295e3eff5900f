import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describePage } from './describe-page.js';
import { unnamed } from './in-browser.js';
import { startMonitor } from './monitor.js';

interface Pledges {
  readonly pledges: readonly { readonly pledge: string; readonly contributor: string }[];
}
interface Needs {
  readonly needs: readonly { readonly requirement: string; readonly capability: string }[];
}
interface Women {
  readonly women: readonly { readonly subject: string }[];
}
interface Supplied {
  readonly required: readonly (readonly [string, number])[];
  readonly deployed: readonly (readonly [string, number])[];
}
interface Curves {
  readonly requirements: readonly { readonly requirement: string; readonly units: Supplied; readonly personnel: Supplied }[];
}
interface Calendar {
  readonly entries: readonly unknown[];
}

const police = 'MINUSMA/ceiling-shortfall/police';

const allOf = async (page: Page, attribute: string): Promise<(string | null)[]> =>
  Promise.all((await page.locator(`[${attribute}]`).all()).map((row) => row.getAttribute(attribute)));

describePage('the pages for liaisons', startMonitor, (shown) => {
  it('show every pledge in the order of the door, or those of one contributor', async () => {
    const { pledges } = await shown.monitor.answer<Pledges>('/api/pledges');
    const page = await shown.browser.open('/#/all/pledges');
    expect(await allOf(page, 'data-pledge')).toEqual(pledges.map(({ pledge }) => pledge));
    await page.getByLabel('Contributor').selectOption('DEU');
    const ofGermany = pledges.filter(({ contributor }) => contributor === 'DEU').map(({ pledge }) => pledge);
    expect(await allOf(page, 'data-pledge')).toEqual(ofGermany);
    expect(ofGermany).toHaveLength(2);
    await page.close();
  });

  it('a pledge opens its ladder, its decisions with their reasons, and what of the need it misses', async () => {
    const page = await shown.browser.open('/#/all/pledges');
    await page.locator('[data-pledge=slv-armed-helicopters-2] button').click();
    expect(await page.locator('.misses').textContent()).toContain('ARMED HELICOPTER: 3 of 4');
    expect(await page.locator('.rungs li').first().textContent()).toBe('Registered26 Apr 2018');
    await page.locator('[data-pledge=bgd-infantry] button').click();
    expect(await page.locator('.decisions').last().textContent()).toContain('infantry battalions are filled');
    expect(await page.evaluate(unnamed)).toEqual([]);
    await page.close();
  });

  it('a pledge opens its alerts, the worse or older first; one that nothing is open of shows none', async () => {
    const page = await shown.browser.open('/#/all/pledges');
    await page.locator('[data-pledge=khm-eod-centre] button').click();
    await page.locator('.pledge-alerts li').first().waitFor();
    expect(await allOf(page, 'data-alert')).toEqual([
      'MINUSMA/pledge-stalled/khm-eod-centre',
      'MINUSMA/pledge-lapsing/khm-eod-centre',
    ]);
    expect(await page.locator('.pledge-alerts').textContent()).toContain('Ask KHM to renew the pledge');
    await page.locator('[data-pledge=khm-eod-centre] button').click();
    await page.locator('[data-pledge=can-helicopters] button').click();
    await page.locator('.rungs').waitFor();
    expect(await page.locator('.pledge-alerts').count()).toBe(0);
    expect(await page.evaluate(unnamed)).toEqual([]);
    await page.close();
  });

  it('show every need in the order of the door, or those of one capability', async () => {
    const { needs } = await shown.monitor.answer<Needs>('/api/needs');
    const page = await shown.browser.open('/#/all/needs');
    expect(await allOf(page, 'data-need')).toEqual(needs.map(({ requirement }) => requirement));
    await page.getByLabel('Capability').selectOption('SF');
    expect(await allOf(page, 'data-need')).toEqual(['special-forces']);
    await page.close();
  });

  it.each([
    ['/#/all/pledges', '/api/pledges?contributor=DEU', { Contributor: 'DEU' }],
    ['/#/all/needs?asOf=2017-06-30', '/api/needs?capability=ISR&asOf=2017-06-30', { Capability: 'ISR' }],
    ['/#/MINUSMA', '/api/alerts?mission=MINUSMA', {}],
  ])('the list on %s is kept as CSV, sifted as it is shown and as of its day', async (address, door, sifted) => {
    const page = await shown.browser.open(address);
    const [list] = /(?<=api.)[a-z]+/.exec(door)!;
    const button = page.getByRole('button', { name: `${list} as CSV` });
    await button.waitFor();
    for (const [field, value] of Object.entries(sifted)) await page.getByLabel(field).selectOption(value);
    const [kept] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(kept.suggestedFilename()).toBe(`${list}.csv`);
    const told = await fetch(shown.monitor.url + door, { headers: { accept: 'text/csv' } });
    expect(readFileSync(await kept.path(), 'utf8')).toBe(await told.text());
    await page.close();
  });

  it('show the days ahead of a mission and its partners', async () => {
    const { entries } = await shown.monitor.answer<Calendar>('/api/missions/MINUSMA/calendar');
    const page = await shown.browser.open('/#/MINUSMA');
    await page.locator('.dates-table').waitFor();
    expect(await page.locator('.dates-table tbody tr').count()).toBe(entries.length);
    expect(await page.locator('.dates-table').textContent()).toContain('Mandate endsS/RES/2364 (2017)');
    await page.locator('.partners-table', { hasText: 'Barkhane' }).waitFor();
    await page.close();
  });

  it('show of a task that is held back the day on which what is committed frees it, or that nothing does', async () => {
    const freedOn = async (day: string): Promise<readonly string[]> => {
      const page = await shown.browser.open(`/#/MINUSMA?asOf=${day}`);
      await page.locator('.freed').first().waitFor();
      const freed = await page.locator('.freed').allTextContents();
      await page.close();
      return freed;
    };
    expect(new Set(await freedOn('2018-05-08'))).toEqual(new Set(['Nothing committed frees it.']));
    expect(await freedOn('2018-07-10')).toEqual(['Freed on 1 Aug 2018 by what is committed.']);
  });

  it('show the share of women in each group against the target', async () => {
    const { women } = await shown.monitor.answer<Women>('/api/missions/MINUSMA');
    const page = await shown.browser.open('/#/MINUSMA');
    await page.locator('[data-women]').first().waitFor();
    expect(await allOf(page, 'data-women')).toEqual(women.map(({ subject }) => subject));
    expect(await page.locator('[data-women=troops] td').allTextContents()).toEqual([
      '281',
      '11,351',
      '2.5%',
      '15% by 2028',
      '12.5',
    ]);
    await page.close();
  });

  it('show the supply of a requirement over time: of the first that is not met, and of the one that is chosen', async () => {
    const { requirements } = await shown.monitor.answer<Curves>('/api/missions/MINUSMA/curves');
    const page = await shown.browser.open('/#/MINUSMA');
    const figure = page.locator('.requirement-figure');
    await figure.waitFor();
    const unmet = requirements.find(({ units }) => units.deployed.at(-1)![1] < units.required.at(-1)![1])!;
    expect(await figure.getAttribute('data-curves')).toBe(unmet.requirement);
    await figure.getByLabel('Requirement').selectOption('combat-convoy');
    const { personnel } = requirements.find(({ requirement }) => requirement === 'combat-convoy')!;
    const today = [personnel.required.at(-1)![1], personnel.deployed.at(-1)![1]].map(String);
    expect((await figure.locator('.legend dd').allTextContents()).slice(1, 3)).toEqual(today);
    expect(await page.evaluate(unnamed)).toEqual([]);
    await page.close();
  });

  it('lead from one to the other, and keep the day that is looked at', async () => {
    const page = await shown.browser.open('/#/?asOf=2017-06-30');
    await page.getByRole('link', { name: 'Needs' }).click();
    await page.locator('[data-need]').first().waitFor();
    expect(await page.locator('.today').textContent()).toContain('30 June 2017');
    expect(await page.getByRole('link', { name: 'Needs' }).getAttribute('aria-current')).toBe('page');
    await page.close();
  });

  it('an alert is acknowledged and silenced where it stands; what the door refuses is said', async () => {
    const page = await shown.browser.open('/#/MINUSMA');
    await page.locator('.live-live').waitFor();
    await page.locator(`[data-alert="${police}"] button`).click();
    await page.getByText('Acknowledge', { exact: true }).first().click();
    const form = page.locator('.answer').first();
    await form.getByLabel('Owner').fill('Police Division');
    await form.getByLabel('What is being done').fill('Two units are being recruited.');
    await form.getByLabel('To be filled by').fill('2018-05-07');
    await form.getByRole('button').click();
    await form.locator('.problem').waitFor();
    const day = form.getByLabel('To be filled by');
    expect(await day.getAttribute('aria-invalid')).toBe('true');
    expect(await form.locator('.field-problem').allTextContents()).toEqual([
      'This day is before on, 2018-05-08; correct one of the two.',
    ]);
    expect(await page.evaluate('document.activeElement.name')).toBe('plannedFillBy');
    expect(await form.textContent()).not.toContain('"problems"');
    await day.fill('2018-07-31');
    await form.getByRole('button').click();
    const row = page.locator(`[data-alert="${police}"]`);
    await row.getByText('Acknowledged by Police Division').waitFor({ timeout: 5_000 });
    expect(await form.locator('.problem, .field-problem').count()).toBe(0);
    expect(await page.locator('.taken').textContent()).toBe('Two units are being recruited.Police Division, 8 May 2018');

    await page.locator('.answer summary').last().click();
    const silence = page.locator('.answer').last();
    await silence.getByLabel('Until').fill('2018-06-30');
    await silence.getByLabel('Reason').fill('The Council knows.');
    await silence.getByRole('button').click();
    await row.getByText('Silent until').waitFor({ timeout: 5_000 });
    expect(await shown.monitor.answer(`/api/alerts/${police}`)).toMatchObject({
      ...{ state: 'acknowledged', silencedUntil: '2018-06-30' },
      acknowledged: { owner: 'Police Division', plannedFillBy: '2018-07-31', on: '2018-05-08' },
    });
    await page.close();
  });

  it('nothing can be answered on another day than today', async () => {
    const page = await shown.browser.open('/#/MINUSMA?asOf=2018-05-07');
    await page.locator(`[data-alert="${police}"] button`).click();
    await page.locator('.details .tree').waitFor();
    expect(await page.locator('.answer').count()).toBe(0);
    await page.close();
    // The browser itself tells of the answer that was refused, and that nothing was said of the alert by that day.
    expect(shown.browser.complaints.filter((complaint) => !/ 40[04] /.test(complaint))).toEqual([]);
  });
});
