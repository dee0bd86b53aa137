import type { CheckedDecision, SafetyCheck, SafetyOccasion } from '../app/ports/safety-check.ts';
import { SAFETY_CODES } from '../domain/safety/safety-codes.ts';
import type { CommandParts } from './command.ts';

export type SafetyParts = CommandParts & { readonly checks: SafetyCheck };
/** Returns the exit code. */
export type SafetyCommand = (parameters: readonly string[], parts: SafetyParts) => Promise<number>;

export const OCCASION_OPTIONS = {
  public: { type: 'boolean' },
  minor: { type: 'boolean' },
  generative: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** The use that the options ask about; without any, the mildest. */
export function occasionOf(values: {
  readonly public?: boolean;
  readonly minor?: boolean;
  readonly generative?: boolean;
}): SafetyOccasion {
  return {
    surface: values.public === true ? 'public' : 'private',
    characterIsMinor: values.minor === true,
    engineGenerative: values.generative === true,
  };
}

/** A decision as operators see it, with the words that people are told. */
export function inFull({ evidence, ...decision }: CheckedDecision) {
  const { sentence, nextStep } = SAFETY_CODES[decision.code];
  return { ...decision, sentence, nextStep, ...evidence };
}

const EXIT_CODES = { allow: 0, retry: 1, refuse: 3 } as const;

/** The gravest of all answers. */
export function exitCodeOf(decisions: readonly Pick<CheckedDecision, 'action'>[]): number {
  return Math.max(0, ...decisions.map(({ action }) => EXIT_CODES[action]));
}
