// The Go tests that reach a changed package by imports. A package is its folder; its tests may lie outside of it and are no part of it.
import { join, posix } from 'node:path';
import { exists } from '../../files.ts';
import { folderOf, type Module, readModules } from './go-modules.ts';
import type { SourceIndex } from './source-index.ts';

interface GoFile {
  readonly file: string;
  readonly folder: string;
  readonly isTest: boolean;
  /** Folders of the packages it imports, of those that are in the tree. */
  readonly imports: ReadonlySet<string>;
  /** It builds or runs programs of the module, or imports what is not seen: nothing tells what it reaches. */
  readonly isOpen: boolean;
}

const maxFiles = 10_000;

/** Test files whose packages, or who themselves, reach the package of `changed`; null when modules do not tell where it belongs. */
export async function goTestsOf(changed: string, directory: string, sources: SourceIndex): Promise<readonly string[] | null> {
  const files = (await sources.files()).filter((file) => file.endsWith('.go') && !/(?:^|\/)(?:testdata|_[^/]*)\//.test(file));
  const modules = await readModules(join(sources.root, directory));
  if (files.length > maxFiles || !(await isOfModules(changed, modules, directory, sources.root))) return null;
  const folders = new Set(files.map((file) => posix.dirname(file)));
  const read = await Promise.all(files.map((file) => readGo(file, { modules, directory, folders }, sources)));
  const home = posix.dirname(changed);
  const open = read.filter((each) => !each.isTest && each.isOpen).map(({ folder }) => folder);
  const reached = new Set(changed.endsWith('_test.go') ? [] : [home, ...open]);
  for (const folder of reached) for (const each of read) if (!each.isTest && each.imports.has(folder)) reached.add(each.folder);
  const concerns = ({ folder, imports, isOpen }: GoFile): boolean =>
    folder === home || reached.has(folder) || isOpen || [...imports].some((each) => reached.has(each));
  return read.filter((each) => each.isTest && concerns(each)).map(({ file }) => file);
}

/** Whether the module that a file belongs to is one of those: another one's packages are imported by names that are not known here. */
async function isOfModules(file: string, modules: readonly Module[], directory: string, root: string): Promise<boolean> {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    if (await exists(join(root, folder, 'go.mod'))) return modules.some((module) => posix.join(directory, module.folder) === folder);
    if (folder === '.') return false;
  }
}

interface Packages {
  readonly modules: readonly Module[];
  /** Of the run, relative to the root. */
  readonly directory: string;
  /** Those with sources that are known. */
  readonly folders: ReadonlySet<string>;
}

async function readGo(file: string, { modules, directory, folders }: Packages, sources: SourceIndex): Promise<GoFile> {
  const text = ((await sources.lines(file)) ?? []).join('\n');
  const blocks = [...text.matchAll(/^import\s*\(([^)]*)\)/gm)].flatMap((match) => [...(match[1] ?? '').matchAll(/["`]([^"`\n]+)["`]/g)]);
  const single = [...text.matchAll(/^import\s+(?:[\w.]+\s+)?["`]([^"`\n]+)["`]/gm)];
  const names = [...blocks, ...single].flatMap((match) => match[1] ?? []);
  const own = names.filter((name) => modules.some((module) => name === module.name || name.startsWith(`${module.name}/`)));
  const imports = new Set(own.map((name) => folderOf(name, modules, directory)));
  return {
    file,
    folder: posix.dirname(file),
    isTest: file.endsWith('_test.go'),
    imports,
    // A package whose files are not seen imports who knows what.
    isOpen: [...imports].some((folder) => !folders.has(folder)) || /"go",\s*"(?:run|build|install|test|generate)"/.test(text),
  };
}
