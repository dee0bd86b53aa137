import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { animatePicture } from '../../src/app/animate-picture.ts';
import { MOTIONS, type MotionPresetId } from '../../src/domain/motion/presets.ts';
import { createLocalAnimator } from '../../src/engines/local/local-animator.ts';
import { inspectClip } from '../../src/media/inspect-clip.ts';
import { createPictureReader } from '../../src/media/read-picture.ts';
import { createClipWriter } from '../../src/media/write-clip.ts';
import { ffmpegIsThere } from '../support/decode-clip.ts';
import { demoPictures, portraits, type TestPicture } from '../support/pictures.ts';
import { createFaceFinder, type FaceFinder } from './face-points.ts';
import { type ClipJudgement, judgeClip } from './judge-clip.ts';
import { brokenPromises } from './promises.ts';

if (!ffmpegIsThere) console.warn('\nLOUD: the judge is skipped: there is no ffmpeg here to decode clips with.\n');

const presets = MOTIONS.filter(({ id }) => id !== 'custom').map(({ id }) => id as MotionPresetId);
const ports = { pictures: createPictureReader(), animator: createLocalAnimator(), clips: createClipWriter() };

let folder: string;
let finder: FaceFinder;
let demo: TestPicture[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reverie-judge-'));
  finder = await createFaceFinder();
  demo = await demoPictures();
});
afterAll(async () => {
  await ports.animator.close();
  rmSync(folder, { recursive: true });
});

/** A clip that ffmpeg makes of a portrait without any animator. */
async function judgeFake(filter: string): Promise<ClipJudgement> {
  const path = join(folder, 'fake.mp4');
  const input = ['-loop', '1', '-framerate', '24', '-i', demo[0]!.path];
  const output = ['-t', '3', '-vf', filter, '-pix_fmt', 'yuv420p', '-movflags', '+faststart'];
  spawnSync('ffmpeg', ['-v', 'error', '-y', ...input, ...output, path]);
  return judgeClip(finder, path, await inspectClip(path));
}

async function judgeMotion(picture: TestPicture, presetId: MotionPresetId): Promise<ClipJudgement> {
  const clipPath = join(folder, `${picture.name}_${presetId}.mp4`);
  const motion = { kind: 'preset', presetId } as const;
  const request = { picture: { path: picture.path }, motion, strength: 'normal', seed: 7 } as const;
  const outcome = await animatePicture(ports, { ...request, lengthSeconds: 4, clipPath });
  if (!outcome.ok) throw new Error(outcome.sentence);
  return judgeClip(finder, clipPath, await inspectClip(clipPath));
}

describe.skipIf(!ffmpegIsThere)('the judge', () => {
  it('does not take a still picture for any motion', async () => {
    const still = await judgeFake('scale=720:960');
    for (const presetId of presets) expect(brokenPromises(presetId, still), presetId).not.toEqual([]);
  });

  it('does not take a zoom for any motion', async () => {
    const zoom = await judgeFake("zoompan=z='1+0.0015*on':d=1:x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':s=720x960:fps=24");
    for (const presetId of presets) expect(brokenPromises(presetId, zoom), presetId).not.toEqual([]);
  });

  it('sees when a face is softer than the picture it began with', async () => {
    const soft = await judgeFake("scale=720:960,gblur=sigma=0.9:enable='gte(n,12)'");
    expect(soft.sharpness).toBeLessThan(0.9);
    expect(brokenPromises('custom', soft)).toEqual(['the face stays sharp']);
  });

  it('does not take closed eyes for a smile, nor a smile for closed eyes', async () => {
    const breathing = await judgeMotion(demo[0]!, 'breathing');
    expect(brokenPromises('smile-and-blink', breathing)).toContain('the mouth smiles');
    expect(brokenPromises('look-around', breathing)).toEqual(['the head turns to both sides']);
  });

  it.each(presets)('sees every promise of %s kept on a demo character', async (presetId) => {
    const index = presets.indexOf(presetId) % demo.length;
    const judgement = await judgeMotion(demo[index]!, presetId);
    expect(brokenPromises(presetId, judgement), JSON.stringify(judgement)).toEqual([]);
  });
});

/** A few portraits with a different motion each keep this quick; `npm run proof` plays all motions on all portraits. */
const SAMPLE = portraits()
  .filter(({ name }) => !name.startsWith('animal') && !name.startsWith('statue'))
  .filter((_, index) => index % 3 === 0);
describe.skipIf(!ffmpegIsThere || SAMPLE.length === 0)('on other people’s portraits', () => {
  it.each(SAMPLE.map((picture, index) => ({ picture, name: picture.name, presetId: presets[index % presets.length]! })))(
    '$presetId keeps its promises on $name',
    async ({ picture, presetId }) => {
      const judgement = await judgeMotion(picture, presetId);
      const withoutEyes = picture.name.startsWith('statue');
      const broken = brokenPromises(presetId, judgement).filter((promise) => !(withoutEyes && promise.includes('eyes')));
      expect(broken, JSON.stringify(judgement)).toEqual([]);
    },
  );
});
