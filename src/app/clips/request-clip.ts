import { STATE_DEADLINE_SECONDS } from '../../domain/clip/clip-life.ts';
import type { Credits } from '../../domain/credits/credits.ts';
import { type Plan, planAt } from '../../domain/entitlement/plans.ts';
import { isFeatureOn } from '../../domain/entitlement/stage.ts';
import type { ClipMotion } from '../../domain/motion/clip-motion.ts';
import type { FinishId } from '../../domain/motion/finish.ts';
import type { Emotion } from '../../domain/motion/living-avatar.ts';
import type { MotionStrength } from '../../domain/motion/strength.ts';
import type { ClipFrame } from '../../domain/picture/clip-frame.ts';
import { chooseMotion } from '../choose-motion.ts';
import { holdCredits } from '../credits/hold-credits.ts';
import { type Seen, seenPicture } from '../permissions.ts';
import type { EngineHouse } from '../ports/engine-house.ts';
import type { SafetyAnswer, SafetyGate } from '../ports/safety-gate.ts';
import type { Picture } from '../ports/stores/character-store.ts';
import type { Clip, ClipRequest } from '../ports/stores/clip-store.ts';
import type { Person } from '../ports/stores/person-store.ts';
import type { Stores, World } from '../ports/world.ts';
import { checkVoice, type ShowsMouth, type SpeechRefusal } from './check-voice.ts';
import { canFinish, canPlay } from './choose-engine.ts';
import { secondsAfter } from './clip-worker.ts';
import { type LengthRefusal, offeredLengths } from './quote-clip.ts';
import { tellOfClip } from './tell-of-clip.ts';

export interface ClipWish {
  readonly pictureId: string;
  readonly motion: ClipMotion;
  readonly customText: string;
  /** The mood of `idle`. */
  readonly emotion?: Emotion | undefined;
  /** The recording that `speak` speaks, and whether it is heard in the clip. */
  readonly voiceId?: string | undefined;
  readonly hasSound?: boolean | undefined;
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  /** Which part of the picture; all of it when left out. */
  readonly frame?: ClipFrame | undefined;
  /** What is laid over the motion; nothing when left out. */
  readonly finish?: FinishId | undefined;
  readonly engine: string;
  readonly model: string;
  readonly quoteId?: string | undefined;
  /** A draft of that clip: its owner alone sees it. */
  readonly draftOf?: string;
  /** The same key gives the same clip, however often it is sent. */
  readonly idempotencyKey: string;
}

export type ClipRefusal =
  | LengthRefusal
  | SpeechRefusal
  | { readonly ok: false; readonly reason: 'picture-not-found' }
  | { readonly ok: false; readonly reason: 'picture-not-animatable' }
  | { readonly ok: false; readonly reason: 'motion-not-understood'; readonly sentence: string }
  | { readonly ok: false; readonly reason: 'motion-not-played'; readonly engine: string; readonly motion: ClipMotion }
  | { readonly ok: false; readonly reason: 'finish-not-made'; readonly engine: string; readonly finish: FinishId }
  | { readonly ok: false; readonly reason: 'labs-off' }
  | { readonly ok: false; readonly reason: 'needs-plan' }
  | { readonly ok: false; readonly reason: 'too-many-clips'; readonly most: number }
  | { readonly ok: false; readonly reason: 'quote-expired' }
  | { readonly ok: false; readonly reason: 'key-used-for-another-clip' }
  | { readonly ok: false; readonly reason: 'not-enough-credits'; readonly missing: Credits; readonly price: Credits }
  | { readonly ok: false; readonly reason: 'not-safe'; readonly answer: Extract<SafetyAnswer, { allowed: false }> };

export type ClipRequestOutcome = { readonly ok: true; readonly clip: Clip; readonly isNew: boolean } | ClipRefusal;

export interface RequestClipPorts {
  readonly world: World;
  readonly engines: EngineHouse;
  readonly safety: SafetyGate;
  /** Left out where no picture speaks. */
  readonly showsMouth?: ShowsMouth | undefined;
}

/** What happens when a person presses the video button: everything is judged first, then one transaction does it all. */
export async function requestClip(
  ports: RequestClipPorts,
  person: Person,
  wish: ClipWish,
): Promise<ClipRequestOutcome> {
  const { world, engines } = ports;
  const before = await world.stores.clips.findByKey(person.id, wish.idempotencyKey);
  if (before !== undefined) return sameClip(before, wish);
  const plan = await planOfGenerator(world, person);
  if ('reason' in plan) return plan;
  const picture = await animatablePicture(world.stores, person, wish.pictureId);
  if ('reason' in picture) return picture;
  const length = await checkLength(world.stores, engines, wish);
  if (length !== undefined) return length;
  const unclear = checkMotion(engines, wish);
  if (unclear !== undefined) return unclear;
  const mute = await checkVoice(ports, person, picture, wish);
  if (mute !== undefined) return mute;
  const unsafe = await judge(ports, person, picture, wish);
  if (unsafe !== undefined) return unsafe;
  return world.transaction((stores) => placeOrder(world, stores, { person, plan, picture, wish }));
}

function sameClip(clip: Clip, wish: ClipWish): ClipRequestOutcome {
  const isSame =
    clip.pictureId === wish.pictureId &&
    clip.motion === wish.motion &&
    clip.customText === wish.customText &&
    clip.emotion === wish.emotion &&
    clip.voiceId === wish.voiceId &&
    clip.hasSound === (wish.hasSound ?? false) &&
    clip.lengthSeconds === wish.lengthSeconds &&
    clip.strength === wish.strength &&
    clip.frame === (wish.frame ?? 'as-is') &&
    (clip.finish ?? 'plain') === (wish.finish ?? 'plain') &&
    (clip.askedEngine ?? clip.engine) === wish.engine &&
    (clip.askedEngine !== undefined || clip.model === wish.model);
  return isSame ? { ok: true, clip, isNew: false } : { ok: false, reason: 'key-used-for-another-clip' };
}

async function planOfGenerator({ stores, now }: World, person: Person): Promise<Plan | ClipRefusal> {
  const stage = await stores.settings.readStage();
  if (!isFeatureOn(stage, person.settings.imageToVideo)) return { ok: false, reason: 'labs-off' };
  const plan = planAt(await stores.entitlements.find(person.id), now());
  return plan.mayGenerate ? plan : { ok: false, reason: 'needs-plan' };
}

/** Only pictures that were made for a character by a model are animated: uploads may show people who never agreed. */
async function animatablePicture(stores: Stores, person: Person, id: string): Promise<Seen<Picture> | ClipRefusal> {
  const picture = seenPicture(person, await stores.pictures.find(id));
  if (picture === undefined || picture.deletedAt !== undefined) return { ok: false, reason: 'picture-not-found' };
  return picture.origin === 'ai_generated' ? picture : { ok: false, reason: 'picture-not-animatable' };
}

async function checkLength(stores: Stores, engines: EngineHouse, wish: ClipWish): Promise<LengthRefusal | undefined> {
  const lengthsSeconds = await offeredLengths(stores, engines, wish);
  if (lengthsSeconds === undefined) return { ok: false, reason: 'engine-unknown', engine: wish.engine };
  if (!lengthsSeconds.includes(wish.lengthSeconds)) return { ok: false, reason: 'length-not-offered', lengthsSeconds };
  return undefined;
}

/** Not every engine plays everything. The built-in one plays what it can read in a text; it says before what it cannot. */
function checkMotion(engines: EngineHouse, { engine, motion, customText, finish }: ClipWish): ClipRefusal | undefined {
  if (!canPlay(engines, engine, motion)) return { ok: false, reason: 'motion-not-played', engine, motion };
  if (finish !== undefined && !canFinish(engines, engine, finish)) {
    return { ok: false, reason: 'finish-not-made', engine, finish };
  }
  if (motion !== 'custom') return undefined;
  const isGenerative = engines.get(engine)?.engine.generative ?? true;
  const chosen = chooseMotion(motion, customText);
  if (chosen.ok || (isGenerative && chosen.reason !== 'empty')) return undefined;
  return { ok: false, reason: 'motion-not-understood', sentence: chosen.sentence };
}

async function judge(
  { world, engines, safety }: RequestClipPorts,
  person: Person,
  picture: Picture,
  { motion, customText, engine }: ClipWish,
): Promise<ClipRefusal | undefined> {
  const character = await world.stores.characters.find(picture.characterId);
  if (character === undefined) return { ok: false, reason: 'picture-not-found' };
  const engineIsGenerative = engines.get(engine)?.engine.generative ?? true;
  const answer = await safety.judge({
    personId: person.id,
    picture,
    character,
    motion,
    customText,
    engine,
    engineIsGenerative,
  });
  return answer.allowed ? undefined : { ok: false, reason: 'not-safe', answer };
}

interface Order {
  readonly person: Person;
  readonly plan: Plan;
  readonly picture: Seen<Picture>;
  readonly wish: ClipWish;
}

async function placeOrder(world: World, stores: Stores, order: Order): Promise<ClipRequestOutcome> {
  const { person, plan, wish } = order;
  // two orders at a time could be the same one, or one more than the plan allows
  await stores.clips.placeAlone(person.id);
  const before = await stores.clips.findByKey(person.id, wish.idempotencyKey);
  if (before !== undefined) return sameClip(before, wish);
  if ((await stores.clips.countLiving(person.id)) >= plan.mostLivingClips) {
    return { ok: false, reason: 'too-many-clips', most: plan.mostLivingClips };
  }
  const now = world.now();
  const price = await priceOf(stores, person.id, wish, now);
  if (typeof price !== 'number') return price;
  const request = requestOf(world.newId(), order, price);
  const held = await holdCredits(world, stores, { personId: person.id, clipId: request.id, price });
  if (!held.ok) return { ...held, price };
  const fairTurn = await stores.engines.takeTurn(wish.engine, person.id);
  await stores.clips.add(request, { now, deadlineAt: secondsAfter(now, STATE_DEADLINE_SECONDS.queued), fairTurn });
  await stores.jobs.send('dispatch', { engine: wish.engine });
  const clip = (await stores.clips.find(request.id)) as Clip;
  await tellOfClip(stores, clip, now, { wallet: price > 0 });
  return { ok: true, clip, isNew: true };
}

async function priceOf(stores: Stores, personId: string, wish: ClipWish, now: Date): Promise<Credits | ClipRefusal> {
  const { engine, model, lengthSeconds, quoteId } = wish;
  if (quoteId === undefined) {
    return (await stores.prices.priceAt(engine, model, lengthSeconds, now)) ?? { ok: false, reason: 'no-price' };
  }
  const quote = await stores.prices.findQuote(quoteId, personId, now);
  const fits = quote?.engine === engine && quote.model === model && quote.lengthSeconds === lengthSeconds;
  return quote !== undefined && fits ? quote.priceCredits : { ok: false, reason: 'quote-expired' };
}

function requestOf(id: string, { person, plan, picture, wish }: Order, price: Credits): ClipRequest {
  const { quoteId: _, ...asked } = wish;
  return {
    ...asked,
    frame: wish.frame ?? 'as-is',
    id,
    ownerId: person.id,
    characterId: picture.characterId,
    visibility: wish.draftOf === undefined ? picture.visibility : 'private',
    priceCredits: price,
    priority: plan.priority,
  };
}
