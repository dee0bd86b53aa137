// `npm test`: sets up what a fresh clone lacks, then every check, the quick ones first. Further arguments go to Vitest.
import { build, install, runTool, runToolsTogether } from './set-up.mjs';

install();
build();
const chosen = process.argv.slice(2);
if (chosen.length === 0) {
  runTool('Format and lint (Biome)', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
  await runToolsTogether(
    ['Types (tsc)', 'typescript/bin/tsc', ['--noEmit']],
    ['Types of the web app (tsc)', 'typescript/bin/tsc', ['--noEmit', '-p', 'web/tsconfig.json']],
    ['Nothing unused (knip)', 'knip/bin/knip.js', []],
  );
}
runTool('Tests (Vitest)', 'vitest/vitest.mjs', ['run', ...chosen]);
