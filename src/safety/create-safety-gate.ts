import { createHash } from 'node:crypto';
import type {
  CheckedDecision,
  RgbPicture,
  SafetyCheck,
  SafetyEvidence,
  SafetyOccasion,
} from '../app/ports/safety-check.ts';
import type { RefusalRecorder, ResultGate, SafetyAnswer, SafetyGate, WantedMotion } from '../app/ports/safety-gate.ts';
import type { Character, Picture } from '../app/ports/stores/character-store.ts';
import type { Clip } from '../app/ports/stores/clip-store.ts';
import type { DecisionRecord, SafetyScope, SafetyStep } from '../app/ports/stores/safety-store.ts';
import type { TextSeal } from '../app/ports/text-seal.ts';
import type { Stores, World } from '../app/ports/world.ts';
import { decide, POLICY_VERSION } from '../domain/safety/decide.ts';
import { STRIKES_COUNT_HOURS } from '../domain/safety/record-rules.ts';
import { SAFETY_CODES } from '../domain/safety/safety-codes.ts';

export interface SafetyGateOptions {
  readonly checks: SafetyCheck;
  readonly world: World;
  /** All of a picture, decoded. A rejection is a check that could not be made. */
  readonly readPicture: (picture: Picture) => Promise<RgbPicture>;
  readonly seal: TextSeal['seal'];
  readonly onBroken: (error: unknown) => void;
}

/** Decisions on pictures that are remembered; one is some hundred bytes. */
const MOST_REMEMBERED = 1000;
const HOUR_MILLISECONDS = 3_600_000;

/** Stands before the charge, and before the first look at a clip; keeps every decision. */
export function createSafetyGate(options: SafetyGateOptions): SafetyGate & ResultGate & RefusalRecorder {
  const { checks, world } = options;
  const checkPicture = rememberingPictures(options);

  const decideOnWish = async (wish: WantedMotion, scope: SafetyScope): Promise<CheckedDecision> => {
    const occasion = occasionOf(wish, wish.picture.visibility);
    const { safety } = world.stores;
    if (await safety.isTakenDown(wish.picture.sha256)) return takenDown(occasion);
    if (await safety.isAllowed(scope)) return ALLOWED_BY_APPEAL;
    const since = new Date(world.now().getTime() - STRIKES_COUNT_HOURS * HOUR_MILLISECONDS);
    const recentStrikes = wish.motion === 'custom' ? await safety.countStrikes(wish.personId, since) : 0;
    const { motion: motionId, customText } = wish;
    const onMotion = await checks.checkMotion({ ...occasion, motionId, customText, recentStrikes });
    if (onMotion.action !== 'allow') return onMotion;
    const onPicture = await checkPicture(wish.picture, occasion);
    return { ...onPicture, evidence: both(onMotion.evidence, onPicture.evidence) };
  };

  return {
    judge: async (wish) => {
      const about = aboutWish(wish);
      const decision = await decideOnWish(wish, about);
      return answerOf(decision, await keep(options, world.stores, about, decision));
    },
    judgeFrames: async ({ clip, frames, engineIsGenerative }, ask = {}) => {
      const about = await aboutClip(world.stores, clip, 'frames');
      if (about === undefined) return { allowed: false, retryable: false, ...told('IMAGE_NOT_ANIMATABLE') };
      const occasion = occasionOf({ ...about, engineIsGenerative }, clip.visibility);
      const isAllowed = await world.stores.safety.isAllowed(about);
      const decision = isAllowed ? ALLOWED_BY_APPEAL : await checks.checkFrames({ ...occasion, frames }, ask);
      return answerOf(decision, await keep(options, world.stores, about, decision));
    },
    recordRefusal: async (stores, clip, { kind: trouble, isSevere = false }) => {
      const about = await aboutClip(stores, clip, 'engine');
      if (about === undefined) return;
      const occasion = occasionOf({ ...about, engineIsGenerative: true }, clip.visibility);
      const mayTryAgain = clip.motion !== 'custom' && clip.failedAttempts === 0;
      const decision = checks.decideOnEngineRefusal({ ...occasion, trouble, isSevere, mayTryAgain });
      await keep(options, stores, about, { ...decision, evidence: { ...NOTHING_SEEN, checkers: [clip.engine] } });
    },
  };
}

/** What a decision is about; `text` is kept sealed. */
interface About extends SafetyScope {
  readonly character: Character;
  readonly picture: Picture;
  readonly personId: string;
  readonly clipId: string | undefined;
  readonly surface: DecisionRecord['surface'];
  readonly engine: string | undefined;
  readonly motion: DecisionRecord['motion'];
  readonly text: string;
}

function aboutWish({ personId, character, picture, motion, customText, engine }: WantedMotion): About {
  const scope = scopeOf(picture, { motion, customText }, 'wish');
  const where = { clipId: undefined, surface: picture.visibility, engine };
  return { ...scope, ...where, character, picture, personId, motion, text: customText };
}

async function aboutClip(
  stores: Pick<Stores, 'characters' | 'pictures'>,
  clip: Clip,
  step: SafetyStep,
): Promise<About | undefined> {
  const character = await stores.characters.find(clip.characterId);
  const picture = await stores.pictures.find(clip.pictureId);
  if (character === undefined || picture === undefined) return undefined;
  const { ownerId: personId, id: clipId, visibility: surface, engine, motion, customText: text } = clip;
  return { ...scopeOf(picture, clip, step), character, picture, personId, clipId, surface, engine, motion, text };
}

function scopeOf(
  { sha256 }: Picture,
  { motion, customText }: Pick<Clip, 'motion' | 'customText'>,
  step: SafetyStep,
): SafetyScope {
  const motionSha256 = createHash('sha256').update(`${motion}\n${customText}`).digest('hex');
  return { pictureSha256: sha256, motionSha256, step, policyVersion: POLICY_VERSION };
}

/** Keeps a decision and gives it its name. */
async function keep(
  { world, seal }: Pick<SafetyGateOptions, 'world' | 'seal'>,
  stores: Pick<Stores, 'safety'>,
  { character, picture, text, ...about }: About,
  { action, code, strikes, evidence }: CheckedDecision,
): Promise<string> {
  const id = world.newId();
  await stores.safety.addDecision({
    ...about,
    ...{ id, action, code, strikes, evidence, at: world.now() },
    ...{ characterId: character.id, pictureId: picture.id },
    sealedText: text === '' ? undefined : seal(text),
  });
  return id;
}

function occasionOf(
  { character, picture, engineIsGenerative }: Pick<WantedMotion, 'character' | 'picture' | 'engineIsGenerative'>,
  surface: SafetyOccasion['surface'],
): SafetyOccasion {
  return {
    surface,
    characterIsMinor: character.declaredAge === 'minor',
    engineGenerative: engineIsGenerative,
    pictureRating: picture.rating,
  };
}

const NOTHING_SEEN: SafetyEvidence = { checkers: [], scores: {}, categories: [], flags: [], troubles: [] };

/** A human said that exactly this may be made. */
const ALLOWED_BY_APPEAL: CheckedDecision = {
  ...{ action: 'allow', code: 'OK', refund: false, strikes: 0, policyVersion: POLICY_VERSION },
  evidence: { ...NOTHING_SEEN, checkers: ['appeal'] },
};

function takenDown({ surface, characterIsMinor, engineGenerative, pictureRating }: SafetyOccasion): CheckedDecision {
  const absent = { state: 'absent' } as const;
  const picture = { provenance: 'unknown', isTakenDown: true, builtIn: absent, model: absent } as const;
  const context = { surface, characterIsMinor, engineGenerative, hostRating: pictureRating ?? 'general' };
  return { ...decide({ ...context, picture }), evidence: { ...NOTHING_SEEN, checkers: ['taken down'] } };
}

function both(one: SafetyEvidence, other: SafetyEvidence): SafetyEvidence {
  return {
    checkers: [...one.checkers, ...other.checkers],
    scores: { ...one.scores, ...other.scores },
    categories: [...one.categories, ...other.categories],
    flags: [...one.flags, ...other.flags],
    troubles: [...one.troubles, ...other.troubles],
  };
}

/** The same picture for the same use is judged once for each version of the policy. What could not be judged is asked again. */
function rememberingPictures({ checks, readPicture, onBroken }: SafetyGateOptions) {
  const known = new Map<string, CheckedDecision>();
  return async (picture: Picture, occasion: SafetyOccasion): Promise<CheckedDecision> => {
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

function answerOf({ action, code }: CheckedDecision, decisionId: string): SafetyAnswer {
  if (action === 'allow') return { allowed: true };
  return { allowed: false, retryable: action === 'retry', ...told(code), ...(action === 'refuse' && { decisionId }) };
}

function told(code: CheckedDecision['code']) {
  const { sentence, nextStep } = SAFETY_CODES[code];
  return { code, sentence, nextStep };
}
