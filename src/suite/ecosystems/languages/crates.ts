// The crates of a tree, and which of them depend on which. Between crates Cargo says so in manifests; within one, implementations reach
// code that imports nothing of them, so a crate is tested whole.
import { join, posix } from 'node:path';
import { readText } from '../../files.ts';
import { listTree } from '../../listing.ts';
import { escapeRegex, type SourceIndex } from './source-index.ts';

interface Crate {
  readonly name: string;
  /** Relative to the root; '' is the root. */
  readonly folder: string;
  readonly manifest: string;
  /** Takes in sources that lie outside of it. */
  readonly isOpen: boolean;
}

const holdsTests = /#\[(?:\w+::)*(?:test|rstest|test_case|quickcheck|cfg\(test\))|proptest!|^\s*\/\/[/!]\s*```/m;

/** Files with tests of the crate that `changed` belongs to and of those that depend on it; null when that is all of them. */
export async function crateTestsOf(changed: string, sources: SourceIndex): Promise<readonly string[] | null> {
  const crates = await readCrates(sources);
  const own = crateOf(changed, crates);
  if (own === null) return null;
  const reached = new Set([own]);
  for (const each of reached) for (const other of crates) if (other.isOpen || names(other, each)) reached.add(other);
  if (reached.size === crates.length) return null;
  const tests: string[] = [];
  for (const file of await sources.files()) {
    const crate = file.endsWith('.rs') ? crateOf(file, crates) : null;
    if (crate !== null && reached.has(crate) && holdsTests.test(((await sources.lines(file)) ?? []).join('\n'))) tests.push(file);
  }
  return tests;
}

async function readCrates(sources: SourceIndex): Promise<readonly Crate[]> {
  const manifests = await listTree(sources.root, { limit: 2_000, wanted: (path) => posix.basename(path) === 'Cargo.toml' });
  const outward = new Set<string>();
  for (const file of (await sources.files()).filter((each) => each.endsWith('.rs')))
    if (((await sources.lines(file)) ?? []).some((line) => /#\[path\s*=|\binclude(?:_str|_bytes)?!\s*\(.*\.\.\//.test(line)))
      outward.add(file);
  const found: Omit<Crate, 'isOpen'>[] = [];
  for (const path of manifests) {
    const manifest = (await readText(join(sources.root, path), 1 << 20)) ?? '';
    const name = crateName(manifest);
    if (name !== null) found.push({ name, folder: path === 'Cargo.toml' ? '' : posix.dirname(path), manifest });
  }
  const crates = found.map((each) => ({ ...each, isOpen: false }));
  const open = new Set([...outward].map((file) => crateOf(file, crates)?.folder));
  return crates.map((each) => ({ ...each, isOpen: open.has(each.folder) }));
}

/** The name that a manifest gives its package; null when it is of a workspace alone. */
export function crateName(manifest: string): string | null {
  return /^\[package\][^[]*?^name\s*=\s*["']([\w-]+)["']/ms.exec(manifest)?.[1] ?? null;
}

function crateOf(file: string, crates: readonly Crate[]): Crate | null {
  const holding = crates.filter(({ folder }) => folder === '' || file.startsWith(`${folder}/`));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null;
}

/** Whether a manifest mentions a crate anywhere but as its own name: as a dependency, renamed or not, or through the workspace's. */
function names({ manifest, name }: Crate, other: Crate): boolean {
  const rest = manifest.replace(new RegExp(`^name\\s*=\\s*["']${escapeRegex(name)}["']`, 'm'), '');
  return new RegExp(`(?<![\\w-])${escapeRegex(other.name).replace(/[-_]/g, '[-_]')}(?![\\w-])`).test(rest);
}
