// From the start of a fresh process to the first drawn frame in its hands: `node bench/first-frame.mjs PICTURE`.
import { createLocalAnimator } from '../dist/engines/local/local-animator.js';
import { createPictureReader } from '../dist/media/read-picture.js';

const picture = await createPictureReader().read({ path: process.argv[2] });
const animator = createLocalAnimator();
const motion = { kind: 'preset', presetId: 'look-around' };
const { frames } = await animator.animate(picture.canvas, { motion, lengthSeconds: 5, strength: 'normal', seed: 7 });
for await (const _ of frames) break;
await animator.close();
