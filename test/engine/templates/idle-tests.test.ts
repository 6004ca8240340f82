// Tests of a condition that another one leaves nothing to decide.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { idleTests } from '../../../src/engine/templates/idle-tests.ts';

beforeAll(() => loadGrammars(['a.py']));

describe('beside a test for a multiple', () => {
  it.each([
    ['what is none of 100 is none of 400', '%100 != 0 and %400 != 0'],
    ['what is none of 100 is never one of 400', '%100 != 0 and %400 == 0'],
    ['what is one of 15 is one of 5', '%5 == 0 and %15 == 0'],
    ['what is one of 15 is one of 5, either way', '%15 == 0 or %5 == 0'],
    ['what is none of 4 is none of 8, either way', '%4 != 0 or %8 != 0'],
    ['everything is one of 4, or none of 8', '%4 == 0 or %8 != 0'],
  ])('a test decides nothing: %s', (_, condition) => {
    expect(idleTests(python(condition))).toHaveLength(2);
    expect(idleTests(javascript(condition))).toHaveLength(2);
  });

  it.each([
    ['one of 4 and none of 100', '%4 == 0 and %100 != 0'],
    ['none of 100, or one of 400', '%100 != 0 or %400 == 0'],
    ['one of 3 and of 5', '%3 == 0 and %5 == 0'],
    ['one of nothing', '%0 == 0 and %4 == 0'],
    ['a rest', '%4 == 1 and %8 == 1'],
  ])('each test decides something: %s', (_, condition) => {
    expect(idleTests(python(condition))).toEqual([]);
    expect(idleTests(javascript(condition))).toEqual([]);
  });

  it('another value decides for itself', () => {
    expect(idleTests({ path: 'a.py', text: 'def f(a, b):\n    return a % 4 == 0 and b % 8 == 0\n' })).toEqual([]);
  });
});

function python(condition: string): { readonly path: string; readonly text: string } {
  return { path: 'a.py', text: `def f(year):\n    return ${condition.replaceAll('%', 'year % ')}\n` };
}

function javascript(condition: string): { readonly path: string; readonly text: string } {
  const own = condition.replaceAll('%', 'year % ').replaceAll('==', '===').replaceAll('!=', '!==').replace('and', '&&').replace('or', '||');
  return { path: 'a.js', text: `const f = (year) => ${own};\n` };
}
