// Several packages as one suite: the whole in one go, some tests by the commands of the packages they belong to.
import type { Counts, Coverage, RunOptions, Suite, SuitePlan, TestResult, TestRun } from './types.ts';

/**
 * `given` as one suite, installed by `outer` and then by what each has of its own. `whole` runs all of them by a command of their own, and knows better than we do in which order and how many at
 * a time; null runs them one after the other.
 */
export function severalSuites(outer: Suite, whole: Suite | null, given: readonly Suite[]): Suite {
  const parts = given.map((part) => namedIn(part.plan, part));

  const runParts = async (root: string, chosen: ReadonlyMap<Suite, RunOptions>): Promise<TestRun> => {
    const runs: TestRun[] = [];
    const started = performance.now();
    for (const [part, options] of chosen) {
      const left = options.timeoutMs - (performance.now() - started);
      const run = await part.run(root, { ...options, timeoutMs: Math.max(1, left) });
      runs.push(run);
      if (run.aborted || run.timedOut) break;
    }
    return merge(runs);
  };
  const runWhole = (root: string, options: RunOptions): Promise<TestRun> =>
    whole === null
      ? runParts(root, new Map(parts.map((part) => [part, { ...options, scope: 'all' as const }])))
      : whole.run(root, { ...options, scope: 'all' });
  /** A command for all packages hands nobody what their runners need to measure. */
  const runMeasured = async (root: string, options: RunOptions): Promise<TestRun> => {
    const shares = whole === null ? null : divide(parts, options.failing ?? []);
    if (shares === null || shares.size === 0) return runWhole(root, options);
    const run = await runParts(root, new Map([...shares].map(([part, failing]) => [part, { ...options, scope: 'all' as const, failing }])));
    const reported = new Set(options.failing?.map(({ id }) => id));
    return run.aborted || run.failing.some((id) => reported.has(id)) ? run : runWhole(root, options);
  };

  return {
    ...outer,
    install: async (root, options) => {
      const first = await outer.install(root, options);
      if (!first.ok) return first;
      const did = [first.did];
      const failed = first.failed === undefined ? [] : [first.failed];
      let { seconds } = first;
      for (const part of parts) {
        if (part.plan.setupCommand === null) continue;
        const own = await part.install(root, options);
        seconds += own.seconds;
        if (!own.ok) return { ...own, seconds, reason: `${part.plan.directory}: ${own.reason}` };
        did.push(`${part.plan.directory}: ${own.did}`);
        if (own.failed !== undefined) failed.push(`${part.plan.directory}: ${own.failed}`);
      }
      return { ok: true, seconds, did: did.join('; '), failed: failed.length === 0 ? undefined : failed.join('\n') };
    },
    run: async (root, options) => {
      const chosen = options.scope === 'all' ? null : choose(parts, options);
      if (chosen !== null) return runParts(root, chosen);
      return options.coverage === true ? runMeasured(root, options) : runWhole(root, options);
    },
    parts,
  };
}

/** Some of the failing tests, and the suite that runs them by a command of its own. */
interface Share {
  readonly suite: Suite;
  readonly failing: readonly TestResult[];
}

/** What the packages of `suite` have of `failing`, the largest share first; one of all tests where it has no packages, or one is not known to be of any. */
export function sharesOf(suite: Suite, failing: readonly TestResult[]): readonly Share[] {
  const shares = divide(suite.parts ?? [], failing);
  if (shares === null || shares.size === 0) return [{ suite, failing }];
  return [...shares].flatMap(([part, own]) => sharesOf(part, own)).sort((a, b) => b.failing.length - a.failing.length);
}

/** The package of `suite` that `file` is of; `suite` itself where that is known of none. */
export function packageOf(suite: Suite, file: string): Suite {
  const part = partOf(suite.parts ?? [], file);
  return part === undefined ? suite : packageOf(part, file);
}

/** Of a run of several packages, what is told of the one that `plan` is of. */
export function ofPackage({ plan }: Suite, run: TestRun): TestRun {
  const results = run.results.filter((test) => (test.file === null ? test.id.startsWith(prefix(plan)) : isIn(plan, test.file)));
  const ids = new Set(results.map(({ id }) => id));
  return { ...run, results, failing: run.failing.filter((id) => ids.has(id)) };
}

/** `suite` and the packages in it, with runs that `change` makes of theirs. */
export function withRuns(suite: Suite, change: (run: Suite['run']) => Suite['run']): Suite {
  return { ...suite, run: change(suite.run), parts: suite.parts?.map((part) => withRuns(part, change)) };
}

/** The parts that a scope concerns, each with its share; null when only the whole is sure to have them all. */
function choose(parts: readonly Suite[], options: RunOptions): ReadonlyMap<Suite, RunOptions> | null {
  const { scope } = options;
  const failing = divide(parts, options.failing ?? []);
  if (failing === null) return null;
  if (scope === 'all' || failing.size + (typeof scope === 'object' ? scope.files.length : 0) === 0) return null;
  if (scope === 'failing') return new Map([...failing].map(([part, own]) => [part, { ...options, failing: own }]));
  // What a change reaches in other packages is known to the whole alone.
  if (scope === 'related') return parts.length === 1 ? new Map(parts.map((part) => [part, options])) : null;
  const files = new Map<Suite, string[]>();
  for (const file of scope.files) {
    const part = partOf(parts, file);
    if (part === undefined) return null;
    files.set(part, [...(files.get(part) ?? []), file]);
  }
  return new Map([...files].map(([part, own]) => [part, { ...options, scope: { files: own }, failing: failing.get(part) ?? [] }]));
}

/** Which of `failing` are of which part; null when one is of none. */
function divide(parts: readonly Suite[], failing: readonly TestResult[]): ReadonlyMap<Suite, readonly TestResult[]> | null {
  const shares = new Map<Suite, TestResult[]>();
  for (const test of failing) {
    const part = test.file === null ? parts.find(({ plan }) => test.id.startsWith(prefix(plan))) : partOf(parts, test.file);
    if (part === undefined) return null;
    shares.set(part, [...(shares.get(part) ?? []), test]);
  }
  return shares;
}

/** The part with the longest folder that holds `file`. */
function partOf(parts: readonly Suite[], file: string): Suite | undefined {
  const holding = parts.filter(({ plan }) => isIn(plan, file));
  return holding.sort((a, b) => b.plan.directory.length - a.plan.directory.length)[0];
}

const isIn = ({ directory }: SuitePlan, file: string): boolean => directory === '' || file.startsWith(`${directory}/`);
const prefix = ({ directory }: SuitePlan): string => `${directory === '' ? '.' : directory} > `;

/** `suite`, of the package that `plan` is of, with the names that its tests have among those of others; of files it is given, it runs its own. */
function namedIn(plan: SuitePlan, suite: Suite): Suite {
  return {
    ...suite,
    run: async (root, options) => {
      const { scope, failing } = options;
      const own = typeof scope === 'object' ? { files: scope.files.filter((file) => isIn(plan, file)) } : scope;
      return named(plan, await suite.run(root, { ...options, scope: own, failing: failing?.map((test) => bare(plan, test)) }));
    },
    runOf: async (root, told) => named(plan, await suite.runOf(root, told)),
    parts: suite.parts?.map((part) => namedIn(plan, part)),
  };
}

/** Ids that do not begin with a file get the package's folder in front, whether they pass or fail: every package may have a `(suite)`, or a `make test`. */
function named(plan: SuitePlan, run: TestRun): TestRun {
  const bareIds = new Set(
    run.results.flatMap(({ id, file }) => (file === null || !(id === file || id.startsWith(`${file} > `)) ? [id] : [])),
  );
  const name = (id: string): string => (bareIds.has(id) ? `${prefix(plan)}${id}` : id);
  return { ...run, results: run.results.map((result) => ({ ...result, id: name(result.id) })), failing: run.failing.map(name) };
}

function bare(plan: SuitePlan, test: TestResult): TestResult {
  const start = prefix(plan);
  return test.id.startsWith(start) ? { ...test, id: test.id.slice(start.length) } : test;
}

/** Runs one after the other as one; at least one is given. */
function merge(runs: readonly TestRun[]): TestRun {
  const sum = (of: (run: TestRun) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const count = (key: keyof Counts): number => sum(({ counts }) => counts[key]);
  const red = runs.find((run) => run.exitCode !== 0);
  return {
    command: runs.map((run) => run.command).join(' && '),
    exitCode: red === undefined ? 0 : red.exitCode,
    timedOut: runs.some((run) => run.timedOut),
    ...(runs.some((run) => run.stoodStill === true) ? { stoodStill: true } : {}),
    aborted: runs.some((run) => run.aborted),
    green: runs.length > 0 && runs.every((run) => run.green),
    reader: runs.find((run) => run.reader !== 'exit-code')?.reader ?? 'exit-code',
    results: runs.flatMap((run) => run.results),
    counts: { executed: count('executed'), passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
    failing: runs.flatMap((run) => run.failing),
    seconds: sum((run) => run.seconds),
    tail: (red ?? runs.at(-1))?.tail ?? '',
    outputFile: (red ?? runs.at(-1))?.outputFile ?? null,
    coverage: mergeCoverage(runs.flatMap((run) => (run.coverage === null ? [] : [run.coverage]))),
  };
}

function mergeCoverage(all: readonly Coverage[]): Coverage | null {
  return all.length === 0 ? null : { tests: all.flatMap((coverage) => coverage.tests) };
}
