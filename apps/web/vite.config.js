import { fileURLToPath, URL } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('.'),
  base: './',
  // JSX by the compiler itself: the page needs no plugin.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: { '@muster/force-generation': folder('../../libs/force-generation/src/index.ts') } },
  build: {
    outDir: folder('../../dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is inlined: a strict content security policy lets through files of our own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The domain is pure: what the page does not use of it leaves nothing behind.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('libs/force-generation') } },
  },
  server: { proxy: { '/api': process.env.MUSTER_URL ?? 'http://127.0.0.1:3000' } },
});
