// Values that count as false and are values all the same: likelier meant where a failing test gives one.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf, red } from './ranks.ts';

const age = 'export function ageOf(options) {\n  const age = AGE && options.maxAge.toString();\n  return age;\n}\n';
const retries = 'def retries(options):\n    if options.count:\n        return options.count\n    return 3\n';

const given = (path: string, test: string) => {
  const file = path.endsWith('.py') ? 'tests/test_a.py' : 'test/a.test.js';
  const id = path.endsWith('.py') ? `${file} > test_nothing` : `${file} > keeps nothing`;
  return { failing: [red('it failed', { id, file })], testSources: [{ path: file, text: test }] };
};

beforeAll(() => loadGrammars(['a.py']));

describe('a value that counts as false', () => {
  const wrong = age.replace('AGE', 'options.maxAge');
  const rankWith = (value: string, right: string): number =>
    rankOf(age.replace('AGE', right), input(wrong, given('src/a.js', `it('keeps nothing', () => { ageOf({ maxAge: ${value} }); });\n`)));

  it('is let through where a test gives one to what is asked', () => {
    for (const right of ['options.maxAge !== undefined', '(options.maxAge || options.maxAge === 0)']) {
      const asOther = rankWith('1', right);
      expect(asOther).toBeGreaterThan(0);
      for (const value of ['0', "''", 'false']) {
        const rank = rankWith(value, right);
        expect(rank).toBeGreaterThan(0);
        expect(rank).toBeLessThan(asOther);
      }
    }
  });

  it('is let through in Python, too', () => {
    const weight = (value: string): number => {
      const test = `def test_nothing():\n    assert retries(Options(count=${value})) == ${value}\n`;
      const found = generateCandidates(input(retries, given('a.py', test), 'a.py')).find(
        ({ text }) => text === 'options.count is not None',
      );
      return found?.weight ?? 0;
    };
    expect(weight('1')).toBeGreaterThan(0);
    expect(weight('0')).toBeGreaterThan(weight('1'));
  });
});
