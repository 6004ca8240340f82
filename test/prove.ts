// `npm run prove -- NAME [RUNS] [FLAGS]`: the property-based tests below test/NAME (a folder, or the beginning of a file such as
// e2e/runners) with 5,000 runs each (or RUNS), where `npm test` takes a sample; or the proof of its own in test/prove/NAME.ts, with the
// arguments it takes. Each test is told as it ends. FLAGS go to vitest: `-t 'a signed push, when'` proves a part, and goes on where a proof was cut off.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const [name = '', ...given] = process.argv.slice(2);
const [runs = '5000', ...flags] = given[0]?.startsWith('-') ? ['5000', ...given] : given;
const scripts = (await readdir(join(import.meta.dirname, 'prove'))).map((file) => file.replace(/\.ts$/, ''));
if (scripts.includes(name)) {
  const script = join(import.meta.dirname, 'prove', `${name}.ts`);
  const proof = spawn(process.execPath, [script, ...process.argv.slice(3)], { stdio: 'inherit' });
  process.exit(await new Promise<number>((resolve) => proof.once('close', (code) => resolve(code ?? 1))));
}
const rooms = (await readdir(import.meta.dirname, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
if (!rooms.includes(name.split('/')[0] ?? '') || !/^[1-9]\d*$/.test(runs)) {
  console.error(`usage: npm run prove -- NAME [RUNS] [FLAGS of vitest]\nnames: ${[...rooms, ...scripts].join(', ')}`);
  process.exit(2);
}
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
const args = [vitest, 'run', join('test', name), '--testTimeout', '3600000', '--reporter', 'verbose', ...flags];
const child = spawn(process.execPath, args, {
  stdio: 'inherit',
  env: { ...process.env, REGREEN_PROVE_RUNS: runs },
});
child.once('close', (code) => {
  process.exitCode = code ?? 1;
});
