import type { EngineTroubleKind } from '../engine/engine-trouble.ts';
import { type Limits, limitsFor } from './limits.ts';
import { SAFETY_CODES, type SafetyCode, STRIKES_THAT_LOCK_CUSTOM_TEXT } from './safety-codes.ts';
import type { Checked, ModelScores, SafetyFacts } from './safety-facts.ts';
import { TEXT_CATEGORIES, type TextCategory } from './text/text-finding.ts';

/** Changes with every change of a rule, a limit or a word list: a decision is only ever true for its version. */
export const POLICY_VERSION = '2026-11-26';

/** `retry`: nothing was decided, ask again later; the credits stay held or untouched. */
export type SafetyAction = 'allow' | 'retry' | 'refuse';

export interface SafetyDecision {
  readonly action: SafetyAction;
  /** Explained by `SAFETY_CODES`. */
  readonly code: SafetyCode;
  /** Whether everything that was reserved for the clip goes back. */
  readonly refund: boolean;
  /** What it takes from the refusal budget when it was an order; advice while typing takes nothing. */
  readonly strikes: number;
  readonly policyVersion: string;
}

interface Verdict {
  readonly action: 'retry' | 'refuse';
  readonly code: SafetyCode;
}

type Rule = (facts: SafetyFacts, limits: Limits) => Verdict | undefined;

const refuse = (code: SafetyCode): Verdict => ({ action: 'refuse', code });
const RETRY: Verdict = { action: 'retry', code: 'SAFETY_UNAVAILABLE' };

/** Asked in this order; the first refusal counts, then the first "ask again", else the clip may be made. */
const RULES: readonly Rule[] = [
  provenance,
  hostRating,
  textLock,
  textRules,
  textModel,
  unreadText,
  picture,
  pictureModel,
  frames,
  frameModel,
  engine,
];

/**
 * The one place that says yes or no. A pure function of the facts: never laxer than the picture side, in public than in
 * private, for a declared minor than in public; a higher score never helps; a checker that failed is never a yes.
 */
export function decide(facts: SafetyFacts): SafetyDecision {
  const limits = limitsFor(facts);
  const verdicts = RULES.map((rule) => rule(facts, limits)).filter((verdict) => verdict !== undefined);
  const verdict = verdicts.find(({ action }) => action === 'refuse') ?? verdicts[0];
  return decisionOf(verdict ?? { action: 'allow', code: 'OK' });
}

function decisionOf({ action, code }: { readonly action: SafetyAction; readonly code: SafetyCode }): SafetyDecision {
  const isRefused = action === 'refuse';
  const strikes = isRefused ? SAFETY_CODES[code].strikes : 0;
  return { action, code, refund: isRefused, strikes, policyVersion: POLICY_VERSION };
}

function provenance({ picture: evidence }: SafetyFacts): Verdict | undefined {
  if (evidence === undefined) return undefined;
  if (evidence.isTakenDown) return refuse('IMAGE_TAKEN_DOWN');
  return evidence.provenance === 'generated' ? undefined : refuse('IMAGE_NOT_GENERATED');
}

/** A suggestive picture moves in private only, and only as directed; an explicit one never. */
function hostRating({ hostRating: rating, surface, characterIsMinor, motion }: SafetyFacts): Verdict | undefined {
  if (rating === 'general') return undefined;
  if (rating === 'explicit' || surface === 'public' || characterIsMinor) return refuse('IMAGE_NOT_ANIMATABLE');
  return motion?.kind === 'custom' ? refuse('TEXT_PRESETS_ONLY') : undefined;
}

function textLock({ motion }: SafetyFacts): Verdict | undefined {
  const isLocked = motion?.kind === 'custom' && motion.recentStrikes >= STRIKES_THAT_LOCK_CUSTOM_TEXT;
  return isLocked ? refuse('TEXT_LOCKED') : undefined;
}

/** What a person is told about each category of a text. */
const CODE_OF_CATEGORY: Readonly<Record<TextCategory, SafetyCode>> = {
  minors: 'TEXT_MINORS',
  realperson: 'REAL_PERSON',
  selfharm: 'TEXT_SELF_HARM',
  hate: 'TEXT_HATE',
  violence: 'TEXT_VIOLENCE',
  sexual: 'TEXT_SEXUAL',
  illegal: 'TEXT_ILLEGAL',
  evasion: 'TEXT_EVASION',
};

function textRules({ motion, characterIsMinor }: SafetyFacts): Verdict | undefined {
  if (motion?.kind !== 'custom') return undefined;
  const { categories, isRomantic } = motion.rules;
  const gravest = TEXT_CATEGORIES.find((category) => categories.includes(category));
  // for a child the same words weigh more
  if (characterIsMinor && gravest === 'sexual') return refuse('TEXT_MINORS');
  if (gravest !== undefined) return refuse(CODE_OF_CATEGORY[gravest]);
  return characterIsMinor && isRomantic ? refuse('TEXT_ROMANCE_WITH_MINOR') : undefined;
}

const CODE_OF_TEXT_SCORE: Readonly<Record<keyof ModelScores, SafetyCode>> = {
  sexualMinors: 'TEXT_MINORS',
  realPerson: 'REAL_PERSON',
  selfHarm: 'TEXT_SELF_HARM',
  hate: 'TEXT_HATE',
  graphicViolence: 'TEXT_VIOLENCE',
  violence: 'TEXT_VIOLENCE',
  sexual: 'TEXT_SEXUAL',
  illicit: 'TEXT_ILLEGAL',
};

function textModel({ motion }: SafetyFacts, limits: Limits): Verdict | undefined {
  if (motion?.kind !== 'custom') return undefined;
  return verdictOn(motion.model, (scores) => {
    const kind = keyOver(scores, limits.model);
    return kind === undefined ? undefined : refuse(CODE_OF_TEXT_SCORE[kind]);
  });
}

/** Words that no model read reach a generative engine only if an operator chose the closed vocabulary instead. */
function unreadText({ motion, engineGenerative }: SafetyFacts): Verdict | undefined {
  if (motion?.kind !== 'custom' || !engineGenerative || motion.model.state !== 'absent') return undefined;
  if (motion.modelRequired) return refuse('TEXT_UNCHECKED');
  return motion.rules.isPlainMotion ? undefined : refuse('TEXT_NOT_PLAIN');
}

/** An engine that cannot invent may move a borderline picture; a generative one needs a model's word for it. */
function picture({ picture: evidence, engineGenerative }: SafetyFacts, limits: Limits): Verdict | undefined {
  if (evidence === undefined) return undefined;
  if (evidence.builtIn.state === 'absent') return RETRY;
  return verdictOn(evidence.builtIn, (score) => {
    if (isOver(score, limits.refusePictureAt)) return refuse('IMAGE_NOT_ANIMATABLE');
    const needsModel = engineGenerative && isOver(score, limits.askModelAt);
    return needsModel && evidence.model.state === 'absent' ? refuse('IMAGE_UNCHECKED') : undefined;
  });
}

function pictureModel({ picture: evidence }: SafetyFacts, limits: Limits): Verdict | undefined {
  if (evidence === undefined) return undefined;
  return verdictOn(evidence.model, (scores) =>
    keyOver(scores, limits.model) === undefined ? undefined : refuse('IMAGE_NOT_ANIMATABLE'),
  );
}

function frames({ frames: evidence }: SafetyFacts, limits: Limits): Verdict | undefined {
  if (evidence === undefined) return undefined;
  if (evidence.builtIn.state === 'absent') return RETRY;
  return verdictOn(evidence.builtIn, (scores) => {
    // a clip of which no frame was seen was not checked
    if (scores.length === 0) return RETRY;
    const isOne = scores.some((score) => isOver(score, limits.refuseFrameAt));
    const isTwo = scores.some(
      (score, index) =>
        index > 0 && isOver(Math.min(score, scores[index - 1] as number), limits.refuseNeighbourFramesAt),
    );
    return isOne || isTwo ? refuse('OUTPUT_REJECTED') : undefined;
  });
}

function frameModel({ frames: evidence }: SafetyFacts, limits: Limits): Verdict | undefined {
  if (evidence === undefined) return undefined;
  return verdictOn(evidence.model, (all) =>
    all.some((scores) => keyOver(scores, limits.model) !== undefined) ? refuse('OUTPUT_REJECTED') : undefined,
  );
}

const CODE_OF_TROUBLE: Readonly<Partial<Record<EngineTroubleKind, SafetyCode>>> = {
  'moderation-text': 'PROVIDER_TEXT',
  'moderation-image': 'PROVIDER_IMAGE',
  'moderation-face': 'PROVIDER_FACE',
  'moderation-output': 'PROVIDER_OUTPUT',
};

function engine({ engine: evidence }: SafetyFacts): Verdict | undefined {
  if (evidence === undefined) return undefined;
  if (evidence.isSevere) return refuse('PROVIDER_SEVERE');
  const code = CODE_OF_TROUBLE[evidence.trouble];
  if (code === undefined) return undefined;
  const another = evidence.trouble === 'moderation-output' && evidence.mayTryAgain;
  return another ? { action: 'retry', code } : refuse(code);
}

function verdictOn<Value>(checked: Checked<Value>, judge: (value: Value) => Verdict | undefined): Verdict | undefined {
  if (checked.state === 'absent') return undefined;
  return checked.state === 'failed' ? RETRY : judge(checked.value);
}

/** Written so that NaN, which compares with nothing, is over every limit. */
const isOver = (score: number, limit: number): boolean => !(score < limit);

/** The gravest kind whose score is over its limit, in the order of `CODE_OF_TEXT_SCORE`. */
function keyOver(scores: ModelScores, limits: ModelScores): keyof ModelScores | undefined {
  const kinds = Object.keys(CODE_OF_TEXT_SCORE) as (keyof ModelScores)[];
  return kinds.find((kind) => isOver(scores[kind], limits[kind]));
}
