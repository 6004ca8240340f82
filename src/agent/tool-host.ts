import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { FunctionCall } from '../responses/index.ts';
import type { Suite, Suspect, TestResult, TestRun } from '../suite/index.ts';
import { comparedTests, rankSuspects, secondsOfFailing, secondsUnreached, turnedGreen, weighted } from '../suite/index.ts';
import type { Glance, Trials } from '../trial/index.ts';
import type { Edit, Workspace } from '../workspace/index.ts';
import { type AnswerLimits, describeTrials, errorAnswer, readAnswer, scanAnswer, testRunView, trialView } from './answers.ts';
import type { Budget } from './budget.ts';
import { changedLinesOf } from './patch-of.ts';
import { engineTryEdits, isToolName, type ToolArguments, type ToolName, type TryEditsArguments, toolArguments } from './tools.ts';

/** What a tool call led to. An error is an output that says what to do next, never an end of the run. */
export interface ToolAnswer {
  readonly output: string;
  readonly testSeconds: number;
  /** What was done, for people who watch. */
  readonly note?: string;
  /** Set by an edit that was applied. */
  readonly edited?: { readonly diff: string; readonly green: boolean; readonly stuck: boolean };
  /** By coverage of the red tree, best first. */
  readonly suspects?: readonly Suspect[];
  readonly gaveUp?: { readonly reason: string; readonly diagnosis: string };
}

export interface ToolHost {
  call(call: FunctionCall, signal: AbortSignal): Promise<ToolAnswer>;
}

export interface ToolHostOptions {
  readonly workspace: Workspace;
  readonly suite: Suite;
  readonly trials: Trials;
  /** Null where there is none, and for the engine, which judges its edits before it makes them. */
  readonly glance: Glance | null;
  readonly failing: readonly TestResult[];
  readonly baseline: TestRun;
  /** Seconds the failing tests alone took. */
  readonly failingSeconds: number;
  readonly budget: Budget;
  readonly limits: AnswerLimits;
  readonly forEngine: boolean;
}

export function createToolHost(options: ToolHostOptions): ToolHost {
  const { workspace, suite, trials, glance, failing, baseline, budget, limits, forEngine } = options;
  const seen = new Map<string, number>();
  const failingSeconds = secondsOfFailing(suite.plan, failing, options.failingSeconds, baseline.seconds);

  const timeLimit = (seconds: number): number => Math.max(1, Math.min(budget.remainingMs(), Math.ceil(15_000 + seconds * 4_000)));

  /** What candidates may take: time to make the best one an edit, and to rerun the failing tests, stays. */
  const trialLimit = (): number => {
    const left = budget.remainingMs();
    return Math.max(1, Math.floor(left * 0.75), Math.floor(left - 1_500 - options.failingSeconds * 2_000));
  };

  /** The engine plans its batches by it, and has no clock: its own thinking takes time as well. */
  const timeLeft = (): { readonly seconds_left?: number } => (forEngine ? { seconds_left: Math.round(budget.remainingMs() / 1000) } : {});

  /** A run that was stopped, and must be gone before the next. */
  let stopped: Promise<unknown> = Promise.resolve();

  const edit = async ({ edits }: ToolArguments<'edit'>, signal: AbortSignal): Promise<ToolAnswer> => {
    await stopped;
    const before = workspace.patch();
    before.catch(() => {});
    const outcome = await workspace.edit(edits.map(toEdit));
    if (!outcome.ok) return plain(JSON.stringify({ ok: false, error: outcome.reason }));
    const { diff } = outcome;
    const isKnown = await isConfirmed();
    await trials.invalidate();
    const refused = isKnown ? null : refuseTestRun(budget);
    const stop = new AbortController();
    const mustRun = !isKnown && refused === null;
    const running = mustRun ? rerun(AbortSignal.any([signal, stop.signal])) : Promise.resolve(null);
    stopped = running.catch(() => {});
    const glanced = mustRun ? looksGreen() : Promise.resolve(false);
    const started = performance.now();
    try {
      // While the tests run: git takes as long to count lines as many a test.
      const lines = changedLinesOf(await workspace.patch());
      if (!budget.allowsChangedLines(lines)) {
        stop.abort();
        await running;
        await workspace.reset(await before);
        return plain(JSON.stringify({ ok: false, error: tooManyLines(lines, budget.limits.changedLines) }));
      }
      const run = isKnown ? 'green' : await sooner(running, glanced);
      if (run === 'green') return whenGreen(diff, (performance.now() - started) / 1000);
      if (run === null) {
        return { ...plain(JSON.stringify({ ok: true, diff, tests: { error: refused } })), edited: { diff, green: false, stuck: false } };
      }
      const green = turnedGreen(run, failing, baseline).red.length === 0;
      return {
        output: JSON.stringify({ ok: true, diff, tests: testRunView(run, 'failing', limits) }),
        testSeconds: run.seconds,
        edited: { diff, green, stuck: !green && repeats(`${diff}\n${messagesOf(run)}`) },
      };
    } finally {
      // Nobody waits for it any more: something was told sooner, or went wrong.
      stop.abort();
    }
  };

  /** What was tried and is now made an edit needs no further run: processes of its own have shown it. */
  const isConfirmed = async (): Promise<boolean> => {
    const edits = await workspace.edits().catch(() => null);
    return edits !== null && edits.length > 0 && (await trials.hasConfirmed(edits));
  };

  const looksGreen = async (): Promise<boolean> => {
    const edits = glance === null ? null : await workspace.edits().catch(() => null);
    return glance !== null && edits !== null && (await glance.looksGreen(edits));
  };

  /** Only a process of its own tells in words why tests fail; and what is green is proved by others in any case. */
  const whenGreen = (diff: string, seconds: number): ToolAnswer => {
    const counts = { executed: failing.length, passed: failing.length, failed: 0, skipped: 0 };
    const tests = { scope: 'failing', green: true, exit_code: 0, counts, failing: [], seconds: Number(seconds.toFixed(2)) };
    return { output: JSON.stringify({ ok: true, diff, tests }), testSeconds: seconds, edited: { diff, green: true, stuck: false } };
  };

  const rerun = async (signal: AbortSignal): Promise<TestRun> => {
    await workspace.tidy();
    return await suite.run(workspace.root, { scope: 'failing', failing, timeoutMs: timeLimit(failingSeconds), signal });
  };

  /** The same failure after the same edit, for the second time. */
  const repeats = (text: string): boolean => {
    const key = createHash('sha256').update(text).digest('hex');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count >= 2;
  };

  const runTests = async ({ scope, suspects }: ToolArguments<'run_tests'>, signal: AbortSignal): Promise<ToolAnswer> => {
    // Who asks where to look is about to try things there.
    if (forEngine && suspects === true) void trials.prepare({ failing, baseline, failingSeconds: options.failingSeconds });
    await stopped;
    const refused = refuseTestRun(budget);
    if (refused) return plain(errorAnswer(refused));
    const changed = (await workspace.patch()).files.map((file) => file.path);
    // Suspicion needs passing tests to compare with.
    const compared = suspects === true && scope === 'failing' ? comparedTests(baseline, failing) : null;
    const wide = suspects === true && scope === 'failing' && compared === null ? 'all' : scope;
    const isNarrow = wide === 'failing' && compared === null;
    await workspace.tidy();
    const run = await suite.run(workspace.root, {
      scope: wide,
      failing: compared?.tests ?? failing,
      changed,
      coverage: suspects === true,
      timeoutMs: timeLimit((wide === 'failing' ? failingSeconds : secondsUnreached(failing)) + (isNarrow ? 0 : baseline.seconds)),
      signal,
    });
    const coverage = compared === null ? run.coverage : weighted(run.coverage, compared.weight);
    const ranked = suspects === true ? rankSuspects(coverage, failing, limits.suspects) : undefined;
    const name = typeof wide === 'string' ? wide : wide.files.join(' ');
    const ofRedTree = changed.length === 0 && ranked !== undefined && ranked.length > 0 ? { suspects: ranked } : {};
    const output = JSON.stringify({ ...testRunView(run, name, limits, ranked), ...timeLeft() });
    return { output, testSeconds: run.seconds, ...ofRedTree };
  };

  const tryEdits = async ({ candidates, scope, keep }: TryEditsArguments, signal: AbortSignal): Promise<ToolAnswer> => {
    const refused = refuseTestRun(budget);
    if (refused) return plain(errorAnswer(refused));
    const batch = candidates.map(({ label, edits }) => ({ label, edits: edits.map(toEdit) }));
    const report = await trials.run({
      candidates: batch,
      scope: scope ?? 'failing',
      failing,
      baseline,
      keep: keep ?? 1,
      // The engine only compares by the failing tests alone: what it makes an edit of is judged by all.
      confirm: !forEngine || scope !== 'failing',
      failingSeconds: options.failingSeconds,
      limitMs: trialLimit(),
      signal,
    });
    const output = JSON.stringify({ ...trialView(report, batch, limits), ...timeLeft() });
    return { output, testSeconds: report.seconds, note: describeTrials(report) };
  };

  const handlers: Readonly<Record<ToolName, Handler>> = {
    scan: handler(toolArguments.scan, async ({ query, glob, max_results }) =>
      plain(scanAnswer(await workspace.scan({ query: query ?? undefined, glob: glob ?? undefined, maxResults: max_results ?? undefined }))),
    ),
    read: handler(toolArguments.read, async ({ path, start_line, end_line }) =>
      plain(
        readAnswer(await workspace.read(path, { start: start_line ?? undefined, end: end_line ?? undefined, maxChars: limits.readChars })),
      ),
    ),
    edit: handler(toolArguments.edit, edit),
    run_tests: handler(toolArguments.run_tests, runTests),
    try_edits: handler(forEngine ? engineTryEdits : toolArguments.try_edits, tryEdits),
    give_up: handler(toolArguments.give_up, async (gaveUp) => ({ ...plain('{"ok":true}'), gaveUp })),
  };

  const call = async ({ name, arguments: json }: FunctionCall, signal: AbortSignal): Promise<ToolAnswer> => {
    if (!isToolName(name)) {
      return plain(errorAnswer(`There is no tool '${name}'. The tools are: ${Object.keys(toolArguments).join(', ')}.`));
    }
    const parsed = parseArguments(json);
    if (parsed === null) return plain(errorAnswer(`The arguments of ${name} are not a JSON object. Send the call again with valid JSON.`));
    return handlers[name](withNulls(name, parsed), signal);
  };

  return { call };
}

type Handler = (args: unknown, signal: AbortSignal) => Promise<ToolAnswer>;

function handler<Args>(schema: z.ZodType<Args>, run: (args: Args, signal: AbortSignal) => Promise<ToolAnswer>): Handler {
  return async (args, signal) => {
    const checked = schema.safeParse(args);
    if (checked.success) return run(checked.data, signal);
    return plain(errorAnswer(`Wrong arguments: ${issuesOf(checked.error.issues)}. Send the call again, corrected.`));
  };
}

function refuseTestRun(budget: Budget): string | null {
  const limit = budget.refuses({ testRuns: 1 });
  if (limit === null) {
    budget.spendTestRun();
    return null;
  }
  return limit === 'testRuns'
    ? `All ${budget.limits.testRuns} test runs are used. Finish with what you know, or give_up with a diagnosis.`
    : 'The time for tests is used up. Finish with what you know, or give_up with a diagnosis.';
}

/** `green` when that is known before the run ends. */
function sooner<T>(run: Promise<T>, green: Promise<boolean>): Promise<T | 'green'> {
  return Promise.race([run, green.then<T | 'green'>((is) => (is ? 'green' : run))]);
}

function tooManyLines(lines: number, most: number): string {
  return `The patch would change ${lines} lines; at most ${most} are allowed. Make a smaller change.`;
}

function plain(output: string): ToolAnswer {
  return { output, testSeconds: 0 };
}

type AnyEdit = TryEditsArguments['candidates'][number]['edits'][number];

function toEdit(edit: AnyEdit): Edit {
  return 'old_text' in edit
    ? { path: edit.path, oldText: edit.old_text, newText: edit.new_text }
    : { path: edit.path, start: edit.start, end: edit.end, text: edit.text };
}

function parseArguments(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Endpoints without strict schemas leave optional arguments out: absent means null. */
function withNulls(name: ToolName, args: Record<string, unknown>): Record<string, unknown> {
  const missing = Object.keys(toolArguments[name].shape).filter((key) => !(key in args));
  return { ...args, ...Object.fromEntries(missing.map((key) => [key, null])) };
}

function issuesOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'the arguments'}: ${issue.message}`)
    .join('; ');
}

function messagesOf(run: TestRun): string {
  return run.results
    .filter((result) => result.status === 'failed')
    .map((result) => `${result.id}: ${result.message ?? ''}`)
    .join('\n');
}
