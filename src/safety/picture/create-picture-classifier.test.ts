import { afterAll, describe, expect, it } from 'vitest';
import type { RgbPicture } from '../../app/ports/safety-check.ts';
import { SafetyModelError } from '../safety-models.ts';
import { createPictureClassifier } from './create-picture-classifier.ts';

/** Balls of one colour in places that follow from the seed: the network takes some of them for bodies, others for nothing. */
function balls(seed: number): RgbPicture {
  let state = seed;
  const next = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const all = Array.from({ length: 6 }, () => ({
    ...{ x: next() * 224, y: next() * 224, width: 20 + next() * 60, height: 20 + next() * 60, light: 150 + next() * 100 },
  }));
  const rgb = new Uint8Array(224 * 224 * 3);
  for (let pixel = 0; pixel < 224 * 224; pixel++) {
    const lights = all.map(({ x, y, width, height, light }) => {
      const away = Math.hypot(((pixel % 224) - x) / width, (Math.floor(pixel / 224) - y) / height);
      return away < 1 ? Math.floor(light * (1 - (away * away) / 2)) : 0;
    });
    const light = Math.max(60, ...lights);
    rgb.set([light, Math.floor(light * 0.78), Math.floor(light * 0.66)], pixel * 3);
  }
  return { widthPixels: 224, heightPixels: 224, rgb };
}

const twiceAsLarge = ({ widthPixels, heightPixels, rgb }: RgbPicture): RgbPicture => ({
  widthPixels: widthPixels * 2,
  heightPixels: heightPixels * 2,
  rgb: Uint8Array.from({ length: rgb.length * 4 }, (_, index) => {
    const pixel = Math.floor(index / 3);
    const [x, y] = [pixel % (widthPixels * 2), Math.floor(pixel / (widthPixels * 2))];
    return rgb[((y >> 1) * widthPixels + (x >> 1)) * 3 + (index % 3)] as number;
  }),
});

describe('the built-in picture classifier', () => {
  const classifier = createPictureClassifier();
  afterAll(() => classifier.close());

  it.each([
    [114, 0.81906],
    [89, 0.002667],
  ])('scores like the same weights in TensorFlow.js 4.22 (picture %i)', async (seed, reference) => {
    expect(await classifier.scoreOf(balls(seed))).toBeCloseTo(reference, 4);
  });

  it('sees the whole of a larger picture', async () => {
    expect(await classifier.scoreOf(twiceAsLarge(balls(114)))).toBeGreaterThan(0.6);
  });

  it('answers many questions at once, each with its own score', async () => {
    const scores = await Promise.all([89, 114, 89].map((seed) => classifier.scoreOf(balls(seed))));
    expect(scores[0]).toBe(scores[2]);
    expect(scores[1]).toBeGreaterThan(0.8);
  });

  it('names what it runs on', () => {
    expect(classifier.name).toMatch(/^nsfw-mobilenet-v2-mid [0-9a-f]{12}$/);
  });

  it('calls what is no picture a failed check', async () => {
    const cut = { ...balls(89), rgb: new Uint8Array(10) };
    await expect(classifier.scoreOf(cut)).rejects.toBeInstanceOf(SafetyModelError);
  });

  it('gives up at once when told to', async () => {
    const stop = new AbortController();
    const score = classifier.scoreOf(balls(89), { signal: stop.signal });
    stop.abort(new Error('the person left'));
    await expect(score).rejects.toThrow('the person left');
  });

  it('fails what is asked of it when it is closed in between, and everything after', async () => {
    const another = createPictureClassifier();
    const score = another.scoreOf(balls(89));
    await another.close();
    await expect(score).rejects.toBeInstanceOf(SafetyModelError);
    await expect(another.scoreOf(balls(89))).rejects.toBeInstanceOf(SafetyModelError);
  });
});
