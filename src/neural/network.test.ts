import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNetwork } from './network.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@mediapipe/selfie_segmentation/package.json'));
const model = readFileSync(join(folder, 'selfie_segmentation.tflite'));

describe('a real model', () => {
  const network = createNetwork(model);

  it('knows what it wants to be shown', () => {
    expect(network.input.shape).toEqual([1, 256, 256, 3]);
  });

  it('answers the same for the same picture, whatever it saw in between', () => {
    const answerTo = (shade: (index: number) => number): Float32Array => {
      network.input.values.forEach((_, index, values) => {
        values[index] = shade(index);
      });
      network.run();
      return network.output('activation_10').slice();
    };
    const first = answerTo((index) => (index % 768) / 768);
    answerTo(() => 1);
    expect(answerTo((index) => (index % 768) / 768)).toEqual(first);
    expect(first.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('names its outputs when asked for one that it does not have', () => {
    expect(() => network.output('faces')).toThrow(/activation_10/);
  });
});
