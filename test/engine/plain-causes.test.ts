import { describe, expect, it } from 'vitest';
import { plainCause } from '../../src/engine/plain-causes.ts';

const failing = (...messages: (string | null)[]) =>
  messages.map((message, at) => ({ id: `t${at}`, file: null, line: null, message, expected: null, actual: null, frames: [] }));

describe('a failure that no candidate mends', () => {
  it.each([
    ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', 'ran out of memory'],
    [
      "Cannot find module '@acme/kit/sub'\nRequire stack:\n- /x/a.js",
      '@acme/kit/sub cannot be found: there is no such file, or package @acme/kit is not installed',
    ],
    ["Cannot find package '@acme/kit' imported from /x/a.js", 'No package @acme/kit is installed'],
    ["ModuleNotFoundError: No module named 'yaml'", 'No package yaml is installed'],
  ])('%j is told in plain words', (message, words) => {
    expect(plainCause(failing(message))).toContain(words);
  });

  it('is not told of where one test fails otherwise, or a file is missing', () => {
    expect(plainCause(failing("Cannot find module 'left'", 'expected 1, got 2'))).toBeNull();
    expect(plainCause(failing("Cannot find module './left'"))).toBeNull();
    expect(plainCause(failing("ModuleNotFoundError: No module named 'acme.utl'"))).toBeNull();
    expect(plainCause(failing(null))).toBeNull();
    expect(plainCause([])).toBeNull();
  });
});
