import type { Page } from 'playwright-core';
import { faint, overflow, unnamed, violations } from './in-browser.js';

/** Controls have names, text has contrast in light and dark, and nothing sticks out of a wide or a narrow window. */
export async function expectFitForEverybody(page: Page): Promise<void> {
  expect(await page.evaluate(unnamed)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(faint)).toEqual([]);
  }
  for (const width of [1440, 1280, 1024, 390, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await page.evaluate(overflow)]).toEqual([width, 0]);
  }
  expect(await page.evaluate(violations)).toEqual([]);
}
