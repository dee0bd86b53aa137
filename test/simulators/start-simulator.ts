import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts a simulator as a process of its own, as one does by hand, and answers with the address it says. */
export async function startSimulatorProcess(name: string, ...options: string[]) {
  const child = spawn(process.execPath, ['scripts/simulate.mjs', name, '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the simulator ended with ${code} before it said its address`);
  });
  const said = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /https?:\/\/127\.0\.0\.1:\d+[/\w]*/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
  const address = await Promise.race([said, ended]);
  ended.catch(() => undefined);
  return {
    address,
    stop: async (): Promise<void> => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
