import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The app is written to the API of React 19 and runs on Preact, which halves what a phone has to load and run.
 * `WEB_RUNTIME=react` builds it with React itself, in case Preact ever stands in the way.
 */
const PREACT = [
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'preact/compat' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
];

export default defineConfig({
  root: here('.'),
  plugins: [tailwindcss()],
  resolve: {
    alias: [
      { find: '@reverie-motion/client', replacement: here('../packages/client/src/index.ts') },
      ...(process.env.WEB_RUNTIME === 'react' ? [] : PREACT),
    ],
  },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    // browsers of the last two years: light-dark(), <dialog>, :has(), Web Locks
    target: ['chrome123', 'firefox125', 'safari17.5'],
    // the policy of the page forbids data: addresses in styles
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // "use client" means nothing to an app that is rendered in the browser alone
      onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log),
      output: {
        // what every page needs is one file: it compresses better than the same in parts
        codeSplitting: { groups: [{ name: 'runtime', test: /node_modules\/(?!@tanstack\/(?:react-)?virtual)/ }] },
      },
    },
  },
});
