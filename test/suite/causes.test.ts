import { describe, expect, it } from 'vitest';
import { matrixOf } from '../../src/report/index.ts';
import { causesOf, type Frame, type TestResult } from '../../src/suite/index.ts';

const paths = ['package.json', 'packages/a/package.json', 'packages/a/src/x.js', 'packages/b/pyproject.toml', 'src/x.js', 'test/x.test.js'];

const frame = (file: string, name: string | null, inRepository = true): Frame => ({
  file,
  line: 3,
  column: 1,
  function: name,
  inRepository,
});

function failed(id: string, more: Partial<TestResult> = {}): TestResult {
  const file = id.split(' > ')[0] ?? null;
  return {
    ...{ id, name: id, file, line: 1, status: 'failed', seconds: 0, message: null, stack: null, frames: [], expected: null, actual: null },
    ...more,
  };
}

const grouped = (...tests: TestResult[]) => causesOf(tests, paths).map(({ what, package: home, tests: ids }) => [home, what, ids.length]);

describe('failures have one cause', () => {
  it('when the same module is not found, however the runner says it', () => {
    const message = (text: string) => ({ message: text, frames: [frame('src/x.js', 'load')] });
    expect(
      grouped(
        failed('test/a.test.js > one', message("Cannot find package 'left-pad' imported from /tmp/x/1/src/x.js")),
        failed('test/b.test.js > two', message("Error [ERR_MODULE_NOT_FOUND]: Cannot find module 'left-pad'")),
        failed('test/c.py > three', message("ModuleNotFoundError: No module named 'left-pad'")),
        failed('test/b.test.js > four', message("Cannot find module '/tmp/run-77/src/gone.js'")),
        failed('test/b.test.js > five', message("Cannot find module '/tmp/run-78/src/gone.js'")),
      ),
    ).toEqual([
      ['', 'cannot find left-pad', 3],
      ['', 'cannot find gone.js', 2],
    ]);
  });

  it('when they fail in the same function of the code, not of the tests and not of a package', () => {
    const at = (...frames: Frame[]) => ({ message: 'TypeError: x', frames });
    const inTest = frame('test/a.test.js', 'check');
    expect(
      grouped(
        failed('test/a.test.js > one', at(frame('node_modules/y/i.js', 'y', false), frame('src/x.js', 'total'), inTest)),
        failed('test/b.test.js > two', at(inTest, frame('src/x.js', 'total'))),
        failed('test/a.test.js > three', at(frame('src/x.js', 'other'), frame('src/x.js', 'total'))),
        failed('test/a.test.js > four', at(frame('src/x.js', null))),
      ),
    ).toEqual([
      ['', 'total in src/x.js', 2],
      ['', 'line 3 in src/x.js', 1],
      ['', 'other in src/x.js', 1],
    ]);
  });

  it('when the same error is said that is no assertion; of assertions, when they stand in one file', () => {
    expect(
      grouped(
        failed('test/a.test.js > one', { message: 'connect ECONNREFUSED 127.0.0.1:5432\n  more' }),
        failed('test/b.test.js > two', { message: 'connect ECONNREFUSED 127.0.0.1:6543' }),
        failed('test/a.test.js > three', { message: 'Expected values to be strictly equal', expected: '1', actual: '2' }),
        failed('test/a.test.js > four', { message: 'Expected values to be strictly equal', expected: '3', actual: '4' }),
        failed('test/b.test.js > five', { message: 'assert 1 == 2' }),
      ),
    ).toEqual([
      ['', 'connect ECONNREFUSED #.#.#.#:#', 2],
      ['', 'tests of test/a.test.js', 2],
      ['', 'tests of test/b.test.js', 1],
    ]);
  });

  it('within one package alone', () => {
    const at = { message: 'TypeError: x', frames: [frame('shared/x.js', 'total')] };
    expect(
      grouped(
        failed('packages/a/test/a.test.js > one', at),
        failed('packages/b/tests/test_b.py > two', at),
        failed('packages/a/src/deep/b.test.js > three', at),
        failed('other/c.test.js > four', at),
      ),
    ).toEqual([
      ['packages/a', 'total in shared/x.js', 2],
      ['', 'total in shared/x.js', 1],
      ['packages/b', 'total in shared/x.js', 1],
    ]);
  });

  it('and none is lost or named twice', () => {
    const tests = Array.from({ length: 50 }, (_, n) =>
      failed(`test/${n % 7}.test.js > ${n}`, { message: n % 3 === 0 ? null : `boom ${n % 2}` }),
    );
    const ids = causesOf(tests, paths).flatMap((cause) => cause.tests);
    expect(ids.toSorted()).toEqual(tests.map(({ id }) => id).toSorted());
  });
});

describe('the matrix of a plan', () => {
  it('has a leg for each of the largest causes, within what GitHub takes', () => {
    const causes = Array.from({ length: 400 }, (_, n) => ({
      what: `a\ncause ${'x'.repeat(300)}`,
      package: n === 0 ? 'packages/a' : '',
      tests: Array.from({ length: 5_000 }, (_each, m) => `test/${n}.test.js > ${m}\nof many`),
    }));
    const { include } = matrixOf(causes);
    expect(include).toHaveLength(20);
    expect(include[0]?.name).toMatch(/^packages\/a: a cause x+$/);
    expect(include[0]?.name.length).toBeLessThanOrEqual(100);
    expect(include[0]?.failures.split('\n')[0]).toBe('test/0.test.js > 0 of many');
    expect(JSON.stringify({ include }).length).toBeLessThan(500_000);
  });

  it('is empty when nothing is red, and never without a test for a cause', () => {
    expect(matrixOf([])).toEqual({ include: [] });
    const long = 'x'.repeat(30_000);
    expect(matrixOf([{ what: 'w', package: '', tests: [long, 'y'] }]).include[0]?.failures).toBe(long);
  });
});
