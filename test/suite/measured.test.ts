// Which tests are measured to see where a fault may be: all of few, some of many.
import { describe, expect, it } from 'vitest';
import { comparedTests, rankSuspects } from '../../src/suite/index.ts';
import { result, runOf } from './made-runs.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';
import { manifest } from './runners.ts';

describe('tests to compare with', () => {
  const inFile = (file: string, count: number, seconds = 0.01) =>
    Array.from({ length: count }, (_, at) => ({ ...result(`${file} > ${at}`, 'passed'), file, seconds }));
  const failing = [{ ...result('a.js > breaks', 'failed'), file: 'a.js' }];
  const slow = (results: Parameters<typeof runOf>[0]) => ({ ...runOf(results), seconds: 60 });

  it('are some of the files of the failing ones, and of a few others, for all', () => {
    const others = Array.from({ length: 10 }, (_, at) => inFile(`other${at}.js`, 100)).flat();
    const passed = [...inFile('a.js', 200), ...inFile('a.js', 1, 30), ...others];
    const compared = comparedTests(slow([...failing, ...passed]), failing);
    const [first, ...chosen] = compared?.tests ?? [];
    expect(first).toEqual(failing[0]);
    expect(chosen.filter(({ file }) => file === 'a.js')).toHaveLength(40);
    expect(chosen.filter(({ file }) => file !== 'a.js')).toHaveLength(20);
    expect(new Set(chosen.map(({ file }) => file)).size).toBe(1 + 4);
    expect(chosen.every(({ seconds }) => seconds === 0.01)).toBe(true);
    expect(compared?.weight).toBeCloseTo(1201 / 60);
  });

  it('are all where that is quick, or where it is not known which fail', () => {
    const passed = inFile('a.js', 3);
    expect(comparedTests(runOf([...failing, ...passed]), failing)).toBeNull();
    const crash = [{ ...result('a.js > (file)', 'failed'), file: 'a.js' }];
    expect(comparedTests(slow([...crash, ...passed]), crash)).toBeNull();
    expect(comparedTests(slow(failing), failing)).toBeNull();
  });
});

describe('of many tests that pass in one process', () => {
  it('some stand for the others, and those that failed are measured, whatever they are called', { timeout: 60_000 }, async () => {
    await using repository = await makeRepository(
      {
        'package.json': manifest('mocha test.js'),
        'src.js': 'exports.twice = (n) => {\n  return n + n;\n};\nexports.thrice = (n) => {\n  return n + n;\n};\nexports.idle = 1;\n',
        'test.js': `const { equal } = require('assert');\nconst { twice, thrice } = require('./src.js');
for (let n = 0; n < 400; n += 1) it('doubles ' + n, () => equal(twice(n), 2 * n));
for (let n = 1; n < 4; n += 1) it('triples, 3 > 2 > 1', () => equal(thrice(n), 3 * n));\n`,
      },
      ['mocha'],
    );
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const plain = await suite.run(repository.root, { scope: 'all', timeoutMs: 50_000 });
    const failing = plain.results.filter(({ status }) => status === 'failed');
    expect(failing).toHaveLength(3);
    const { coverage } = await suite.run(repository.root, { scope: 'all', failing, coverage: true, timeoutMs: 50_000 });
    const tests = coverage?.tests ?? [];
    expect(tests.filter(({ failed }) => failed)).toHaveLength(3);
    const passed = tests.filter(({ failed }) => !failed);
    expect(passed.length).toBeGreaterThan(150);
    expect(passed.length).toBeLessThan(250);
    const all = passed.reduce((sum, { weight = 1 }) => sum + weight, 0);
    expect(all).toBeGreaterThan(300);
    expect(all).toBeLessThan(500);
    // No test is told what those before it have executed that are not measured.
    expect(tests.filter(({ lines }) => lines.get('src.js')?.includes(2) && lines.get('src.js')?.includes(5))).toEqual([]);
    expect(rankSuspects(coverage, failing, 1)).toEqual([{ path: 'src.js', line: 5, score: 1 }]);
  });
});
