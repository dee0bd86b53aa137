/** What can go wrong at an engine, in the classes that decide what happens to the clip. */
export type EngineTroubleKind =
  | 'moderation-text'
  | 'moderation-image'
  | 'moderation-face'
  | 'moderation-output'
  | 'overloaded'
  | 'operator'
  | 'configuration'
  | 'gone'
  | 'interrupted'
  | 'broken';

interface TroubleRule {
  /** Whether another attempt may succeed. An attempt is never repeated while it may still be alive. */
  readonly retryable: boolean;
  /** Whether the person's picture or text is the reason (the clip is `refused`), or the engine (it `failed`). */
  readonly refusesTheOrder: boolean;
  /** Left out: it counts. What never began, or was handed back in order, is no attempt. */
  readonly countsAsAttempt?: false;
}

/** One row a class: what the service does about it. */
export const ENGINE_TROUBLE: Readonly<Record<EngineTroubleKind, TroubleRule>> = {
  'moderation-text': { retryable: false, refusesTheOrder: true },
  'moderation-image': { retryable: false, refusesTheOrder: true },
  'moderation-face': { retryable: false, refusesTheOrder: true },
  // another seed may pass; the service gives presets one more try
  'moderation-output': { retryable: true, refusesTheOrder: true },
  overloaded: { retryable: true, refusesTheOrder: false },
  // account, quota, payment: nothing the person can change, and not over in a minute
  operator: { retryable: false, refusesTheOrder: false },
  configuration: { retryable: false, refusesTheOrder: false },
  // the engine lost the work and is certainly not doing it any more
  gone: { retryable: true, refusesTheOrder: false },
  // it never began, or its machine stopped in order and gave it back
  interrupted: { retryable: true, refusesTheOrder: false, countsAsAttempt: false },
  broken: { retryable: true, refusesTheOrder: false },
};
