import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClipOrder, ClipQueue, type DrawClip } from './clip-queue.ts';

const ORDER: ClipOrder = {
  picturePath: '/pictures/mira.png',
  picture: { demoCharacterId: 'mira', url: '/mira.png' },
  fileName: 'mira-breathing',
  motionId: 'breathing',
  motion: { kind: 'preset', presetId: 'breathing' },
  lengthSeconds: 4,
  strength: 'normal',
  seed: 7,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clip-queue-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An engine whose clips are finished by the test, one at a time. */
function engineInHand() {
  const atWork: { finish: () => Promise<void>; breakDown: (error: Error) => void; files: Parameters<DrawClip>[1] }[] = [];
  const draw: DrawClip = (order, files, { signal, onProgress }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      onProgress({ framesDone: 24, frameCount: 96, secondsLeft: 3 });
      const finish = async () => {
        await Promise.all([writeFile(files.clipPath, 'mp4'), writeFile(files.posterPath, 'jpg')]);
        const size = { sizeBytes: 3, widthPixels: 720, heightPixels: 960, lengthSeconds: order.lengthSeconds };
        resolve({ ok: true, ...files, ...size });
      };
      atWork.push({ finish, breakDown: reject, files });
    });
  return { draw, atWork };
}

function queueWith(draw: DrawClip, limits: { mostWaiting?: number; mostKept?: number } = {}) {
  let lastId = 0;
  const broken: unknown[] = [];
  const queue = new ClipQueue({
    draw,
    folder,
    newId: () => `clip-${++lastId}`,
    onBroken: (error) => broken.push(error),
    ...limits,
  });
  const ask = () => {
    const clip = queue.ask(ORDER);
    if (typeof clip === 'string') throw new Error(clip);
    return clip;
  };
  const until = (id: string, state: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (queue.find(id)?.stage.state !== state) return;
        unwatch();
        resolve();
      };
      const unwatch = queue.watch(id, look);
      look();
    });
  return { queue, ask, until, broken };
}

describe('the clip queue', () => {
  it('draws one clip at a time and tells the others how many are ahead', async () => {
    const engine = engineInHand();
    const { queue, ask, until } = queueWith(engine.draw);
    const [first, second, third] = [ask(), ask(), ask()];

    expect([first, second, third].map((clip) => clip.stage.state)).toEqual(['drawing', 'queued', 'queued']);
    expect([first, second, third].map((clip) => queue.clipsAhead(clip.id))).toEqual([0, 1, 2]);

    await engine.atWork[0]?.finish();
    await until(second.id, 'drawing');
    expect(first.stage).toMatchObject({ state: 'ready', sizeBytes: 3, widthPixels: 720 });
    expect(queue.clipsAhead(third.id)).toBe(1);
  });

  it('passes on the real frames that are drawn and the time that is left', () => {
    const { ask } = queueWith(engineInHand().draw);
    expect(ask().stage).toEqual({ state: 'drawing', framesDone: 24, frameCount: 96, secondsLeft: 3 });
  });

  it('cancels a clip that waits and a clip that is drawn, and goes on with the next', async () => {
    const engine = engineInHand();
    const { queue, ask, until } = queueWith(engine.draw);
    const [drawn, waiting, next] = [ask(), ask(), ask()];

    queue.cancel(waiting.id);
    queue.cancel(drawn.id);
    await until(next.id, 'drawing');
    expect([drawn.stage.state, waiting.stage.state]).toEqual(['cancelled', 'cancelled']);
    expect(engine.atWork).toHaveLength(2);
  });

  it('leaves a finished clip as it is when the cancel button comes too late', async () => {
    const engine = engineInHand();
    const { queue, ask, until } = queueWith(engine.draw);
    const clip = ask();
    await engine.atWork[0]?.finish();
    await until(clip.id, 'ready');

    queue.cancel(clip.id);
    expect(clip.stage.state).toBe('ready');
  });

  it('takes no more than a few clips in line', () => {
    const { queue, ask } = queueWith(engineInHand().draw, { mostWaiting: 2 });
    for (let count = 0; count < 3; count++) ask();
    expect(queue.ask(ORDER)).toBe('queue-full');
  });

  it('says in plain words that the engine broke, and hands the error to the log', async () => {
    const engine = engineInHand();
    const { ask, until, broken } = queueWith(engine.draw);
    const clip = ask();
    engine.atWork[0]?.breakDown(new Error('the worker died'));
    await until(clip.id, 'failed');

    expect(clip.stage).toMatchObject({ problem: { code: 'engine-broke', nextStep: expect.stringContaining('Try again') } });
    expect(broken).toEqual([new Error('the worker died')]);
  });

  it('keeps the newest clips and removes the files of the older ones', async () => {
    const engine = engineInHand();
    const { queue, ask, until } = queueWith(engine.draw, { mostKept: 1 });
    const [old, fresh, next] = [ask(), ask(), ask()];
    await engine.atWork[0]?.finish();
    await until(fresh.id, 'drawing');
    await engine.atWork[1]?.finish();
    await until(next.id, 'drawing');
    await expect.poll(() => readdir(folder)).not.toContain(`${old.id}.mp4`);

    expect(queue.find(old.id)).toBeUndefined();
    expect(await readdir(folder)).toContain(`${fresh.id}.mp4`);
  });

  it('needs a picture as long as a clip of it is not finished', async () => {
    const engine = engineInHand();
    const { queue, ask, until } = queueWith(engine.draw);
    const clip = ask();
    expect(queue.needsPicture(ORDER.picturePath)).toBe(true);
    await engine.atWork[0]?.finish();
    await until(clip.id, 'ready');
    expect(queue.needsPicture(ORDER.picturePath)).toBe(false);
  });

  it('stops in order: what was drawn and what waited says why, and nothing new is taken', async () => {
    const { queue, ask } = queueWith(engineInHand().draw);
    const [drawn, waiting] = [ask(), ask()];
    await queue.close();

    expect([drawn, waiting].map((clip) => clip.stage)).toEqual([
      { state: 'failed', problem: expect.objectContaining({ code: 'stopping' }) },
      { state: 'failed', problem: expect.objectContaining({ code: 'stopping' }) },
    ]);
    expect(queue.ask(ORDER)).toBe('stopping');
  });
});
