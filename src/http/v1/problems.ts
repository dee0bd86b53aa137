import type { PictureRefusalReason } from '../../app/ports/picture-reader.ts';
import type { VoiceRefusal } from '../../app/ports/voice-reader.ts';

/** One row for each way in which a request can go wrong. Clients decide on the code alone. */
export const PROBLEMS = {
  'invalid-request': [400, 'The request is not as described', 'Compare it with /docs.'],
  'idempotency-key-missing': [
    400,
    'This request needs an Idempotency-Key',
    'Send a header Idempotency-Key with a new UUID; send the same again when you repeat the request.',
  ],
  'not-signed-in': [401, 'Nobody is signed in', 'Sign in, or send a token or an API key as "Authorization: Bearer …".'],
  'sign-in-not-valid': [401, 'This sign-in is not valid any more', 'Sign in again.'],
  'needs-plan': [402, 'Making clips needs a plan', 'Become a subscriber; watching stays free.'],
  'not-enough-credits': [402, 'Not enough credits', 'Get more credits, or choose a shorter clip or the draft engine.'],
  'not-allowed': [403, 'Not allowed with this sign-in', 'Use an account or an API key with the scope that is named.'],
  'host-not-known': [403, 'This service does not answer under this name', 'Open it under its own address.'],
  'other-site': [403, 'Sent by another web site', 'Use the app itself.'],
  'labs-off': [403, 'Image-to-video is turned off', 'Turn on "Image-to-video" under Labs in settings.'],
  'not-found': [404, 'Nothing is here', 'Check the address; it may have been deleted, or be private.'],
  'method-not-allowed': [405, 'This address does not do that', 'Look at /docs for what it does.'],
  'key-used-for-another-request': [
    409,
    'This Idempotency-Key was used for another request',
    'Use a new key for a new request.',
  ],
  'clip-not-ready': [409, 'The clip is not ready', 'Wait until its state is "ready".'],
  'no-draft': [
    409,
    'There is no draft of this clip',
    'Drafts are for clips that are still being made by an engine that takes longer.',
  ],
  'too-late': [
    409,
    'Too late to cancel',
    'The clip has ended or is being kept right now; delete it if you do not want it.',
  ],
  'quote-expired': [409, 'The quote is not honoured any more', 'Ask for a new quote and confirm the price.'],
  'too-many-clips': [409, 'Too many clips at a time', 'Wait until one of them has ended.'],
  'has-subscription': [409, 'There is a subscription already', 'Change it where you pay: POST /v1/billing/portal.'],
  'gone-for-good': [409, 'It does not come back', 'It was taken down after a notice, or deleted too long ago.'],
  'is-private': [409, 'It is private', 'Only public pictures and clips can be shown to everybody.'],
  'picture-not-animatable': [
    422,
    'This picture cannot be animated',
    'Only AI-generated pictures of characters can; choose one of those.',
  ],
  'motion-not-understood': [
    422,
    'The motion is not understood',
    'Describe one or two beats, such as "nods slowly, then smiles".',
  ],
  'motion-not-played': [
    422,
    'This engine does not play this motion',
    'Leave "engine" out, or choose one that says "livingAvatars" or "voices" in GET /v1/motions. Nothing was charged.',
  ],
  'finish-not-made': [
    422,
    'This engine does not make this finish',
    'Leave "finish" out, or choose an engine that says "finishes" in GET /v1/motions. Nothing was charged.',
  ],
  'voice-sync-off': [
    403,
    'Voice sync is turned off',
    'It is an experiment: turn on "Image-to-video" under Labs in settings yourself.',
  ],
  'voice-not-usable': [422, 'This recording cannot be spoken', 'Choose another recording.'],
  'voice-too-long': [
    422,
    'This recording is longer than the clip',
    'Order more seconds if they are offered, or shorten it. Nothing was charged.',
  ],
  'too-many-voices': [409, 'Too many recordings', 'Delete one that you do not need: DELETE /v1/voices/{id}.'],
  'mouth-not-found': [
    422,
    'This picture cannot speak',
    'Choose a picture that shows the mouth from the front. Nothing was charged.',
  ],
  'face-points-impossible': [
    422,
    'These points are no face',
    'Place one point each on the eyes, the nose, the mouth and the chin.',
  ],
  'length-not-offered': [422, 'This length is not offered', 'Choose one of the lengths that are named.'],
  'engine-unknown': [422, 'There is no such engine', 'GET /v1/motions names the engines.'],
  'no-price': [422, 'This has no price', 'Choose another length or engine; the operator has not priced this one.'],
  'not-safe': [422, 'Refused by the safety check', 'Change what is named, or choose a preset. Nothing was charged.'],
  'appeal-too-late': [409, 'Too late for a review', 'A refusal can be reviewed within 30 days.'],
  'decided-already': [409, 'That was done already', 'There is one review for each refusal, and one answer to it.'],
  'contact-missing': [422, 'Nobody could answer', 'Sign in, or say in "contact" how to reach you.'],
  'safety-unavailable': [503, 'The safety check is not available', 'Try again in a minute. Nothing was charged.'],
  'billing-unavailable': [503, 'The payment service cannot be reached', 'Try again in a minute. Nothing was charged.'],
  'push-service-unknown': [
    422,
    'This push service is not known',
    'Use a browser whose push service is run by Google, Mozilla, Apple or Microsoft.',
  ],
  'too-large': [413, 'Too large', 'Send less.'],
  'picture-not-usable': [422, 'This picture cannot be used', 'Choose another picture.'],
  'too-many-requests': [429, 'Too many requests', 'Wait as long as the header Retry-After says.'],
  'password-wrong': [403, 'That is not the current password', 'Enter the password that you sign in with now.'],
  'sign-in-failed': [401, 'The e-mail address or the password is wrong', 'Try again, or make an account.'],
  stopping: [503, 'The server is stopping', 'Try again in a moment.'],
  unexpected: [500, 'Something broke on our side', 'Try again. If it happens again, tell the operator the request id.'],
} as const satisfies Record<string, readonly [status: number, title: string, nextStep: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemExtras {
  /** What happened this time, one sentence for the person; the title when left out. */
  readonly detail?: string;
  readonly nextStep?: string;
  /** Further members that a client can use: `missingCredits`, `lengthsSeconds` … */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers with problem details (RFC 9457), with `code` and `nextStep` beside its members. */
export function problem(code: ProblemCode, { detail, nextStep, members, headers }: ProblemExtras = {}): Response {
  const [status, title, usualStep] = PROBLEMS[code];
  const about = { type: `urn:reverie-motion:problem:${code}`, title, status, code };
  const body = { ...about, detail: detail ?? `${title}.`, nextStep: nextStep ?? usualStep, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

/** A picture that was refused, with the reader's own sentence. */
export function pictureProblem({
  reason,
  sentence,
}: {
  readonly reason: PictureRefusalReason;
  readonly sentence: string;
}): Response {
  const code = reason === 'too-many-bytes' ? 'too-large' : 'picture-not-usable';
  return problem(code, { detail: sentence, members: { reason } });
}

/** A recording that was refused, with the reader's own sentence. */
export function voiceProblem({ reason, sentence }: VoiceRefusal): Response {
  const code = reason === 'too-many-bytes' ? 'too-large' : 'voice-not-usable';
  return problem(code, { detail: sentence, members: { reason } });
}
