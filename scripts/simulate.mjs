/** `npm run simulate:seedance -- [OPTIONS]`: a vendor's API on this machine, straight from its TypeScript. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [name] = process.argv.splice(2, 1);
await runnerImport(fileURLToPath(new URL(`../test/simulators/${name}/main.ts`, import.meta.url)), {
  logLevel: 'error',
});
