/** `npm start`: the whole product in one process. */
import { availableParallelism } from 'node:os';
import { runRoles } from './composition/run-roles.ts';

process.exitCode = await runRoles(['web', 'work'], process.env, availableParallelism());
