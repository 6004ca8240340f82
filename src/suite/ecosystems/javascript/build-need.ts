// Whether the tests load what a build writes: then an edit shows only after the next build.
import { join, posix } from 'node:path';
import { readText } from '../../files.ts';
import { isTestFile } from '../../test-files.ts';
import { ImportGraph, listFiles } from './imports.ts';
import type { Manifest } from './manifest.ts';
import { readTestLine } from './test-line.ts';

const lookedAt = 30;

/** The first test file, of some, that loads a file which is not there or is ignored by git as an output, and what it loads; null when none does. */
export async function loadsBuilt(root: string, directory: string): Promise<{ readonly file: string; readonly output: string } | null> {
  const ignored = await ignoredFolders(root, directory);
  const graph = new ImportGraph(root, join(root, directory));
  for (const file of (await listFiles(root, directory, isTestFile)).slice(0, lookedAt)) {
    const { files, missing } = await graph.imports(file);
    const output = [...missing, ...files].find((path) => isOutput(path, directory, ignored));
    if (output !== undefined) return { file, output };
  }
  return null;
}

/** The first word of `command` that names a file or files of an output, where the tests themselves are built; null when none does. */
export async function runsBuilt(root: string, directory: string, command: string, scripts: Manifest['scripts']): Promise<string | null> {
  const ignored = await ignoredFolders(root, directory);
  const line = readTestLine(command, scripts);
  const words = [...(line?.runners.values() ?? [])].flatMap(({ args }) => args.map(({ value }) => value ?? ''));
  return (
    words.find((word) => !word.startsWith('-') && word.includes('/') && isOutput(posix.join(directory, word), directory, ignored)) ?? null
  );
}

/** Whether what others load of the package is an output: its entry lies in a folder that git ignores. */
export async function isBuilt(root: string, directory: string, manifest: Manifest): Promise<boolean> {
  const ignored = await ignoredFolders(root, directory);
  const entries = [manifest.main, ...texts(manifest.exports)].filter((entry) => entry !== undefined);
  return entries.some((entry) => isOutput(posix.join(directory, entry), directory, ignored));
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

function isOutput(path: string, directory: string, ignored: ReadonlySet<string>): boolean {
  const [first] = posix.relative(directory, path).split('/');
  return first !== undefined && ignored.has(first);
}

/** Top folders of the package that a .gitignore names by themselves: `dist`, `/lib/`, `build`. */
async function ignoredFolders(root: string, directory: string): Promise<ReadonlySet<string>> {
  const files = [...new Set(['', directory])].map((folder) => join(root, folder, '.gitignore'));
  const found = await Promise.all(files.map((file) => readText(file, 1 << 20)));
  const names = found
    .flatMap((text) => (text ?? '').split('\n'))
    .map((line) => /^(?:\*\*)?\/?([\w.-]+)(?:\/(?:\*\*?)?)?\s*$/.exec(line)?.[1]);
  return new Set(names.flatMap((name) => (name === undefined || name === 'node_modules' ? [] : [name])));
}

/** The script that builds, without one that also tests; null when there is none. */
export function buildScript(scripts: Manifest['scripts']): string | null {
  const tests = /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:t|tst|test\S*)(?:\s|$)|\b(?:mocha|jest|vitest|ava|tape|jasmine)\b|--test\b/;
  return (
    ['build', 'compile', 'build:test', 'tsc', 'transpile'].find((name) => scripts[name] !== undefined && !tests.test(scripts[name])) ?? null
  );
}
