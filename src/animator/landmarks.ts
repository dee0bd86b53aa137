/**
 * Names for the points of MediaPipe's face mesh that the rig needs (indices of the canonical mesh, 468 points, plus irises).
 * `left` and `right` are the viewer's: the left of the picture.
 */
export const FOREHEAD_TOP = 10;
export const CHIN = 152;
export const CHEEK_EDGE_LEFT = 234;
export const CHEEK_EDGE_RIGHT = 454;
export const CHEEK_LEFT = 50;
export const CHEEK_RIGHT = 280;

/** One eye: corners, lid contours from the left corner to the right one, the brow's lower edge, the iris. */
export interface EyePoints {
  readonly cornerLeft: number;
  readonly cornerRight: number;
  readonly upperLid: readonly number[];
  readonly lowerLid: readonly number[];
  readonly browLower: readonly number[];
  readonly browUpper: readonly number[];
  readonly iris: readonly number[];
}

export const EYE_LEFT: EyePoints = {
  cornerLeft: 33,
  cornerRight: 133,
  upperLid: [246, 161, 160, 159, 158, 157, 173],
  lowerLid: [7, 163, 144, 145, 153, 154, 155],
  browLower: [46, 53, 52, 65, 55],
  browUpper: [70, 63, 105, 66, 107],
  iris: [468, 469, 470, 471, 472],
};

export const EYE_RIGHT: EyePoints = {
  cornerLeft: 362,
  cornerRight: 263,
  upperLid: [398, 384, 385, 386, 387, 388, 466],
  lowerLid: [382, 381, 380, 374, 373, 390, 249],
  browLower: [285, 295, 282, 283, 276],
  browUpper: [336, 296, 334, 293, 300],
  iris: [473, 474, 475, 476, 477],
};

export const MOUTH_CORNER_LEFT = 61;
export const MOUTH_CORNER_RIGHT = 291;
export const LIP_UPPER_INNER = 13;
export const LIP_LOWER_INNER = 14;
export const LIP_LOWER_OUTER = 17;

/** The lips from the left corner to the right one: outer and inner edges of the upper and of the lower lip. */
export const LIPS = {
  outerUpper: [185, 40, 39, 37, 0, 267, 269, 270, 409],
  innerUpper: [191, 80, 81, 82, 13, 312, 311, 310, 415],
  innerLower: [95, 88, 178, 87, 14, 317, 402, 318, 324],
  outerLower: [146, 91, 181, 84, 17, 314, 405, 321, 375],
  innerCornerLeft: 78,
  innerCornerRight: 308,
} as const;
/** Where the nose meets the upper lip. */
export const NOSE_BASE = 2;

/** The outline of the face, in order around it. */
export const FACE_OVAL: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
