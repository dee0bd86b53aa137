/** Why a clip ended without a file. Kept with the clip, explained by the table below. */
export type ClipEndReason =
  | 'cancelled-by-owner'
  | 'text-refused'
  | 'picture-refused'
  | 'face-refused'
  | 'result-refused'
  | 'engine-overloaded'
  | 'engine-unavailable'
  | 'engine-broken'
  | 'outcome-unknown'
  | 'timed-out'
  | 'waited-too-long'
  | 'file-not-usable'
  | 'picture-deleted'
  | 'voice-deleted';

interface EndExplanation {
  /** What happened, for the person who asked for the clip. */
  readonly sentence: string;
  readonly nextStep: string;
}

/** A plain reason and a way out for every end. Whatever was reserved is back by then. */
export const END_REASONS: Readonly<Record<ClipEndReason, EndExplanation>> = {
  'cancelled-by-owner': { sentence: 'You cancelled this clip.', nextStep: 'Make it again whenever you like.' },
  'text-refused': {
    sentence: 'The engine did not accept this motion text.',
    nextStep: 'Describe one or two calm beats, or choose a preset.',
  },
  'picture-refused': {
    sentence: 'The engine did not accept this picture.',
    nextStep: 'Choose another picture of this character.',
  },
  'face-refused': {
    sentence: 'The engine takes no pictures that could show a real person, and this face looks too real to it.',
    nextStep: 'Choose the built-in draft engine, or a more stylised picture.',
  },
  'result-refused': {
    sentence: 'The finished clip did not pass the safety check.',
    nextStep: 'Choose a calmer motion, or another picture.',
  },
  'engine-overloaded': {
    sentence: 'The engine was too busy to make this clip.',
    nextStep: 'Try again in a few minutes.',
  },
  'engine-unavailable': {
    sentence: 'The engine is not available at the moment. The operator has been told.',
    nextStep: 'Try again later, or choose the built-in draft engine.',
  },
  'engine-broken': {
    sentence: 'The engine could not make this clip.',
    nextStep: 'Try again, or choose another picture.',
  },
  'outcome-unknown': {
    sentence: 'The connection to the engine broke at the one moment where nobody can tell whether it began.',
    nextStep: 'Try again. If the first clip turns up after all, you get it as a gift.',
  },
  'timed-out': {
    sentence: 'The engine took far longer than it should.',
    nextStep: 'Try again. If this clip turns up after all, you get it as a gift.',
  },
  'waited-too-long': { sentence: 'No engine was free for too long.', nextStep: 'Try again later.' },
  'file-not-usable': {
    sentence: 'The file of this clip could not be fetched from the engine, or cannot be played.',
    nextStep: 'Try again.',
  },
  'picture-deleted': {
    sentence: 'The picture was deleted before the clip was made.',
    nextStep: 'Choose another picture.',
  },
  'voice-deleted': {
    sentence: 'The recording was deleted before the clip was made.',
    nextStep: 'Choose another recording.',
  },
};
