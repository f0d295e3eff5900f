import { existsSync } from 'node:fs';
import { Refusal } from '@muster/runtime';
import { Renderings, renderingWorker } from './renderings.js';

const isBuilt = existsSync(renderingWorker());

const asked = { json: '{}', format: 'html', language: 'en' } as const;

(isBuilt ? describe : describe.skip)('renderings', () => {
  it('are shared by those who ask for the same one meanwhile, and made anew afterwards', async () => {
    const renderings = new Renderings();
    const told = await Promise.allSettled([1, 2].map(() => renderings.bytesOf(asked)));
    const [first, second] = told.map((outcome) => (outcome as PromiseRejectedResult).reason as Error);
    expect(second).toBe(first);
    await expect(renderings.bytesOf(asked)).rejects.not.toBe(first);
    await renderings.onModuleDestroy();
  });

  it('are refused, with 503 and in words, where the process ends before they are written', async () => {
    const renderings = new Renderings();
    const told = renderings.bytesOf(asked).catch((cause: unknown) => cause);
    await renderings.onModuleDestroy();
    const refusal = (await told) as Refusal;
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal.answer()).toMatchObject({ status: 503, detail: expect.stringContaining('being stopped') });
  });
});
