// Executed lines per test of Rust, by probes in the sources that are compiled: each test is run alone once more. No tool but rustc is needed.
import { mkdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { readPlainFile, shadowTree } from '../../../workspace/index.ts';
import { namesIn, readText } from '../../files.ts';
import { hasRustSource, isMacroCrate, isRustSource, rustRunner } from '../../rust-functions.ts';
import { isTestFile } from '../../test-files.ts';
import type { Coverage, TestResult } from '../../types.ts';
import { countsVariable, type Grain, type Probed, probed } from './rust-probes.ts';
import { SourceIndex } from './source-index.ts';
import type { Remains, Tools } from './types.ts';

const runner = 'regreen-count';
const compiler = 'regreen-count-rustc';
const grains: readonly Grain[] = ['blocks', 'functions'];
const maxBytes = 2 ** 20;
/** Larger trees take longer to be looked through than coverage is worth. */
const mostFiles = 3_000;

/** Runs all tests as ever, then each alone: the failing ones first, and no new one after some seconds. For any shell of POSIX. */
const runnerSource = `#!/bin/sh
"$@"
code=$?
own="$REGREEN_COVER/cover-$$"
mkdir "$own" || exit $code
program=$1
echo "\${program##*/}" > "$own/program"
"$program" --list 2>/dev/null | sed -n 's/: test$//p' > "$own/names"
ends=$(($(date +%s) + 10))
number=0
alone() {
  number=$((number + 1))
  ${countsVariable}="$own/$number.counts" timeout -s KILL 10 "$program" --exact "$1" >/dev/null 2>&1
  echo "$1" > "$own/$number.name"
}
while read -r name; do
  [ -n "$name" ] && grep -qxF "$name" "$own/names" && alone "$name"
done <<END
$REGREEN_COVER_FIRST
END
while read -r name; do
  [ "$(date +%s)" -lt "$ends" ] || break
  case "
$REGREEN_COVER_FIRST
" in *"
$name
"*) continue ;; esac
  alone "$name"
done < "$own/names"
exit $code
`;

/** Compiles the sources with probes, as fine as they can be compiled; at the worst, as they are. */
const compilerSource = `#!/bin/sh
${hasRustSource}
hasSource "$@" || exec "$@"
said="$REGREEN_COVER/said-$$"
for grain in ${grains.join(' ')}; do
  if (cd "$REGREEN_COVER/$grain\${PWD#"$REGREEN_TREE"}" && exec "$@" --cap-lints warn) > "$said" 2>&1; then
    cat "$said" >&2
    exit 0
  fi
done
exec "$@"
`;

export const rustCoverageFiles: Readonly<Record<string, string>> = { [runner]: runnerSource, [compiler]: compilerSource };

/** Variables that have parts of functions counted; makes trees with probes in the run's folder. None where there is nothing to look at. */
export async function counting({ folder, root }: Tools, failing: readonly TestResult[]): Promise<Readonly<Record<string, string>>> {
  const sources = await readSources(root);
  if (sources === null) return {};
  for (const grain of grains) {
    await mkdir(join(folder, grain));
    const texts = [...probesOf(sources, grain)].map(([path, { text }]) => [path, text] as const);
    await shadowTree(root, join(folder, grain), new Map(texts));
  }
  return {
    ...rustRunner(runner),
    RUSTC_WORKSPACE_WRAPPER: compiler,
    PATH: folder,
    REGREEN_COVER: folder,
    REGREEN_TREE: root,
    REGREEN_COVER_FIRST: failing.map(({ name }) => name).join('\n'),
  };
}

/** Sources that get probes, sorted; null when there are none, or too many files. */
async function readSources(root: string): Promise<ReadonlyMap<string, string> | null> {
  const files = (await new SourceIndex(root).files()).filter((path) => isRustSource(path) && !isTestFile(path)).sort();
  if (files.length === 0 || files.length > mostFiles) return null;
  const texts = new Map<string, string>();
  const ofMacros = new Map<string, boolean>();
  for (const path of files) {
    const text = (await isOfMacros(root, posix.dirname(path), ofMacros)) ? null : await readText(join(root, path), maxBytes);
    if (text !== null) texts.set(path, text);
  }
  return texts;
}

/** By the nearest manifest. */
async function isOfMacros(root: string, folder: string, known: Map<string, boolean>): Promise<boolean> {
  const there = known.get(folder);
  if (there !== undefined) return there;
  const text = await readText(join(root, folder, 'Cargo.toml'), maxBytes);
  const is = text !== null ? isMacroCrate(text) : folder !== '.' && (await isOfMacros(root, posix.dirname(folder), known));
  known.set(folder, is);
  return is;
}

/** No number is of both grains. */
function probesOf(sources: ReadonlyMap<string, string>, grain: Grain): ReadonlyMap<string, Probed> {
  const found = new Map<string, Probed>();
  let first = grain === 'blocks' ? 0 : 10_000_000;
  for (const [path, source] of sources) {
    const made = probed(source, grain, first);
    if (made === null) continue;
    found.set(path, made);
    first += made.parts.size;
  }
  return found;
}

/** What was counted, by the ids that tests have in `results`; null when nothing was. */
export async function readCounts({ folder, root }: Remains, results: readonly TestResult[]): Promise<Coverage | null> {
  const owns = (await namesIn(folder)).filter((name) => /^cover-\d+$/.test(name));
  const sources = owns.length === 0 ? null : await readSources(root);
  if (sources === null) return null;
  const parts = new Map<number, { readonly path: string; readonly lines: readonly number[] }>();
  for (const grain of grains)
    for (const [path, made] of probesOf(sources, grain)) for (const [number, lines] of made.parts) parts.set(number, { path, lines });
  const tests: Coverage['tests'][number][] = [];
  for (const own of owns) {
    const program = ((await readPlainFile(join(folder, own, 'program'), 4096)) ?? '').trim().replace(/-[0-9a-f]+$/, '');
    for (const file of (await namesIn(join(folder, own))).filter((name) => name.endsWith('.name'))) {
      const [name, counts] = await Promise.all(
        [file, file.replace('.name', '.counts')].map((each) => readPlainFile(join(folder, own, each), maxBytes)),
      );
      const result = resultOf((name ?? '').trim(), program, results);
      if (result === null || counts === null) continue;
      tests.push({ id: result.id, failed: result.status === 'failed', lines: linesIn(counts ?? '', parts) });
    }
  }
  return tests.length === 0 ? null : { tests };
}

/** Tests of one name in several programs are told apart by the file: `tests/api.rs` is compiled to `api`. */
function resultOf(name: string, program: string, results: readonly TestResult[]): TestResult | null {
  const named = results.filter((result) => result.name === name);
  const isOfProgram = ({ file }: TestResult): boolean =>
    file !== null && new RegExp(`(?:^|/)tests/${program}(?:\\.rs$|/)`).test(file.replaceAll('-', '_'));
  const own = named.filter(isOfProgram);
  const [first = null] = own.length > 0 ? own : named.filter(({ file }) => named.length === 1 || !/(?:^|\/)tests\//.test(file ?? ''));
  return first;
}

function linesIn(
  counts: string,
  parts: ReadonlyMap<number, { readonly path: string; readonly lines: readonly number[] }>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>();
  for (const word of counts.split('\n')) {
    const part = word === '' ? undefined : parts.get(Number(word));
    if (part === undefined) continue;
    const own = found.get(part.path) ?? new Set();
    found.set(part.path, own);
    for (const line of part.lines) own.add(line);
  }
  return new Map([...found].map(([path, own]) => [path, [...own]]));
}
