/** Which table of sizes a model of ByteDance's Seedance draws in. */
export type ClipSizes = 'multiples-of-32' | 'standard';

/** Width and height of a 720p clip by its ratio (vendor's tables). */
const SIZES_720P: Readonly<Record<ClipSizes, Readonly<Record<string, readonly [width: number, height: number]>>>> = {
  'multiples-of-32': {
    ...{ '16:9': [1248, 704], '4:3': [1120, 832], '1:1': [960, 960], '3:4': [832, 1120] },
    ...{ '9:16': [704, 1248], '21:9': [1504, 640] },
  },
  standard: {
    ...{ '16:9': [1280, 720], '4:3': [1112, 834], '1:1': [960, 960], '3:4': [834, 1112] },
    ...{ '9:16': [720, 1280], '21:9': [1470, 630] },
  },
};
const LARGEST_RATIO = '1:1';

/** What a clip of so many seconds is billed, in tokens: width x height x (24 frames a second and one more) / 1024. */
export function expectedTokens(sizes: ClipSizes, ratio: string, seconds: number): number {
  const [width, height] = SIZES_720P[sizes][ratio] ?? SIZES_720P[sizes][LARGEST_RATIO] ?? [0, 0];
  return Math.floor((width * height * (24 * seconds + 1)) / 1024);
}

/** The ratio that a model chooses for a picture by itself: the nearest one. */
export function ratioOf(
  sizes: ClipSizes,
  { widthPixels, heightPixels }: { readonly widthPixels: number; readonly heightPixels: number },
): string {
  const away = ([width, height]: readonly [number, number]): number =>
    Math.abs(Math.log((width * heightPixels) / (height * widthPixels)));
  const [nearest = LARGEST_RATIO] = Object.entries(SIZES_720P[sizes])
    .sort(([, one], [, other]) => away(one) - away(other))
    .map(([ratio]) => ratio);
  return nearest;
}

/** Tokens as millionths of a dollar: a price per million tokens is one per token. */
export const tokensCost = (dollarsPerMillionTokens: number, tokens: number): number =>
  Math.round(tokens * dollarsPerMillionTokens);
