// Brings a clone to the point where it can run: dependencies installed, everything built. Does nothing that is done already.
import { execFile, spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];
const BUILT = join(root, 'dist');
const BUILD_STAMP = '.built';
/** The build grows here and takes the old one's place when it is whole: what runs meanwhile keeps its files. */
const BUILDING = join(root, 'dist-next');
/** Set-up may run before `reverie ... --json`: whatever its programs say belongs to standard error. */
const ALL_TO_STDERR = ['inherit', process.stderr.fd, process.stderr.fd];
const KERNELS = join(root, 'src', 'animator', 'kernels', 'assembly');

/** Runs a step with its output on the terminal and ends this program when it fails. */
function run(title, command, parameters, options = {}) {
  console.error(`\n» ${title}`);
  const { status, error } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  console.error(`\n${title}: ${error ? error.message : `failed with code ${status}`}.`);
  process.exit(status ?? 1);
}

/** A program of a dependency, run by this Node: works the same on every system. */
export function runTool(title, script, parameters, options = {}) {
  run(title, process.execPath, [join(root, 'node_modules', script), ...parameters], options);
}

/** Runs such programs side by side, each a title, its script and its parameters, and shows what one said when it has ended. */
export async function runToolsTogether(...tools) {
  const runs = tools.map(
    ([title, script, parameters]) =>
      new Promise((resolve) => {
        const command = [join(root, 'node_modules', script), ...parameters];
        execFile(process.execPath, command, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) => {
          console.error(`\n» ${title}\n${stdout}${stderr}`);
          if (error) console.error(`${title}: failed with code ${error.code}.`);
          resolve(error === null);
        });
      }),
  );
  if (!(await Promise.all(runs)).every(Boolean)) process.exit(1);
}

/** Installs what package-lock.json names, unless that was done since it last changed. */
export function install() {
  assertNode();
  const stamp = join(root, 'node_modules', '.package-lock.json');
  const fresh = existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  run('Installing dependencies (once, about a minute)', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ALL_TO_STDERR,
    shell: process.platform === 'win32',
  });
}

/** Builds `dist`, unless nothing that it is made of changed since. */
export function build() {
  const stamp = join(BUILT, BUILD_STAMP);
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newestSource()) return;
  rmSync(BUILDING, { recursive: true, force: true });
  const startedAt = new Date();
  buildStep('Building the client', 'typescript/bin/tsc', '-p', 'packages/client/tsconfig.json');
  buildStep('Building the program', 'typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', BUILDING);
  buildWebApp(join(BUILDING, 'web'));
  for (const name of readdirSync(KERNELS).filter((file) => file.endsWith('.ts'))) buildKernel(name);
  paintDemoPictures();
  writeFileSync(join(BUILDING, BUILD_STAMP), '');
  // what is saved while the build runs may be missing from it: the stamp tells when it began
  utimesSync(join(BUILDING, BUILD_STAMP), startedAt, startedAt);
  rmSync(BUILT, { recursive: true, force: true });
  renameSync(BUILDING, BUILT);
  run('Preparing the embedded database', process.execPath, [join(BUILT, 'db', 'embedded', 'prepare-image.js')], {
    stdio: ALL_TO_STDERR,
  });
}

function buildStep(title, script, ...parameters) {
  runTool(title, script, parameters, { stdio: ALL_TO_STDERR });
}

function buildKernel(name) {
  const wasm = join(BUILDING, 'animator', 'kernels', name.replace(/\.ts$/, '.wasm'));
  const options = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];
  buildStep(`Building the kernel ${name}`, 'assemblyscript/bin/asc.js', join(KERNELS, name), '-o', wasm, ...options);
}

/** Half a minute the first time; afterwards only what is drawn differently is painted again. */
function paintDemoPictures() {
  const painter = join(BUILDING, 'demo', 'paint-pictures-process.js');
  const parameters = [painter, join(BUILDING, 'demo', 'pictures'), join(root, '.cache', 'demo')];
  run('Painting the demo characters', process.execPath, parameters, { stdio: ALL_TO_STDERR });
}

/** The app in the browser, with smaller forms of all text beside it: they are made once, and as small as they get. */
function buildWebApp(folder) {
  const options = ['--config', join('web', 'vite.config.ts'), '--outDir', folder, '--logLevel', 'warn'];
  buildStep('Building the web app', 'vite/bin/vite.js', 'build', ...options);
  for (const path of filesBelow(folder).filter((name) => /\.(?:css|html|js|svg|webmanifest)$/.test(name))) {
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `Reverie Motion needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}

/** When the newest file that the build reads was changed. */
function newestSource() {
  const inFolder = (name) =>
    filesBelow(join(root, name))
      .filter((path) => !path.includes('.test.'))
      .map((path) => statSync(path).mtimeMs);
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/set-up.mjs'].map(
    (file) => statSync(join(root, file)).mtimeMs,
  );
  return Math.max(...settings, ...inFolder('src'), ...inFolder('web'), ...inFolder('packages/client/src'));
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
