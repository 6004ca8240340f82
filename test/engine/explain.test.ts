import { beforeAll, expect, test } from 'vitest';
import { explainTemplate } from '../../src/engine/explain.ts';
import { Library } from '../../src/engine/library.ts';
import { loadGrammars } from '../../src/engine/templates/grammar/loader.ts';

beforeAll(() => loadGrammars(['rows.py']));

const text = 'def last(rows):\n    for row in rows:\n        found = row\n        if found:\n            return found\n    return None\n';

const said = async (from: string, to: string): Promise<string> => {
  const library = new Library({ read: async () => ({ text, version: '1' }) } as never);
  await library.load(['rows.py']);
  const start = text.indexOf(from);
  const repair = { label: '', path: 'rows.py', start, end: start + from.length, text: to, template: 'made', weight: 1 };
  const brief = { budget: { seconds: 1, testRuns: 1, turns: 1 }, suiteSeconds: 1, failing: [], suspects: [], change: null };
  return explainTemplate([repair], [], brief, library, 1).split('\n')[0] ?? '';
};

test.each([
  ['found = row', 'found = rows', 'In `last`, rows.py:3, `found = row` became `found = rows`.'],
  ['        if found:\n', '', 'In `last`, rows.py:4, `if found:` was removed.'],
  [
    '        if found:\n            return found',
    '    if found:\n        return found',
    'In `last`, rows.py:4, `if found: return found` is indented otherwise and belongs to another block now.',
  ],
])('what %j becomes is told so that one sees it', async (from, to, told) => {
  expect((await said(from, to)).trim()).toBe(told);
});

test.each([
  ['AssertionError: no', 'AssertionError: no'],
  ['exit code 2\nsrc/a.ts(1,2): error TS2304: Cannot find it.', 'src/a.ts(1,2): error TS2304: Cannot find it.'],
  ['FAIL\texample.com/box [build failed]\n# example.com/box [example.com/box.test]\n./box.go:4: undefined: x', './box.go:4: undefined: x'],
  ['  ● Test suite failed to run\n\n    src/a.ts:1:2 - error TS2304: Cannot find it.\n', 'src/a.ts:1:2 - error TS2304: Cannot find it.'],
  ['exit code 2', 'exit code 2'],
])('of the message %j the line that tells most is quoted', async (message, line) => {
  const library = new Library({ read: async () => ({ text, version: '1' }) } as never);
  await library.load(['rows.py']);
  const failing = [{ id: 'a test', file: null, line: null, message, expected: null, actual: null, frames: [] }];
  const brief = { budget: { seconds: 1, testRuns: 1, turns: 1 }, suiteSeconds: 1, failing, suspects: [], change: null };
  const start = text.indexOf('found = row');
  const repair = { label: '', path: 'rows.py', start, end: start + 11, text: 'found = rows', template: 'made', weight: 1 };
  expect(explainTemplate([repair], [], brief, library, 1)).toContain(`\`a test\`: \`${line}\``);
});
