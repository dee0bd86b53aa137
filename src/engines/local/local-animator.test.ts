import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Performance } from '../../app/ports/picture-animator.ts';
import type { Canvas } from '../../domain/picture/canvas.ts';
import { createLocalAnimator } from './local-animator.ts';

const animator = createLocalAnimator();
afterAll(() => animator.close());

/** A gradient: no face in it, quickly drawn. */
function canvasOf(widthPixels: number, heightPixels: number): Canvas {
  const rgba = Uint8Array.from({ length: widthPixels * heightPixels * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i / 997) & 255));
  return { widthPixels, heightPixels, rgba };
}

const performance: Performance = {
  motion: { kind: 'preset', presetId: 'breathing' },
  lengthSeconds: 3,
  strength: 'normal',
  seed: 5,
};

async function hashesOf(frames: AsyncIterable<Uint8Array>): Promise<string[]> {
  const hashes: string[] = [];
  for await (const frame of frames) hashes.push(createHash('sha256').update(frame).digest('hex'));
  return hashes;
}

describe('the local animator', () => {
  it('draws all frames, moves, and draws the same clip for the same seed', async () => {
    const canvas = canvasOf(320, 180);
    const once = await animator.animate(canvas, performance);
    expect(once.frameCount).toBe(72);
    expect(once.facts.face).toBeUndefined();
    const first = await hashesOf(once.frames);
    expect(first).toHaveLength(72);
    expect(new Set(first).size).toBeGreaterThan(30);
    expect(await hashesOf((await animator.animate(canvas, performance)).frames)).toEqual(first);
  });

  it('draws the same clip with any number of threads', async () => {
    const canvas = canvasOf(320, 180);
    const hashes = await Promise.all(
      [1, 2, 3].map(async (threadsPerClip) => {
        const some = createLocalAnimator({ threadsPerClip });
        const drawn = await hashesOf((await some.animate(canvas, performance)).frames);
        await some.close();
        return drawn;
      }),
    );
    expect(hashes[1]).toEqual(hashes[0]);
    expect(hashes[2]).toEqual(hashes[0]);
  });

  it('stops in the middle when nobody wants the clip any more, and draws the next one', async () => {
    const stop = new AbortController();
    const { frames } = await animator.animate(canvasOf(320, 180), performance, { signal: stop.signal });
    const drawing = (async () => {
      let count = 0;
      for await (const _ of frames) if (++count === 5) stop.abort(new Error('enough'));
    })();
    await expect(drawing).rejects.toThrow('enough');
    const next = await animator.animate(canvasOf(320, 180), performance);
    expect(await hashesOf(next.frames)).toHaveLength(72);
  });

  it('can be left early without holding anything up', async () => {
    const { frames } = await animator.animate(canvasOf(320, 180), performance);
    for await (const _ of frames) break;
    expect((await animator.look(canvasOf(320, 180))).widthPixels).toBe(320);
  });

  it('fails with a typed error on a canvas that is none, and goes on with the next', async () => {
    const broken = { widthPixels: 320, heightPixels: 180, rgba: new Uint8Array(3) };
    await expect(animator.animate(broken, performance)).rejects.toMatchObject({ name: 'LocalEngineError', code: 'worker-failed' });
    expect((await animator.look(canvasOf(320, 180))).heightPixels).toBe(180);
  });

  it('draws nothing after it was closed', async () => {
    const closed = createLocalAnimator();
    await closed.close();
    await expect(closed.look(canvasOf(320, 180))).rejects.toMatchObject({ code: 'closed' });
  });
});
