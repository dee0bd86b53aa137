/** How large a motion is played; the timing stays the same. */
export type MotionStrength = 'subtle' | 'normal' | 'lively';

/** Factor on every amplitude of the choreography. */
export const STRENGTH_FACTOR: Record<MotionStrength, number> = { subtle: 0.6, normal: 1, lively: 1.3 };
