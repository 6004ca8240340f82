// pytest's root folder, which is where its settings lie: below the folder of the run, or above.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { openSuite, rankSuspects } from '../../../src/suite/index.ts';
import { makeRepository, noSandbox, planOf, scratchFolder } from '../repository.ts';

const hasPytest = spawnSync('python3', ['-m', 'pytest', '--version']).status === 0;
if (!hasPytest) console.warn('SKIPPED: the root folder of pytest: pytest is not installed');

const files = {
  'sums.py': 'def add(a, b):\n    return a + b\n\n\ndef sub(a, b):\n    return a + b\n',
  'tests/test_sums.py':
    'from sums import add, sub\n\n\ndef test_add():\n    assert add(1, 2) == 3\n\n\ndef test_sub():\n    assert sub(3, 1) == 2\n',
};

const inFolder = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [folder + path, text]));

it.skipIf(!hasPytest).each([
  ['in the folder of the tests', '', { ...files, 'tests/pytest.ini': '[pytest]\n' }],
  ['above the folder of the run', 'part', { ...inFolder('part/'), 'pyproject.toml': '[tool.pytest.ini_options]\n' }],
  ['in the folder of the run', '', { ...files, 'pytest.ini': '[pytest]\n' }],
])('settings of pytest %s: files have the same names, tests are chosen and measured', { timeout: 60_000 }, async (_, directory, given) => {
  await using repository = await makeRepository(given);
  await using scratch = await scratchFolder();
  const plan = await planOf(repository.root, 'python3 -m pytest tests');
  const suite = openSuite({ ...plan, directory }, { sandbox: noSandbox, testEnv: { PYTHONPATH: '.' }, scratch: scratch.root });
  const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
  const folder = directory === '' ? '' : `${directory}/`;
  expect(run.results.map(({ id, status }) => [id, status])).toEqual([
    [`${folder}tests/test_sums.py > test_add`, 'passed'],
    [`${folder}tests/test_sums.py > test_sub`, 'failed'],
  ]);
  const failing = run.results.filter(({ status }) => status === 'failed');
  expect(rankSuspects(run.coverage, failing, 1)).toEqual([{ path: `${folder}sums.py`, line: 6, score: 1 }]);
  const again = await suite.run(repository.root, { scope: 'failing', failing, timeoutMs: 50_000 });
  expect(again.command).toContain('tests/test_sums.py::test_sub');
  expect(again).toMatchObject({ counts: { executed: 1, failed: 1 } });
});
