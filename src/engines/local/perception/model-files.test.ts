import { describe, expect, it } from 'vitest';
import { PerceptionModelsError, readModelFile, verifyModelFile } from './model-files.ts';

describe('the models in the npm packages', () => {
  it.each(['face-detector', 'face-landmarks', 'person', 'palm-detector', 'hand-landmarks'] as const)('has the tested %s', (model) => {
    const bytes = readModelFile(model);
    expect(Buffer.from(bytes.subarray(4, 8)).toString()).toBe('TFL3');
  });

  it('says how to repair an installation without the packages', () => {
    const withoutPackages = 'file:///nowhere/perceive.js';
    expect(() => readModelFile('person', withoutPackages)).toThrow(PerceptionModelsError);
    expect(() => readModelFile('person', withoutPackages)).toThrow(/npm ci/);
  });

  it('refuses a file that is not the tested one, and does not ask to be tried again', () => {
    const expected = { file: 'a.tflite', packageName: '@mediapipe/a', version: '1.0.0', sha256: '0'.repeat(64) };
    try {
      verifyModelFile(Uint8Array.of(1, 2, 3), expected);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PerceptionModelsError);
      expect(error).toMatchObject({ code: 'perception-models-broken', retryable: false });
      expect((error as Error).message).toContain('a.tflite in @mediapipe/a is not the file of version 1.0.0');
    }
  });
});
