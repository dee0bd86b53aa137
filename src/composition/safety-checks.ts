import type { SafetyCheck } from '../app/ports/safety-check.ts';
import type { Config } from '../config/config.ts';
import { createSafetyChecks } from '../safety/create-safety-checks.ts';
import { openSafetyModels } from '../safety/models/open-safety-models.ts';
import { createPictureClassifier } from '../safety/picture/create-picture-classifier.ts';

/** The safety checks that the settings name; nothing starts before it is asked. */
export function openSafetyChecks({ safety }: Pick<Config, 'safety'>): SafetyCheck {
  return createSafetyChecks({ classifier: createPictureClassifier(), ...openSafetyModels(safety, fetch) });
}
