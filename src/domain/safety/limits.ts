import type { ModelScores, SafetyContext } from './safety-facts.ts';

/** From which score on something is refused, for one kind of viewer. */
export interface Limits {
  /** Built-in classifier: refused. */
  readonly refusePictureAt: number;
  /** Built-in classifier: a generative engine also needs a moderation model's word. */
  readonly askModelAt: number;
  readonly refuseFrameAt: number;
  /** Two frames in a row; one alone may be a blur. */
  readonly refuseNeighbourFramesAt: number;
  readonly model: ModelScores;
}

const PUBLIC_MODEL: ModelScores = {
  sexual: 0.25,
  sexualMinors: 0.03,
  violence: 0.75,
  graphicViolence: 0.25,
  selfHarm: 0.4,
  hate: 0.4,
  illicit: 0.4,
  realPerson: 0.5,
};

/**
 * Starting points, chosen on 55 ordinary character portraits and 440 distortions of them: no false refusal in private, one in
 * public. How much they catch could not be measured. `reverie safety calibrate` shows how they fit other pictures.
 */
export const LIMITS: Readonly<Record<'private' | 'public' | 'minor', Limits>> = {
  private: {
    refusePictureAt: 0.5,
    askModelAt: 0.3,
    refuseFrameAt: 0.6,
    refuseNeighbourFramesAt: 0.45,
    model: {
      sexual: 0.35,
      sexualMinors: 0.05,
      violence: 0.85,
      graphicViolence: 0.35,
      selfHarm: 0.5,
      hate: 0.5,
      illicit: 0.5,
      realPerson: 0.5,
    },
  },
  public: {
    refusePictureAt: 0.4,
    askModelAt: 0.2,
    refuseFrameAt: 0.5,
    refuseNeighbourFramesAt: 0.35,
    model: PUBLIC_MODEL,
  },
  minor: {
    refusePictureAt: 0.25,
    askModelAt: 0.1,
    refuseFrameAt: 0.3,
    refuseNeighbourFramesAt: 0.2,
    model: PUBLIC_MODEL,
  },
};

/** What the picture side of a platform commonly shows; clips are held to less. Only the tests compare with it. */
export const PICTURE_SIDE_REFUSES_AT = 0.85;

/** A declared minor counts for more than where the clip is shown. */
export function limitsFor({ characterIsMinor, surface }: Pick<SafetyContext, 'characterIsMinor' | 'surface'>): Limits {
  return LIMITS[characterIsMinor ? 'minor' : surface];
}
