/** The seven directed motions and `custom`, as the product page names them. */

/** A directed motion that needs no text. */
export type MotionPresetId =
  | 'gentle-movement'
  | 'turn-to-camera'
  | 'hair-in-wind'
  | 'smile-and-blink'
  | 'wave-hello'
  | 'breathing'
  | 'look-around';

/** Everything a viewer can pick on the motion sheet. */
export type MotionId = MotionPresetId | 'custom';

export interface MotionDescription {
  readonly id: MotionId;
  readonly title: string;
  readonly bestFor: string;
}

/** The rows of the motion sheet, in the order in which they are offered. */
export const MOTIONS: readonly MotionDescription[] = [
  { id: 'gentle-movement', title: 'Gentle movement', bestFor: 'Calm character moments, ambient motion' },
  { id: 'turn-to-camera', title: 'Turn to camera', bestFor: 'A character noticing you' },
  { id: 'hair-in-wind', title: 'Hair in wind', bestFor: 'Atmospheric, romantic' },
  { id: 'smile-and-blink', title: 'Smile and blink', bestFor: 'Greeting moments, warm interactions' },
  { id: 'wave-hello', title: 'Wave hello', bestFor: 'Playful, social' },
  { id: 'breathing', title: 'Breathing', bestFor: 'Subtle, immersive' },
  { id: 'look-around', title: 'Look around', bestFor: 'Awareness, exploration' },
  { id: 'custom', title: 'Custom', bestFor: 'Write your own motion description' },
];
