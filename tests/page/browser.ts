import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { keepViolations } from './in-browser.js';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  /** A page of its own, at the address, as soon as it shows what is named: a table, where nothing is. */
  open(address: string, shown?: string): Promise<Page>;
  /** Errors in the console and in scripts, and whatever was asked of another host, over all pages. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A browser without a history, which complains of everything that a page should not do. */
export async function startBrowser(executablePath: string, origin: string): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-browser-'));
  const context = await chromium.launchPersistentContext(folder, { executablePath, headless: true, args: flags });
  const complaints: string[] = [];
  await context.addInitScript(keepViolations);
  context.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`));
  context.on('request', (request) => request.url().startsWith(origin) || complaints.push(`elsewhere: ${request.url()}`));
  return {
    complaints,
    open: async (address, shown = 'table') => {
      const page = await context.newPage();
      await page.goto(origin + address);
      await page.locator(shown).first().waitFor();
      return page;
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
