import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeRepository, scratchFolder, suiteOf } from '../repository.ts';

const isThere = await promisify(execFile)('python3', ['-c', 'import pytest']).then(
  () => true,
  () => false,
);
if (!isThere) console.warn('SKIPPED: what pytest says of modules it cannot collect, as it is not installed here');

test.skipIf(!isThere).each([
  ['WHERE = {}["home"]\n', "KeyError: 'home'"],
  ['WHERE = (\n', "SyntaxError: '(' was never closed"],
  ['try:\n    WHERE = {}["home"]\nexcept KeyError as error:\n    raise ValueError("no home") from error\n', 'ValueError: no home'],
])('a module that cannot be collected says why, and not only that: %j', async (made, why) => {
  await using repository = await makeRepository({
    'pyproject.toml': '[tool.pytest.ini_options]\n',
    'made.py': made,
    'tests/test_a.py': 'import made\n\ndef test_one():\n    assert made.WHERE\n',
  });
  await using scratch = await scratchFolder();
  const suite = await suiteOf(repository.root, scratch.root, 'python3 -m pytest');
  const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
  const first = run.results.find(({ status }) => status === 'failed');
  expect(first?.file).toBe('tests/test_a.py');
  expect(first?.message?.split('\n')[0]).toBe(why);
});

test.skipIf(!isThere)('parts of a test are told together, and the report of them is believed', { timeout: 60_000 }, async () => {
  const parts = (name: string, wanted: string): string =>
    `    def ${name}(self):\n        for n in range(3):\n            with self.subTest(n=n):\n                self.assertEqual(n, ${wanted})\n\n`;
  await using repository = await makeRepository({
    'test_parts.py': `import unittest\n\nclass Parts(unittest.TestCase):\n${parts('test_same', 'n')}${parts('test_nought', '0')}    def test_one(self):\n        pass\n`,
  });
  await using scratch = await scratchFolder();
  const suite = await suiteOf(repository.root, scratch.root, 'python3 -m pytest');
  const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 50_000 });
  expect(run.results.map(({ id, status }) => [id, status])).toEqual([
    ['test_parts.py > Parts > test_nought', 'failed'],
    ['test_parts.py > Parts > test_one', 'passed'],
    ['test_parts.py > Parts > test_same', 'passed'],
  ]);
  expect(run.failing).toEqual(['test_parts.py > Parts > test_nought']);
});
