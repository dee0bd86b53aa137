import type { SafetyCheckOptions } from '../create-safety-checks.ts';
import type { SafetyModelAddress } from './ask-safety-model.ts';
import type { GuardGrammar } from './guard-grammars.ts';
import { createGuardModel } from './guard-model.ts';
import { createOpenAiModeration } from './openai-moderation.ts';

type Address = Omit<SafetyModelAddress, 'fetch'>;

export interface SafetyModelSettings {
  /** Reads texts and looks at pictures. */
  readonly moderation: Address | undefined;
  /** Reads texts; where there is one, the moderation model looks at pictures only. */
  readonly guard: (Address & { readonly grammar: GuardGrammar }) | undefined;
  readonly customTextNeeds: 'model' | 'plain-words';
}

/** The models that the settings name, for `createSafetyChecks`. */
export function openSafetyModels(
  { moderation, guard, customTextNeeds }: SafetyModelSettings,
  fetch: SafetyModelAddress['fetch'],
): Omit<SafetyCheckOptions, 'classifier'> {
  const moderates = moderation && createOpenAiModeration({ ...moderation, fetch });
  const guards = guard && createGuardModel({ ...guard, fetch });
  const textModel = guards ?? moderates;
  return { customTextNeeds, ...(textModel && { textModel }), ...(moderates && { pictureModel: moderates }) };
}
