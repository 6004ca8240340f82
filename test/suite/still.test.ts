// A run that is ended early, where something in it works without end.
import { describe, expect, it } from 'vitest';
import { reproduce } from '../../src/suite/index.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';
import { manifest } from './runners.ts';

const head = "const { equal } = require('assert');\nit('adds', () => equal(1 + 1, 2));\n";
const waits = "it('waits', (done) => { setTimeout(done, 4000); }).timeout(9000);\n";
const works = "it('works', () => { for (let n = 0; n < 1; n += 0); });\n";

const starting = "process.exit(require('child_process').spawnSync('npx', ['mocha', 'test.js'], { stdio: 'inherit' }).status);\n";

async function runOf(files: Readonly<Record<string, string>>, command: string) {
  await using repository = await makeRepository({ 'package.json': manifest(command), ...files }, ['mocha']);
  await using scratch = await scratchFolder();
  const suite = await suiteOf(repository.root, scratch.root);
  return await suite.run(repository.root, { scope: 'all', noticeStill: 2, timeoutMs: 60_000 });
}

describe('a run is ended early', { timeout: 120_000 }, () => {
  it.each([
    ['mocha', { 'test.js': head + works }, 'mocha test.js'],
    ['a runner behind a program that waits for it', { 'test.js': head + works, 'all.js': starting }, 'node all.js'],
  ])('where a test works without end, by %s', async (_what, files, command) => {
    expect(await runOf(files, command)).toMatchObject({ timedOut: true, aborted: false, stoodStill: true, green: false });
  });

  it.each([
    ['is waited for', { 'test.js': head + waits }, 'mocha test.js'],
    ['is waited for by a program that does nothing else', { 'test.js': head + waits, 'all.js': starting }, 'node all.js'],
    [
      'stands still without work',
      { 'test.js': `${head}it('sleeps', () => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4000); }).timeout(9000);\n` },
      'mocha test.js',
    ],
    ['belongs to a shell that waits for all it has started', { 'test.js': head }, 'sleep 1 & mocha test.js && wait'],
  ])('but not where one %s', async (_what, files, command) => {
    const run = await runOf(files, command);
    expect(run).toMatchObject({ timedOut: false, aborted: false, green: true });
    expect(run.stoodStill).toBeUndefined();
    expect(run.command).not.toContain('still');
  });

  it('and the test that does not end is then a failure like others', async () => {
    await using repository = await makeRepository({ 'package.json': manifest('mocha test.js'), 'test.js': head + works }, ['mocha']);
    await using scratch = await scratchFolder();
    const seen = await reproduce(await suiteOf(repository.root, scratch.root), repository.root, { timeoutMs: 600_000 });
    expect(seen).toMatchObject({ kind: 'red', failing: [{ id: 'test.js > works', message: expect.stringContaining('did not end') }] });
  });
});
