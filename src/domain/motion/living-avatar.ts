/**
 * What a character's profile picture plays: an endless calm loop in one of six moods. Offered beside the motion sheet, never on
 * it: the sheet has exactly the rows of `MOTIONS`.
 */
export type Emotion = 'neutral' | 'happy' | 'sad' | 'surprised' | 'shy' | 'angry';

export interface EmotionDescription {
  readonly id: Emotion;
  readonly title: string;
}

/** The moods of a living avatar, in the order in which they are offered. */
export const EMOTIONS: readonly EmotionDescription[] = [
  { id: 'neutral', title: 'Neutral' },
  { id: 'happy', title: 'Happy' },
  { id: 'sad', title: 'Sad' },
  { id: 'surprised', title: 'Surprised' },
  { id: 'shy', title: 'Shy' },
  { id: 'angry', title: 'Angry' },
];

/** Long enough for one breath, a blink and a glance; short enough to load with a profile. */
export const IDLE_SECONDS = 4;
