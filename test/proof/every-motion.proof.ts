/**
 * The long proof, `npm run proof`: every motion of every picture is made, held against the master profile, judged in its
 * decoded frames, and laid out as a contact sheet to look at. About ten seconds a clip.
 *
 * PROOF_PICTURES=mira,finn and PROOF_MOTIONS=breathing choose some.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { animatePicture } from '../../src/app/animate-picture.ts';
import { chooseMotion } from '../../src/app/choose-motion.ts';
import { FRAMES_PER_SECOND, frameCountOf } from '../../src/domain/clip/clip-format.ts';
import { MOTIONS } from '../../src/domain/motion/presets.ts';
import { createLocalAnimator } from '../../src/engines/local/local-animator.ts';
import { inspectClip, masterProfileFaults } from '../../src/media/inspect-clip.ts';
import { createPictureReader } from '../../src/media/read-picture.ts';
import { createClipWriter } from '../../src/media/write-clip.ts';
import { createFaceFinder, type FaceFinder } from '../judge/face-points.ts';
import { type ClipJudgement, judgeClip } from '../judge/judge-clip.ts';
import { brokenPromises } from '../judge/promises.ts';
import { writeContactSheet } from '../support/contact-sheet.ts';
import { decodeHalfSize } from '../support/decode-clip.ts';
import { cacheFolder, demoPictures, portraits } from '../support/pictures.ts';

const LENGTH_SECONDS = 4;
const CUSTOM_TEXT = 'Slowly nodding with an encouraging smile, eyes warm.';
const chosen = (name: string, all: readonly string[]): readonly string[] => process.env[name]?.split(',') ?? all;

const pictures = [...(await demoPictures()), ...portraits()];
const pictureNames = chosen(
  'PROOF_PICTURES',
  pictures.map(({ name }) => name),
);
const motionIds = chosen(
  'PROOF_MOTIONS',
  MOTIONS.map(({ id }) => id),
);
const folder = cacheFolder('proof');
const report = join(folder, `report-${pictureNames[0]}.md`);
const ports = { pictures: createPictureReader(), animator: createLocalAnimator(), clips: createClipWriter() };

let finder: FaceFinder;
beforeAll(async () => {
  finder = await createFaceFinder();
  writeFileSync(report, `| picture | motion | kept | measured |\n|---|---|---|---|\n`);
});
afterAll(() => ports.animator.close());

const numbers = (judgement: ClipJudgement): string =>
  Object.entries(judgement)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? value.toFixed(3) : JSON.stringify(value)}`)
    .join(', ');

describe.each(pictures.filter(({ name }) => pictureNames.includes(name)))('$name', ({ name, path }) => {
  it.each(MOTIONS.filter(({ id }) => motionIds.includes(id)))('keeps what $id promises', async ({ id }) => {
    const clipPath = join(folder, `${name}_${id}.mp4`);
    const chosen = chooseMotion(id, CUSTOM_TEXT);
    if (!chosen.ok) throw new Error(chosen.sentence);
    const outcome = await animatePicture(ports, {
      picture: { path },
      motion: chosen.motion,
      lengthSeconds: LENGTH_SECONDS,
      strength: 'normal',
      seed: 7,
      clipPath,
    });
    if (!outcome.ok) throw new Error(outcome.sentence);
    const facts = await inspectClip(clipPath);
    const { widthPixels, heightPixels } = outcome;
    expect(
      masterProfileFaults(facts, {
        widthPixels,
        heightPixels,
        frameCount: frameCountOf(LENGTH_SECONDS),
        framesPerSecond: FRAMES_PER_SECOND,
      }),
    ).toEqual([]);
    const judgement = await judgeClip(finder, clipPath, facts);
    const frames = await decodeHalfSize(clipPath, widthPixels, heightPixels);
    await writeContactSheet(frames, facts.framesPerSecond, join(folder, `${name}_${id}.png`));
    // eyes that the animator does not trust do not blink, and without a face light drifts over all of the picture; it says
    // so beforehand, and the judge asks for no more
    const { face } = outcome.facts;
    const broken = brokenPromises(id, judgement)
      .filter((promise) => face?.eyesTrusted === true || !promise.includes('eyes'))
      .filter((promise) => face !== undefined || promise !== 'the background stays');
    appendFileSync(
      report,
      `| ${name} | ${id} | ${broken.length === 0 ? 'yes' : broken.join('; ')} | ${numbers(judgement)} |\n`,
    );
    expect.soft(broken, numbers(judgement)).toEqual([]);
  });
});
