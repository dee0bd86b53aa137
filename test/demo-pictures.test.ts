import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faceFrameOf, pointOf } from '../src/animator/face-frame.ts';
import { CHIN, EYE_LEFT, EYE_RIGHT, FOREHEAD_TOP } from '../src/animator/landmarks.ts';
import { eyeShapeOf } from '../src/animator/scene/eye-shape.ts';
import { irisContrastOf } from '../src/animator/scene/iris-contrast.ts';
import { DEMO_CHARACTERS } from '../src/demo/characters.ts';
import { picturesOf } from '../src/demo/demo-pictures.ts';
import { createPerception } from '../src/engines/local/perception/perceive.ts';
import { createPictureReader } from '../src/media/read-picture.ts';

/** What the build painted. */
const PAINTED = join(import.meta.dirname, '..', 'dist', 'demo', 'pictures');
const LARGEST_BYTES = 300_000;

const perception = createPerception();
const pictures = DEMO_CHARACTERS.flatMap(({ id }) => picturesOf(id));

describe('the pictures of the demo world', () => {
  it('are a portrait and three scenes of every character, each with words for people who do not see it', () => {
    expect(pictures).toHaveLength(4 * DEMO_CHARACTERS.length);
    expect(new Set(pictures.map(({ id }) => id)).size).toBe(pictures.length);
    for (const { id, characterId, description } of pictures) {
      expect(id.startsWith(characterId)).toBe(true);
      expect(description).toMatch(/^\p{Lu}.{20,}\.$/u);
    }
  });

  const scenes = pictures.filter(({ id, characterId }) => id !== characterId);
  it.each(scenes)('show in $id one face that the animator finds, with eyes it trusts', async ({ id, look }) => {
    const bytes = await readFile(join(PAINTED, `${id}.webp`));
    expect(bytes.length).toBeLessThan(LARGEST_BYTES);
    const picture = await createPictureReader().read({ bytes });
    if (!picture.ok) throw new Error(picture.sentence);
    const { face, otherFaces } = perception.perceive(picture.canvas);
    if (face === undefined) throw new Error(`no face is found in '${id}'`);
    expect(otherFaces).toEqual([]);
    for (const eye of [EYE_LEFT, EYE_RIGHT]) {
      expect(irisContrastOf(picture.canvas, eyeShapeOf(faceFrameOf(face.landmarks), eye)).againstSkin).toBeGreaterThan(0.3);
    }
    const [top, chin] = [FOREHEAD_TOP, CHIN].map((index) => pointOf(face.landmarks, index).y / picture.canvas.heightPixels);
    const portraitShare = 0.34;
    expect(chin! - top!).toBeCloseTo(portraitShare * (look.distance?.scale ?? 1), 1);
  });
});
