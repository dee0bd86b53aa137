/** `npm run bench:motion-quality -- CLIP.mp4 ...`: see bench/motion-quality.mjs, which says in QUALITY_CLIPS what to measure. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOTIONS } from '../../src/domain/motion/presets.ts';
import { inspectClip } from '../../src/media/inspect-clip.ts';
import { measureQuality, QUALITY_MARKS } from '../judge/clip-quality.ts';
import { createFaceFinder, type FaceFinder } from '../judge/face-points.ts';
import { brokenPromises, promisesOf } from '../judge/promises.ts';
import { writeContactSheet } from '../support/contact-sheet.ts';
import { decodeHalfSize } from '../support/decode-clip.ts';
import { cacheFolder } from '../support/pictures.ts';

const clips: readonly string[] = JSON.parse(process.env.QUALITY_CLIPS ?? '[]');
const folder = cacheFolder('motion-quality');
const summary = join(folder, 'summary.md');
const shown = (value: number | undefined, digits = 3): string => value?.toFixed(digits) ?? '–';

let finder: FaceFinder;
beforeAll(async () => {
  if (clips.length === 0) return;
  finder = await createFaceFinder();
  const motions = MOTIONS.filter(({ id }) => clips.some((path) => path.endsWith(`_${id}.mp4`)));
  const asked = new Set([...QUALITY_MARKS, ...motions.flatMap(({ id }) => promisesOf(id))]);
  const marks = Array.from(asked, ({ name, reason }) => `- ${name}: ${reason}\n`).join('');
  const head =
    '| clip | missed | identity | warp error | jerk | sharpness | background dB | seam dB |\n|---|---|---|---|---|---|---|---|\n';
  writeFileSync(summary, `${marks}\n${head}`);
});

describe.skipIf(clips.length === 0)('the quality of a clip', () => {
  it.each(clips)('%s', async (path) => {
    const facts = await inspectClip(path);
    const quality = await measureQuality(finder, path, facts);
    const name = `${basename(dirname(path))}_${basename(path, '.mp4')}`;
    const motion = MOTIONS.find(({ id }) => name.endsWith(`_${id}`));
    const missed = [
      ...QUALITY_MARKS.filter(({ isReached }) => !isReached(quality)).map((mark) => mark.name),
      ...(motion === undefined ? [] : brokenPromises(motion.id, quality)),
    ];
    writeFileSync(
      join(folder, `${name}.json`),
      `${JSON.stringify({ clip: path, motion: motion?.id, missed, ...quality }, null, 2)}\n`,
    );
    const frames = await decodeHalfSize(path, facts.widthPixels, facts.heightPixels);
    await writeContactSheet(frames, facts.framesPerSecond, join(folder, `${name}.png`));
    const { identity, warpErrorLevels, headJerk, sharpness, backgroundDecibel, seamDecibel } = quality;
    const cells = [
      name,
      missed.join('; ') || 'nothing',
      identity === undefined ? '–' : `${shown(identity.median)} / ${shown(identity.worst)}`,
      shown(warpErrorLevels, 1),
      shown(headJerk, 4),
      shown(sharpness, 2),
      shown(backgroundDecibel, 1),
      shown(seamDecibel, 1),
    ];
    appendFileSync(summary, `| ${cells.join(' | ')} |\n`);
    expect.soft(missed).toEqual([]);
  });
});
