import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLastGreen, type Verdict } from '../../src/incident/index.ts';
import { parseCliInputs } from '../../src/inputs/index.ts';
import { findGreen } from '../../src/phases/find-green.ts';
import { openRun } from '../../src/phases/run.ts';
import { createProgress, createRedactor } from '../../src/report/index.ts';
import { detectSuite, openSuite, reproduce } from '../../src/suite/index.ts';
import { openCheckout, openWorkspace, pickSandbox } from '../../src/workspace/index.ts';
import { makeRepository, type Repository } from '../github/repository.ts';

const runs = Number(process.env.REGREEN_PROVE_RUNS ?? 200);

/** A history of one letter a commit, newest first. */
const verdicts: Readonly<Record<string, Verdict>> = { r: 'red', g: 'green', a: 'absent', u: 'unusable', l: 'late' };
function searchIn(history: string, most = 100) {
  const commits = [...history].map((_, index) => String(index));
  return findLastGreen({ commits, test: async (sha) => verdicts[history[Number(sha)] ?? ''] ?? 'unusable', goOn: () => true, most });
}

describe('the search for the last green commit', () => {
  it('ends where a commit cannot be tested to the end, and says that it was time', async () => {
    expect(await searchIn('rlg')).toMatchObject({ green: null, reason: 'the time for it was over before 1 was tested to the end' });
    expect(await searchIn('rrrlrrrg')).toMatchObject({ green: null, tried: [{}, {}, { verdict: 'late' }] });
  });

  it('finds the very commit after which it broke, in tests that grow with the logarithm of its distance', async () => {
    const property = fc.asyncProperty(fc.nat(300), fc.integer({ min: 1, max: 300 }), async (red, green) => {
      const found = await searchIn('r'.repeat(red) + 'g'.repeat(green));
      expect(found).toMatchObject({ green: String(red), narrowest: true });
      expect(found.tried.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(red + 2)) + 2);
    });
    await fc.assert(property, { numRuns: runs });
  });

  it('calls green only what was tested and green', async () => {
    const property = fc.asyncProperty(fc.stringMatching(/^[rgau]{0,40}$/), fc.nat(12), async (history, most) => {
      const { green, tried } = await searchIn(history, most);
      expect(tried.length).toBeLessThanOrEqual(most);
      if (green !== null) expect(history[Number(green)]).toBe('g');
    });
    await fc.assert(property, { numRuns: runs });
  });

  it.each([
    ['rrrrr', /fail in all of \d older commits too/],
    ['rra', /do not exist in/],
    ['', /holds no older commit/],
    ['uuu', /could not be tested/],
  ])('says why there is none in %j', async (history, reason) => {
    expect(await searchIn(history)).toMatchObject({ green: null, reason: expect.stringMatching(reason) });
  });

  it('takes what it has when the time is over', async () => {
    expect(await searchIn(`${'r'.repeat(6)}${'g'.repeat(9)}`, 4)).toMatchObject({ green: '7', narrowest: false });
  });
});

describe('the last green commit of a checkout', () => {
  let repository: Repository;
  let temp: string;
  beforeEach(async () => {
    repository = await makeRepository();
    temp = await mkdtemp(join(tmpdir(), 'regreen-green-'));
  });
  afterEach(async () => {
    await repository[Symbol.asyncDispose]();
    await rm(temp, { recursive: true, force: true });
  });

  const manifest = (dependencies: Record<string, string> = {}) => JSON.stringify({ scripts: { test: 'node --test' }, dependencies });
  const source = (sign: string) => `exports.add = (a, b) => a ${sign} b;\n`;
  const test = `const { test } = require('node:test');\ntest('adds', () => require('node:assert').equal(require('../add.js').add(2, 3), 5));\n`;

  async function search() {
    const opened = await openCheckout(repository.root);
    const inputs = parseCliInputs({}, {}, 'fix');
    const confined = await pickSandbox({
      ...{ requested: 'none', network: 'none', holdsSecrets: false, hidden: [], from: process.env },
      checkout: opened.ok ? opened.checkout : { root: '', sha: '', branch: null, dirty: false },
    });
    if (!opened.ok || !inputs.ok || !confined.ok) throw new Error('the test is not set up');
    const { checkout } = opened;
    const signal = new AbortController().signal;
    const progress = createProgress({ stream: process.stderr, isCI: true, redactor: createRedactor([]) });
    const run = openRun({
      inputs: inputs.inputs,
      source: { kind: 'local', directory: checkout.root },
      scratch: temp,
      env: {},
      progress,
      signal,
    });
    const policy = { refuses: () => null };
    await using workspace = await openWorkspace({ checkout, temp, policy });
    const detected = await detectSuite({ root: workspace.root, testCommand: null, setupCommand: null, workingDirectories: [] });
    if (!detected.ok) throw new Error(detected.reason);
    await mkdir(join(temp, 'scratch'));
    const suite = openSuite(detected.plan, { sandbox: confined.sandbox, testEnv: {}, scratch: join(temp, 'scratch') });
    const installed = await suite.install(workspace.root, { timeoutMs: 60_000 });
    if (!installed.ok) throw new Error(installed.reason);
    const seen = await reproduce(suite, workspace.root, { timeoutMs: 60_000 });
    if (seen.kind !== 'red') throw new Error(`it is ${seen.kind}`);
    return await findGreen(run, checkout, workspace, seen, new Set());
  }

  it('is found in clean copies, and the checkout stays as it is', async () => {
    await repository.commit({ 'package.json': manifest(), 'add.js': source('+'), 'test/add.test.js': test });
    const green = await repository.commit({ 'README.md': 'one' });
    await repository.commit({ 'add.js': source('-') });
    await repository.commit({ 'README.md': 'two' });
    const before = await repository.git('status', '--porcelain', '--ignored');
    expect(await search()).toMatchObject({ green, narrowest: true });
    expect(await repository.git('status', '--porcelain', '--ignored')).toBe(before);
  });

  it('is the commit itself when an uncommitted change broke it', async () => {
    const green = await repository.commit({ 'package.json': manifest(), 'add.js': source('+'), 'test/add.test.js': test });
    await repository.write({ 'add.js': source('-') });
    expect(await search()).toMatchObject({ green, tried: [{ sha: green, verdict: 'green' }] });
  });

  it('is not known when the failing test came with the code that it tests', async () => {
    await repository.commit({
      'package.json': manifest(),
      'other.js': '',
      'test/other.test.js': `require('node:test').test('is there', () => {});\n`,
    });
    await repository.commit({ 'add.js': source('-'), 'test/add.test.js': test });
    const found = await search();
    expect(found.green).toBeNull();
    expect(found.reason).toMatch(/do not exist/);
  });

  it('stops with a reason where the older commit needs what cannot be installed', async () => {
    const missing = { other: 'file:./nowhere-to-be-found.tgz' };
    const here = { 'other/package.json': '{"name":"other","version":"1.0.0"}', '.gitignore': 'node_modules\n' };
    await repository.commit({ ...here, 'package.json': manifest(missing), 'add.js': source('+'), 'test/add.test.js': test });
    await repository.commit({ 'package.json': manifest({ other: 'file:./other' }), 'add.js': source('-') });
    expect(await search()).toMatchObject({ green: null, reason: expect.stringMatching(/could not be tested/) });
  });

  // Red all along: with a message that names the folder it runs in, and one that tells of another tree.
  const other = (said: string): string => `require('node:test').test('is elsewhere', () => { throw new Error(${said}); });\n`;

  it('is told by the tests that pass somewhere, where others fail alike all along', async () => {
    await repository.commit({
      'package.json': manifest(),
      'add.js': source('+'),
      'test/add.test.js': test,
      'test/other.test.js': other("'no ' + __dirname"),
    });
    const green = await repository.commit({ 'README.md': 'one' });
    await repository.commit({ 'add.js': source('-') });
    await repository.commit({ 'README.md': 'two' });
    const { older, ...found } = await search();
    expect(found).toMatchObject({ green, narrowest: true });
    expect(older.map(({ name }) => name)).toEqual(['is elsewhere']);
  });

  it('is not told by some of the tests where the history does not reach back to its beginning', async () => {
    await repository.commit({
      'package.json': manifest(),
      'add.js': source('+'),
      'test/add.test.js': test,
      'test/other.test.js': other("'no'"),
    });
    await repository.commit({ 'README.md': 'one' });
    await repository.commit({ 'add.js': source('-') });
    await repository.write({ '.git/shallow': `${await repository.git('rev-parse', 'HEAD~1')}\n` });
    expect(await search()).toMatchObject({ green: null, older: [] });
  });

  it.each([
    "require('../add.js').add(1, 1) === 2 ? 'not built' : 'wrong'",
    "require('../add.js').add(1, 1) + ' found'",
    "require('../add.js').add(1, 1) === 2 ? '/api/users is gone' : '/api/posts is gone'",
  ])('is not told by tests that fail otherwise there: %s', async (said) => {
    await repository.commit({
      'package.json': manifest(),
      'add.js': source('+'),
      'test/add.test.js': test,
      'test/other.test.js': other(said),
    });
    await repository.commit({ 'add.js': source('-') });
    expect(await search()).toMatchObject({ green: null, older: [] });
  });
});
