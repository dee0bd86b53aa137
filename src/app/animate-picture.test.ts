import { describe, expect, it } from 'vitest';
import type { Canvas } from '../domain/picture/canvas.ts';
import type { PictureFacts } from '../domain/picture/picture-facts.ts';
import { type AnimatePicturePorts, type AnimatePictureRequest, type AnimateProgress, animatePicture } from './animate-picture.ts';
import type { ClipToWrite } from './ports/clip-writer.ts';
import type { Performance } from './ports/picture-animator.ts';
import type { PictureRefusal } from './ports/picture-reader.ts';

const canvas: Canvas = { widthPixels: 4, heightPixels: 2, rgba: new Uint8Array(4 * 2 * 4) };
const facts: PictureFacts = {
  widthPixels: 4,
  heightPixels: 2,
  face: undefined,
  otherFaces: { count: 0, largestShare: 0 },
  matteTrusted: false,
  personShare: 0,
  brightness: 0.5,
  backgroundBusyness: 0,
  hairAmount: 0,
  torsoVisible: false,
  handsVisible: 0,
  handCanWave: false,
};
const request: AnimatePictureRequest = {
  picture: { path: 'mira.png' },
  motion: { kind: 'preset', presetId: 'breathing' },
  lengthSeconds: 3,
  strength: 'subtle',
  seed: 0,
  clipPath: 'mira.mp4',
};

/** A world in which everything goes well, and what was asked of it. */
function world(changes: Partial<AnimatePicturePorts> = {}) {
  const performances: Performance[] = [];
  const clips: ClipToWrite[] = [];
  const framesSeen: number[] = [];
  const ports: AnimatePicturePorts = {
    pictures: { read: async () => ({ ok: true, canvas, sourceWidthPixels: 40, sourceHeightPixels: 20 }) },
    animator: {
      warmUp: () => undefined,
      look: async () => facts,
      animate: async (_, performance) => {
        performances.push(performance);
        return { frameCount: 3, framesPerSecond: 24, facts, frames: threeFrames() };
      },
      close: async () => undefined,
    },
    clips: {
      warmUp: () => undefined,
      write: async (clip, frames) => {
        clips.push(clip);
        for await (const frame of frames) framesSeen.push(frame[0] as number);
        const { clipPath, posterPath } = clip;
        return { clipPath, posterPath, sizeBytes: 1000, lengthSeconds: 3 / 24, encoder: 'native' };
      },
    },
    ...changes,
  };
  return { ports, performances, clips, framesSeen };
}

async function* threeFrames(): AsyncGenerator<Uint8Array> {
  for (const first of [1, 2, 3]) yield new Uint8Array([first]);
}

describe('animating a picture', () => {
  it('hands every frame in order to the file, which has the size of the picture', async () => {
    const { ports, clips, framesSeen } = world();
    const outcome = await animatePicture(ports, request);
    expect(framesSeen).toEqual([1, 2, 3]);
    expect(clips).toEqual([{ widthPixels: 4, heightPixels: 2, framesPerSecond: 24, frameCount: 3, clipPath: 'mira.mp4' }]);
    expect(outcome).toMatchObject({ ok: true, clipPath: 'mira.mp4', widthPixels: 4, heightPixels: 2, encoder: 'native', facts });
  });

  it('plays what was asked, with a seed of 0 as a seed', async () => {
    const { ports, performances } = world();
    await animatePicture(ports, request);
    expect(performances).toEqual([{ motion: request.motion, lengthSeconds: 3, strength: 'subtle', seed: 0 }]);
  });

  it('asks for a poster only when one is wanted', async () => {
    const { ports, clips } = world();
    await animatePicture(ports, { ...request, posterPath: 'mira.jpg' });
    expect(clips[0]?.posterPath).toBe('mira.jpg');
  });

  it('tells how far it is: reading, looking, frame after frame, finishing', async () => {
    const told: AnimateProgress[] = [];
    await animatePicture(world().ports, request, { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { stage: 'reading' },
      { stage: 'looking' },
      ...[0, 1, 2, 3].map((framesDone) => ({ stage: 'drawing', framesDone, frameCount: 3 })),
      { stage: 'finishing' },
    ]);
  });

  it('answers with the reason when the picture cannot be animated, and draws nothing', async () => {
    const refusal: PictureRefusal = { ok: false, reason: 'too-small', sentence: 'This picture is too small.' };
    const { ports, performances, clips } = world({ pictures: { read: async () => refusal } });
    expect(await animatePicture(ports, request)).toEqual(refusal);
    expect([performances, clips]).toEqual([[], []]);
  });

  it('passes on what broke while frames were drawn', async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      throw new Error('the worker died');
    }
    const animator = {
      warmUp: () => undefined,
      look: async () => facts,
      animate: async () => ({ frameCount: 3, framesPerSecond: 24, facts, frames: breaking() }),
      close: async () => undefined,
    };
    const told: AnimateProgress[] = [];
    const { ports } = world({ animator });
    await expect(animatePicture(ports, request, { onProgress: (progress) => told.push(progress) })).rejects.toThrow('the worker died');
    expect(told.at(-1)).toEqual({ stage: 'drawing', framesDone: 1, frameCount: 3 });
  });

  it('lets the reader, the animator and the writer know of the same signal', async () => {
    const stop = new AbortController();
    const seen: (AbortSignal | undefined)[] = [];
    const { ports } = world();
    const note = (options: { readonly signal?: AbortSignal } | undefined): void => void seen.push(options?.signal);
    const watched: AnimatePicturePorts = {
      pictures: {
        read: (source, options) => {
          note(options);
          return ports.pictures.read(source, options);
        },
      },
      animator: {
        ...ports.animator,
        animate: (canvas, performance, options) => {
          note(options);
          return ports.animator.animate(canvas, performance, options);
        },
      },
      clips: {
        ...ports.clips,
        write: (clip, frames, options) => {
          note(options);
          return ports.clips.write(clip, frames, options);
        },
      },
    };
    await animatePicture(watched, request, { signal: stop.signal });
    expect(seen).toEqual([stop.signal, stop.signal, stop.signal]);
  });
});
