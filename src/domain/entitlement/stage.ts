/** How far the feature is. In `labs` a person turns it on; in `general` it is there for all. */
export type FeatureStage = 'labs' | 'general';

interface StageRules {
  /** Whether each person has to turn it on in settings. */
  readonly optIn: boolean;
  readonly longestClipSeconds: number;
  /** Whether clips play in place in chats and moments for people who never touched the setting. */
  readonly inlineByDefault: boolean;
  /** Whether a voice may move the mouth: an experiment, so only for people who turned the toggle on themselves. */
  readonly voiceSync: boolean;
}

/** What graduation changes, in one place. */
export const STAGES: Readonly<Record<FeatureStage, StageRules>> = {
  labs: { optIn: true, longestClipSeconds: 5, inlineByDefault: false, voiceSync: true },
  general: { optIn: false, longestClipSeconds: 10, inlineByDefault: true, voiceSync: true },
};

/** Whether buttons and inline clips are shown to a person who set the toggle to `on`, `off`, or never touched it. */
export function isFeatureOn(stage: FeatureStage, toggle: boolean | undefined): boolean {
  return STAGES[stage].optIn ? toggle === true : toggle !== false;
}

/** Whether a person may let pictures speak. */
export function isVoiceSyncOn(stage: FeatureStage, toggle: boolean | undefined): boolean {
  return STAGES[stage].voiceSync && toggle === true;
}

/** Whether clips play by themselves for a person: as they chose, else wherever the feature is on for them. */
export function playsByItself(
  stage: FeatureStage,
  { imageToVideo, autoplay }: { readonly imageToVideo?: boolean | undefined; readonly autoplay?: boolean | undefined },
): boolean {
  return autoplay ?? imageToVideo ?? STAGES[stage].inlineByDefault;
}
