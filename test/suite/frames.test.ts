import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrame, parseFrames, withoutRoot } from '../../src/suite/frames.ts';

const place = { root: '/repo', cwd: '/repo/pkg' };

describe('a line of a stack trace', () => {
  it.each([
    ['    at add (/repo/src/math.js:3:5)', { file: 'src/math.js', line: 3, column: 5, function: 'add', inRepository: true }],
    ['    at /repo/src/math.js:3:5', { file: 'src/math.js', line: 3, column: 5, function: null, inRepository: true }],
    ['    at async Promise.all (index 0)', null],
    ['    at async file:///repo/src/a%20b.mjs:10:2', { file: 'src/a b.mjs', line: 10, column: 2, function: null, inRepository: true }],
    [
      '    at new Thing (file:///repo/lib/thing.mjs?x=1:2:1)',
      { file: 'lib/thing.mjs', line: 2, column: 1, function: 'Thing', inRepository: true },
    ],
    ['    at Object.<anonymous> (/repo/test/a.js:1:1)', { file: 'test/a.js', line: 1, column: 1, function: null, inRepository: true }],
    ['    at sub (/repo/a.js:1:2) {', { file: 'a.js', line: 1, column: 2, function: 'sub', inRepository: true }],
    ['    at Foo.bar [as baz] (/repo/a.js:7)', { file: 'a.js', line: 7, column: null, function: 'Foo.bar', inRepository: true }],
    ['    at x (/repo/node_modules/y/z.js:1:2)', { file: 'node_modules/y/z.js', line: 1, column: 2, function: 'x', inRepository: false }],
    [
      '    at node:internal/main/run_main_module:28:49',
      { file: 'node:internal/main/run_main_module', line: 28, column: 49, function: null, inRepository: false },
    ],
    [' ❯ sub src/math.ts:15:3', { file: 'pkg/src/math.ts', line: 15, column: 3, function: 'sub', inRepository: true }],
    [
      'src/a.ts(49,34): error TS2345: Argument of type x',
      { file: 'pkg/src/a.ts', line: 49, column: 34, function: null, inRepository: true },
    ],
    [
      'src/a.ts:49:34 - error TS2345: Argument of type x',
      { file: 'pkg/src/a.ts', line: 49, column: 34, function: null, inRepository: true },
    ],
    ['Error: at the end (x:1:2', null],
    ['    at [eval]-wrapper:6:24', null],
    ['    at main ([eval]:2:3)', null],
    ['    at [worker eval]:1:1', null],
  ])('%s', (line, frame) => {
    expect(parseFrame(line, place)).toEqual(frame);
  });

  it.each([
    ['ESLint', '/repo/src/a.js\n  1:2  warning  not this  no-warning\n  2:9  error  Some words  no-unused-vars\n'],
    ['xo', '  ../src/a.js:2:9\n  ✖  2:9  Some words  @stylistic/indent\n'],
    ['standard', '  /repo/src/a.js:2:9: Some words (no-unused-vars)\n'],
  ])('a complaint of %s is a place', (_, text) => {
    expect(parseFrames(text, place)).toEqual([{ file: 'src/a.js', line: 2, column: 9, function: null, inRepository: true }]);
  });

  it('no complaint is what a test prints below its name', () => {
    expect(parseFrames('src/a.js\n  12:30 it was late\n  ✖ 2 of 3 failed\n', place)).toEqual([]);
  });

  it('is read back from what V8 prints, for any path and name', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9_.ü-]{1,10}$/).filter((text) => !/^\.+$/.test(text) && text !== 'node_modules');
    const position = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.stringMatching(/^[A-Za-z_$][\w$]{0,10}$/),
        position,
        position,
        (parts, name, line, column) => {
          const file = parts.join('/');
          expect(parseFrames(`Error: x\n    at ${name} (/repo/${file}:${line}:${column})\n`, place)).toEqual([
            { file, line, column, function: name, inRepository: true },
          ]);
        },
      ),
    );
  });

  it('never throws and never takes long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const frame of parseFrames(`at ${text}\n${text}`, place)) expect(frame.line).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(parseFrame(`    at ${'(a:'.repeat(1000)}`, place)).toBeNull();
  });
});

it('programs of ours that a call went through are no frames', () => {
  const stack = `Error: broken
    at sub (/repo/src/math.js:2:9)
    at Module._load (/tmp/scratch/run-74fb4000-47a5-4061-a7f5-d13816f2acc3/probe.cjs:369:29)
    at run (/repo/test/run-it.cjs:3:1)`;
  const place = { root: '/repo', cwd: '/repo' };
  expect(parseFrames(stack, place).map(({ file }) => file)).toEqual(['src/math.js', 'test/run-it.cjs']);
});

it('the root disappears from texts', () => {
  expect(withoutRoot('in /repo/a.js, file:///repo/b.js and /repo', place)).toBe('in a.js, b.js and .');
});

describe('a file that no parser took is the first frame, however its place is told', () => {
  it.each([
    ['by Node', '/repo/src/a.js:5\nSyntaxError: Unexpected identifier\n    at require (node:internal/x:1:1)', 5, null],
    ['by Node for a module', 'file:///repo/src/a.js:5\n\nSyntaxError: missing )', 5, null],
    ['by Babel', 'SyntaxError: /repo/src/a.js: Missing semicolon. (5:6)\n\n  3 | a', 5, 6],
    ['by Node within mocha', ' Exception during run: /repo/src/a.js:5\nconst b = (\n          ^\n\nSyntaxError: Unexpected token', 5, null],
    ['by esbuild', 'Error: Transform failed with 1 error:\n/repo/src/a.js:5:7: ERROR: Expected ";"', 5, 7],
    ['by oxc', "Error: Parse failure: Expected ';'\nAt file: /repo/src/a.js:5:7", 5, 7],
    ['by Rollup', 'RollupError: Parse failure: Unexpected token\n  File: /repo/src/a.js:5:7', 5, 7],
  ])('%s', (_, text, line, column) => {
    expect(parseFrames(text, place)[0]).toEqual({ file: 'src/a.js', line, column, function: null, inRepository: true });
  });

  it('and no other error is taken for one', () => {
    expect(parseFrames('Error: /repo/src/a.js: not found (5:6)', place)).toEqual([]);
    expect(parseFrames('SyntaxError: /repo/node_modules/x/a.js: Missing semicolon. (5:6)', place)).toEqual([]);
  });
});

it('where Node’s own loader fills the whole stack, whoever asked for the module that is missing is the frame', () => {
  const inside = '    at Module._load (node:internal/modules/cjs/loader:1341:5)';
  const stack = `Error: Cannot find module './gone'\nRequire stack:\n- /repo/test/a.js\n- /repo/node_modules/x/run.js\n${inside} {\n  code: 'MODULE_NOT_FOUND'`;
  const place = { root: '/repo', cwd: '/repo' };
  expect(parseFrames(stack, place).map(({ file, line, inRepository }) => [file, line, inRepository])).toEqual([
    ['node:internal/modules/cjs/loader', 1341, false],
    ['test/a.js', 1, true],
    ['node_modules/x/run.js', 1, false],
  ]);
  const told = parseFrames(`${stack}\n    at Object.<anonymous> (/repo/test/a.js:3:1)`, place);
  expect(told.map(({ line }) => line)).toEqual([1341, 3]);
});

it('where modules do not fit together, the file that mocha was loading is the frame', () => {
  const said = " Exception during run: SyntaxError[ @/repo/test/a.js ]: The requested module './b.js' does not provide an export named 'c'";
  const stack = `${said}\n    at ModuleJobSync.run (node:internal/modules/esm/module_job:638:21)`;
  const frames = parseFrames(stack, { root: '/repo', cwd: '/repo' });
  expect(frames.at(-1)).toMatchObject({ file: 'test/a.js', line: 1, inRepository: true });
});
