import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeStage } from './stage.ts';

/** A test says when it works, in a file that all processes share. */
const tests = (log: string): string => `const { appendFileSync } = require('node:fs');
const { test } = require('node:test');
const assert = require('node:assert');
test('adds', async () => {
  const { add } = require('./add.js');
  const from = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 250));
  appendFileSync(${JSON.stringify(log)}, JSON.stringify([from, Date.now()]) + '\\n');
  assert.equal(add(2, 3), 5);
});
`;

/** The most that overlap. */
function mostAtOnce(spans: readonly (readonly [from: number, to: number])[]): number {
  return Math.max(...spans.map(([at]) => spans.filter(([from, to]) => from <= at && at < to).length));
}

test.each([
  ['cold', false],
  ['warm', true],
] as const)('%s trials of two attempts and runs beside them use all cores and never more', { timeout: 120_000 }, async (_, warm) => {
  const folder = await mkdtemp(join(tmpdir(), 'side-by-side-'));
  const log = join(folder, 'log');
  try {
    await using stage = await makeStage({
      'package.json': '{ "scripts": { "test": "node --test add.test.js" } }',
      'add.js': 'exports.add = (a, b) => a - b;\n',
      'add.test.js': tests(log),
    });
    await rm(log, { force: true });
    const wrong = Array.from({ length: 8 }, (_, number) => ({
      label: `wrong ${number}`,
      edits: [{ path: 'add.js', oldText: 'a - b', newText: `a - b - ${number + 1}` }],
    }));
    const { suite, workspace } = stage;
    const reports = await Promise.all([
      stage.judge(wrong, { warm }),
      stage.judge(wrong, { warm }),
      suite.run(workspace.root, { scope: 'all', timeoutMs: 60_000 }),
      suite.run(workspace.root, { scope: 'all', timeoutMs: 60_000 }),
    ]);
    expect(reports.slice(0, 2)).toMatchObject([{ judged: 8, warm: warm ? 8 : 0 }, { judged: 8 }]);
    const spans = (await readFile(log, 'utf8'))
      .trim()
      .split('\n')
      .map((line): [number, number] => JSON.parse(line));
    expect(spans.length).toBeGreaterThanOrEqual(18);
    expect(mostAtOnce(spans)).toBeLessThanOrEqual(availableParallelism());
    expect(mostAtOnce(spans)).toBeGreaterThanOrEqual(Math.min(2, availableParallelism()));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
