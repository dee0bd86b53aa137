/** `npm run simulate:seedance -- [--port N] [--seed N] [--queue SECONDS] [--render SECONDS] [--fault STEP:WHAT=0.1] ...` */
import { parseArgs } from 'node:util';
import { seededRandom } from '../../../src/domain/seeded-random.ts';
import { ALL_SCENARIOS, type FaultRates, type Scenario } from './scenario.ts';
import { startSeedanceSimulator } from './simulator.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.SIMULATOR_PORT ?? '4700' },
    seed: { type: 'string', default: process.env.SIMULATOR_SEED ?? '1' },
    render: { type: 'string', default: process.env.SIMULATOR_RENDER_SECONDS ?? '30' },
    queue: { type: 'string', default: '2' },
    small: { type: 'boolean', default: false },
    fault: { type: 'string', multiple: true, default: (process.env.SIMULATOR_FAULTS ?? '').split(',').filter(Boolean) },
  },
});

const faults: FaultRates = {};
for (const words of values.fault) {
  const [scenario = '', rate = '0.1'] = words.split('=');
  if (!ALL_SCENARIOS.includes(scenario as Scenario))
    throw new Error(`no scenario '${scenario}'; there are ${ALL_SCENARIOS.join(', ')}`);
  faults[scenario as Scenario] = Number(rate);
}

const simulator = await startSeedanceSimulator({
  ...{ port: Number(values.port), random: seededRandom(Number(values.seed)), faults, fullSize: !values.small },
  ...{ queueSeconds: Number(values.queue), renderSeconds: Number(values.render) },
});
console.log(
  `Seedance is simulated at ${simulator.baseUrl}  (key ${simulator.key}; what happened: ${simulator.address}/__sim/tasks)`,
);
// tasks go on, and are told, also while nobody asks
const ticking = setInterval(() => simulator.book.tick(), 250);
process.once('SIGINT', stop).once('SIGTERM', stop);

function stop(): void {
  clearInterval(ticking);
  void simulator.close();
}
