// Executed lines per test of Go: the program that `go test` has built with its counters is run once more for each test.
import { join, posix } from 'node:path';
import { readPlainFile } from '../../../workspace/index.ts';
import { namesIn } from '../../files.ts';
import { isTestFile } from '../../test-files.ts';
import type { Coverage, TestResult } from '../../types.ts';
import { folderOf, readModules } from './go-modules.ts';
import { escapeRegex } from './source-index.ts';
import type { Remains, Tools } from './types.ts';

const program = 'regreen-cover';
const maxBytes = 16 * 2 ** 20;

/** Runs all tests as ever, then each alone: the failing ones first, and no new one after some seconds. For any shell of POSIX. */
const source = `#!/bin/sh
"$@"
code=$?
own="$REGREEN_COVER/cover-$$"
mkdir "$own" || exit $code
pwd > "$own/folder"
ends=$(($(date +%s) + 20))
number=0
alone() {
  [ "$(date +%s)" -lt "$ends" ] || return
  number=$((number + 1))
  "$program" "$@" -test.timeout=10s -test.coverprofile="$own/$number.cover" >/dev/null 2>&1
}
program=$1
tab=$(printf '\\t')
known='
'
while IFS="$tab" read -r name pattern; do
  [ -n "$name" ] || continue
  top=\${name%%/*}
  known="$known$top
"
  "$program" -test.list "^$top\\$" 2>/dev/null | grep -qx "$top" || continue
  alone -test.run "$pattern"
  echo "$name" > "$own/$number.name"
done <<END
$REGREEN_COVER_FIRST
END
for name in $("$program" -test.list . 2>/dev/null); do
  case $name in Test*|Example*|Fuzz*) ;; *) continue ;; esac
  case $known in *"
$name
"*) continue ;; esac
  alone -test.run "^$name\\$"
  echo "$name" > "$own/$number.name"
done
exit $code
`;

export const coverageFiles: Readonly<Record<string, string>> = { [program]: source };

/** Variables that have lines counted; the program above is found in the PATH. */
export function counting({ folder }: Tools, failing: readonly TestResult[]): Readonly<Record<string, string>> {
  const first = failing.map(
    ({ name }) =>
      `${name}\t${name
        .split('/')
        .map((part) => `^${escapeRegex(part)}$`)
        .join('/')}`,
  );
  return {
    GOFLAGS: `-cover -covermode=set -coverpkg=./... -exec=${program}`,
    PATH: folder,
    REGREEN_COVER: folder,
    REGREEN_COVER_FIRST: first.join('\n'),
  };
}

/** What was counted, by the ids that tests have in `results`; null when nothing was. */
export async function readCover({ folder, root, cwd, directory }: Remains, results: readonly TestResult[]): Promise<Coverage | null> {
  const modules = await readModules(cwd);
  const tests: Coverage['tests'][number][] = [];
  for (const own of (await namesIn(folder)).filter((name) => /^cover-\d+$/.test(name))) {
    const at = posix.relative(root, ((await readPlainFile(join(folder, own, 'folder'), 4096)) ?? '').trim()) || '.';
    for (const file of (await namesIn(join(folder, own))).filter((name) => name.endsWith('.name'))) {
      const [name, profile] = await Promise.all([
        readPlainFile(join(folder, own, file), 4096),
        readPlainFile(join(folder, own, file.replace('.name', '.cover')), maxBytes),
      ]);
      const found = results.filter((result) => posix.dirname(result.file ?? '') === at && isPartOf(result.name, (name ?? '').trim()));
      const [first] = found;
      // A test that ended its process has left nothing.
      if (first === undefined || profile === null) continue;
      const lines = linesOf(profile, (path) => posix.join(folderOf(posix.dirname(path), modules, directory), posix.basename(path)));
      tests.push({ id: first.id, failed: found.some(({ status }) => status === 'failed'), lines });
    }
  }
  return tests.length === 0 ? null : { tests };
}

const isPartOf = (name: string, whole: string): boolean => name === whole || name.startsWith(`${whole}/`);

/** A profile has a line a block: `path/file.go:first.column,last.column statements count`. */
function linesOf(profile: string, pathOf: (path: string) => string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, Set<number>>();
  for (const [, file = '', first, last] of profile.matchAll(/^(\S.*\.go):(\d+)\.\d+,(\d+)\.\d+ \d+ [1-9]\d*$/gm)) {
    const path = pathOf(file);
    if (isTestFile(path)) continue;
    const own = lines.get(path) ?? new Set();
    lines.set(path, own);
    for (let line = Number(first); line <= Number(last); line += 1) own.add(line);
  }
  return new Map([...lines].map(([path, own]) => [path, [...own]]));
}
