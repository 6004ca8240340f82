import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampledTest } from '../sampled.ts';
import type { TestRepository } from '../workspace/repositories.ts';
import { cli } from './program.ts';
import { ctrlC, ctrlD, missing, startAtTerminal, type TerminalOptions } from './pseudo-terminal.ts';
import { nodeTests, right, startCli, sums, wrong } from './terminal.ts';

const sampled = sampledTest(0.4);

if (missing !== null) console.warn(`skipped: the command line at a pseudo-terminal: ${missing}`);

async function brokenByCommit(): Promise<TestRepository> {
  const repo = await sums({ 'src/add.js': right });
  await repo.write({ 'src/add.js': wrong });
  await repo.commit();
  return repo;
}

function fixAtTerminal(repo: TestRepository, options: Partial<TerminalOptions> = {}) {
  return startAtTerminal([process.execPath, cli, 'fix', '--repo', repo.root, ...nodeTests], {
    cwd: repo.temp,
    ...options,
    env: { HOME: repo.temp, TMPDIR: repo.temp, ...options.env },
  });
}

const question = /Apply this fix to the checkout\? \[y\/N\] /;

describe.skipIf(missing !== null)('regreen fix at a terminal', { concurrent: true, timeout: 120_000 }, () => {
  sampled('shows one live line, then the report, and applies the fix when a person says yes', async () => {
    await using repo = await brokenByCommit();
    const terminal = fixAtTerminal(repo, { columns: 60 });
    await terminal.shows(/reproduce/);
    await terminal.resize(30);
    await terminal.shows(/verify/);
    await terminal.resize(100);
    await terminal.shows(question);
    expect(await readFile(join(repo.root, 'src/add.js'), 'utf8')).toBe(wrong);
    const lines = terminal.lines();
    // No remains of the live line: what stays is whole lines with a time, and the report.
    const before = lines.slice(
      0,
      lines.findIndex((line) => line.startsWith('Fixed: red to green')),
    );
    expect(before.length).toBeGreaterThan(2);
    expect(before.filter((line) => !/^\[ *\d+\.\d s\] /.test(line))).toEqual([]);
    expect(terminal.written()).toMatch(/s of 15 min.*loop/);
    terminal.type('y\r');
    expect(await terminal.ended).toBe(0);
    expect(terminal.lines().at(-1)).toMatch(/the fix was applied/);
    expect(await readFile(join(repo.root, 'src/add.js'), 'utf8')).toBe(right);
  });

  test.each([
    ['the end of input', ctrlD, 0],
    ['Ctrl-C', ctrlC, 130],
  ])('leaves the checkout as it is on %s', async (_, keys, exitCode) => {
    await using repo = await brokenByCommit();
    const terminal = fixAtTerminal(repo);
    await terminal.shows(question);
    terminal.type(keys);
    expect(await terminal.ended).toBe(exitCode);
    expect(await readFile(join(repo.root, 'src/add.js'), 'utf8')).toBe(wrong);
    expect(terminal.written()).not.toMatch(/defect|unsettled|Error/);
  });

  sampled('asks nobody and writes a log where CI has a terminal', async () => {
    await using repo = await brokenByCommit();
    const terminal = fixAtTerminal(repo, { env: { CI: 'true' } });
    expect(await terminal.ended).toBe(0);
    expect(terminal.written()).not.toMatch(question);
    expect(terminal.written()).not.toContain('\u001b[J');
    expect(terminal.written()).toMatch(/^\[ *\d+\.\d s\] verify\r$/m);
  });

  // Nothing is red in these: it is the terminal that matters.
  sampled('writes plain lines and no colour to a terminal that cannot move its cursor', async () => {
    await using repo = await sums({ 'src/add.js': right });
    const terminal = fixAtTerminal(repo, { env: { TERM: 'dumb' } });
    expect(await terminal.ended).toBe(0);
    expect(terminal.written()).not.toContain('\u001b');
    expect(terminal.written()).toMatch(/^\[ *\d+\.\d s\] reproduce\r$/m);
  });

  sampled('has no colour with NO_COLOR, and still one live line', async () => {
    await using repo = await sums({ 'src/add.js': right });
    const terminal = fixAtTerminal(repo, { env: { NO_COLOR: '1' } });
    expect(await terminal.ended).toBe(0);
    expect(terminal.written()).not.toMatch(/\u001b\[[\d;]*m/);
    expect(terminal.written()).toContain('\u001b[J');
  });
});

test('FORCE_COLOR colours what goes to a pipe', { timeout: 120_000 }, async () => {
  await using repo = await sums({ 'src/add.js': right });
  const [forced, plain] = await Promise.all(
    [{ FORCE_COLOR: '1' }, {}].map((env) => startCli(['fix', '--repo', repo.root, ...nodeTests], { temp: repo.temp, env }).ended),
  );
  expect(forced?.stdout).toContain('\u001b[32m');
  expect(plain?.stdout).not.toContain('\u001b');
});
