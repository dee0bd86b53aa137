import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/proof/**/*.proof.ts'], testTimeout: 300_000, hookTimeout: 120_000, maxWorkers: 1 },
});
