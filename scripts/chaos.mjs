// `npm run chaos -- --clips 50 --kills 100`: clips made by machines that die, and the tally of what became of them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, install } from './set-up.mjs';

const HELP = `Usage: npm run chaos -- [options]

Orders clips, lets them be made by processes that kill themselves at every named point of a clip's life and are killed at
random, and checks every promise afterwards: each clip ends, no order reaches the vendor twice, its limit is never passed,
the ledger is exact, everybody is told exactly once. Exit code 1 when a promise was broken.

Options:
  --engine NAME    vendor: a small one that is quick; seedance: the real adapter against its simulator over HTTP, with
                   resets, hangs, errors after creating, garbage, slow and broken downloads (vendor)
  --clips N        clips that are ordered (50)
  --kills N        deaths before the machines are left alive (100)
  --seed N         the same dice again (random)
  --database URL   an empty PostgreSQL database, with two machines; left out, the embedded one with one machine
  --drop-engine    drop the whole schema of the job engine in the middle
  --help           this text

Example:
  npm run chaos -- --clips 50 --kills 100 --database postgres://localhost/chaos
  npm run chaos -- --engine seedance --clips 50 --kills 60`;

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'vendor' },
    clips: { type: 'string', default: '50' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    database: { type: 'string' },
    'drop-engine': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
install();
build();
const { runChaos, VENDORS } = await import('../test/chaos/run-chaos.mjs');
if (!(values.engine in VENDORS)) {
  console.error(`There is no engine '${values.engine}' here; there are ${Object.keys(VENDORS).join(', ')}.`);
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), 'reverie-chaos-'));
let last = '';
try {
  const tally = await runChaos({
    ...{ database: values.database ?? join(folder, 'database'), filesFolder: join(folder, 'files') },
    engine: values.engine,
    ...{ clips: Number(values.clips), kills: Number(values.kills), seed: Number(values.seed), limitSeconds: 1800 },
    dropsEngine: values['drop-engine'],
    onStep: (line, deaths) => {
      const step = `${line}, ${deaths} deaths`;
      if (step !== last && line.startsWith('living')) console.error(step);
      last = step;
    },
  });
  console.log(JSON.stringify({ seed: Number(values.seed), ...tally }, undefined, 2));
  process.exitCode = tally.faults.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
