// Tests that come to no end: where they stand still.
import { describe, expect, test } from 'vitest';
import { whereStuck } from '../../src/suite/index.ts';
import { framesOf } from '../../src/suite/stuck/index.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';

const queue = `exports.drain = (items) => {
  let drained = 0;
  while (items.length > 0) {
    last(items);
    drained += 1;
  }
  return drained;
};
function last(items) {
  let found;
  for (let at = 0; at < 100000; at += 1) found = items[items.length - 1];
  return found;
}
`;
const typed =
  'export function wait(ready: () => boolean): number {\n  let turns = 0;\n  while (!ready()) turns += 1;\n  return turns;\n}\n';

const cases = [
  {
    name: 'a loop under mocha, which calls others',
    files: {
      'package.json': JSON.stringify({ name: 'loops', version: '1.0.0', scripts: { test: 'mocha test/*.js' } }),
      'src/queue.js': queue,
      'test/a.js': "it('passes', () => {});\n",
      'test/queue.js': "const { drain } = require('../src/queue.js');\nit('drains', () => {\n  drain([1]);\n});\n",
    },
    linked: ['mocha'],
    frames: [
      { file: 'src/queue.js', function: 'exports.drain', line: expect.toSatisfy((line: number) => line >= 3 && line <= 6) },
      { file: 'test/queue.js', line: 3 },
    ],
  },
  {
    name: 'a loop in TypeScript under vitest, by its source map',
    files: {
      'package.json': JSON.stringify({ name: 'loops', version: '1.0.0', type: 'module', scripts: { test: 'vitest run' } }),
      'src/wait.ts': typed,
      'test/wait.test.ts':
        "import { test } from 'vitest';\ninterface Given {\n  readonly never: boolean;\n}\nimport { wait } from '../src/wait.ts';\n\ntest('waits', () => {\n  const given: Given = { never: false };\n  wait(() => given.never);\n});\n",
    },
    linked: ['vitest'],
    frames: [
      { file: 'src/wait.ts', function: 'wait', line: 3 },
      { file: 'test/wait.test.ts', line: 9 },
    ],
  },
  {
    name: 'a wait in Python',
    files: {
      'queues.py': 'import threading\n\n\ndef take(event):\n    event.wait()\n    return 1\n',
      'test_queues.py':
        'import threading\nimport unittest\n\nfrom queues import take\n\n\nclass Queues(unittest.TestCase):\n    def test_take(self):\n        self.assertEqual(take(threading.Event()), 1)\n',
    },
    command: 'python3 -m unittest',
    linked: [],
    frames: [
      { file: 'queues.py', line: 5 },
      { file: 'test_queues.py', line: 9 },
    ],
  },
];

describe('tests that stand still', () => {
  test.concurrent.each(cases)('$name', { timeout: 180_000 }, async ({ files, linked, command = null, frames }) => {
    await using repository = await makeRepository(files, linked);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, command);
    const stuck = await whereStuck(suite, repository.root, { folder: `${scratch.root}/stuck`, timeoutMs: 120_000 });
    expect(stuck).toMatchObject(frames);
  });

  test('a suite that ends stands still nowhere, and nothing but what the watch writes is read', async () => {
    await using repository = await makeRepository(
      {
        'package.json': JSON.stringify({ name: 'ends', version: '1.0.0', scripts: { test: 'mocha test.js' } }),
        'test.js': "it('ends', () => {});\n",
      },
      ['mocha'],
    );
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    expect(await whereStuck(suite, repository.root, { folder: `${scratch.root}/stuck`, timeoutMs: 60_000 })).toBeNull();
    const frame = { name: 'f', file: '/r/a.js', map: '', line: 1, column: 1 };
    expect(framesOf(JSON.stringify([frame]), '/r')).toMatchObject([{ file: 'a.js', line: 1, function: 'f' }]);
    for (const said of [
      '',
      '{',
      '[]',
      '[{}]',
      '[1]',
      JSON.stringify([{ ...frame, line: '1' }]),
      JSON.stringify([{ ...frame, file: '/other/a.js' }]),
      JSON.stringify([{ ...frame, file: '<frozen runpy>' }]),
    ])
      expect(framesOf(said, '/r')).toEqual([]);
  });
});
