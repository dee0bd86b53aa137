// Clips made one after the other by a program that is up, as the service makes them: `node bench/warm-clip.mjs PICTURE CLIP`.
// Prints medians of three as JSON: seconds before the first frame (reading, looking, taking the picture apart), and seconds
// from then to the finished file for clips of five and of ten seconds.
import { createLocalAnimator } from '../dist/engines/local/local-animator.js';
import { createPictureReader } from '../dist/media/read-picture.js';
import { createClipWriter } from '../dist/media/write-clip.js';

const RUNS = 3;
const [picturePath, clipPath] = process.argv.slice(2);
const reader = createPictureReader();
const animator = createLocalAnimator();
const writer = createClipWriter();
const motion = { kind: 'preset', presetId: 'look-around' };
let clips = 0;

async function make(lengthSeconds) {
  const begun = performance.now();
  const { canvas } = await reader.read({ path: picturePath });
  // the animator remembers the picture it drew last: this is another one
  canvas.rgba[0] = ++clips;
  const performed = { motion, lengthSeconds, strength: 'normal', seed: clips };
  const { frames, ...facts } = await animator.animate(canvas, performed);
  let firstFrame;
  async function* watched() {
    for await (const frame of frames) {
      firstFrame ??= performance.now();
      yield frame;
    }
  }
  const { widthPixels, heightPixels } = canvas;
  await writer.write({ widthPixels, heightPixels, ...facts, clipPath }, watched());
  return { startUp: (firstFrame - begun) / 1000, drawing: (performance.now() - firstFrame) / 1000 };
}

async function medians(lengthSeconds) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await make(lengthSeconds));
  const middle = (key) => runs.map((each) => each[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  return { startUp: middle('startUp'), drawing: middle('drawing') };
}

await make(5);
const [five, ten] = [await medians(5), await medians(10)];
await animator.close();
console.log(JSON.stringify({ startUpSeconds: five.startUp, fiveSeconds: five.drawing, tenSeconds: ten.drawing }));
