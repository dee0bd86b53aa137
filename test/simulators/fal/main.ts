/** `npm run simulate:fal -- [--port N] [--render SECONDS]` */
import { parseArgs } from 'node:util';
import { startFalSimulator } from './simulator.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, render: { type: 'string', default: '20' } },
});
const simulator = await startFalSimulator({ port: Number(values.port), renderSeconds: Number(values.render) });
console.log(`Fal is simulated at ${simulator.address}  (key ${simulator.key})`);
process.once('SIGINT', simulator.close).once('SIGTERM', simulator.close);
