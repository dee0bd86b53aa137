/**
 * Everything the rig can do at one moment. All zero is the picture as it is.
 *
 * Directions are the viewer's: positive yaw and gaze go to the right of the picture, positive pitch and `gazeDown` go down,
 * positive roll turns clockwise on the screen.
 */
export interface Pose {
  /** Turn of the head in degrees, relative to the picture. */
  yawDegrees: number;
  pitchDegrees: number;
  rollDegrees: number;
  /** Shift of the head in face widths; `headRise` up. */
  headRight: number;
  headRise: number;
  /** Shift of the irises in eye widths. */
  gazeRight: number;
  gazeDown: number;
  /** 0 open, 1 closed; about -0.25 is wide open. */
  blinkLeft: number;
  blinkRight: number;
  /** 0..1: lower lids rise. */
  squint: number;
  /** 0..1. */
  smile: number;
  /** 0..1: the cheeks rise before, or without, the corners of the mouth. */
  cheekRaise: number;
  /** -1..1: part of a full smile by which the corner on that side of the picture is ahead of the other. */
  smileAskew: number;
  /** 0..1: corners of the mouth sink. */
  frown: number;
  /** -1 closed where the picture's mouth is open, 0 as it is, 1 wide open; 0..1: corners apart; corners together. */
  mouthOpen: number;
  mouthWide: number;
  mouthRound: number;
  /** 0..1: brows rise; inner ends only; brows draw together and sink. */
  browRaise: number;
  browWorry: number;
  browLower: number;
  /** 0 out, 1 a full calm breath. */
  breath: number;
  /** 0..1: shoulders rise. */
  shrug: number;
  /** Sideways shift of the upper body in face widths. */
  sway: number;
  /** -1..1: the figure leans towards the viewer, or back. */
  lean: number;
  /** Turn of a raised forearm about the elbow and of its hand about the wrist; positive away from the head. */
  forearmDegrees: number;
  handDegrees: number;
  /** -1..1: how strongly the wind blows, and to which side. */
  wind: number;
  /** How far a gust has swelled: 1 at its height, a little below 0 while hair swings back after it. */
  gust: number;
}

export type PoseChannel = keyof Pose;

/** The picture as it is. */
export function restPose(): Pose {
  return {
    yawDegrees: 0,
    pitchDegrees: 0,
    rollDegrees: 0,
    headRight: 0,
    headRise: 0,
    gazeRight: 0,
    gazeDown: 0,
    blinkLeft: 0,
    blinkRight: 0,
    squint: 0,
    smile: 0,
    cheekRaise: 0,
    smileAskew: 0,
    frown: 0,
    mouthOpen: 0,
    mouthWide: 0,
    mouthRound: 0,
    browRaise: 0,
    browWorry: 0,
    browLower: 0,
    breath: 0,
    shrug: 0,
    sway: 0,
    lean: 0,
    forearmDegrees: 0,
    handDegrees: 0,
    wind: 0,
    gust: 0,
  };
}
