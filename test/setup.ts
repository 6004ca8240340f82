import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { seed } from './sampled.ts';

// `npm run prove` asks for many more runs than an everyday test run can afford.
const runs = Number(process.env.REGREEN_PROVE_RUNS ?? '');
if (runs > 0) fc.configureGlobal({ numRuns: runs });

/**
 * What a runner does differs between releases of Node, and users have all of them: each test file has another one as the user's, picked
 * anew every day. REGREEN_TEST_USER_NODE names one for all: `machine`, `own` (of this project) or `node-22` (see .ci/run).
 */
function pickUserNode(folder: string): void {
  // Of Node 18 not every runner knows any more.
  const names = ['machine', ...readdirSync(folder).filter((name) => name !== 'node-18')];
  const at = createHash('sha256')
    .update(`${seed}\n${expect.getState().testPath?.slice(process.cwd().length)}`)
    .digest()
    .readUInt32BE();
  const picked = process.env.REGREEN_TEST_USER_NODE ?? names[at % names.length] ?? 'machine';
  // Test files of one process each begin with the PATH as it was.
  process.env.REGREEN_TEST_PATH ??= process.env.PATH ?? '';
  const entries = process.env.REGREEN_TEST_PATH.split(delimiter);
  // Behind what npm puts in front, which is not the user's.
  const behind = entries.findIndex((entry) => !/node_modules.\.bin$|node-gyp-bin$/.test(entry));
  if (picked !== 'machine') entries.splice(Math.max(0, behind), 0, join(folder, picked));
  process.env.PATH = entries.join(delimiter);
}
if (process.env.REGREEN_TEST_USER_NODES) pickUserNode(process.env.REGREEN_TEST_USER_NODES);
