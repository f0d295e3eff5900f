import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describePage } from './describe-page.js';
import { expectFitForEverybody } from './expect-fit-for-everybody.js';
import { startDemo } from './monitor.js';

interface Line {
  readonly mission: string;
  readonly month: string;
  readonly number: number;
  readonly position: number | null;
  readonly sha256: string | null;
}

const nameOf = ({ mission, month, number }: Line): string => `${mission} ${month} ${number}`;
const rowsShown = async (page: Page): Promise<(string | null)[]> =>
  Promise.all((await page.locator('[data-report]').all()).map((row) => row.getAttribute('data-report')));
const row = (page: Page, mission: string, month: string) => page.locator(`[data-report="${mission} ${month} 0"]`);

describePage('the page of reports', startDemo, (shown) => {
  let lines: readonly Line[];
  beforeAll(async () => {
    lines = (await shown.monitor.answer<{ readonly reports: readonly Line[] }>('/api/reports')).reports;
  });

  const open = async (): Promise<Page> => shown.browser.open('/#/all/reports');
  const choose = (page: Page, label: 'Mission' | 'Month', value: string) =>
    page.locator('.choice', { hasText: label }).locator('select').selectOption(value);

  it('shows the reports of each month in the order of the door: that over all missions first', async () => {
    const page = await open();
    expect(await rowsShown(page)).toEqual(lines.map(nameOf));
    const months = await page.locator('caption').allTextContents();
    expect(months.slice(0, 3)).toEqual(['April 2018', 'March 2018', 'February 2018']);
    for (const name of ['ALL', 'MINUSMA']) {
      expect(await row(page, name, '2018-04').textContent()).toContain('Draft');
      expect(await row(page, name, '2018-02').textContent()).toContain('Issued16 Apr 2018');
    }
    await page.close();
  });

  it('shows those of one mission, and offers any past month that is in no list', async () => {
    const page = await open();
    await choose(page, 'Mission', 'MINUSMA');
    expect(await rowsShown(page)).toEqual(lines.filter(({ mission }) => mission === 'MINUSMA').map(nameOf));
    await choose(page, 'Month', '2017-06');
    expect(await rowsShown(page)).toEqual(['MINUSMA 2017-06 0']);
    const address = await row(page, 'MINUSMA', '2017-06').getByText('JSON').getAttribute('href');
    expect(await shown.monitor.answer(address!)).toMatchObject({ mission: 'MINUSMA', month: '2017-06', status: 'draft' });
    await page.close();
  });

  it('is reached from a mission, whose reports it then shows', async () => {
    const page = await shown.browser.open('/#/MINUSMA');
    await page.locator('.to-reports').click();
    await row(page, 'MINUSMA', '2018-02').waitFor();
    expect(await rowsShown(page)).toEqual(lines.filter(({ mission }) => mission === 'MINUSMA').map(nameOf));
    await page.locator('.views').getByText('Reports').click();
    await row(page, 'ALL', '2018-04').waitFor();
    await page.close();
  });

  it.each([['MINUSMA'], ['ALL']])('leads to the files of %s in every form and language', async (mission) => {
    const page = await open();
    const links = await row(page, mission, '2018-02').locator('a').all();
    const types = await Promise.all(
      links.map(async (link) => {
        const response = await fetch(shown.monitor.url + (await link.getAttribute('href')));
        await response.arrayBuffer();
        return [
          await link.textContent(),
          response.status,
          /html|pdf|word|sheet|json/.exec(response.headers.get('content-type')!)![0],
        ];
      }),
    );
    const documents = [
      ['Page', 200, 'html'],
      ['PDF', 200, 'pdf'],
      ['Word', 200, 'word'],
      ['Excel', 200, 'sheet'],
    ];
    expect(types).toEqual([...documents, ...documents, ['JSON', 200, 'json']]);
    await page.close();
  });

  it('says by which hash an issued report is checked, and where it was read', async () => {
    const page = await open();
    const issued = row(page, 'MINUSMA', '2018-02');
    const line = lines.find((one) => nameOf(one) === 'MINUSMA 2018-02 0')!;
    await issued.locator('summary').click();
    expect(await issued.locator('code').textContent()).toBe(line.sha256);
    expect(await issued.textContent()).toContain(`read at position ${line.position}`);
    const json = await fetch(shown.monitor.url + (await issued.getByText('JSON').getAttribute('href')));
    const hash = createHash('sha256').update(Buffer.from(await json.arrayBuffer()));
    expect(hash.digest('hex')).toBe(line.sha256);
    await page.close();
  });

  it('has names, contrast and room in light and dark, wide and narrow', async () => {
    const page = await open();
    await row(page, 'MINUSMA', '2018-02').locator('summary').click();
    await expectFitForEverybody(page);
    await page.close();
    expect(shown.browser.complaints).toEqual([]);
  });
});
