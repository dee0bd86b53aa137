/** `npm run simulate:comfyui -- [--port N]`: every prompt takes some seconds. */
import { parseArgs } from 'node:util';
import { startComfyuiSimulator } from './simulator.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8188' } } });
const simulator = await startComfyuiSimulator({ port: Number(values.port) });
console.log(`ComfyUI is simulated at ${simulator.address}`);
let percent = 0;
const ticking = setInterval(() => {
  percent = (percent + 10) % 110;
  if (percent === 100) simulator.finish();
  else simulator.run(percent);
}, 1000);
process.once('SIGINT', stop).once('SIGTERM', stop);

function stop(): void {
  clearInterval(ticking);
  void simulator.close();
}
