// The jobs of .github/workflows/fan-out.yml as GitHub would run them, from the YAML: every input of every step is the workflow's own.
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { ActionResult } from '../github/runner.ts';
import { sampledTest } from '../sampled.ts';
import { makeMonorepo } from './monorepo.ts';
import { action } from './program.ts';
import { root, type Stage, setStage, token } from './stage.ts';
import { nodeTests, startCli, sums } from './terminal.ts';

const sampled = sampledTest(0.4);

const workflow = parse(await readFile(join(root, '.github/workflows/fan-out.yml'), 'utf8'));
/** What npm would run, in less time. */
const testCommand = 'node --test packages/cart/test/cart.test.js packages/money/test/money.test.js';

type Context = Readonly<Record<string, unknown>>;

/** The values of `${{ a.b.c }}`; what is not there is empty, as on GitHub. */
function expand(text: string, context: Context): string {
  return text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, path: string) => {
    let value: unknown = context;
    for (const name of path.split('.'))
      value = typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
    return value === undefined ? '' : String(value);
  });
}

const ours = (job: string): { readonly with: Readonly<Record<string, unknown>> } =>
  workflow.jobs[job].steps.find(({ uses = '' }: { uses?: string }) => uses.startsWith('regreen/regreen@'));

/** Runs the step of a job that uses this Action, with the permissions of the job: a token that may write only where it says so. */
async function runJob(stage: Stage, job: string, context: Context, inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> {
  const defaults = Object.fromEntries(
    Object.entries<{ default?: unknown }>(workflow.on.workflow_call.inputs).map(([name, { default: value }]) => [name, value]),
  );
  const given = Object.entries(ours(job).with).map(([name, value]) => [
    name,
    expand(String(value), { inputs: { ...defaults, 'test-command': testCommand }, ...context }),
  ]);
  const mayWrite = workflow.jobs[job].permissions.contents === 'write';
  const result = await stage.run('workflow_run', {
    main: action,
    inputs: { 'github-token': mayWrite ? token : '', ...inputs, ...Object.fromEntries(given) },
  });
  expect(result.exitCode, result.stdout + result.stderr).toBe(0);
  return result;
}

sampled('regreen plan and fix --failures do the same from a terminal', { timeout: 120_000 }, async () => {
  await using repo = await sums();
  const [planned, green, other] = await Promise.all([
    startCli(['plan', '--repo', repo.root, '--json', ...nodeTests], { temp: repo.temp }).ended,
    startCli(['plan', '--repo', repo.root, '--test', 'true'], { temp: repo.temp }).ended,
    startCli(['fix', '--repo', repo.root, '--json', '--failures', 'test/add.test.js > knows zero', ...nodeTests], { temp: repo.temp })
      .ended,
  ]);
  expect(planned.exitCode).toBe(0);
  expect(JSON.parse(planned.stdout)).toMatchObject({
    schemaVersion: 1,
    causes: [{ what: 'tests of test/add.test.js', package: '', tests: ['test/add.test.js > adds'] }],
    matrix: { include: [{ cause: 1, failures: 'test/add.test.js > adds' }] },
  });
  expect(green).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Already green') });
  // What is named is green here: the failure of somebody else is not repaired instead.
  expect(other.exitCode).toBe(1);
  expect(JSON.parse(other.stdout)).toMatchObject({
    outcome: 'cannot-reproduce',
    reason: 'None of the tests that `failures` names fails here; 1 other does.',
    patch: '',
  });
});

sampled('a monorepo with two independent faults ends in two bundles and two pull requests', { timeout: 300_000 }, async () => {
  await using stage = await setStage(makeMonorepo);
  stage.github.setRuns([{ sha: stage.green, branch: 'main', conclusion: 'success' }]);

  const planned = await runJob(stage, 'plan', {});
  expect(planned.outputs).toMatchObject({ outcome: 'declined', causes: '2', fixed: 'false', 'bundle-dir': '' });
  expect(planned.summary).toContain('3 failing tests have 2 causes');
  const { include } = JSON.parse(planned.outputs.matrix ?? '');
  expect(include).toEqual([
    {
      cause: 1,
      name: 'packages/cart: tests of packages/cart/test/cart.test.js',
      failures: 'packages/cart/test/cart.test.js > adds up\npackages/cart/test/cart.test.js > counts each piece',
    },
    {
      cause: 2,
      name: 'packages/money: tests of packages/money/test/money.test.js',
      failures: 'packages/money/test/money.test.js > rounds up',
    },
  ]);

  // A runner each, on GitHub.
  const bundles: readonly string[] = await Promise.all(
    include.map(async (matrix: Context) => {
      const fixed = await runJob(stage, 'fix', { matrix }, { 'green-ref': stage.green });
      expect(fixed.outputs).toMatchObject({ outcome: 'fixed', delivery: 'not-requested' });
      const bundle = join(await stage.folder(), 'regreen-bundle');
      await cp(fixed.outputs['bundle-dir'] ?? '', bundle, { recursive: true });
      return bundle;
    }),
  );
  const patches = await Promise.all(bundles.map((bundle) => readFile(join(bundle, 'fix.patch'), 'utf8')));
  // Each leg repairs its own cause, and nothing of the other's.
  expect(patches.map((patch) => [...patch.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, file]) => file))).toEqual([
    ['packages/cart/src/cart.js'],
    ['packages/money/src/money.js'],
  ]);

  for (const bundle of bundles) {
    // What download-artifact leaves in the workspace of the job is the folder of the bundle.
    const published = await runJob(stage, 'publish', { github: { workspace: bundle.slice(0, -'/regreen-bundle'.length) } });
    expect(published.outputs).toMatchObject({ outcome: 'fixed', delivery: 'delivered' });
  }
  const pulls = await stage.github.pullRequests();
  expect(new Set(pulls.map(({ head }) => head)).size).toBe(2);
  expect(pulls.map(({ state, base }) => [state, base])).toEqual([
    ['open', 'main'],
    ['open', 'main'],
  ]);
  const changed = await Promise.all(pulls.map(({ headSha }) => stage.remote.git('diff', '--name-only', stage.red, headSha)));
  expect(changed.toSorted()).toEqual(['packages/cart/src/cart.js', 'packages/money/src/money.js']);
  expect(stage.github.violations()).toEqual([]);
});
