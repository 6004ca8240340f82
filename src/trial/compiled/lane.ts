// Judges candidates of a compiled language: many are compiled at once, and the program that comes of it is run for each of them.
import { realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Companion, Suite, TestResult, TestRun } from '../../suite/index.ts';
import { type Edit, type Preview, type Replica, readPlainFile } from '../../workspace/index.ts';
import { textOf } from '../differences.ts';
import { timeLimit } from '../judge.ts';
import type { Lane, WarmVerdict } from '../lane.ts';
import type { Candidate, PrepareOptions } from '../types.ts';
import { type Course, failingCourse } from '../warm/course.ts';
import { Batch, type Ending } from './batch.ts';
import type { CompiledLanguage, Complaint, Told } from './language.ts';
import { type Blamed, blamed, type Change, Sources, type Switched } from './switched.ts';

/**
 * How often what does not compile is left out and the rest compiled again, before whole files are: a compiler tells of syntax first, of types
 * where that is right, and of more where these are. It tells of all packages at once.
 */
const mostRounds = 6;
/** For each candidate, on top of what building and running takes. */
const eachMs = 1_000;
const mostMs = 15 * 60_000;
/** Bytes read of what a compiler prints, and of a manifest. */
const mostPrinted = 16 * 2 ** 20;

interface Changed {
  readonly before: string;
  readonly changes: readonly Change[];
}

/** What is left to be compiled, by path. */
type Changes = ReadonlyMap<string, Changed>;

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
    const changes = await this.#changesOf(candidates, verdicts);
    if (changes.size > 0) await this.#judgeTogether(changes, verdicts, signal);
    const left = this.unfit === null ? null : ({ kind: 'unseen' } as const);
    return candidates.map((_, index) => verdicts.get(index + 1) ?? left);
  }

  async #judgeTogether(changes: Changes, verdicts: Map<number, WarmVerdict>, signal: AbortSignal): Promise<void> {
    const unchanged = new Map([...changes].map(([path, { before }]) => [path, before]));
    await using batch = await Batch.open(this.#language, this.#replica.root, unchanged);
    let left = changes;
    for (let round = 0; left.size > 0 && this.unfit === null && !signal.aborted; round += 1) {
      const failed = await this.#round(batch, left, verdicts, signal);
      if (typeof failed === 'string') this.unfit = failed;
      else if (failed === null) break;
      else left = without(left, failed, verdicts, round < mostRounds ? 'candidates' : 'files');
    }
    await this.#replica.apply([]);
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

  /** Null when it ran; the candidates that do not compile; or why none can be judged like this. */
  async #round(batch: Batch, changes: Changes, verdicts: Map<number, WarmVerdict>, signal: AbortSignal): Promise<Blamed | string | null> {
    this.starts += 1;
    const texts = new Map([...changes].map(([path, one]) => [path, this.#sources.together(one.before, one.changes)]));
    const applied = await this.#replica.apply(this.#editsOf(changes, texts));
    if (!applied.ok) return applied.reason;
    const numbers = [...changes.values()].flatMap((one) => one.changes.map(({ number }) => number)).sort((a, b) => a - b);
    const run = await this.#run(await batch.next(numbers), numbers.length, signal);
    const complaints = await complaintsAbout(run, batch);
    if (complaints.length > 0) {
      if (signal.aborted) return null;
      return (
        blamed(complaints, texts, this.#suite.plan.directory) ??
        `the unchanged code does not compile in it: ${complaints[0]?.message ?? ''}`
      );
    }
    const unchanged = await batch.endingOf(0);
    if (unchanged === null) return signal.aborted ? null : 'the tests ran as ever: nothing took them over';
    const asItIs = this.#runOf(unchanged);
    this.#narrow(asItIs);
    const unlike = this.#course.unlike(asItIs);
    if (unlike !== null) return signal.aborted ? null : unlike;
    let hasEnded = signal.aborted;
    for (const number of numbers) {
      const ending = await batch.endingOf(number);
      if (ending !== null) verdicts.set(number, this.#course.verdictOf(this.#runOf(ending)) ?? { kind: 'maybe' });
      // The one that was running when the time was up, or that ended what ran it.
      else if (!hasEnded) {
        verdicts.set(number, { kind: 'red' });
        hasEnded = true;
      }
    }
    return null;
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

  async #run(companion: Companion, count: number, signal: AbortSignal): Promise<TestRun> {
    using _slot = await this.#suite.slots.take({ later: true, signal });
    return await this.#suite.run(this.#replica.root, {
      scope: 'failing',
      failing: this.#options.failing,
      companion,
      timeoutMs: Math.min(mostMs, timeLimit(4 * this.#options.failingSeconds) + 10_000 + count * eachMs),
      signal,
    });
  }

  #runOf({ programs, exitCode }: Ending): TestRun {
    const told = programs.flatMap(({ folder, output }) => withOwnWords(this.#language.results(output)).map((one) => ({ ...one, folder })));
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

/** By package; where there is nothing of that, as what was printed says. */
async function complaintsAbout({ exitCode, timedOut, outputFile, tail }: TestRun, batch: Batch): Promise<readonly Complaint[]> {
  const complaints = await batch.complaints();
  if (complaints.length > 0 || exitCode === 0 || timedOut) return complaints;
  return batch.complaintsIn(outputFile === null ? tail : (await readPlainFile(outputFile, mostPrinted)) || tail);
}

/** Leaves out what does not compile: these candidates alone, or all that change the same files. */
function without(changes: Changes, { invalid, unseen }: Blamed, verdicts: Map<number, WarmVerdict>, what: 'candidates' | 'files'): Changes {
  for (const [number, reason] of invalid) verdicts.set(number, { kind: 'invalid', reason: `It does not compile: ${reason}` });
  for (const number of unseen) verdicts.set(number, { kind: 'unseen' });
  const left = new Map<string, Changed>();
  for (const [path, one] of changes) {
    const kept = one.changes.filter(({ number }) => !invalid.has(number) && !unseen.has(number));
    if (kept.length === one.changes.length || (what === 'candidates' && kept.length > 0)) left.set(path, { ...one, changes: kept });
    else for (const { number } of kept) verdicts.set(number, { kind: 'unseen' });
  }
  return left;
}

/** Null when the bytes are no UTF-8, or lines end in another way than `\n`. */
function plainText(bytes: Uint8Array | null): string | null {
  const text = bytes === null ? undefined : textOf(bytes);
  return text === undefined || text.includes('\r') || text.startsWith('\ufeff') ? null : text;
}
