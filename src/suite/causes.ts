// Which failures have one cause: told by where the code failed, not by what the tests are called.
import { posix } from 'node:path';
import { ecosystems } from './ecosystems/index.ts';
import { isTestFile } from './test-files.ts';
import type { TestId, TestResult } from './types.ts';

/** Failures that one fix should turn green. */
export interface Cause {
  /** What they share, for people: `cannot find left-pad`, `total in src/cart.js`. */
  readonly what: string;
  /** Folder of the package they belong to; '' is the root. */
  readonly package: string;
  readonly tests: readonly TestId[];
}

/**
 * Groups failures by package and, within it, by what they share, the surest sign first: a module that is not found, the innermost frame of
 * the repository's own code, the words of an error that is no assertion, the test file. `paths` are the files of the repository. The
 * largest group comes first.
 */
export function causesOf(failing: readonly TestResult[], paths: readonly string[]): readonly Cause[] {
  const manifests = new Set(paths.filter((path) => ecosystems.some((each) => each.isManifest(posix.basename(path)))).map(folderOf));
  const groups = new Map<string, { readonly what: string; readonly package: string; readonly tests: TestId[] }>();
  for (const test of failing) {
    const what = sign(test);
    const home = packageOf(test.file ?? ownFrame(test)?.file ?? '', manifests);
    const key = JSON.stringify([home, what]);
    const group = groups.get(key) ?? { what, package: home, tests: [] };
    group.tests.push(test.id);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.tests.length - a.tests.length || compare(a.package, b.package) || compare(a.what, b.what));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function sign(test: TestResult): string {
  const module = missingModule(test.message ?? '');
  if (module !== null) return `cannot find ${module}`;
  const frame = ownFrame(test);
  if (frame !== null) return `${frame.function ?? `line ${frame.line}`} in ${frame.file}`;
  const words = steadyWords(test.message ?? '');
  const isAssertion = test.expected !== null || test.actual !== null || /assert|expected/i.test(words);
  if (words !== '' && !isAssertion) return words;
  return `tests of ${test.file ?? 'no file'}`;
}

function missingModule(message: string): string | null {
  const found =
    /(?:Cannot find (?:module|package)|No module named|cannot find package|Could not resolve)\s+['"`]([^'"`]{1,200})['"`]/i.exec(message);
  const name = found?.[1] ?? null;
  // An absolute path differs from run to run: its end does not.
  return name === null ? null : posix.isAbsolute(name) ? posix.basename(name) : name;
}

/** The innermost frame of the repository that is no test's. */
function ownFrame({ frames }: TestResult): TestResult['frames'][number] | null {
  return frames.find(({ inRepository, file }) => inRepository && !isTestFile(file)) ?? null;
}

/** The first line of a message, without what differs from one test to the next. */
function steadyWords(message: string): string {
  const [line = ''] = message.trim().split('\n', 1);
  return line.replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, 120);
}

function packageOf(file: string, manifests: ReadonlySet<string>): string {
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) if (manifests.has(folder)) return folder;
  return '';
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}
