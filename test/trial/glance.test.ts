import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openGlance } from '../../src/trial/index.ts';
import { manifest } from '../suite/runners.ts';
import { makeStage, type Stage } from './stage.ts';

const projects = {
  mocha: {
    'package.json': manifest('mocha test.js'),
    'sub.js': 'exports.sub = (a, b) => a + b;\n',
    'test.js': "const { sub } = require('./sub.js');\nit('subtracts', () => require('assert').equal(sub(3, 1), 2));\n",
  },
  vitest: {
    'package.json': manifest('vitest run', { type: 'module' }),
    'sub.js': 'export const sub = (a, b) => a + b;\n',
    'one.test.js':
      "import { expect, it } from 'vitest';\nimport { sub } from './sub.js';\nit('subtracts', () => expect(sub(3, 1)).toBe(2));\n",
  },
} as const;

const glanceAt = ({ workspace, suite, failing, baseline }: Stage, failingSeconds = 1) =>
  openGlance(workspace, suite, { failing, baseline, failingSeconds });

test.for(Object.entries(projects))(
  'a warm process of %s tells which edits look green, as often as it is asked',
  { timeout: 120_000 },
  async ([runner, files]) => {
    await using stage = await makeStage(files, [runner]);
    const { workspace } = stage;
    const trees = () => readdir(join(workspace.root, '..', '..'));
    const before = (await trees()).length;
    await using glance = glanceAt(stage);
    const looks = async (): Promise<boolean | undefined> => glance?.looksGreen((await workspace.edits()) ?? []);
    expect(await looks()).toBe(false);
    await workspace.edit([{ path: 'sub.js', oldText: 'a + b', newText: 'a * b' }]);
    expect(await looks()).toBe(false);
    await workspace.edit([{ path: 'sub.js', oldText: 'a * b', newText: 'a - b' }]);
    expect(await looks()).toBe(true);
    // No program at all.
    await workspace.edit([{ path: 'sub.js', oldText: 'a - b', newText: 'a - ' }]);
    expect(await looks()).toBe(false);
    await workspace.edit([{ path: 'sub.js', oldText: 'a - ', newText: 'a - b' }]);
    expect(await looks()).toBe(true);
    await glance?.[Symbol.asyncDispose]();
    expect((await trees()).length).toBe(before);
  },
);

test('there is none where the tests take longer than a process to start, or their runner is not known', { timeout: 60_000 }, async () => {
  await using stage = await makeStage(projects.mocha, ['mocha']);
  expect(glanceAt(stage, 10)).toBeNull();
  const { suite } = stage;
  expect(glanceAt({ ...stage, suite: { ...suite, plan: { ...suite.plan, runner: 'several' } } })).toBeNull();
});

test('one that is closed before it is warm ends at once, and what it was asked is answered', { timeout: 60_000 }, async () => {
  await using stage = await makeStage(projects.mocha, ['mocha']);
  const glance = glanceAt(stage);
  const asked = glance?.looksGreen([]);
  await glance?.[Symbol.asyncDispose]();
  expect(await asked).toBe(false);
});
