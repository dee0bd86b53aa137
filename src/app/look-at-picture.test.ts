import { describe, expect, it } from 'vitest';
import type { PictureFacts } from '../domain/picture/picture-facts.ts';
import { type LookAtPicturePorts, lookAtPicture } from './look-at-picture.ts';
import type { PictureRefusal } from './ports/picture-reader.ts';

const facts = { brightness: 0.5, handsVisible: 2 } as PictureFacts;
const animator: LookAtPicturePorts['animator'] = {
  warmUp: () => undefined,
  look: async () => facts,
  animate: () => Promise.reject(new Error('looking draws nothing')),
  close: async () => undefined,
};

describe('looking at a picture', () => {
  it('tells what is seen, and the size of the picture before it was fitted', async () => {
    const canvas = { widthPixels: 2, heightPixels: 2, rgba: new Uint8Array(16) };
    const pictures = { read: async () => ({ ok: true as const, canvas, sourceWidthPixels: 300, sourceHeightPixels: 200 }) };
    const outcome = await lookAtPicture({ pictures, animator }, { path: 'mira.png' });
    expect(outcome).toEqual({ ok: true, facts, sourceWidthPixels: 300, sourceHeightPixels: 200 });
  });

  it('answers with the reason when the picture cannot be read', async () => {
    const refusal: PictureRefusal = { ok: false, reason: 'broken', sentence: 'This picture is damaged.' };
    const pictures = { read: async () => refusal };
    expect(await lookAtPicture({ pictures, animator }, { bytes: new Uint8Array(1) })).toEqual(refusal);
  });
});
