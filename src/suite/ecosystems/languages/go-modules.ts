// Go's modules: which a folder holds, and where their packages lie.
import { join, posix } from 'node:path';
import { readText } from '../../files.ts';

/** Folders of the modules that a go.work uses. */
export function usedModules(text: string): string[] {
  const blocks = [...text.matchAll(/^use\s*\(([^)]*)\)/gm)].flatMap((match) => (match[1] ?? '').split('\n'));
  const single = [...text.matchAll(/^use\s+([^\s(]+)/gm)].map((match) => match[1] ?? '');
  return [...blocks, ...single]
    .map((line) =>
      line
        .replace(/\/\/.*$/, '')
        .trim()
        .replace(/^"|"$/g, ''),
    )
    .filter((path) => path !== '')
    .map((path) => posix.normalize(path).replace(/\/$/, ''))
    .filter((path) => !path.startsWith('..') && !posix.isAbsolute(path));
}

export interface Module {
  /** What the paths of its packages begin with. */
  readonly name: string;
  /** Relative to the folder of the run. */
  readonly folder: string;
}

/** The module in the folder of the run, and those that its go.work uses; the longest names first. */
export async function readModules(cwd: string): Promise<readonly Module[]> {
  const used = usedModules((await readText(join(cwd, 'go.work'), 1 << 20)) ?? '');
  const modules = await Promise.all(
    [...new Set(['.', ...used])].map(async (folder) => {
      const text = (await readText(join(cwd, folder, 'go.mod'), 1 << 20)) ?? '';
      return { folder, name: /^\s*module\s+"?([^\s"]+)/m.exec(text)?.[1] ?? '' };
    }),
  );
  return modules.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
}

/** The folder of a package, relative to the root; the package of a test outside of it has its folder. */
export function folderOf(pkg: string, modules: readonly Module[], directory: string): string {
  const path = pkg.replace(/(?:_test)?(?: \[.*)?$/, '');
  const module = modules.find(({ name }) => path === name || path.startsWith(`${name}/`));
  return posix.join(directory, module === undefined ? path : posix.join(module.folder, path.slice(module.name.length + 1)));
}
