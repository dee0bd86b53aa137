// `npm start`: sets up what a fresh clone lacks, then runs the program in this process.
import { build, install } from './set-up.mjs';

install();
build();
await import('../dist/main.js');
