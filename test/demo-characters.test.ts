import { describe, expect, it } from 'vitest';
import { prepareScene } from '../src/animator/scene/scene.ts';
import { DEMO_CHARACTERS, lookOf } from '../src/demo/characters.ts';
import { drawCharacter } from '../src/demo/draw-character.ts';
import { renderCharacter } from '../src/demo/render-character.ts';
import { createPerception } from '../src/engines/local/perception/perceive.ts';
import { createPictureReader } from '../src/media/read-picture.ts';

const perception = createPerception();

describe.each(DEMO_CHARACTERS)('$name', ({ id, name, description }) => {
  it('has a face that the animator finds, with eyes it believes, and stands out from the background', async () => {
    const picture = await createPictureReader().read({ bytes: await renderCharacter(id) });
    if (!picture.ok) throw new Error(picture.sentence);
    const { facts } = prepareScene(picture.canvas, perception.perceive(picture.canvas));
    expect(facts.face?.score).toBeGreaterThan(0.85);
    expect(facts.face?.eyesTrusted).toBe(true);
    expect(facts.matteTrusted).toBe(true);
    expect(facts.torsoVisible).toBe(true);
    expect([facts.widthPixels, facts.heightPixels]).toEqual([720, 960]);
  });

  it('is drawn the same every time', () => {
    expect(drawCharacter(lookOf(id))).toBe(drawCharacter(lookOf(id)));
  });

  it('has a name and a line to be introduced with', () => {
    expect(name).toMatch(/^\p{Lu}/u);
    expect(description).toMatch(/\.$/);
  });
});
