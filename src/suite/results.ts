// Makes results with stable ids out of what the runners reported.
import { inAnyTree, type Place, parseFrames, relativeToRoot, withoutRoot } from './frames.ts';
import { isTestFile } from './test-files.ts';
import { clip, plain } from './text.ts';
import type { Counts, Frame, TestId, TestResult, TestStatus } from './types.ts';

/** What a failure says of which the runner tells no more. */
export const NO_WORDS = 'failed';

/** A result as a runner tells it: paths and texts as printed. */
export interface RawResult {
  readonly file: string | null;
  /** False when the runner tells the file of failing tests only: an id must not depend on the outcome. */
  readonly fileInId?: boolean;
  /** Where no file is told: whether it is that of the outermost call in the stack of a failure, of the tests or else of the repository. */
  readonly fileByCallers?: boolean;
  /** Describe blocks and the test's own name. */
  readonly path: readonly string[];
  /** What the runner's name filter takes. */
  readonly name: string;
  readonly status: TestStatus;
  readonly line?: number | null;
  readonly seconds?: number | null;
  readonly message?: string | null;
  readonly stack?: string | null;
  readonly expected?: string | null;
  readonly actual?: string | null;
  /** Where they are known already: traces of other languages are not parsed here. */
  readonly frames?: readonly Frame[];
}

/** Last part of the id of a failure outside of tests: it passes by not being there any more. */
export const fileLevel = '(file)';
export const crashed = '(crash)';
export const suiteLevel = '(suite)';

/** Whether `id` names no test of its own, but a crash, a hook or the whole command. */
export function isOutsideOfTests(id: string): boolean {
  return /(?:^| > )\((?:file|crash|suite)\)(?: \(\d+\))?$/.test(id) || / > "(?:before|after)(?: each| all)?" hook\b[^>]*$/.test(id);
}

/** Whether `id` stands for a whole file: one that could not be loaded, or failed between its tests. */
export function isWholeFile(id: string): boolean {
  return id.endsWith(` > ${fileLevel}`);
}

/** Names under which tape reports that a test did not come to its end, or went past it: assertions that a passing run does not have. */
export function isAboutTheEnd(name: string): boolean {
  return /^(?:test exited without ending: |\.end\(\) already called|\.end\(\) called twice|plan != count$)/.test(name);
}

/** Turns raw results into results; the same id a second time gets ` (2)`. */
export class ResultBuilder {
  readonly #place: Place;
  readonly #seen = new Map<string, number>();
  readonly results: TestResult[] = [];

  constructor(place: Place) {
    this.#place = place;
  }

  add(raw: RawResult): TestResult {
    const place = this.#place;
    const wanted = idOf(raw.fileInId === false ? null : raw.file, raw.path, place);
    const count = (this.#seen.get(wanted) ?? 0) + 1;
    this.#seen.set(wanted, count);
    const failed = raw.status === 'failed';
    const stack = failed && raw.stack ? clip(withoutRoot(plain(raw.stack), place), 16_000) : null;
    const frames = raw.frames ?? (stack === null ? [] : parseFrames(plain(raw.stack ?? ''), place));
    const file = raw.file !== null ? relativeToRoot(raw.file, place).path : raw.fileByCallers ? outermost(frames) : null;
    const result: TestResult = {
      id: count === 1 ? wanted : `${wanted} (${count})`,
      name: inAnyTree(raw.name, place),
      file,
      line: lineIn(file, raw.line ?? null, frames),
      status: raw.status,
      seconds: raw.seconds ?? null,
      message: failed ? clip(withoutRoot(plain(raw.message ?? NO_WORDS), place), 8_000) : null,
      stack,
      frames,
      expected: failed ? readable(raw.expected, place) : null,
      actual: failed ? readable(raw.actual, place) : null,
    };
    this.results.push(result);
    return result;
  }
}

/** `file > describe > test`, the same wherever the root lies. */
export function idOf(file: string | null, path: readonly string[], place: Place): TestId {
  const names = path.map((part) => clip(withoutRoot(plain(part), place).replace(/\s+/g, ' ').trim(), 500));
  return [...(file === null ? [] : [relativeToRoot(file, place).path]), ...names].join(' > ');
}

function readable(text: string | null | undefined, place: Place): string | null {
  return text === null || text === undefined ? null : clip(withoutRoot(plain(text), place), 4_000);
}

function outermost(frames: readonly Frame[]): string | null {
  const own = frames.filter(({ inRepository }) => inRepository);
  return (own.findLast(({ file }) => isTestFile(file)) ?? own.at(-1))?.file ?? null;
}

function lineIn(file: string | null, line: number | null, frames: readonly Frame[]): number | null {
  return line ?? frames.find((frame) => frame.file === file)?.line ?? null;
}

export function countResults(results: readonly TestResult[]): Counts {
  const of = (status: TestStatus): number => results.filter((result) => result.status === status).length;
  const passed = of('passed');
  const failed = of('failed');
  return { executed: passed + failed, passed, failed, skipped: of('skipped') + of('todo') };
}
