// A small real repository with its own runner, ready for trials.
import { mkdir, mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite, TestLimit, TestResult, TestRun } from '../../src/suite/index.ts';
import { openSuite } from '../../src/suite/index.ts';
import { endingSoon } from '../../src/suite/test-limit.ts';
import type { Candidate, TrialOptions, TrialReport } from '../../src/trial/index.ts';
import { createTrials, type TrialSettings } from '../../src/trial/index.ts';
import { openCheckout, openWorkspace, type Sandbox, userPath, type Workspace } from '../../src/workspace/index.ts';
import { mutantsOf } from '../bench/npm-bugs/mutants.ts';
import { gitScript } from '../github/git-script.ts';
import { makeRepository, noSandbox, ownModules, planOf } from '../suite/repository.ts';

export interface Stage extends AsyncDisposable {
  readonly workspace: Workspace;
  readonly suite: Suite;
  readonly baseline: TestRun;
  readonly failing: readonly TestResult[];
  judge(candidates: readonly Candidate[], settings: TrialSettings, more?: Partial<TrialOptions>): Promise<TrialReport>;
  /** Every single-token fault of a file, as candidates. */
  mutants(path: string): Promise<Candidate[]>;
}

export async function makeStage(
  files: Readonly<Record<string, string>>,
  linked: readonly string[] = [],
  {
    sandbox = noSandbox,
    modules = ownModules,
    path,
    testLimit,
    packages = {},
  }: {
    readonly sandbox?: Sandbox;
    readonly modules?: string;
    readonly path?: string;
    readonly testLimit?: TestLimit;
    /** Folders of the repository, by the names under which its packages find them. */
    readonly packages?: Readonly<Record<string, string>>;
  } = {},
): Promise<Stage> {
  const repository = await makeRepository({ '.gitignore': 'node_modules\n', ...files }, linked, modules);
  await mkdir(join(repository.root, 'node_modules'), { recursive: true });
  for (const [name, folder] of Object.entries(packages)) await symlink(join('..', folder), join(repository.root, 'node_modules', name));
  const temp = await realpath(await mkdtemp(join(tmpdir(), 'regreen trial-')));
  const commit = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '-qm', 'first'];
  await gitScript(repository.root, [['init', '-q'], ['add', '--all'], commit], { GIT_CONFIG_GLOBAL: '/dev/null' });
  const opened = await openCheckout(repository.root);
  if (!opened.ok) throw new Error(opened.reason);
  const workspace = await openWorkspace({ checkout: opened.checkout, temp, policy: { refuses: () => null } });
  const scratch = join(temp, 'scratch');
  await mkdir(scratch);
  const given = openSuite(await planOf(workspace.root), {
    sandbox,
    testEnv: path === undefined ? {} : { PATH: userPath({ PATH: path }) },
    scratch,
  });
  await workspace.installed(false);
  const baseline = await given.run(workspace.root, { scope: 'all', testLimit, timeoutMs: 120_000 });
  await workspace.setAside();
  const suite = endingSoon(given, baseline);
  const failing = baseline.results.filter(({ status }) => status === 'failed');
  return {
    workspace,
    suite,
    baseline,
    failing,
    judge: async (candidates, settings, more = {}) => {
      await using trials = createTrials(workspace, suite, settings);
      const base = {
        scope: 'failing',
        failing,
        baseline,
        keep: candidates.length,
        // No less than they take: what only bounds a candidate that hangs need not be measured.
        failingSeconds: baseline.seconds,
        limitMs: 500_000,
      } as const;
      return await trials.run({ ...base, candidates, ...more });
    },
    mutants: async (path) => {
      const found = mutantsOf(await readFile(join(workspace.root, path), 'utf8'), path.endsWith('.ts') ? 'typescript' : 'javascript');
      return found.map(({ label, start, end, text }) => ({ label, edits: [{ path, start, end, text }] }));
    },
    [Symbol.asyncDispose]: async () => {
      await workspace[Symbol.asyncDispose]();
      await repository[Symbol.asyncDispose]();
      await rm(temp, { recursive: true, force: true });
    },
  };
}
