// Which Python files reach a changed one by their imports. Text, not syntax: an import in a comment only selects a test too many.
import { posix } from 'node:path';
import type { SourceIndex } from './source-index.ts';

const maxFiles = 5_000;
const importLine = /^\s*(?:from\s+(\.*[\w.]*)\s+import\s+(.+)|import\s+(.+))$/;

/** The files of the tree that import one of `changed`, directly or through others; null when there are too many to look at. */
export async function importersOf(changed: readonly string[], sources: SourceIndex): Promise<ReadonlySet<string> | null> {
  const files = (await sources.files()).filter((file) => file.endsWith('.py'));
  if (files.length > maxFiles) return null;
  const importers = new Map<string, string[]>();
  for (const file of files) {
    for (const target of await importedBy(file, sources)) {
      const known = importers.get(target);
      if (known === undefined) importers.set(target, [file]);
      else known.push(file);
    }
  }
  const reached = new Set(changed);
  for (const each of reached) for (const next of importers.get(each) ?? []) reached.add(next);
  for (const each of changed) reached.delete(each);
  return reached;
}

async function importedBy(file: string, sources: SourceIndex): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const line of (await sources.lines(file)) ?? []) {
    const match = line.length < 500 ? importLine.exec(line.replace(/#.*$/, '').trimEnd()) : null;
    if (match === null) continue;
    const [, from, names = '', modules] = match;
    const wanted = from === undefined ? namesIn(modules ?? '') : [from, ...namesIn(names).map((name) => join(from, name))];
    for (const module of wanted) for (const target of await filesOf(module, file, sources)) if (target !== file) found.add(target);
  }
  return found;
}

function namesIn(list: string): string[] {
  return list.split(',').flatMap((part) => /^\s*\(?\s*([\w.]+)/.exec(part)?.[1] ?? []);
}

const join = (module: string, name: string): string => (module === '' || module.endsWith('.') ? `${module}${name}` : `${module}.${name}`);

/** The files that a module's name may stand for: its own, and that of the package it lies in, which runs before it. */
async function filesOf(module: string, importer: string, sources: SourceIndex): Promise<readonly string[]> {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const path = module.slice(dots).replaceAll('.', '/');
  const candidates = [...(path === '' ? [] : [`${path}.py`]), posix.join(path, '__init__.py')];
  if (dots === 0) return path === '' ? [] : (await Promise.all(candidates.map((each) => sources.ending(each)))).flat();
  const folder = posix.join(posix.dirname(importer), '../'.repeat(dots - 1));
  const own = candidates.map((each) => posix.join(folder, each));
  const there = await Promise.all(own.map((each) => sources.has(each)));
  return own.filter((_, index) => there[index]);
}
