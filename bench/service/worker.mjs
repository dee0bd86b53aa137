import { openChaosWorld } from '../../test/chaos/open-world.mjs';
import { carryClips, instantEngines } from './instant-engine.mjs';

await carryClips({ ...(await openChaosWorld(JSON.parse(process.argv[2]))), engines: instantEngines() });
