import { describe, expect, it } from 'vitest';
import { compareRuns, rankSuspects, type TestRun } from '../../src/suite/index.ts';
import { makeRepository, planOf, scratchFolder, suiteOf } from './repository.ts';
import type { RunnerCase } from './runners.ts';

const timeoutMs = 90_000;
const failuresOf = (run: TestRun) => run.results.filter(({ status }) => status === 'failed');
const statuses = (run: TestRun): Record<string, string> => Object.fromEntries(run.results.map(({ id, status }) => [id, status]));

/** What holds for every runner: the same little package is read, selected, measured, compared, crashed and stopped. */
export function runnerContract(fixture: RunnerCase): void {
  describe(`a repository tested by ${fixture.runner} with ${fixture.linked.join(', ')}`, () => contract(fixture));
}

function contract(fixture: RunnerCase): void {
  const repositoryOf = (files: RunnerCase['files']) => makeRepository(files, fixture.linked, fixture.modules);

  it('is read, selected, measured and compared', { timeout: 240_000 }, async () => {
    await using repository = await repositoryOf(fixture.files);
    await using copy = await repositoryOf({ ...fixture.files, ...fixture.fix });
    await using scratch = await scratchFolder();
    expect((await planOf(repository.root)).runner).toBe(fixture.runner);
    const suite = await suiteOf(repository.root, scratch.root);

    const red = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs });
    expect(red).toMatchObject({ green: false, reader: fixture.reader ?? 'report', failing: [fixture.failing], timedOut: false });
    expect(red.counts).toEqual({ executed: fixture.executed, passed: fixture.executed - 1, failed: 1, skipped: fixture.skipped });
    const [failure] = failuresOf(red);
    expect(failure?.message).not.toContain(repository.root);
    expect(failure?.stack).not.toContain(repository.root);
    expect(failure?.frames.find(({ inRepository }) => inRepository)?.file).toBe(failure?.file);
    expect([failure?.expected, failure?.actual]).toEqual(['2', '4']);

    if (fixture.measured !== false) expectMeasured(fixture, red);

    const failing = await suite.run(repository.root, { scope: 'failing', failing: failuresOf(red), timeoutMs });
    expect(failing.failing).toEqual([fixture.failing]);
    expect(failing.counts.executed).toBeLessThan(red.counts.executed);

    const green = await suite.run(copy.root, { scope: 'all', timeoutMs });
    expect(green).toMatchObject({ green: true, exitCode: 0, failing: [] });
    expect(statuses(green)).toEqual({ ...statuses(red), [fixture.failing]: 'passed' });
    expect(compareRuns(red, green, red.failing)).toEqual({ ok: true, problems: [] });
    expect(compareRuns(green, red, []).ok).toBe(false);
  });

  it('tells a file that cannot be loaded as a failure of that file', async () => {
    await using repository = await repositoryOf({ ...fixture.files, ...fixture.crash.files });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(run.green).toBe(false);
    expect(run.failing).toContain(fixture.crash.id);
    const crash = run.results.find(({ id }) => id === fixture.crash.id);
    expect(crash?.message).toMatch(/gone|broken 2/);
    const again = await suite.run(repository.root, { scope: 'failing', failing: crash === undefined ? [] : [crash], timeoutMs });
    expect(again.failing).toEqual([fixture.crash.id]);
  });

  it.runIf(Object.keys(fixture.hang).length > 0)('is stopped when it hangs, and is not green', async () => {
    await using repository = await repositoryOf({ ...fixture.files, ...fixture.fix, ...fixture.hang });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 3_000 });
    expect(run).toMatchObject({ timedOut: true, green: false });
    expect(run.counts.failed).toBeGreaterThan(0);
  });
}

/** What holds for every runner that takes names: tests whose names no argument can hold are chosen like others. `head` imports `it`. */
export function namesContract(runner: 'mocha' | 'jest' | 'vitest' | 'ava' | 'jasmine', head: string, modules?: string): void {
  it(`chooses tests by names that no argument can hold, with ${runner}`, async () => {
    const [fail, pass] = runner === 'ava' ? ['(t) => t.fail()', '(t) => t.pass()'] : ["() => { throw new Error('no'); }", '() => {}'];
    const many = Array.from({ length: 150 }, (_, at) => `it('number ${at}, one of more than a hundred that are red', ${fail});\n`);
    const tests = ['nul \\0 here', '\\tblank', 'half \\ud83d of a pair'].map((name) => `it('${name}', ${fail});\n`);
    const scripts = { test: `${runner} ${runner === 'vitest' ? 'run' : 'a.test.js'}` };
    const files = {
      'package.json': JSON.stringify({ name: 'names', version: '1.0.0', type: head === '' ? 'commonjs' : 'module', scripts }),
      'a.test.js': `${head}${tests.join('')}${many.join('')}it('other', ${pass});\n`,
    };
    await using repository = await makeRepository(files, [runner], modules);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const red = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(red.counts).toMatchObject({ failed: 153, passed: 1 });
    const failing = await suite.run(repository.root, { scope: 'failing', failing: failuresOf(red), timeoutMs });
    expect(failing.failing.toSorted()).toEqual(red.failing.toSorted());
    expect(failing.counts.passed).toBe(0);
  });
}

function expectMeasured(fixture: RunnerCase, red: TestRun): void {
  const [suspect] = rankSuspects(red.coverage, failuresOf(red), 5);
  expect(suspect).toMatchObject(fixture.faulty);
  const { path, line } = fixture.faulty;
  const reached = (red.coverage?.tests ?? []).filter(({ lines }) => lines.get(path)?.includes(line)).map(({ failed }) => failed);
  expect(reached).toEqual([true]);
}
