// Test files that have to do with a change: by imports in Python, Go and Rust, by declared names in the languages that find their files by
// them, by the names that tests mention in others. Whatever a language cannot tell widens the choice to all tests.
import { posix } from 'node:path';
import { isTestFile } from '../../test-files.ts';
import type { TestResult } from '../../types.ts';
import { crateTestsOf } from './crates.ts';
import { goTestsOf } from './go-imports.ts';
import { usersOf } from './names.ts';
import { importersOf } from './python-imports.ts';
import { escapeRegex, SourceIndex } from './source-index.ts';

const maxTests = 3000;

/**
 * Files of failing tests and those that reach a changed file. Paths are relative to the root. Null when a smaller part could miss
 * something: all tests have to be run.
 */
export async function relatedFiles(
  root: string,
  directory: string,
  changed: readonly string[],
  failing: readonly TestResult[],
): Promise<string[] | null> {
  if (changed.length === 0) return null;
  const sources = new SourceIndex(root);
  const below = directory === '' ? '' : `${directory}/`;
  const tests = (await sources.files()).filter((file) => file.startsWith(below) && isTestFile(file));
  if (tests.length > maxTests) return null;
  const related = new Set(failing.flatMap(({ file }) => (file === null ? [] : [file])));
  for (const path of changed) {
    const own = await testsReaching(path, { tests, directory, sources });
    // What no test is seen to reach may be reached in another way.
    if (own === null || own.length === 0) return null;
    for (const test of own) related.add(test);
  }
  // Rust's tests stand in the sources too.
  const areAll = tests.every((test) => related.has(test)) && !changed.some((path) => path.endsWith('.rs'));
  return areAll ? null : [...related];
}

interface Tree {
  readonly tests: readonly string[];
  readonly directory: string;
  readonly sources: SourceIndex;
}

async function testsReaching(path: string, tree: Tree): Promise<readonly string[] | null> {
  const { tests, directory, sources } = tree;
  // What is not compiled or loaded as a source is read by its name, from wherever: data, templates, manifests.
  if (!(await sources.has(path))) return null;
  if (path.endsWith('.go')) return goTestsOf(path, directory, sources);
  if (path.endsWith('.rs')) return crateTestsOf(path, sources);
  if (path.endsWith('.py')) return pythonTestsOf(path, { ...tree, tests: tests.filter((test) => isPythonTest.test(test)) });
  const users = await usersOf(path, directory, sources);
  if (users === null) return null;
  return users === undefined ? mentioning(path, tree) : tests.filter((test) => test === path || users.has(test));
}

/** What helps tests lies beside them and holds none. */
const isPythonTest = /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests?)\.py$/;

/** By imports and by the names that tests mention; a conftest takes part in every test below it. */
async function pythonTestsOf(path: string, tree: Tree): Promise<readonly string[] | null> {
  const importers = await importersOf([path], tree.sources);
  if (importers === null) return null;
  const shared = [path, ...importers].filter((file) => posix.basename(file) === 'conftest.py').map((file) => posix.dirname(file));
  const isShared = (test: string): boolean => shared.some((folder) => folder === '.' || test.startsWith(`${folder}/`));
  return [...tree.tests.filter((test) => importers.has(test) || isShared(test)), ...(await mentioning(path, tree))];
}

async function mentioning(path: string, { tests, sources }: Tree): Promise<string[]> {
  const stem = posix.basename(path).replace(/\.\w+$/, '');
  // `__init__`, `mod`, `lib`, `index`: everything below their folder goes through them.
  if (/^(?:__init__|__main__|mod|lib|main|index|conftest|application|base)$/.test(stem)) return [];
  const pattern = new RegExp(`\\b${escapeRegex(stem)}\\b`, 'i');
  const found: string[] = [];
  for (const test of tests) {
    const mentions = pattern.test(((await sources.lines(test)) ?? []).join('\n').slice(0, 500_000));
    if (test === path || mentions || pattern.test(posix.basename(test).replaceAll('_', ' '))) found.push(test);
  }
  return found;
}
