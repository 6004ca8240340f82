// The tools of a model that says anything at all: an answer in words, and nothing touched but files a fix may change.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostedLimits } from '../../src/agent/answers.ts';
import { createBudget } from '../../src/agent/budget.ts';
import { createToolHost } from '../../src/agent/tool-host.ts';
import { toolArguments } from '../../src/agent/tools.ts';
import type { Trials } from '../../src/trial/index.ts';
import { createPathPolicy } from '../../src/workspace/index.ts';
import { result, runOf } from '../suite/made-runs.ts';
import { suiteOf } from '../suite/repository.ts';
import { fingerprint, repository } from '../workspace/repositories.ts';

const red = result('adds', 'failed', 'expected 3');
const baseline = runOf([red]);

const paths = fc.oneof(
  fc.constantFrom('src/add.js', 'src/new.js', 'linked', 'linked/x', '.git/config', '.git/hooks/x', '.GIT/x', '.github/workflows/ci.yml'),
  fc.constantFrom('../victim', '../../victim', '/etc/passwd', '/proc/self/environ', '~/x', 'a/../../victim', './src/add.js', 'src//add.js'),
  fc.constantFrom('', '.', '..', 'con', 'src/add.js.', 'SRC/add.js', 'src\\add.js', 'a\0b', 'package.json', 'test/add.test.js'),
  fc.string({ maxLength: 8 }),
);
const texts = fc.oneof(fc.constantFrom('', 'a - b', 'a + b', 'export', '\0', '\ud800', '$(touch x)'), fc.string({ maxLength: 12 }));
const edits = fc.array(fc.record({ path: paths, old_text: texts, new_text: fc.option(texts) }), { maxLength: 3 });
const odd = fc.oneof(fc.anything(), fc.nat(), fc.constant(null));
const sound = fc.oneof(
  fc.record({ name: fc.constant('edit'), args: fc.record({ edits }) }),
  fc.record({
    name: fc.constant('read'),
    args: fc.record({ path: paths, start_line: fc.option(fc.nat(4)), end_line: fc.option(fc.nat(4)) }),
  }),
  fc.record({
    name: fc.constant('scan'),
    args: fc.record({ query: fc.option(texts), glob: fc.option(paths), max_results: fc.option(fc.nat(9)) }),
  }),
  fc.record({
    name: fc.constant('run_tests'),
    args: fc.record({ scope: fc.oneof(fc.constantFrom('all', 'failing', 'x'), fc.record({ files: fc.array(paths) })), suspects: odd }),
  }),
  fc.record({
    name: fc.constant('try_edits'),
    args: fc.record({ candidates: fc.array(fc.record({ label: texts, edits })), scope: odd, keep: odd }),
  }),
);
const wild = fc.record({ name: fc.oneof(fc.constantFrom(...Object.keys(toolArguments)), fc.string()), args: fc.anything() });
const call = fc.oneof({ weight: 4, arbitrary: sound }, { weight: 1, arbitrary: wild });

it('whatever a model calls, it is answered in words, and what a fix may not touch is untouched', { timeout: 3_600_000 }, async () => {
  await using repo = await repository({
    'src/add.js': 'export const add = (a, b) => a - b;\n',
    'test/add.test.js': 'test\n',
    'package.json': '{ "scripts": { "test": "node --test" } }\n',
    '.github/workflows/ci.yml': 'on: push\n',
  });
  await writeFile(join(repo.root, '..', 'victim'), 'CANARY-untouched');
  await repo.link('linked', join(repo.root, '..'));
  await repo.commit();
  await using workspace = await repo.workspace(createPathPolicy({ protectedPaths: null, allowTestChanges: false }));
  await mkdir(join(workspace.root, '..', 'beside'));
  // Running tests is not what is asked here.
  const suite = { ...(await suiteOf(workspace.root, repo.temp)), run: async () => baseline };
  await using trials: Trials = {
    run: async ({ candidates }) => {
      const verdicts = candidates.map(() => ({ kind: 'red' as const }));
      return { verdicts, judged: verdicts.length, warm: 0, notWarm: null, blindTo: null, seconds: 0 };
    },
    prepare: async () => {},
    hasConfirmed: async () => false,
    invalidate: async () => {},
    [Symbol.asyncDispose]: async () => {},
  };
  const isOpen = (path: string): boolean => !/^(?:\.git|\.github|test|package\.json|linked)(?:\/|$)/.test(path);
  const guarded = async () => Object.entries(await fingerprint(workspace.root)).filter(([path]) => !isOpen(path));
  const [before, checkout] = [await guarded(), await fingerprint(repo.root)];
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 4 }), async (calls) => {
      const limits = { turns: 20, minutes: 2, tokens: 1e9, costUsd: 1, testRuns: 20, changedLines: 50 };
      const budget = createBudget({ limits, now: () => 0, startedAt: 0, reserveMs: () => 0, costOf: null, countTokens: false });
      const options = { workspace, suite, trials, glance: null, failing: [red], baseline, failingSeconds: 0, budget, limits: hostedLimits };
      const host = createToolHost({ ...options, forEngine: false });
      for (const [index, { name, args }] of calls.entries()) {
        const json = JSON.stringify(args) ?? String(args);
        const { output } = await host.call({ callId: `call ${index}`, name, arguments: json }, new AbortController().signal);
        expect(output).not.toBe('');
        expect(output).not.toContain('CANARY-untouched');
      }
      expect(await guarded()).toEqual(before);
      await workspace.reset();
      const right = { edits: [{ path: 'src/add.js', old_text: 'a - b', new_text: 'a + b' }] };
      const { output } = await host.call({ callId: 'right', name: 'edit', arguments: JSON.stringify(right) }, new AbortController().signal);
      expect(output).toContain('"ok":true');
      await workspace.reset();
    }),
    { numRuns: Number(process.env.REGREEN_PROVE_RUNS ?? 10) },
  );
  expect(await fingerprint(repo.root)).toEqual(checkout);
  expect(await readFile(join(repo.root, '..', 'victim'), 'utf8')).toBe('CANARY-untouched');
});
