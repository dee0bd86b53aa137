import type { CannotDo, CannotReason } from './custom-text-reading.ts';

/** What stands in the way, as the beginning of a sentence. */
const OBSTACLE: Record<CannotReason, string> = {
  'needs-a-hand': 'This engine moves no hands, but for a raised one that waves',
  'needs-an-object': 'Only the character moves, not what is around',
  'walks-or-poses': 'The body keeps its pose and its place',
  speech: 'Clips are silent and lips do not speak',
  camera: 'The camera stands still',
  'needs-the-mouth': 'The mouth can smile or frown, nothing more',
  'stays-as-drawn': 'Colours, clothes and light stay as they are in the picture',
  'blinks-anyway': 'A face that never blinks looks frozen, so it blinks once',
  'too-many-beats': 'A clip has time for three steps at most',
  unknown: 'Only head, face, hair, breath and shoulders can move',
};

/** A part of the text before it has its sentence. */
export type Unplayed = Pick<CannotDo, 'phrase' | 'reason'> & { readonly standsIn: string | undefined };

/** Longest list of what plays that a sentence still bears. */
const MOST_QUOTED = 2;

/** Says of each part why it will not play as written; the last that is left out says also what will play. */
export function explain(unplayed: readonly Unplayed[], playing: readonly string[]): CannotDo[] {
  const lastLeftOut = unplayed.findLastIndex(({ standsIn }) => standsIn === undefined);
  return unplayed.map(({ phrase, reason, standsIn }, index) => ({
    phrase,
    reason,
    replaced: standsIn !== undefined,
    sentence: sentenceFor({ phrase, reason, standsIn }, index === lastLeftOut ? playing : []),
  }));
}

function sentenceFor({ phrase, reason, standsIn }: Unplayed, playing: readonly string[]): string {
  if (standsIn !== undefined) return `${OBSTACLE[reason]}: “${phrase}” plays as ${standsIn}.`;
  const leftOut = `${OBSTACLE[reason]}: “${phrase}” is left out`;
  if (reason === 'too-many-beats') return `${leftOut}; one or two beats look best.`;
  if (playing.length === 0) return `${leftOut}.`;
  if (playing.length > MOST_QUOTED) return `${leftOut}; the rest will play.`;
  return `${leftOut}; ${playing.map((text) => `“${text}”`).join(' and ')} will play.`;
}

/** Why nothing at all can be played, and a way on. */
export function explainNothing(unplayed: readonly Unplayed[]): string {
  const reasons = [...new Set(unplayed.map(({ reason }) => OBSTACLE[reason]))].slice(0, 2);
  return `Nothing of this can be played: ${reasons.map(uncapitalised).join('; ')}. Try “nods slowly, then smiles”.`;
}

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
