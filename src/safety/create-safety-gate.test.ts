import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestWorld, type TestWorld } from '../../test/support/test-world.ts';
import type { WantedMotion } from '../app/ports/safety-gate.ts';
import type { Character, Picture } from '../app/ports/stores/character-store.ts';
import type { Clip } from '../app/ports/stores/clip-store.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import { createSafetyChecks } from './create-safety-checks.ts';
import { createSafetyGate } from './create-safety-gate.ts';
import { SafetyModelError } from './safety-models.ts';

const PIXEL = { widthPixels: 1, heightPixels: 1, rgb: new Uint8Array(3) };

describe('the gate before the charge', () => {
  let world: TestWorld;
  let owner: Person;
  let character: Character;
  let picture: Picture;
  const classifier = { score: 0, asked: 0, isBroken: false };

  beforeAll(async () => {
    world = await openTestWorld();
    owner = await world.addPerson();
    character = await world.addCharacter(owner);
  });
  beforeEach(async () => {
    Object.assign(classifier, { score: 0, asked: 0, isBroken: false });
    picture = await world.addPicture(character, { visibility: 'private', sha256: world.newId() });
  });
  afterAll(() => world.close());

  const gate = () => {
    const checks = createSafetyChecks({
      classifier: {
        name: 'scripted',
        scoreOf: async () => {
          classifier.asked++;
          if (classifier.isBroken) throw new SafetyModelError('broken');
          return classifier.score;
        },
        close: async () => undefined,
      },
    });
    return createSafetyGate({
      checks,
      world,
      readPicture: async () => PIXEL,
      seal: (text) => new TextEncoder().encode(text),
      onBroken: () => undefined,
    });
  };
  const wish = (change: Partial<WantedMotion> = {}): WantedMotion => ({
    ...{ personId: owner.id, picture, character, motion: 'smile-and-blink', customText: '', engineIsGenerative: true },
    ...change,
  });

  it('lets a preset on an ordinary picture pass', async () => {
    expect(await gate().judge(wish())).toEqual({ allowed: true });
  });

  it('says of a text what to change, and never which word it was', async () => {
    const answer = await gate().judge(wish({ motion: 'custom', customText: 'strips naked', engineIsGenerative: false }));
    expect(answer).toMatchObject({ allowed: false, code: 'TEXT_SEXUAL', retryable: false });
    const { decisionId: _, ...told } = answer as { decisionId?: string };
    expect(JSON.stringify(told)).not.toMatch(/strip|naked|\d/);
  });

  it('looks at no picture when the text is refused already', async () => {
    await gate().judge(wish({ motion: 'custom', customText: 'strips naked' }));
    expect(classifier.asked).toBe(0);
  });

  it('holds a public picture to more than a private one', async () => {
    classifier.score = 0.45;
    expect(await gate().judge(wish({ engineIsGenerative: false }))).toEqual({ allowed: true });
    const shown: Picture = { ...picture, visibility: 'public' };
    expect(await gate().judge(wish({ picture: shown, engineIsGenerative: false }))).toMatchObject({
      code: 'IMAGE_NOT_ANIMATABLE',
    });
  });

  it('holds a character who is declared a minor to more than everybody', async () => {
    classifier.score = 0.3;
    const child: Character = { ...character, declaredAge: 'minor' };
    expect(await gate().judge(wish({ character: child, engineIsGenerative: false }))).toMatchObject({ allowed: false });
    const kiss = wish({ character: child, motion: 'custom', customText: 'kisses him', engineIsGenerative: false });
    expect(await gate().judge(kiss)).toMatchObject({ code: 'TEXT_ROMANCE_WITH_MINOR' });
  });

  it('judges the same picture once for the same use', async () => {
    const same = gate();
    await same.judge(wish());
    await same.judge(wish());
    expect(classifier.asked).toBe(1);
  });

  it('asks to try again when the picture could not be judged, and remembers nothing of it', async () => {
    const same = gate();
    classifier.isBroken = true;
    expect(await same.judge(wish())).toMatchObject({ code: 'SAFETY_UNAVAILABLE', retryable: true });
    classifier.isBroken = false;
    expect(await same.judge(wish())).toEqual({ allowed: true });
  });

  it('lets no clip be seen of which one frame is over the limit', async () => {
    const clip = {
      ...{ characterId: character.id, pictureId: picture.id, visibility: 'private', ownerId: owner.id },
      ...{ motion: 'smile-and-blink', customText: '', engine: 'scripted' },
    } as Clip;
    const finished = { clip, engineIsGenerative: true, frames: [PIXEL, PIXEL] };
    expect(await gate().judgeFrames(finished)).toEqual({ allowed: true });
    classifier.score = 0.61;
    expect(await gate().judgeFrames(finished)).toMatchObject({ code: 'OUTPUT_REJECTED', retryable: false });
    classifier.isBroken = true;
    expect(await gate().judgeFrames(finished)).toMatchObject({ retryable: true });
    expect(await gate().judgeFrames({ ...finished, frames: [] })).toMatchObject({ allowed: false, retryable: true });
  });
});
