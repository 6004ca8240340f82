// A cheap scan of what files import: text, not syntax, so a specifier in a comment counts too, which only selects a test too many.
import { stat } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import { readText } from '../../files.ts';
import { listTree } from '../../listing.ts';
import { readManifest } from './manifest.ts';

const specifiers =
  /(?:\brequire(?:\.resolve)?\s*\(\s*|\bfrom\s*|\bimport\s*\(?\s*|\bproxyquire\s*\(\s*|\.mock\s*\(\s*)(["'`])([^"'`\n]{1,300})\1/g;
const extensions = [
  '',
  '.js',
  '.ts',
  '.mjs',
  '.cjs',
  '.json',
  '.tsx',
  '.jsx',
  '.mts',
  '.cts',
  '.vue',
  '/index.js',
  '/index.ts',
  '/index.mjs',
  '/index.cjs',
  '/index.tsx',
];
/** `./a.js` in TypeScript source means `./a.ts`. */
const sourceOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
  '.jsx': ['.tsx'],
};
const maxFiles = 5000;

/** The module specifiers in `source`. */
function importsIn(source: string): string[] {
  return [...source.matchAll(specifiers)].map((match) => match[2] ?? '');
}

interface Imports {
  readonly files: readonly string[];
  readonly packages: readonly string[];
  /** Paths of the repository that are imported and lead nowhere. */
  readonly missing: readonly string[];
}

/** Which files import which, read as far as asked. Paths are relative to `root`, with `/`. */
export class ImportGraph {
  readonly #root: string;
  readonly #own: Promise<{ readonly name: string | null; readonly main: string }>;
  readonly #known = new Map<string, Promise<Imports>>();
  readonly #kinds = new Map<string, Promise<boolean>>();

  /** `folder` is the package's folder: a file may import the package by its own name. */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#own = ownPackage(root, folder);
  }

  /** All files of the repository that `file` reaches, itself included; stops at 5,000 files. */
  async reach(file: string): Promise<ReadonlySet<string>> {
    const seen = new Set([file]);
    for (const each of seen) {
      if (seen.size > maxFiles) break;
      for (const next of (await this.#read(each)).files) seen.add(next);
    }
    return seen;
  }

  /** Names of the packages that `file` and what it reaches import, `node:` ones included. */
  async packages(file: string): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const each of await this.reach(file)) for (const name of (await this.#read(each)).packages) found.add(name);
    return found;
  }

  /** What `file` itself imports: files of the repository, and what looks like one and is not there. */
  imports(file: string): Promise<Imports> {
    return this.#read(file);
  }

  #read(file: string): Promise<Imports> {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const reading = this.#scan(file);
    this.#known.set(file, reading);
    return reading;
  }

  async #scan(file: string): Promise<Imports> {
    const files: string[] = [];
    const missing: string[] = [];
    const packages: string[] = [];
    const source = (await readText(join(this.#root, file), 2 << 20)) ?? '';
    const own = await this.#own;
    for (const specifier of new Set(importsIn(source))) {
      const isRelative = specifier.startsWith('.') || specifier.startsWith('/');
      const isOwn = own.name !== null && (specifier === own.name || specifier.startsWith(`${own.name}/`));
      const target = isRelative
        ? posix.join(dirname(file), specifier)
        : isOwn
          ? posix.join(own.main, specifier.slice(own.name.length))
          : null;
      const resolved = target === null ? null : await this.#resolve(target);
      if (resolved !== null) files.push(resolved);
      else if (target !== null && !target.startsWith('..')) missing.push(posix.normalize(target));
      if (resolved === null && !isRelative) packages.push(specifier);
    }
    return { files, packages, missing };
  }

  async #resolve(target: string): Promise<string | null> {
    const path = posix.normalize(target).replace(/\/$/, '');
    if (path.startsWith('..') || path.includes('node_modules/')) return null;
    for (const extension of extensions) if (await this.#isFile(path + extension)) return path + extension;
    const written = posix.extname(path);
    for (const extension of sourceOf[written] ?? []) {
      const source = path.slice(0, -written.length) + extension;
      if (await this.#isFile(source)) return source;
    }
    return this.#folderMain(path);
  }

  /** The file that importing a folder with a package.json means. */
  async #folderMain(path: string): Promise<string | null> {
    const reading = await readManifest(join(this.#root, path));
    const main = reading.kind === 'read' ? reading.manifest.main : undefined;
    if (main === undefined) return null;
    const target = posix.join(path, main);
    for (const extension of extensions) if (await this.#isFile(target + extension)) return posix.normalize(target + extension);
    return null;
  }

  #isFile(path: string): Promise<boolean> {
    const known = this.#kinds.get(path);
    if (known !== undefined) return known;
    const asking = stat(join(this.#root, path)).then(
      (found) => found.isFile(),
      () => false,
    );
    this.#kinds.set(path, asking);
    return asking;
  }
}

async function ownPackage(root: string, folder: string): Promise<{ name: string | null; main: string }> {
  const reading = await readManifest(folder);
  const main = relative(root, folder) || '.';
  return { name: reading.kind === 'read' ? (reading.manifest.name ?? null) : null, main };
}

const built = /(?:^|\/)(?:dist|build|coverage)\//;

/** Source files below `folder` that `wanted` accepts, relative to `root`; at most 5,000. */
export async function listFiles(root: string, folder: string, wanted: (path: string) => boolean): Promise<string[]> {
  const isOwn = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path) && !built.test(path) && wanted(posix.join(folder, path));
  return (await listTree(join(root, folder), { limit: maxFiles, wanted: isOwn })).map((path) => posix.join(folder, path));
}
