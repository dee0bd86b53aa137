import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

export interface RunningProgram {
  readonly address: string;
  /** What it has logged until now. */
  log(): string;
  /** Asks it to stop as Ctrl-C does; answers with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built program as `npm start` does, on a free port and with a data folder of its own. */
export async function startProgram(settings: Readonly<Record<string, string>> = {}): Promise<RunningProgram> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'reverie-program-'));
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { ...process.env, ...settings, REVERIE_PORT: String(port), REVERIE_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let logged = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    logged += text;
    process.stderr.write(text);
  });
  const address = `http://127.0.0.1:${port}`;
  await saysItsAddress(child, address);
  return {
    address,
    log: () => logged,
    async stop() {
      const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve([child.exitCode]);
      child.kill('SIGINT');
      const [code] = await ended;
      await rm(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

async function saysItsAddress(child: ReturnType<typeof spawn>, address: string): Promise<void> {
  if (child.stdout === null) throw new TypeError('stdout is piped above');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the program ended with ${code} before it said its address`);
  });
  const said = new Promise<void>((resolve) => lines.on('line', (line) => line.includes(address) && resolve()));
  await Promise.race([said, ended]);
}
