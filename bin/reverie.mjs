#!/usr/bin/env node
// Builds the program when this is a clone that was never built; the messages go to stderr, the results to stdout.
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../dist/.built', import.meta.url))) await import('../scripts/build.mjs');
await import('../dist/cli.js');
