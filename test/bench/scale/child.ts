// One measurement of `npm run bench -- scale`: prepare|measure PART SIZE FOLDER. What is measured is made by a process of its own, whose
// memory does not count. Prints seconds for each step and the peak of its memory in KB.
import { execFileSync } from 'node:child_process';
import { mkdir, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { distillate, nothingGathered, readStream } from '../../../src/incident/index.ts';
import { detectSuite } from '../../../src/suite/index.ts';
import { createPathPolicy, openCheckout, openWorkspace } from '../../../src/workspace/index.ts';
import { peakKilobytes } from '../peak-memory.ts';

const [phase = '', part = '', given = '', folder = ''] = process.argv.slice(2);
const size = Number(given);
const steps: Record<string, number> = {};
let note = '';

async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  steps[step] = (performance.now() - start) / 1000;
  return result;
}

async function fill(root: string, count: number, extension: string): Promise<void> {
  for (let at = 0; at < count; at += 200) {
    await mkdir(join(root, 'src', String(at)), { recursive: true });
    const some = Array.from({ length: Math.min(200, count - at) }, (_, index) => index);
    await Promise.all(some.map((index) => writeFile(join(root, 'src', String(at), `${index}${extension}`), `x${index} = ${at}\n`)));
  }
}

function commit(root: string): void {
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-C', root, '-c', 'user.name=b', '-c', 'user.email=b@b', '-c', 'maintenance.auto=false', ...args]);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'all');
}

async function sources(root: string, extension: string, manifest: Readonly<Record<string, string>>): Promise<void> {
  await fill(root, size, extension);
  for (const [name, text] of Object.entries(manifest)) await writeFile(join(root, name), text);
  commit(root);
}

async function detection(root: string): Promise<void> {
  const found = await timed('detect', () => detectSuite({ root, testCommand: null, setupCommand: null, workingDirectories: [] }));
  note = found.ok ? found.plan.testCommand : found.reason;
}

async function copies(root: string): Promise<void> {
  const opened = await openCheckout(root);
  if (!opened.ok) throw new Error(opened.reason);
  const { checkout } = opened;
  const policy = createPathPolicy({ protectedPaths: null, allowTestChanges: false });
  const before = await statfs(folder);
  await using workspace = await timed('copy', () => openWorkspace({ checkout, temp: join(folder, 'temp'), policy }));
  await using _replica = await timed('replica', () => workspace.replica());
  await using _fresh = await timed('clean copy', () => workspace.fresh({ text: '', files: [] }));
  const after = await statfs(folder);
  note = `${(((before.bavail - after.bavail) * after.bsize) / 1e6).toFixed(0)} MB of disk for three copies`;
}

async function modules(root: string): Promise<void> {
  await fill(root, 50, '.js');
  await writeFile(join(root, '.gitignore'), 'node_modules\n');
  commit(root);
  // A package of five megabytes that take no place.
  for (let at = 0; at < size / 5; at += 1) {
    const path = join(root, 'node_modules', `package-${at}`);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'package.json'), `{"name":"package-${at}"}`);
    await writeFile(join(path, 'index.js'), '');
    await truncate(join(path, 'index.js'), 5e6);
  }
}

async function logs(): Promise<void> {
  const lines: string[] = [];
  for (let n = 0; n < 4_000; n++)
    lines.push(`2026-11-25T10:00:00.1234567Z   ✓ passes case ${n} of src/module${n % 977}.test.ts (${n % 50} ms)\n`);
  for (let n = 0; n < 40; n++) lines.push(`2026-11-25T10:00:00.1234567Z Error: connection ${n} was reset, trying again\n`);
  const block = Buffer.from(lines.join(''));
  const end = 'not ok 9 - adds the tax\n  AssertionError: expected 3 to be 4\n##[error]Process completed with exit code 1.\n';
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (let bytes = 0; bytes < size * 1e6; bytes += block.length) {
      await new Promise(setImmediate);
      yield block;
    }
    yield Buffer.from(end);
  }
  const gathered = nothingGathered();
  await timed('distill', () => readStream('log', stream(), gathered));
  const { excerpts, tests } = distillate(gathered, { mask: (text) => text });
  note = `${excerpts.length} characters, the failure ${tests.some(({ name }) => name.includes('adds the tax')) ? 'found' : 'MISSED'}`;
}

const nothing = async (): Promise<void> => {};
const parts: Readonly<Record<string, { prepare(root: string): Promise<void>; measure(root: string): Promise<void> }>> = {
  'detection of JavaScript': {
    prepare: (root) =>
      sources(root, '.js', { 'package.json': '{"scripts":{"test":"mocha","build":"tsc"},"devDependencies":{"mocha":"*"}}' }),
    measure: detection,
  },
  'detection of Python': {
    prepare: (root) => sources(root, '.py', { 'setup.py': '', 'test_all.py': 'import unittest\n' }),
    measure: detection,
  },
  'copy of the tree': { prepare: (root) => sources(root, '.js', {}), measure: copies },
  'node_modules, sparse': { prepare: modules, measure: copies },
  'log from a stream': { prepare: nothing, measure: logs },
};

const root = join(folder, 'repository');
const chosen = parts[part];
if (chosen === undefined) throw new Error(`no part "${part}"`);
if (phase === 'prepare') {
  await mkdir(root);
  await chosen.prepare(root);
} else {
  await chosen.measure(root);
  console.log(JSON.stringify({ steps, rss: peakKilobytes(), note }));
}
