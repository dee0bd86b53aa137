import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The npm packages that carry Google's MediaPipe models (Apache-2.0), in the versions whose contents are known. */
const PACKAGES = {
  face: { name: '@mediapipe/face_mesh', version: '0.4.1657299874', archive: 'face_mesh_solution_packed_assets' },
  person: { name: '@mediapipe/selfie_segmentation', version: '0.1.1675465747', archive: undefined },
  hands: { name: '@mediapipe/hands', version: '0.4.1675469240', archive: 'hands_solution_packed_assets' },
} as const;

/** Every file that is used: where it lies and the SHA-256 of its contents in the version above. */
const MODEL_FILES = {
  'face-detector': {
    from: PACKAGES.face,
    file: 'face_detection_short_range.tflite',
    sha256: '3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633',
  },
  'face-landmarks': {
    from: PACKAGES.face,
    file: 'face_landmark_with_attention.tflite',
    sha256: '883b7411747bac657c30c462d305d312e9dec6adbf8b85e2f5d8d722fca9455d',
  },
  'canonical-face': {
    from: PACKAGES.face,
    file: 'geometry_pipeline_metadata_landmarks.binarypb',
    sha256: 'bdbcda96dfcb7da883da124aaa2c55dee49770d934f0fcc71747f8c21bdc75b4',
  },
  person: {
    from: PACKAGES.person,
    file: 'selfie_segmentation.tflite',
    sha256: '8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27',
  },
  'palm-detector': {
    from: PACKAGES.hands,
    file: 'palm_detection_full.tflite',
    sha256: '2f25e740121983f68ffc05f99991d524dc0ea812134f6316a26125816941ee85',
  },
  'hand-landmarks': {
    from: { ...PACKAGES.hands, archive: undefined },
    file: 'hand_landmark_full.tflite',
    sha256: '8c026882c9ec059ce0f8e75266bee5a9a23c341a40e0000df755374d3d1b9b68',
  },
} as const;

export type ModelFile = keyof typeof MODEL_FILES;

/** A model's file is missing or is not the one that was tested. Nothing helps but installing the packages again. */
export class PerceptionModelsError extends Error {
  readonly code = 'perception-models-broken';
  readonly retryable = false;
}

/**
 * The verified bytes of a model that an npm package carries, found from `fromUrl` the way Node finds packages.
 * Throws `PerceptionModelsError` when the package is missing or its contents are not those of the pinned version.
 */
export function readModelFile(model: ModelFile, fromUrl: string = import.meta.url): Uint8Array {
  const { from, file, sha256 } = MODEL_FILES[model];
  const bytes = readOrExplain(from, () => {
    const folder = dirname(createRequire(fromUrl).resolve(`${from.name}/package.json`));
    return from.archive === undefined
      ? readFileSync(join(folder, file))
      : readFromArchive(join(folder, from.archive), file);
  });
  verifyModelFile(bytes, { file, sha256, packageName: from.name, version: from.version });
  return bytes;
}

/** What a model's bytes are checked against. */
export interface ExpectedModelFile {
  readonly file: string;
  readonly sha256: string;
  readonly packageName: string;
  readonly version: string;
}

/** Throws `PerceptionModelsError` unless the bytes have the expected SHA-256. */
export function verifyModelFile(bytes: Uint8Array, expected: ExpectedModelFile): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === expected.sha256) return;
  throw new PerceptionModelsError(
    `${expected.file} in ${expected.packageName} is not the file of version ${expected.version} (SHA-256 ${sha256}). ${REMEDY}`,
  );
}

const REMEDY = 'Install the packages again: delete node_modules and run "npm ci".';

function readOrExplain(from: { readonly name: string; readonly version: string }, read: () => Uint8Array): Uint8Array {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof PerceptionModelsError) throw cause;
    throw new PerceptionModelsError(`The models in ${from.name} ${from.version} cannot be read. ${REMEDY}`, { cause });
  }
}

/**
 * Emscripten packs files into `<archive>.data` and writes into `<archive>_loader.js` which bytes belong to which, as
 * `{"filename": "/a/b.tflite", "start": 0, "end": 123}`.
 */
function readFromArchive(archive: string, file: string): Uint8Array {
  const loader = readFileSync(`${archive}_loader.js`, 'utf8');
  for (const [, path = '', start, end] of loader.matchAll(
    /"filename":\s*"([^"]+)",\s*"start":\s*(\d+),\s*"end":\s*(\d+)/g,
  )) {
    if (basename(path) === file) return readFileSync(`${archive}.data`).subarray(Number(start), Number(end));
  }
  throw new PerceptionModelsError(`${archive}_loader.js does not name ${file}. ${REMEDY}`);
}
