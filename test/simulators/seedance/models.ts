/** The vendor's models as its documents describe them: kept apart from the engine's table, so that each can catch the other. */
export interface SimulatedModel {
  readonly seconds: readonly [number, number];
  readonly family: '1.0' | '1.5' | '2.0' | '2.5';
  readonly state: 'open' | 'not-open' | 'gone';
}

export const MODELS: Readonly<Record<string, SimulatedModel>> = {
  'seedance-1-0-lite-i2v-250428': { seconds: [2, 12], family: '1.0', state: 'gone' },
  'seedance-1-0-pro-250528': { seconds: [2, 12], family: '1.0', state: 'open' },
  'seedance-1-0-pro-fast-251015': { seconds: [2, 12], family: '1.0', state: 'open' },
  'seedance-1-5-pro-251215': { seconds: [4, 12], family: '1.5', state: 'open' },
  'dreamina-seedance-2-0-260128': { seconds: [4, 15], family: '2.0', state: 'open' },
  'dreamina-seedance-2-0-fast-260128': { seconds: [4, 15], family: '2.0', state: 'open' },
  'dreamina-seedance-2-0-mini-260615': { seconds: [4, 15], family: '2.0', state: 'open' },
  'dreamina-seedance-2-5-260628': { seconds: [4, 30], family: '2.5', state: 'not-open' },
};

/** Fields that are an error, not ignored, by family. */
export const NOT_SUPPORTED: Readonly<Record<SimulatedModel['family'], readonly string[]>> = {
  '1.0': ['draft', 'output_format', 'omni_reference_task_type', 'tools'],
  '1.5': ['frames', 'priority', 'output_format', 'omni_reference_task_type', 'tools'],
  '2.0': ['service_tier', 'camera_fixed', 'frames', 'draft', 'output_format'],
  '2.5': ['service_tier', 'camera_fixed', 'frames', 'draft'],
};

export const RESOLUTIONS: Readonly<Record<SimulatedModel['family'], readonly string[]>> = {
  '1.0': ['480p', '720p', '1080p'],
  '1.5': ['480p', '720p', '1080p'],
  '2.0': ['480p', '720p', '1080p', '4k'],
  '2.5': ['480p', '720p', '1080p'],
};

type Sizes = Readonly<Record<string, readonly [width: number, height: number]>>;
const OLD_720P: Sizes = {
  ...{ '16:9': [1248, 704], '4:3': [1120, 832], '1:1': [960, 960], '3:4': [832, 1120] },
  ...{ '9:16': [704, 1248], '21:9': [1504, 640] },
};
const NEW_720P: Sizes = {
  ...{ '16:9': [1280, 720], '4:3': [1112, 834], '1:1': [960, 960], '3:4': [834, 1112] },
  ...{ '9:16': [720, 1280], '21:9': [1470, 630] },
};

/** The ratio nearest to a picture's and the 720p size that goes with it. */
export function snap(family: SimulatedModel['family'], width: number, height: number) {
  const sizes = family === '1.0' ? OLD_720P : NEW_720P;
  const distance = ([w, h]: readonly [number, number]): number => Math.abs(Math.log((w / h) * (height / width)));
  const [ratio, size] = Object.entries(sizes).sort(([, a], [, b]) => distance(a) - distance(b))[0] ?? [];
  if (ratio === undefined || size === undefined) throw new Error('there are no sizes');
  return { ratio, widthPixels: size[0], heightPixels: size[1] };
}
