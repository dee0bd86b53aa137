import type { DraftRefusal } from '../../app/clips/draft-clip.ts';
import type { ClipRefusal } from '../../app/clips/request-clip.ts';
import { titleOfMotion } from '../../domain/motion/clip-motion.ts';
import { type ProblemCode, type ProblemExtras, problem } from './problems.ts';

type Refusal = ClipRefusal | DraftRefusal;

type Explain = {
  readonly [Reason in Refusal['reason']]: (
    refusal: Extract<Refusal, { reason: Reason }>,
  ) => [ProblemCode, ProblemExtras?];
};

const grouped = new Intl.NumberFormat('en');

/** What is missing and what to do, for every reason not to make a clip. */
const EXPLANATIONS: Explain = {
  'engine-unknown': ({ engine }) => ['engine-unknown', { detail: `There is no engine "${engine}" with this model.` }],
  'length-not-offered': ({ lengthsSeconds }) => [
    'length-not-offered',
    { detail: `This engine makes clips of ${lengthsSeconds.join(', ')} seconds.`, members: { lengthsSeconds } },
  ],
  'no-price': () => ['no-price'],
  'nothing-to-wait-for': () => ['no-draft'],
  'no-draft-engine': () => ['no-draft'],
  'picture-not-found': () => ['not-found', { detail: 'There is no such picture, or it is not yours to see.' }],
  'picture-not-animatable': () => [
    'picture-not-animatable',
    {
      detail:
        'This picture was uploaded. Only AI-generated pictures of characters are animated, so that nobody is who never agreed.',
    },
  ],
  'motion-not-understood': ({ sentence }) => ['motion-not-understood', { detail: sentence }],
  'motion-not-played': ({ engine, motion }) => [
    'motion-not-played',
    { detail: `The engine "${engine}" does not play "${titleOfMotion(motion)}".` },
  ],
  'finish-not-made': ({ engine, finish }) => [
    'finish-not-made',
    { detail: `The engine "${engine}" does not lay the finish "${finish}" over its clips.` },
  ],
  'voice-sync-off': () => ['voice-sync-off'],
  'voice-not-found': () => [
    'not-found',
    { detail: 'You have no such recording.', nextStep: 'Send one to POST /v1/voices and name its id as "voiceId".' },
  ],
  'voice-too-long': ({ voiceSeconds }) => [
    'voice-too-long',
    { detail: `This recording lasts ${voiceSeconds.toFixed(1)} seconds.`, members: { voiceSeconds } },
  ],
  'mouth-not-found': () => ['mouth-not-found'],
  'labs-off': () => ['labs-off'],
  'needs-plan': () => ['needs-plan'],
  'too-many-clips': ({ most }) => [
    'too-many-clips',
    { detail: `You have ${most} clips on their way, which is the most at a time.` },
  ],
  'quote-expired': () => ['quote-expired'],
  'key-used-for-another-clip': () => ['key-used-for-another-request'],
  'not-enough-credits': ({ missing, price }) => [
    'not-enough-credits',
    {
      detail: `You are ${grouped.format(missing)} credits short; this clip costs ${grouped.format(price)}.`,
      members: { missingCredits: missing, priceCredits: price },
    },
  ],
  'not-safe': ({ answer }) => [
    answer.retryable ? 'safety-unavailable' : 'not-safe',
    {
      detail: answer.sentence,
      nextStep: answer.nextStep,
      members: { safetyCode: answer.code, decisionId: answer.decisionId },
    },
  ],
};

/** The answer to a wish that was refused. */
export function clipRefusal<Reason extends Refusal['reason']>(refusal: Extract<Refusal, { reason: Reason }>): Response {
  const explain = EXPLANATIONS[refusal.reason] as (refusal: Refusal) => [ProblemCode, ProblemExtras?];
  return problem(...explain(refusal));
}
