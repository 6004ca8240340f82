// Several packages as one suite: the whole in one go, some tests by the commands of the packages they belong to.
import type { Counts, Coverage, RunOptions, Suite, SuitePlan, TestResult, TestRun } from './types.ts';

/**
 * `parts` as one suite, installed by `outer` and then by what each has of its own. `whole` runs all of them by a command of their own, and knows better than we do in which order and how many at
 * a time; null runs them one after the other.
 */
export function severalSuites(outer: Suite, whole: Suite | null, parts: readonly Suite[]): Suite {
  /** Which part showed a test that tells no file. */
  const owners = new Map<string, Suite>();

  const runParts = async (root: string, chosen: ReadonlyMap<Suite, RunOptions>): Promise<TestRun> => {
    const runs: TestRun[] = [];
    const started = performance.now();
    for (const [part, options] of chosen) {
      const left = options.timeoutMs - (performance.now() - started);
      const run = named(
        part.plan,
        await part.run(root, { ...options, failing: options.failing?.map((test) => bare(part.plan, test)), timeoutMs: Math.max(1, left) }),
      );
      for (const { id, file } of run.results) if (file === null) owners.set(id, part);
      runs.push(run);
      if (run.aborted || run.timedOut) break;
    }
    return merge(runs);
  };
  const runWhole = (root: string, options: RunOptions): Promise<TestRun> =>
    whole === null
      ? runParts(root, new Map(parts.map((part) => [part, { ...options, scope: 'all' as const }])))
      : whole.run(root, { ...options, scope: 'all' });

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
      const chosen = options.scope === 'all' ? null : choose(parts, owners, options);
      return chosen === null ? runWhole(root, options) : runParts(root, chosen);
    },
  };
}

/** The parts that a scope concerns, each with its share; null when only the whole is sure to have them all. */
function choose(parts: readonly Suite[], owners: ReadonlyMap<string, Suite>, options: RunOptions): ReadonlyMap<Suite, RunOptions> | null {
  const { scope } = options;
  const failing = new Map<Suite, TestResult[]>();
  for (const test of options.failing ?? []) {
    const part = test.file === null ? owners.get(test.id) : partOf(parts, test.file);
    if (part === undefined) return null;
    failing.set(part, [...(failing.get(part) ?? []), test]);
  }
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

/** The part with the longest folder that holds `file`. */
function partOf(parts: readonly Suite[], file: string): Suite | undefined {
  const holding = parts.filter(({ plan }) => plan.directory === '' || file.startsWith(`${plan.directory}/`));
  return holding.sort((a, b) => b.plan.directory.length - a.plan.directory.length)[0];
}

const prefix = ({ directory }: SuitePlan): string => `${directory === '' ? '.' : directory} > `;

/** Results without a file get the package's folder in front: every package may have a `(suite)`. */
function named(plan: SuitePlan, run: TestRun): TestRun {
  const bareIds = new Set(run.results.flatMap(({ id, file }) => (file === null ? [id] : [])));
  const name = (id: string): string => (bareIds.has(id) ? `${prefix(plan)}${id}` : id);
  return { ...run, results: run.results.map((result) => ({ ...result, id: name(result.id) })), failing: run.failing.map(name) };
}

function bare(plan: SuitePlan, test: TestResult): TestResult {
  const start = prefix(plan);
  return test.file === null && test.id.startsWith(start) ? { ...test, id: test.id.slice(start.length) } : test;
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
