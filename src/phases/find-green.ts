import { posix } from 'node:path';
import { findLastGreen, type LastGreen, resolveGreen, type Search, type Verdict } from '../incident/index.ts';
import { failsWithSameWords, type TestId, type TestResult, turnedGreen } from '../suite/index.ts';
import { type Checkout, Git, GitError, isDependencyFile, type Workspace } from '../workspace/index.ts';
import type { Run } from './run.ts';
import type { Red } from './tests.ts';

/** The part of the time limit that may be spent on it; and where a tree takes longer, as one that is built does, on the first of them. */
const share = 0.1;
const shareOfOne = 0.25;
const mostTests = 12;
/** How far back the history is looked at. */
const mostCommits = 1_024;

/** What older commits tell of the failures. */
interface Told {
  /** What fails there as it fails now, while something else that fails now passes there: it is older than what broke the rest. */
  readonly older: readonly TestResult[];
  /** Those that pass on one of them; null where the tests were run on none. */
  readonly passing: ReadonlySet<TestId> | null;
}

export interface Green extends LastGreen, Told {}

/** What the failing tests do on a commit. */
type Outcome = Exclude<Verdict, 'green' | 'red' | 'absent'> | Tested;

interface Tested {
  readonly fixed: ReadonlySet<TestId>;
  /** Of them, those that were run there and are red. */
  readonly red: ReadonlySet<TestId>;
  /** Of these, those that fail as they do now. */
  readonly alike: ReadonlySet<TestId>;
  readonly ranAny: boolean;
}

/**
 * The last commit on which what fails now did not fail, when nobody has named one: the failing tests are run on clean trees of older
 * commits, for at most a tenth of the time limit, or for as long as one clean tree takes. Where some of them fail on each, to the first
 * one there is, but others pass on some, the last commit on which these pass. What is `doubtful` is run with them, but need not pass.
 * Never throws for what the repository does.
 */
export async function findGreen(
  run: Run,
  checkout: Checkout,
  workspace: Workspace,
  seen: Red,
  doubtful: { has(id: TestId): boolean },
): Promise<Green> {
  const trees = new OlderTrees(run, checkout, workspace, seen, { installs: true });
  const commits = await history(trees.git, checkout);
  const search = (wanted: readonly TestResult[], goOn: () => boolean): Promise<LastGreen> => {
    const options: Search = { commits, most: mostTests, goOn, test: async (sha) => verdictOf(await trees.test(sha), wanted) };
    return findLastGreen(options);
  };
  const all = seen.failing.filter(({ id }) => !doubtful.has(id));
  let found = await search(all, () => trees.mayTest());
  let older: readonly TestResult[] = [];
  if (found.green === null && (await isWhole(trees.git, commits))) {
    const parts = trees.told().map((told) => olderAt(told, all));
    const [fewest] = parts.filter((tests) => tests.length > 0).toSorted((one, other) => one.length - other.length);
    if (fewest !== undefined && failAlways(fewest, commits, trees)) {
      const rest = all.filter((test) => !fewest.includes(test));
      // Trees that are known already take no time.
      const partly = await search(rest, () => !run.signal.aborted);
      older = partly.green === null ? [] : await trees.confirmed(partly.green, fewest);
      if (older.length > 0) found = partly;
    }
  }
  const { green, reason } = found;
  run.progress.line(`last green: ${green === null ? `not found (${reason})` : `${green.slice(0, 10)}, ${reason}`}`);
  return { ...found, older, passing: trees.passing() };
}

/**
 * What of several failures is older than the commit that is said to be green: it was let be red, or is so here alone. Nothing where that
 * commit is the red one, or needs other dependencies.
 */
export async function olderThan(run: Run, checkout: Checkout, workspace: Workspace, seen: Red, green: string): Promise<Told> {
  const trees = new OlderTrees(run, checkout, workspace, seen, { installs: false });
  const sha = await resolveGreen(trees.git, green);
  if (sha === null || sha === checkout.sha || seen.failing.length < 2 || !trees.mayTest(seen.baseline.seconds))
    return { older: [], passing: null };
  const outcome = await trees.test(sha);
  const older = typeof outcome === 'string' ? [] : await trees.confirmed(sha, olderAt(outcome, seen.failing));
  return { older, passing: trees.passing() };
}

/** Whether the history reaches back to the first commit. */
async function isWhole(git: Git, commits: readonly string[]): Promise<boolean> {
  const shallow = await git.run(['rev-parse', '--is-shallow-repository']);
  return commits.length < mostCommits - 1 && shallow.stdout.trim() === 'false';
}

/** Whether none of these passes on a commit that was tried, of which the oldest is the first of all. */
function failAlways(tests: readonly TestResult[], commits: readonly string[], trees: OlderTrees): boolean {
  if (trees.known(commits.at(-1) ?? '') === null) return false;
  return trees.told().every(({ fixed }) => tests.every(({ id }) => !fixed.has(id)));
}

function verdictOf(outcome: Outcome, wanted: readonly TestResult[]): Verdict {
  if (typeof outcome === 'string') return outcome;
  if (wanted.some(({ id }) => outcome.red.has(id))) return 'red';
  if (wanted.some(({ id }) => outcome.fixed.has(id))) return 'green';
  return outcome.ranAny ? 'absent' : 'red';
}

/** Empty where all pass or none does; and where one fails there otherwise, as the tree may lack what was built here. */
function olderAt({ fixed, red, alike }: Tested, failing: readonly TestResult[]): readonly TestResult[] {
  return fixed.size === 0 || alike.size < red.size ? [] : failing.filter(({ id }) => alike.has(id));
}

/** Uncommitted changes may be what broke it: then the commit itself is the first that may be green. */
async function history(git: Git, { sha, dirty }: Checkout): Promise<readonly string[]> {
  const listed = await git.run(['rev-list', '--first-parent', `--max-count=${mostCommits}`, sha]);
  const commits = listed.exitCode === 0 ? listed.stdout.split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line)) : [];
  return dirty ? commits : commits.slice(1);
}

/** Clean trees of older commits, on each of which the failing tests are run once. */
class OlderTrees {
  readonly git: Git;
  readonly #run: Run;
  readonly #workspace: Workspace;
  readonly #seen: Red;
  readonly #installs: boolean;
  readonly #deadline: number;
  readonly #outcomes = new Map<string, Outcome>();

  /** `installs`: also what needs other dependencies than the red tree is tested. */
  constructor(run: Run, checkout: Checkout, workspace: Workspace, seen: Red, { installs }: { readonly installs: boolean }) {
    this.git = new Git(checkout.root, { readOnly: true, withoutFilters: true, signal: run.signal });
    this.#run = run;
    this.#workspace = workspace;
    this.#seen = seen;
    this.#installs = installs;
    const limit = run.inputs.limits.minutes * 60_000;
    const cleanTree = Math.min(1.5 * seen.baseline.seconds * 1_000, limit * shareOfOne);
    this.#deadline = run.now() + Math.min(Math.max(limit * share, cleanTree), run.wholeLimitMs);
  }

  #left(): number {
    return this.#deadline - this.#run.now();
  }

  /** A run that cannot end in time is not begun. */
  mayTest(seconds = this.#seen.failingSeconds): boolean {
    return !this.#run.signal.aborted && this.#left() > seconds * 1_000;
  }

  /** What was seen on a commit; null where the tests were not run on it to their end. */
  known(sha: string): Tested | null {
    const outcome = this.#outcomes.get(sha);
    return outcome === undefined || typeof outcome === 'string' ? null : outcome;
  }

  told(): readonly Tested[] {
    return [...this.#outcomes.keys()].flatMap((sha) => this.known(sha) ?? []);
  }

  passing(): ReadonlySet<TestId> | null {
    const told = this.told();
    return told.length === 0 ? null : new Set(told.flatMap(({ fixed }) => [...fixed]));
  }

  /** The same failures where a second run on that commit ends like the first one, else none: what comes and goes tells nothing. */
  async confirmed(sha: string, older: readonly TestResult[]): Promise<readonly TestResult[]> {
    const first = this.known(sha);
    if (older.length === 0 || first === null || !this.mayTest()) return [];
    const again = await this.#tested(sha);
    if (typeof again === 'string') return [];
    return [...first.fixed].every((id) => again.fixed.has(id)) && older.every(({ id }) => again.alike.has(id)) ? older : [];
  }

  async test(sha: string): Promise<Outcome> {
    const known = this.#outcomes.get(sha);
    if (known !== undefined) return known;
    if (!this.mayTest()) return 'late';
    const outcome = await this.#tested(sha);
    this.#outcomes.set(sha, outcome);
    return outcome;
  }

  async #tested(sha: string): Promise<Outcome> {
    try {
      return await this.#test(sha);
    } catch (error) {
      if (error instanceof GitError) return 'unusable';
      throw error;
    }
  }

  async #test(sha: string): Promise<Outcome> {
    const { signal, ledger } = this.#run;
    const { suite, failing, baseline } = this.#seen;
    const linked = !(await dependenciesDiffer(this.git, sha));
    if (!linked && !this.#installs) return 'unusable';
    await using tree = await this.#workspace.older(sha, { linked });
    // What is linked in must not be written to: only a tree without it is installed anew.
    if (!linked && !(await suite.install(tree.root, { timeoutMs: this.#left(), signal })).ok) return 'unusable';
    const tested = await ledger.span('tests', 'test an older commit', () =>
      suite.run(tree.root, { scope: 'failing', failing, timeoutMs: Math.max(this.#left(), 1), signal }),
    );
    if (tested.aborted || tested.timedOut) return 'late';
    const { fixed, red } = turnedGreen(tested, failing, baseline);
    const results = new Map(tested.results.map((result) => [result.id, result]));
    const now = new Map(failing.map((test) => [test.id, test]));
    const ran = red.filter((id) => results.has(id));
    const isAlike = (id: TestId): boolean => {
      const [then, here] = [results.get(id), now.get(id)];
      return then !== undefined && here !== undefined && failsWithSameWords(then, here);
    };
    return { fixed: new Set(fixed), red: new Set(ran), alike: new Set(ran.filter(isAlike)), ranAny: tested.counts.executed > 0 };
  }
}

/** Whether the commit needs other dependencies than the tree that is repaired. */
async function dependenciesDiffer(git: Git, sha: string): Promise<boolean> {
  const changed = await git.text(['diff', '--name-only', '-z', '--no-renames', '--ignore-submodules=all', sha, '--']);
  const paths = changed.split('\0').filter((path) => path !== '');
  if (paths.some((path) => isDependencyFile(posix.basename(path)))) return true;
  for (const path of paths) {
    if (posix.basename(path) !== 'package.json') continue;
    const [then, now] = await Promise.all([dependenciesAt(git, `${sha}:${path}`), dependenciesAt(git, `HEAD:${path}`)]);
    if (then !== now) return true;
  }
  return false;
}

const dependencyFields = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'workspaces',
  'overrides',
  'resolutions',
];

/** What a `package.json` asks for, comparable; null when there is none that can be read. */
async function dependenciesAt(git: Git, object: string): Promise<string | null> {
  const shown = await git.run(['cat-file', 'blob', object]);
  if (shown.exitCode !== 0) return null;
  try {
    const manifest: unknown = JSON.parse(shown.stdout);
    const entries = typeof manifest === 'object' && manifest !== null ? Object.entries(manifest) : [];
    return JSON.stringify(entries.filter(([name]) => dependencyFields.includes(name)).sort());
  } catch {
    return null;
  }
}
