import type { CheckedDecision, RgbPicture, SafetyCheck, SafetyOccasion } from '../app/ports/safety-check.ts';
import type { ResultGate, SafetyAnswer, SafetyGate, WantedMotion } from '../app/ports/safety-gate.ts';
import type { Character, Picture } from '../app/ports/stores/character-store.ts';
import type { World } from '../app/ports/world.ts';
import { POLICY_VERSION, type SafetyDecision } from '../domain/safety/decide.ts';
import { SAFETY_CODES, type SafetyCode } from '../domain/safety/safety-codes.ts';

export interface SafetyGateOptions {
  readonly checks: SafetyCheck;
  readonly world: World;
  /** All of a picture, decoded. A rejection is a check that could not be made. */
  readonly readPicture: (picture: Picture) => Promise<RgbPicture>;
  readonly onBroken: (error: unknown) => void;
}

/** Decisions on pictures that are remembered; one is some hundred bytes. */
const MOST_REMEMBERED = 1000;

/** Stands before the charge, and before the first look at a clip. */
export function createSafetyGate(options: SafetyGateOptions): SafetyGate & ResultGate {
  const { checks, world } = options;
  const checkPicture = rememberingPictures(options);
  return {
    judge: async (wish) => {
      const occasion = occasionOf(wish, wish.picture.visibility);
      const { motion: motionId, customText } = wish;
      const onMotion = await checks.checkMotion({ ...occasion, motionId, customText });
      if (onMotion.action !== 'allow') return answerOf(onMotion);
      return answerOf(await checkPicture(wish.picture, occasion));
    },
    judgeFrames: async ({ clip, frames, engineIsGenerative }, ask = {}) => {
      const character = await world.stores.characters.find(clip.characterId);
      const picture = await world.stores.pictures.find(clip.pictureId);
      if (character === undefined || picture === undefined) return refusalOf('IMAGE_NOT_ANIMATABLE', false);
      const occasion = occasionOf({ character, picture, engineIsGenerative }, clip.visibility);
      return answerOf(await checks.checkFrames({ ...occasion, frames }, ask));
    },
  };
}

interface Subject extends Pick<WantedMotion, 'character' | 'picture' | 'engineIsGenerative'> {
  readonly character: Character;
}

function occasionOf(
  { character, picture, engineIsGenerative }: Subject,
  surface: SafetyOccasion['surface'],
): SafetyOccasion {
  return {
    surface,
    characterIsMinor: character.declaredAge === 'minor',
    engineGenerative: engineIsGenerative,
    pictureRating: picture.rating,
  };
}

/** The same picture for the same use is judged once for each version of the policy. What could not be judged is asked again. */
function rememberingPictures({ checks, readPicture, onBroken }: SafetyGateOptions) {
  const known = new Map<string, CheckedDecision>();
  return async (picture: Picture, occasion: SafetyOccasion): Promise<SafetyDecision> => {
    const { surface, characterIsMinor, engineGenerative } = occasion;
    const use = [surface, characterIsMinor, engineGenerative, picture.rating, picture.origin];
    const key = [picture.sha256, POLICY_VERSION, ...use].join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const decision = await judge(picture, occasion);
    if (decision.action !== 'retry') {
      const [oldest] = known.keys();
      if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
      known.set(key, decision);
    }
    return decision;
  };

  async function judge(picture: Picture, occasion: SafetyOccasion): Promise<CheckedDecision> {
    const provenance = picture.origin === 'ai_generated' ? 'generated' : 'uploaded';
    const pixels = await readPicture(picture).catch((error: unknown) => {
      onBroken(error);
      // no picture at all: the classifier cannot measure it, which the policy reads as "ask again"
      return { widthPixels: 0, heightPixels: 0, rgb: new Uint8Array() };
    });
    return checks.checkPicture({ ...occasion, picture: pixels, provenance });
  }
}

function answerOf({ action, code }: SafetyDecision): SafetyAnswer {
  return action === 'allow' ? { allowed: true } : refusalOf(code, action === 'retry');
}

function refusalOf(code: SafetyCode, retryable: boolean): SafetyAnswer {
  const { sentence, nextStep } = SAFETY_CODES[code];
  return { allowed: false, code, sentence, nextStep, retryable };
}
