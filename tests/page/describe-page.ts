import { startBrowser, type Browser } from './browser.js';
import { browserPath, longestStart, missing, type RunningMonitor } from './monitor.js';

/** What all stories of a suite share, once it has begun. */
export interface Shown {
  readonly monitor: RunningMonitor;
  readonly browser: Browser;
}

/** Stories of people before the page: one monitor and one browser for all of them; skipped where the machine has either not. */
export function describePage(title: string, start: () => Promise<RunningMonitor>, stories: (shown: Shown) => void): void {
  (missing.length > 0 ? describe.skip : describe)(title, () => {
    const shown: { monitor?: RunningMonitor; browser?: Browser } = {};
    beforeAll(async () => {
      shown.monitor = await start();
      shown.browser = await startBrowser(browserPath!, shown.monitor.url);
    }, longestStart);
    afterAll(async () => {
      await shown.browser?.close();
      await shown.monitor?.stop();
    });
    stories(shown as Shown);
  });
}
