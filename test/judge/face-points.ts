import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import type { DecodedFrame } from '../support/decode-clip.ts';

/**
 * The judge's own eyes: the 68 landmarks of `@vladmandic/face-api` (its own network, trained on other data than the models
 * the animator uses). Coarse, but nobody can say that the animator judges itself.
 */
export interface FacePoints {
  /** `68 x 2` in pixels of the frame, in the usual order: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface FaceBox {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

interface Net {
  loadFromWeightMap(weights: unknown): void;
}

interface FaceApi {
  readonly tf: {
    setBackend(name: string): Promise<boolean>;
    env(): { setPlatform(name: string, platform: object): void; set(flag: string, value: boolean): void };
    setWasmPaths(folder: string, usePlatformFetch: boolean): void;
    readonly io: { decodeWeights(bytes: ArrayBuffer, specs: unknown): unknown };
    tensor3d(values: Float32Array, shape: readonly number[]): { dispose(): void };
  };
  readonly env: { setEnv(environment: object): void };
  readonly FaceLandmark68Net: new () => Net & {
    detectLandmarks(
      input: unknown,
    ): Promise<{ readonly positions: readonly { readonly x: number; readonly y: number }[] }>;
  };
  readonly FaceRecognitionNet: new () => Net & { computeFaceDescriptor(input: unknown): Promise<Float32Array> };
  readonly TinyFaceDetector: new () => Net & {
    locateFaces(
      input: unknown,
      options: unknown,
    ): Promise<
      readonly { readonly score: number; readonly box: { x: number; y: number; width: number; height: number } }[]
    >;
  };
  readonly TinyFaceDetectorOptions: new (options: object) => unknown;
}

const LANDMARK_INPUT = 112;
const DETECTOR_INPUT = 320;
const IDENTITY_INPUT = 150;

/** Loads the judge's networks once: about a second. */
export async function createFaceFinder() {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
  const api = await importAsPlainScript(join(packageFolder, 'dist', 'face-api.esm.js'));
  const load = <Loaded extends Net>(net: Loaded, name: string): Loaded => {
    const [group] = JSON.parse(readFileSync(join(packageFolder, 'model', `${name}-weights_manifest.json`), 'utf8'));
    const bytes = readFileSync(join(packageFolder, 'model', group.paths[0]));
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    net.loadFromWeightMap(api.tf.io.decodeWeights(buffer, group.weights));
    return net;
  };
  const landmarks = load(new api.FaceLandmark68Net(), 'face_landmark_68_model');
  const detector = load(new api.TinyFaceDetector(), 'tiny_face_detector_model');
  let recognition: InstanceType<FaceApi['FaceRecognitionNet']> | undefined;
  return {
    /** Who it is, as 128 numbers: below a distance of 0.6 two faces count as one person. The network is loaded when asked for. */
    async identify(frame: DecodedFrame, box: FaceBox): Promise<Float32Array> {
      recognition ??= load(new api.FaceRecognitionNet(), 'face_recognition_model');
      const values = await resized(frame, { width: IDENTITY_INPUT, height: IDENTITY_INPUT }, box);
      const input = api.tf.tensor3d(values, [IDENTITY_INPUT, IDENTITY_INPUT, 3]);
      const identity = await recognition.computeFaceDescriptor(input);
      input.dispose();
      return identity;
    },
    /** The surest face of a frame, as the square that landmarks are looked for in; `undefined` when there is none. */
    async findFace(frame: DecodedFrame): Promise<FaceBox | undefined> {
      const scale = DETECTOR_INPUT / Math.max(frame.widthPixels, frame.heightPixels);
      const [width, height] = [Math.round(frame.widthPixels * scale), Math.round(frame.heightPixels * scale)];
      const input = api.tf.tensor3d(await resized(frame, { width, height }), [height, width, 3]);
      const options = new api.TinyFaceDetectorOptions({ inputSize: DETECTOR_INPUT, scoreThreshold: 0.25 });
      const faces = [...(await detector.locateFaces(input, options))].sort((a, b) => b.score - a.score);
      input.dispose();
      const box = faces[0]?.box;
      if (box === undefined) return undefined;
      const side = Math.round((1.12 * Math.max(box.width, box.height)) / scale);
      const left = Math.round((box.x + box.width / 2) / scale - side / 2);
      const top = Math.round((box.y + box.height / 2) / scale - side / 2);
      return { left, top, side };
    },
    /** The landmarks inside the square. */
    async locate(frame: DecodedFrame, { left, top, side }: FaceBox): Promise<FacePoints> {
      const values = await resized(frame, { width: LANDMARK_INPUT, height: LANDMARK_INPUT }, { left, top, side });
      const input = api.tf.tensor3d(values, [LANDMARK_INPUT, LANDMARK_INPUT, 3]);
      const { positions } = await landmarks.detectLandmarks(input);
      input.dispose();
      const scale = side / LANDMARK_INPUT;
      return { points: positions.map(({ x, y }) => [left + x * scale, top + y * scale] as const) };
    },
  };
}

export type FaceFinder = Awaited<ReturnType<typeof createFaceFinder>>;

/** The bundle is made for browsers and would take Node for an old one; without the version it asks for nothing. */
async function importAsPlainScript(path: string): Promise<FaceApi> {
  const versions = Object.getOwnPropertyDescriptor(process, 'versions')!;
  Object.defineProperty(process, 'versions', { ...versions, value: { ...process.versions, node: undefined } });
  try {
    const api = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as FaceApi;
    await prepare(api);
    return api;
  } finally {
    Object.defineProperty(process, 'versions', versions);
  }
}

/** Gives the bundle what it would ask a browser for. Its WebAssembly sees the same as its plain code in a tenth of the time. */
async function prepare(api: FaceApi): Promise<void> {
  api.tf.env().setPlatform('plain', {
    fetch: async (binary: string) => ({ ok: true, arrayBuffer: async () => readFileSync(binary) }),
    now: () => performance.now(),
    encode: (text: string) => new TextEncoder().encode(text),
    decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
    isTypedArray: (value: unknown) => ArrayBuffer.isView(value) && !(value instanceof DataView),
    setTimeoutCustom: setTimeout,
  });
  class Nothing {}
  const make = (): Nothing => new Nothing();
  api.env.setEnv({
    ...{ Canvas: Nothing, CanvasRenderingContext2D: Nothing, Image: Nothing, ImageData: Nothing, Video: Nothing },
    ...{ createCanvasElement: make, createImageElement: make, createVideoElement: make, fetch, readFile: make },
  });
  const binaries = createRequire(import.meta.url).resolve(
    '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  );
  api.tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  api.tf.setWasmPaths(join(dirname(binaries), '/'), true);
  if (!(await api.tf.setBackend('wasm'))) throw new Error('the networks of the judge do not run here');
}

/** A frame, or a square of it, at another size, as numbers 0..255. */
async function resized(
  frame: DecodedFrame,
  size: { readonly width: number; readonly height: number },
  square?: FaceBox,
): Promise<Float32Array> {
  const { widthPixels, heightPixels, rgb } = square === undefined ? frame : squareOf(frame, square);
  const raw = { width: widthPixels, height: heightPixels, channels: 3 as const };
  return new Float32Array(await sharp(rgb, { raw }).resize(size.width, size.height, { fit: 'fill' }).raw().toBuffer());
}

/** A square of a frame; where it reaches beyond the frame the edge is repeated. */
function squareOf({ widthPixels, heightPixels, rgb }: DecodedFrame, { left, top, side }: FaceBox): DecodedFrame {
  const cut = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    const row = Math.min(heightPixels - 1, Math.max(0, top + y)) * widthPixels;
    for (let x = 0; x < side; x++) {
      const at = (row + Math.min(widthPixels - 1, Math.max(0, left + x))) * 3;
      for (let channel = 0; channel < 3; channel++) cut[(y * side + x) * 3 + channel] = rgb[at + channel]!;
    }
  }
  return { widthPixels: side, heightPixels: side, rgb: cut };
}
