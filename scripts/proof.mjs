// `npm run proof`: every motion of every picture, judged and laid out to look at, in .cache/proof.
import { build, install, runTool } from './set-up.mjs';

install();
build();
runTool('Proof', 'vitest/vitest.mjs', ['run', '--config', 'vitest.proof.config.ts', ...process.argv.slice(2)]);
