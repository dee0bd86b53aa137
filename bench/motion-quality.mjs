// `npm run bench:motion-quality -- CLIP.mp4 ...`: an independent measurement of clips, also of other engines: whether the face
// stays the same person, whether anything tears or jolts, sharpness, background, loop seam, and, for files named
// NAME_MOTION.mp4, what the motion promises. One JSON and one contact sheet a clip, one table, in .cache/motion-quality.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { install, root } from '../scripts/set-up.mjs';

const clips = process.argv.slice(2).map((path) => resolve(path));
if (clips.length === 0) {
  console.error('Which clips? For example: npm run bench:motion-quality -- clips/*.mp4');
  process.exit(2);
}
install();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'vitest.proof.config.ts', 'motion-quality'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, QUALITY_CLIPS: JSON.stringify(clips) },
  },
);
console.log(readFileSync(join(root, '.cache', 'motion-quality', 'summary.md'), 'utf8'));
process.exitCode = status ?? 1;
