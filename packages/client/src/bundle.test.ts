import { brotliCompressSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { describe, expect, it } from 'vitest';

/** What a page pays for all of the client, compressed. */
const MOST_BYTES = 5200;

describe('the client in a browser', () => {
  it('is small, one file, and asks for nothing else', async () => {
    const built = (await build({
      ...{ configFile: false, logLevel: 'silent' },
      build: { write: false, lib: { entry: 'packages/client/src/index.ts', formats: ['es'] }, minify: true },
    })) as Rollup.RollupOutput[];
    const [chunk, ...others] = built.flatMap(({ output }) => output);
    if (chunk?.type !== 'chunk') throw new Error('the bundle is no program');
    expect([others, chunk.imports, chunk.dynamicImports]).toEqual([[], [], []]);
    expect(chunk.code).not.toMatch(/\bprocess\.|\brequire\(|node:/);
    const sizeBytes = brotliCompressSync(chunk.code).length;
    console.info(`the client is ${sizeBytes} bytes`);
    expect(sizeBytes).toBeLessThan(MOST_BYTES);
  });
});
