import { existsSync } from 'node:fs';
import { Refusal } from '@muster/runtime';
import type { Database } from '@muster/postgres';
import { reportThread, Threads } from './threads.js';

const isBuilt = existsSync(reportThread());

/** A document needs none. */
const none = { url: 'none' } as Database;

const asked = { json: '{}', format: 'html', language: 'en' } as const;

(isBuilt ? describe : describe.skip)('documents', () => {
  it('are shared by those who ask for the same one meanwhile, and made anew afterwards', async () => {
    const threads = new Threads(none);
    const told = await Promise.allSettled([1, 2].map(() => threads.bytesOf(asked)));
    const [first, second] = told.map((outcome) => (outcome as PromiseRejectedResult).reason as Error);
    expect(second).toBe(first);
    await expect(threads.bytesOf(asked)).rejects.not.toBe(first);
    await threads.onModuleDestroy();
  });

  it('are refused, with 503 and in words, where the process ends before they are written', async () => {
    const threads = new Threads(none);
    const told = threads.bytesOf(asked).catch((cause: unknown) => cause);
    await threads.onModuleDestroy();
    const refusal = (await told) as Refusal;
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal.answer()).toMatchObject({ status: 503, detail: expect.stringContaining('being stopped') });
  });
});
