import { type Config, readConfig } from '../config/config.ts';
import { ConfigError } from '../config/setting.ts';
import { DatabaseFolderError } from '../db/embedded/database-folder-error.ts';
import { CannotListen } from '../http/server.ts';
import { createLog, type Log } from '../ops/log.ts';
import { openDemoWorld, startDemoClips } from './demo-world.ts';
import { withEnvironmentFiles } from './environment-files.ts';
import { probeEngines } from './hosted-engines.ts';
import { openService } from './open-service.ts';
import { startWeb } from './web-role.ts';
import { startWork } from './work-role.ts';

/** `web`: answers people and programs. `work`: carries clips. One process may have both; many machines share them. */
export type Role = 'web' | 'work';

/** What runs has this long to end once the program is asked to stop. */
const STOP_GRACE_SECONDS = 10;

/**
 * Runs roles of the service until the program is asked to stop (SIGINT, SIGTERM), and stops them in order: nothing that was
 * begun is lost, whatever could not end in time is taken up again by the next start or another machine.
 *
 * @returns the exit code: 0 after an orderly stop, 1 when it could not start, 2 when the settings make no sense
 */
export async function runRoles(
  roles: readonly Role[],
  environment: NodeJS.ProcessEnv,
  cores: number,
): Promise<0 | 1 | 2> {
  const format = process.stdout.isTTY ? 'lines' : 'json';
  const log = createLog({ write: (line) => void process.stderr.write(`${line}\n`), now: () => new Date(), format });
  try {
    await run(roles, readConfig(withEnvironmentFiles(environment), cores), log);
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof CannotListen || error instanceof DatabaseFolderError)) {
      log.broken(error);
      return 1;
    }
    console.error(error.message);
    return error instanceof ConfigError ? 2 : 1;
  }
}

async function run(roles: readonly Role[], config: Config, log: Log): Promise<void> {
  const service = await openService(config, log);
  const stopping: (() => Promise<void>)[] = [() => service.close()];
  try {
    if (roles.includes('work')) {
      const work = await startWork(service);
      stopping.push(() => work.stop(STOP_GRACE_SECONDS));
    } else {
      await service.queue.send();
      stopping.push(() => service.queue.stop(STOP_GRACE_SECONDS));
    }
    if (roles.includes('web')) {
      const hasDemo = await openDemoWorld(service);
      if (hasDemo && roles.includes('work')) stopping.push(startDemoClips(service).stop);
      const server = await startWeb(service);
      stopping.push(() => server.stop(STOP_GRACE_SECONDS));
      console.log(`Reverie Motion is ready: ${server.address}  (Ctrl-C stops it)`);
    } else console.log('Reverie Motion is working.  (Ctrl-C stops it)');
    if (roles.includes('work')) tellOfEngines(config, log);
    await untilAskedToStop();
  } finally {
    while (stopping.length > 0) await stopping.pop()?.().catch(log.broken);
  }
}

/** A model that cannot be used is told at start, and not only by the first clip that fails. */
function tellOfEngines(config: Config, log: Log): void {
  probeEngines({ config, fetch }).then((probes) => {
    for (const { engine, state, sentence, isGood } of probes) {
      if (isGood) log.info(sentence, { engine, state });
      else log.broken(new Error(sentence), { engine, state });
    }
  }, log.broken);
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
}
