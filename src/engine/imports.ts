// Which files a file imports, found by text: good enough to know where to look.
import { jsonOrNull } from './json.ts';

/** Relative specifiers, and bare ones, of `import`, `export … from`, `require` and `import()`. */
export function specifiersOf(text: string): readonly string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire(?:\.resolve)?\s*\(\s*)(['"])([^'"\n]+)\1/g;
  return [...new Set([...text.matchAll(pattern)].map((match) => match[2] ?? ''))];
}

const ENDINGS = [
  '',
  '.js',
  '.ts',
  '.mjs',
  '.cjs',
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

export interface Package {
  readonly name: string | null;
  /** Where its entry point may be, relative to the root. */
  readonly entries: readonly string[];
}

/** The file of `known` that `specifier` in `from` means; null for packages and for what is not there. */
export function resolveImport(from: string, specifier: string, known: ReadonlySet<string>, own: Package): string | null {
  if (specifier === own.name) return entryOf(known, own);
  const within = own.name !== null && specifier.startsWith(`${own.name}/`) ? specifier.slice(own.name.length + 1) : null;
  const target = within ?? (specifier.startsWith('.') ? pathOf(from, specifier) : null);
  if (target === null) return null;
  if (target === '') return entryOf(known, own);
  // TypeScript's sources import each other by the names they will have.
  const spellings = [target, target.replace(/\.([cm]?)jsx?$/, '.$1ts'), target.replace(/\.jsx?$/, '.tsx')];
  for (const spelling of spellings) {
    const found = ENDINGS.map((ending) => spelling + ending).find((path) => known.has(path));
    if (found !== undefined) return found;
  }
  return null;
}

/** Reads a package.json; nonsense is a package without a name. */
export function packageOf(json: string | null): Package {
  const paths: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') paths.push(value.replace(/^\.\//, ''));
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner);
  };
  const manifest = jsonOrNull(json ?? '');
  const field = (name: string): unknown =>
    typeof manifest === 'object' && manifest !== null ? new Map(Object.entries(manifest)).get(name) : undefined;
  for (const name of ['main', 'module', 'exports']) collect(field(name));
  const name = field('name');
  return { name: typeof name === 'string' ? name : null, entries: paths };
}

function entryOf(known: ReadonlySet<string>, own: Package): string | null {
  const tries = [...own.entries, 'index', 'src/index', 'lib/index'].flatMap((path) => ENDINGS.map((ending) => path + ending));
  return tries.find((path) => known.has(path)) ?? null;
}

/** The path that a relative specifier leads to, as it is written: `../lib/x` in `test/a.js` is `lib/x`; null where it leaves the root. */
export function pathOf(from: string, specifier: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.length === 0) return null;
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
