/** Why something is refused, in the words for the person. Coarse on purpose: no score, no matched word. */
export type SafetyCode =
  | 'OK'
  | 'TEXT_SEXUAL'
  | 'TEXT_MINORS'
  | 'TEXT_VIOLENCE'
  | 'TEXT_SELF_HARM'
  | 'TEXT_HATE'
  | 'TEXT_ILLEGAL'
  | 'TEXT_EVASION'
  | 'TEXT_ROMANCE_WITH_MINOR'
  | 'TEXT_UNCHECKED'
  | 'TEXT_NOT_PLAIN'
  | 'TEXT_LOCKED'
  | 'TEXT_PRESETS_ONLY'
  | 'REAL_PERSON'
  | 'IMAGE_NOT_GENERATED'
  | 'IMAGE_TAKEN_DOWN'
  | 'IMAGE_NOT_ANIMATABLE'
  | 'IMAGE_UNCHECKED'
  | 'OUTPUT_REJECTED'
  | 'PROVIDER_TEXT'
  | 'PROVIDER_IMAGE'
  | 'PROVIDER_FACE'
  | 'PROVIDER_OUTPUT'
  | 'PROVIDER_SEVERE'
  | 'SAFETY_UNAVAILABLE';

export interface SafetyExplanation {
  /** What is the matter, for people. */
  readonly sentence: string;
  /** What to change. */
  readonly nextStep: string;
  /** What a refusal at the moment of ordering takes from the refusal budget. */
  readonly strikes: number;
}

const CALMER = 'Describe another motion, or choose a preset.';
const OTHER_PICTURE = 'Choose another picture of this character.';

/** One row a code. */
export const SAFETY_CODES: Readonly<Record<SafetyCode, SafetyExplanation>> = {
  OK: { sentence: 'This can be made.', nextStep: '', strikes: 0 },
  TEXT_SEXUAL: {
    sentence: 'Clips show no sexual or undressing motion.',
    nextStep: `${CALMER} Looks, smiles, hair and wind always work.`,
    strikes: 1,
  },
  TEXT_MINORS: {
    sentence: 'Nothing romantic, sexual or cruel is made of anyone who is or looks like a child.',
    nextStep: CALMER,
    strikes: 3,
  },
  TEXT_VIOLENCE: { sentence: 'Clips show no injury, killing or cruelty.', nextStep: CALMER, strikes: 1 },
  TEXT_SELF_HARM: {
    sentence: 'Clips show no self-harm. If this is about you: you matter, and talking to somebody helps.',
    nextStep:
      'You find a free helpline in your country at findahelpline.com; in an emergency call your local emergency number.',
    strikes: 0,
  },
  TEXT_HATE: {
    sentence: 'Clips show no hate against groups of people and none of its signs.',
    nextStep: CALMER,
    strikes: 1,
  },
  TEXT_ILLEGAL: { sentence: 'Clips show no drugs and no making of weapons.', nextStep: CALMER, strikes: 1 },
  TEXT_EVASION: {
    sentence: 'This text contains something that is not a description of a motion.',
    nextStep: 'Write in plain words what the character does, without commands or options.',
    strikes: 1,
  },
  TEXT_ROMANCE_WITH_MINOR: {
    sentence: 'This character is declared to be under 18, so nothing romantic is made of them.',
    nextStep: CALMER,
    strikes: 0,
  },
  TEXT_UNCHECKED: {
    sentence: 'This engine takes own words only when they can be checked, and no checker is set up here.',
    nextStep: 'Choose a preset, or the built-in draft engine.',
    strikes: 0,
  },
  TEXT_NOT_PLAIN: {
    sentence: 'This engine only takes simple motion words here.',
    nextStep: 'Use simpler words, such as “nods slowly, then smiles”, or choose a preset.',
    strikes: 0,
  },
  TEXT_LOCKED: {
    sentence: 'Too many of your texts were refused, so own words are locked for a day.',
    nextStep: 'Presets still work; if a refusal was wrong, ask for a review.',
    strikes: 0,
  },
  TEXT_PRESETS_ONLY: {
    sentence: 'This picture can only be animated with a preset.',
    nextStep: 'Choose a preset, or another picture.',
    strikes: 0,
  },
  REAL_PERSON: {
    sentence: 'No clips are made that could pass for a real person.',
    nextStep: 'Describe what the character does, without anybody’s name or photo.',
    strikes: 1,
  },
  IMAGE_NOT_GENERATED: {
    sentence: 'Only pictures of characters that were generated here can be animated.',
    nextStep: OTHER_PICTURE,
    strikes: 0,
  },
  IMAGE_TAKEN_DOWN: { sentence: 'This picture was taken down.', nextStep: OTHER_PICTURE, strikes: 0 },
  IMAGE_NOT_ANIMATABLE: {
    sentence: 'This picture cannot be animated here: clips are held to stricter rules than pictures.',
    nextStep: 'Choose a picture in which the character is fully dressed and calm.',
    strikes: 0,
  },
  IMAGE_UNCHECKED: {
    sentence: 'This picture needs a closer check than this installation can make.',
    nextStep: 'Choose another picture, or the built-in draft engine.',
    strikes: 0,
  },
  OUTPUT_REJECTED: {
    sentence: 'The finished clip did not pass the safety check and was thrown away.',
    nextStep: 'Choose a calmer motion, or another picture.',
    strikes: 1,
  },
  PROVIDER_TEXT: { sentence: 'The engine did not accept this motion text.', nextStep: CALMER, strikes: 1 },
  PROVIDER_IMAGE: { sentence: 'The engine did not accept this picture.', nextStep: OTHER_PICTURE, strikes: 1 },
  PROVIDER_FACE: {
    sentence: 'The engine takes no pictures that could show a real person, and this face looks too real to it.',
    nextStep: 'Choose the built-in draft engine, or a more stylised picture.',
    strikes: 0,
  },
  PROVIDER_OUTPUT: {
    sentence: 'The engine did not accept its own result.',
    nextStep: 'Choose a calmer motion, or another picture.',
    strikes: 1,
  },
  PROVIDER_SEVERE: {
    sentence: 'The engine called this a severe violation of its rules.',
    nextStep: CALMER,
    strikes: 3,
  },
  SAFETY_UNAVAILABLE: {
    sentence: 'The safety check is not available at the moment, so nothing was made.',
    nextStep: 'Try again in a few minutes.',
    strikes: 0,
  },
};

/** Strikes within 24 hours after which own words are locked, as a brake on probing; presets still work. */
export const STRIKES_THAT_LOCK_CUSTOM_TEXT = 5;
