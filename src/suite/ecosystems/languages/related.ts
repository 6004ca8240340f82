// Test files that have to do with a change: by their imports in Python, by the names that tests mention in other languages.
import { posix } from 'node:path';
import { isTestFile } from '../../test-files.ts';
import type { TestResult } from '../../types.ts';
import { importersOf } from './python-imports.ts';
import { escapeRegex, SourceIndex } from './source-index.ts';

const maxTests = 3000;

/**
 * Files of failing tests, those that reach a changed file by their imports, those beside it, and those that mention a changed module by name. Paths are relative to
 * the root. Null when a smaller part could miss something: all tests have to be run.
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
  if (tests.length === 0 || tests.length > maxTests) return null;
  const related = new Set(failing.flatMap(({ file }) => (file === null ? [] : [file])));
  for (const path of changed) {
    const own = [...(await importingTests(path, tests, sources)), ...(await testsOf(path, tests, sources))];
    // What no test mentions may be reached in another way.
    if (own.length === 0) return null;
    for (const test of own) related.add(test);
  }
  return related.size >= tests.length ? null : [...related];
}

/** In Python, where what helps tests lies beside them and holds none. */
async function importingTests(path: string, tests: readonly string[], sources: SourceIndex): Promise<string[]> {
  const importers = path.endsWith('.py') ? await importersOf([path], sources) : null;
  if (importers === null) return [];
  return tests.filter((test) => importers.has(test) && /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests?)\.py$/.test(test));
}

async function testsOf(path: string, tests: readonly string[], sources: SourceIndex): Promise<string[]> {
  if (tests.includes(path)) return [path];
  const stem = posix.basename(path).replace(/\.\w+$/, '');
  // `__init__`, `mod`, `lib`, `index`: everything below their folder goes through them.
  if (/^(?:__init__|__main__|mod|lib|main|index|conftest|application|base)$/.test(stem)) return [];
  const pattern = new RegExp(`\\b${escapeRegex(stem)}\\b`, 'i');
  const found: string[] = [];
  for (const test of tests) {
    const isBeside = path.endsWith('.go') && posix.dirname(test) === posix.dirname(path);
    const mentions = isBeside || pattern.test(((await sources.lines(test)) ?? []).join('\n').slice(0, 500_000));
    if (mentions || pattern.test(posix.basename(test).replaceAll('_', ' '))) found.push(test);
  }
  return found;
}
