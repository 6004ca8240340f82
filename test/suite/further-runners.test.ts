import { describe, expect, it } from 'vitest';
import { rankSuspects } from '../../src/suite/index.ts';
import { sampleOf } from '../sampled.ts';
import { furtherCases, missing, modules } from './further-runners.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';
import { namesContract, runnerContract } from './runner-contract.ts';
import { manifest } from './runners.ts';

if (missing !== null) console.warn(`skipped: ${missing}`);

describe.skipIf(missing !== null)(`further runners${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  for (const fixture of sampleOf(furtherCases, 0.2, ({ runner }) => runner)) runnerContract(fixture);
  namesContract('ava', "import it from 'ava';\n", modules);
  namesContract('jasmine', '', modules);

  it('numbers specs of one name in the order they are written in, whatever order jasmine takes', async () => {
    const specs = `describe('twice', () => {
  it('is right', () => {});
  it('is right', () => { throw new Error('no'); });
  it('is right', () => {});
});
`;
    const settings = JSON.stringify({ spec_dir: '.', spec_files: ['*.spec.js'], env: { forbidDuplicateNames: false } });
    const files = { 'package.json': manifest('jasmine'), 'spec/support/jasmine.json': settings, 'a.spec.js': specs };
    await using repository = await makeRepository(files, ['jasmine'], modules);
    await using scratch = await scratchFolder();
    for (const seed of ['1', '2', '3', '4']) {
      const suite = await suiteOf(repository.root, scratch.root, `jasmine --random=true --seed=${seed}`);
      const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
      expect(run.failing).toEqual(['a.spec.js > twice > is right (2)']);
    }
  });

  const source = 'export const twice = (n) => {\n  return n + n;\n};\nexport const thrice = (n) => {\n  return n + n;\n};\n';
  const many = (head: string, one: (name: string, body: string, good: boolean) => string, tail = '') => {
    const doubled = Array.from({ length: 300 }, (_, at) => one(`doubles ${at}`, `twice(${at}), ${2 * at}`, true));
    return `${head}import { thrice, twice } from '../src.js';\n${doubled.join('')}${one('triples', 'thrice(3), 9', false)}${tail}`;
  };

  it.each([
    [
      'uvu',
      'uvu test',
      {
        'test/a.js': many(
          "import { test } from 'uvu';\nimport { is } from 'uvu/assert';\nconsole.log('settings.json');\n",
          (name, body) => `test('${name}', () => { console.log('1.5'); is(${body}); });\n`,
          'test.run();\n',
        ),
        'test/below/a.js': "import { test } from 'uvu';\ntest('is well', () => {});\ntest.run();\n",
      },
    ],
    [
      'ava',
      'ava test/a.js',
      { 'test/a.js': many("import test from 'ava';\n", (name, body) => `test('${name}', async (t) => { await null; t.is(${body}); });\n`) },
    ],
  ])('of many tests of %s some are measured, and those that failed', { timeout: 120_000 }, async (runner, command, files) => {
    await using repository = await makeRepository(
      { 'package.json': manifest(command, { type: 'module' }), 'src.js': source, ...files },
      [runner],
      modules,
    );
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const plain = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
    const failing = plain.results.filter(({ status }) => status === 'failed');
    expect(failing).toHaveLength(1);
    const { coverage } = await suite.run(repository.root, { scope: 'all', failing, coverage: true, timeoutMs: 60_000 });
    const tests = coverage?.tests ?? [];
    expect(tests.length).toBeGreaterThan(150);
    expect(tests.length).toBeLessThan(250);
    expect(tests.filter(({ failed }) => failed).map(({ lines }) => [...lines])).toEqual([[['src.js', [4, 5]]]]);
    expect(tests.filter(({ failed, lines }) => !failed && lines.get('src.js')?.includes(5))).toEqual([]);
    expect(rankSuspects(coverage, failing, 1)).toEqual([{ path: 'src.js', line: expect.any(Number), score: 1 }]);
  });
});
