import type { Clip, MotionSheet } from '@reverie-motion/client';

export type MotionId = MotionSheet['motions'][number]['id'];
export type Engine = MotionSheet['engines'][number];
export type Frame = Clip['frame'];
export type Strength = MotionSheet['strengths'][number];

/** What is chosen in the sheet. */
export interface Wish {
  readonly motion: MotionId;
  readonly customText: string;
  readonly strength: Strength;
  readonly frame: Frame;
  /** `engine/model`, as one choice. */
  readonly engine: string;
  readonly seconds: number;
}

const USUAL_SECONDS = 4;
export const engineKey = ({ id, model }: Pick<Engine, 'id' | 'model'>): string => `${id}/${model}`;

/** What the sheet begins with: the last motion that was made with this character, else a calm one. */
export function firstWish({ engines }: MotionSheet, lastMotion: MotionId | undefined): Wish {
  const engine = engines.find(({ isStandard }) => isStandard) ?? engines[0];
  return {
    motion: lastMotion ?? 'gentle-movement',
    customText: '',
    strength: 'normal',
    frame: 'as-is',
    engine: engine === undefined ? '' : engineKey(engine),
    seconds: nearestLength(engine, USUAL_SECONDS),
  };
}

export const engineOf = ({ engines }: MotionSheet, wish: Pick<Wish, 'engine'>): Engine | undefined =>
  engines.find((engine) => engineKey(engine) === wish.engine);

/** Another engine may not make clips of the same length: the nearest that it does make. */
export function nearestLength(engine: Engine | undefined, seconds: number): number {
  const offered = engine?.lengths.map((length) => length.seconds) ?? [];
  return offered.reduce(
    (best, each) => (Math.abs(each - seconds) < Math.abs(best - seconds) ? each : best),
    offered[0] ?? seconds,
  );
}

export const priceOf = (engine: Engine | undefined, seconds: number): number | undefined =>
  engine?.lengths.find((length) => length.seconds === seconds)?.priceCredits;

const LAST_MOTION = 'reverie-last-motion';

/** Which motion was last made with a character, as this browser remembers. */
export function lastMotionOf(characterId: string, offered: readonly { readonly id: MotionId }[]): MotionId | undefined {
  const kept = localStorage.getItem(`${LAST_MOTION}-${characterId}`);
  return offered.find(({ id }) => id === kept && id !== 'custom')?.id;
}

export const keepLastMotion = (characterId: string, motion: MotionId): void =>
  localStorage.setItem(`${LAST_MOTION}-${characterId}`, motion);
