// Brings a clone to the point where it can run: dependencies installed, everything built. Does nothing that is done already.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];
const BUILD_STAMP = join(root, 'dist', '.built');
const KERNELS = join(root, 'src', 'animator', 'kernels', 'assembly');

/** Runs a step with its output on the terminal and ends the program when it fails. */
export function run(title, command, parameters, options = {}) {
  console.error(`\n» ${title}`);
  const { status, error } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  console.error(`\n${title}: ${error ? error.message : `failed with code ${status}`}.`);
  process.exit(status ?? 1);
}

/** A program of a dependency, run by this Node: works the same on every system. */
export function runTool(title, script, ...parameters) {
  run(title, process.execPath, [join(root, 'node_modules', script), ...parameters]);
}

export function install() {
  assertNode();
  const stamp = join(root, 'node_modules', '.package-lock.json');
  const fresh = existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  run('Installing dependencies (once, about a minute)', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  });
}

export function build() {
  if (existsSync(BUILD_STAMP) && statSync(BUILD_STAMP).mtimeMs >= newestSource()) return;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  runTool('Building the program', 'typescript/bin/tsc', '-p', 'tsconfig.build.json');
  runTool('Building the page', 'typescript/bin/tsc', '-p', 'web/tsconfig.json');
  copyPageFiles();
  for (const name of readdirSync(KERNELS).filter((file) => file.endsWith('.ts'))) buildKernel(name);
  writeFileSync(BUILD_STAMP, '');
}

function buildKernel(name) {
  const wasm = join('dist', 'animator', 'kernels', name.replace(/\.ts$/, '.wasm'));
  const options = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];
  runTool(`Building the kernel ${name}`, 'assemblyscript/bin/asc.js', join(KERNELS, name), '-o', wasm, ...options);
}

function copyPageFiles() {
  mkdirSync(join(root, 'dist', 'web'), { recursive: true });
  for (const file of readdirSync(join(root, 'web'))) {
    if (/\.(html|css|svg)$/.test(file)) copyFileSync(join(root, 'web', file), join(root, 'dist', 'web', file));
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
  const inFolder = (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map(
    (file) => statSync(join(root, file)).mtimeMs,
  );
  return Math.max(...settings, ...inFolder(join(root, 'src')), ...inFolder(join(root, 'web')));
}
