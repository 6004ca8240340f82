// Judges candidates of a compiled language: many are compiled at once, and the program that comes of it is run for each of them.
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Suite, TestResult, TestRun } from '../../suite/index.ts';
import { type Edit, type Preview, type Replica, readPlainFile } from '../../workspace/index.ts';
import { textOf } from '../differences.ts';
import { timeLimit } from '../judge.ts';
import type { Lane, WarmVerdict } from '../lane.ts';
import type { Candidate, PrepareOptions } from '../types.ts';
import { type Course, failingCourse } from '../warm/course.ts';
import type { CompiledLanguage, Told } from './language.ts';
import { folderVariable, numbersVariable, runnerName, runnerSource } from './runner-source.ts';
import { blamed, type Change, Sources, type Switched } from './switched.ts';

/** How often what does not compile is left out and the rest compiled again: a compiler tells of types first, and of more where these are right. */
const mostRounds = 6;
/** For each candidate, on top of what building and running takes. */
const eachMs = 1_000;
const mostMs = 15 * 60_000;
/** Bytes read of what one candidate's tests print, and of what a compiler says. */
const mostPrinted = 2 ** 20;
const mostComplaints = 16 * 2 ** 20;

/** What is left to be compiled, by path. */
type Changes = ReadonlyMap<string, { readonly before: string; readonly changes: readonly Change[] }>;

export class CompiledLane implements Lane {
  readonly #language: CompiledLanguage;
  readonly #suite: Suite;
  readonly #replica: Replica;
  readonly #options: PrepareOptions;
  #course: Course;
  /** Null where several tests have the name. */
  readonly #known: ReadonlyMap<string, TestResult | null>;
  readonly #sources: Sources;
  readonly #ofCompiler = new Map<string, Promise<boolean>>();
  starts = 0;
  unfit: string | null = null;

  constructor(language: CompiledLanguage, suite: Suite, replica: Replica, options: PrepareOptions) {
    this.#language = language;
    this.#suite = suite;
    this.#replica = replica;
    this.#options = options;
    this.#course = failingCourse(options);
    this.#known = byKey([...options.baseline.results, ...options.failing], (result) =>
      this.#keyOf(posix.dirname(result.file ?? '.'), result.name),
    );
    this.#sources = new Sources(language);
  }

  #keyOf(folder: string, name: string): string {
    return this.#language.namesAreOfFolders ? `${folder}\n${name}` : name;
  }

  /** Nothing can be built before the candidates are known. */
  async prepare(): Promise<void> {}

  async close(): Promise<void> {}

  async judge(candidates: readonly Candidate[], signal: AbortSignal): Promise<(WarmVerdict | null)[]> {
    const verdicts = new Map<number, WarmVerdict>();
    let changes = await this.#changesOf(candidates, verdicts);
    for (let round = 0; changes.size > 0 && this.unfit === null && !signal.aborted; round += 1) {
      const failed = round < mostRounds ? await this.#round(changes, verdicts, signal) : 'what does not compile cannot be told apart';
      if (typeof failed === 'string') this.unfit = failed;
      else if (failed === null) break;
      else changes = without(changes, failed, verdicts);
    }
    await this.#replica.apply([]);
    const left = this.unfit === null ? null : ({ kind: 'unseen' } as const);
    return candidates.map((_, index) => verdicts.get(index + 1) ?? left);
  }

  /** Changes by path, under the candidate's place plus one. What cannot stand beside others is `unseen`. */
  async #changesOf(candidates: readonly Candidate[], verdicts: Map<number, WarmVerdict>): Promise<Changes> {
    const changes = new Map<string, { readonly before: string; readonly changes: Change[] }>();
    const previews = await this.#replica.preview(candidates.map(({ edits }) => edits));
    for (const [index, preview] of previews.entries()) {
      const number = index + 1;
      if (!preview.ok) {
        verdicts.set(number, { kind: 'invalid', reason: preview.reason });
        continue;
      }
      const found = await this.#changeOf(preview, number);
      if (found === null) {
        verdicts.set(number, { kind: 'unseen' });
        continue;
      }
      const there = changes.get(found.path);
      if (there === undefined) changes.set(found.path, { before: found.change.before, changes: [found.change] });
      else there.changes.push(found.change);
    }
    return changes;
  }

  async #changeOf(
    preview: Extract<Preview, { ok: true }>,
    number: number,
  ): Promise<{ readonly path: string; readonly change: Change } | null> {
    const [file, ...others] = preview.files;
    if (file === undefined || others.length > 0 || !this.#language.isSource(file.path)) return null;
    if (await this.#isOfCompiler(posix.dirname(file.path))) return null;
    const [before, after] = [plainText(file.before), plainText(file.after)];
    if (before === null || after === null) return null;
    const change = { number, before, after };
    return this.#sources.alternativeOf(change) === null ? null : { path: file.path, change };
  }

  /** Whether what lies in this folder runs inside of the compiler: by the nearest manifest. */
  #isOfCompiler(folder: string): Promise<boolean> {
    const { manifest } = this.#language;
    if (manifest === undefined) return Promise.resolve(false);
    const known = this.#ofCompiler.get(folder);
    if (known !== undefined) return known;
    const look = async (): Promise<boolean> => {
      const text = await readPlainFile(join(await realpath(this.#replica.root), folder, manifest.name), mostPrinted);
      if (text !== null) return manifest.isOfCompiler(text);
      return folder !== '.' && (await this.#isOfCompiler(posix.dirname(folder)));
    };
    const looking = look();
    this.#ofCompiler.set(folder, looking);
    return looking;
  }

  /** Null when it ran; the candidates that do not compile, with the compiler's words; or why none can be judged like this. */
  async #round(
    changes: Changes,
    verdicts: Map<number, WarmVerdict>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, string> | string | null> {
    this.starts += 1;
    const texts = new Map([...changes].map(([path, one]) => [path, this.#sources.together(one.before, one.changes)]));
    const applied = await this.#replica.apply(this.#editsOf(changes, texts));
    if (!applied.ok) return applied.reason;
    const numbers = [...changes.values()].flatMap((one) => one.changes.map(({ number }) => number)).sort((a, b) => a - b);
    const folder = await mkdtemp(join(this.#replica.root, '..', 'compiled-'));
    try {
      const run = await this.#run(folder, numbers, signal);
      if (signal.aborted) return null;
      const complaints = run.exitCode === 0 || run.timedOut ? [] : await this.#complaintsOf(run);
      if (complaints.length > 0)
        return (
          blamed(complaints, texts, this.#suite.plan.directory) ??
          `the unchanged code does not compile in it: ${complaints[0]?.message ?? ''}`
        );
      const root = await realpath(this.#replica.root);
      const runs = await realpath(join(folder, 'runs'));
      const unchanged = await endingOf(runs, root, 0);
      if (unchanged === null) return 'the tests ran as ever: nothing took them over';
      const asItIs = this.#runOf(unchanged);
      this.#narrow(asItIs);
      const unlike = this.#course.unlike(asItIs);
      if (unlike !== null) return unlike;
      let hasEnded = false;
      for (const number of numbers) {
        const ending = await endingOf(runs, root, number);
        if (ending !== null) verdicts.set(number, this.#course.verdictOf(this.#runOf(ending)) ?? { kind: 'maybe' });
        // The one that was running when the time was up, or that ended what ran it.
        else if (!hasEnded) {
          verdicts.set(number, { kind: 'red' });
          hasEnded = true;
        }
      }
      return null;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Failing tests that are not part of the program, as those in documentation, are run when a candidate is confirmed. */
  #narrow({ results }: TestRun): void {
    const ran = new Set(results.map(({ id }) => id));
    const failing = this.#options.failing.filter(({ id }) => ran.has(id));
    if (failing.length > 0) this.#course = failingCourse({ ...this.#options, failing });
  }

  #editsOf(changes: Changes, texts: ReadonlyMap<string, Switched>): Edit[] {
    const beside = new Map<string, string>();
    const edits: Edit[] = [];
    for (const [path, { before }] of changes) {
      edits.push({ path, start: 0, end: before.length, text: texts.get(path)?.text ?? before });
      const own = this.#language.beside(path, this.#sources.codeOf(before));
      if (own !== null) beside.set(own.path, own.text);
    }
    return [...edits, ...[...beside].map(([path, newText]): Edit => ({ path, oldText: '', newText }))];
  }

  async #run(folder: string, numbers: readonly number[], signal: AbortSignal): Promise<TestRun> {
    const file = join(folder, runnerName);
    const own = join(folder, 'runs');
    await mkdir(own);
    await writeFile(file, runnerSource(this.#language.limited), { mode: 0o755 });
    using _slot = await this.#suite.slots.take({ later: true, signal });
    return await this.#suite.run(this.#replica.root, {
      scope: 'failing',
      failing: this.#options.failing,
      companion: {
        file,
        folder,
        env: { [folderVariable]: own, [numbersVariable]: numbers.join(' ') },
        flags: this.#language.flags,
      },
      timeoutMs: Math.min(mostMs, timeLimit(4 * this.#options.failingSeconds) + 10_000 + numbers.length * eachMs),
      signal,
    });
  }

  async #complaintsOf({ outputFile, tail }: TestRun): Promise<ReturnType<CompiledLanguage['complaints']>> {
    const printed = outputFile === null ? tail : (await readPlainFile(outputFile, mostComplaints)) || tail;
    return this.#language.complaints(printed);
  }

  #runOf({ folders, exitCode }: Ending): TestRun {
    const told = folders.flatMap(({ folder, output }) => withOwnWords(this.#language.results(output)).map((one) => ({ ...one, folder })));
    const results = told.flatMap(({ folder, name, status }): TestResult[] => {
      const known = this.#known.get(this.#keyOf(folder, name)) ?? null;
      return known === null ? [] : [{ ...known, status, message: null, stack: null, frames: [], expected: null, actual: null }];
    });
    const count = (status: Told['status']): number => results.filter((result) => result.status === status).length;
    const green = exitCode === 0;
    // A program that ends in failure without a test that failed has not shown anything.
    const believed = green || count('failed') > 0 ? results : [];
    return {
      command: this.#suite.plan.testCommand,
      exitCode,
      timedOut: false,
      aborted: false,
      green,
      reader: 'report',
      results: believed,
      counts: { executed: count('passed') + count('failed'), passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
      failing: believed.filter(({ status }) => status === 'failed').map(({ id }) => id),
      seconds: 0,
      tail: '',
      outputFile: null,
      coverage: null,
    };
  }
}

function byKey(results: readonly TestResult[], keyOf: (result: TestResult) => string): ReadonlyMap<string, TestResult | null> {
  const known = new Map<string, TestResult | null>();
  for (const result of results) {
    const there = known.get(keyOf(result));
    known.set(keyOf(result), there === undefined || there?.id === result.id ? result : null);
  }
  return known;
}

/** A test fails with its subtests; where these say why, it counts as passed, as in any run. */
function withOwnWords(told: readonly Told[]): readonly Told[] {
  const failed = told.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return told.map((one) =>
    one.status === 'failed' && failed.some((name) => name.startsWith(`${one.name}/`)) ? { ...one, status: 'passed' } : one,
  );
}

/** Leaves out what does not compile. */
function without(changes: Changes, failed: ReadonlyMap<number, string>, verdicts: Map<number, WarmVerdict>): Changes {
  for (const [number, reason] of failed) verdicts.set(number, { kind: 'invalid', reason: `It does not compile: ${reason}` });
  const left = [...changes].map(
    ([path, one]) => [path, { ...one, changes: one.changes.filter(({ number }) => !failed.has(number)) }] as const,
  );
  return new Map(left.filter(([, one]) => one.changes.length > 0));
}

/** How the tests of one candidate ended, in each package. */
interface Ending {
  readonly folders: readonly { readonly folder: string; readonly output: string }[];
  readonly exitCode: number;
}

/** What the program in between has written for each candidate. It runs beside the repository's code, so nothing in it is sure. */
async function endingOf(runs: string, root: string, number: number): Promise<Ending | null> {
  const folders: { folder: string; output: string }[] = [];
  let exitCode = 0;
  for (const name of await readdir(runs).catch(() => [])) {
    const [folder, output, code] = await Promise.all(
      ['folder', `${number}.out`, `${number}.code`].map((file) => readPlainFile(join(runs, name, file), mostPrinted)),
    );
    // One package that was not reached leaves the candidate without a verdict.
    if (folder === null || code === null || !/^\d+\s*$/.test(code ?? '')) return null;
    folders.push({ folder: posix.relative(root, folder?.trim() ?? '') || '.', output: output ?? '' });
    exitCode = Math.max(exitCode, Number(code));
  }
  return folders.length === 0 ? null : { folders, exitCode };
}

/** Null when the bytes are no UTF-8, or lines end in another way than `\n`. */
function plainText(bytes: Uint8Array | null): string | null {
  const text = bytes === null ? undefined : textOf(bytes);
  return text === undefined || text.includes('\r') || text.startsWith('\ufeff') ? null : text;
}
