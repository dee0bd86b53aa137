import type { FeatureStage } from '../../../domain/entitlement/stage.ts';

/** What the operator decides for the whole service. */
export interface SettingStore {
  readStage(): Promise<FeatureStage>;
  setStage(stage: FeatureStage, personId: string | undefined): Promise<void>;
}
