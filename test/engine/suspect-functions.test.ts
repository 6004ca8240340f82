import { describe, expect, it } from 'vitest';
import { suspectFunctions, type Traces } from '../../src/engine/suspect-functions.ts';
import { loadGrammars } from '../../src/engine/templates/grammar/loader.ts';

const text = [
  'function alpha(x) {',
  '  return x;',
  '}',
  'function beta(x) {',
  '  return -x;',
  '}',
  'function gamma(x) {',
  '  return x + 1;',
  '}',
  '',
].join('\n');
const file = { path: 'src/a.js', text };
const test = { id: 'a test', file: 'test/a.test.js', line: 1, message: 'no', expected: null, actual: null, frames: [] };
const all = [2, 5, 8].map((line) => ({ path: 'src/a.js', line, score: 0.5 }));

function names(more: Partial<Traces>, most = 5): readonly (string | null)[] {
  const traces = { suspects: all, failing: [test], effective: [], fileOf: (path: string) => (path === file.path ? file : null), ...more };
  return suspectFunctions(traces, most).map(({ name }) => name);
}

describe('suspectFunctions', () => {
  it('names each function once, in the order of their lines where nothing tells them apart', () => {
    expect(names({ suspects: [...all, { path: 'src/a.js', line: 4, score: 0.4 }] })).toEqual(['alpha', 'beta', 'gamma']);
    expect(names({}, 2)).toEqual(['alpha', 'beta']);
  });

  it('breaks a tie by where changes had an effect on the failing tests', () => {
    expect(names({ effective: [{ path: 'src/a.js', start: text.indexOf('-x') }] })).toEqual(['beta', 'alpha', 'gamma']);
  });

  it('breaks a tie by stack traces and by what the tests are called', () => {
    const frames = [{ path: 'src/a.js', line: 8, column: null, function: 'gamma' }];
    expect(names({ failing: [{ ...test, frames }] })[0]).toBe('gamma');
    expect(names({ failing: [{ ...test, id: 'test/a.test.js > beta adds' }] })[0]).toBe('beta');
  });

  it('leaves out tests and what cannot be read', () => {
    const suspects = [{ path: 'test/a.test.js', line: 1, score: 1 }, { path: 'gone.js', line: 1, score: 1 }, ...all];
    expect(names({ suspects })).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('names functions of a file in Rust that holds the failing test, but no test', async () => {
    const rust = {
      path: 'src/lib.rs',
      text: 'fn alpha() {\n    beta();\n}\n\n#[cfg(test)]\nmod tests {\n    fn helper() {\n        f();\n    }\n}\n',
    };
    await loadGrammars([rust.path]);
    const frames = [{ path: rust.path, line: 8, column: null, function: null }];
    const suspects = [{ path: rust.path, line: 2, score: 1 }];
    expect(names({ suspects, failing: [{ ...test, file: rust.path, frames }], fileOf: () => rust })).toEqual(['alpha']);
  });
});
