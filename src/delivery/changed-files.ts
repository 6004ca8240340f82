// What a patch did to a tree, file by file, in git's own words.

export interface ChangedFile {
  readonly path: string;
  /** Null: the file was not there before, or is not there after. */
  readonly oldMode: string | null;
  readonly newMode: string | null;
  /** The blob after the change; null when the file is not there. */
  readonly blob: string | null;
  /** Lines; null where git takes the file for binary. */
  readonly lines: { readonly added: number; readonly removed: number } | null;
}

const plainFile = '100644';
const absent = '000000';

/** From `git diff-tree -r -z --raw --numstat`, which lists all modes before all counts. */
export function readChangedFiles(listed: string): ChangedFile[] {
  const parts = listed.split('\0');
  const files: Omit<ChangedFile, 'lines'>[] = [];
  let at = 0;
  for (; parts[at]?.startsWith(':'); at += 2) {
    const [, oldMode = absent, newMode = absent, blob = ''] = /^:(\d+) (\d+) [0-9a-f]+ ([0-9a-f]+) /.exec(parts[at] ?? '') ?? [];
    const mode = (text: string) => (text === absent ? null : text);
    files.push({ path: parts[at + 1] ?? '', oldMode: mode(oldMode), newMode: mode(newMode), blob: newMode === absent ? null : blob });
  }
  const counts = new Map(parts.slice(at).flatMap(countOf));
  return files.map((file) => ({ ...file, lines: counts.get(file.path) ?? null }));
}

function countOf(entry: string): [path: string, lines: ChangedFile['lines']][] {
  const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(entry) ?? [];
  if (path === undefined) return [];
  return [[path, added === '-' ? null : { added: Number(added), removed: Number(removed) }]];
}

/** Why a change is none that a repair makes: what cannot be read as text could bring in what nobody reviewed. Null when it is one. */
export function oddityOf({ path, oldMode, newMode, lines }: ChangedFile): string | null {
  const modes = [oldMode, newMode];
  if (modes.includes('120000')) return `${path} is a symbolic link`;
  if (modes.includes('160000')) return `${path} is a submodule`;
  if (oldMode === null && newMode !== plainFile) return `${path} is a new file with the mode ${newMode}`;
  if (oldMode !== null && newMode !== null && oldMode !== newMode) return `the mode of ${path} changes from ${oldMode} to ${newMode}`;
  return lines === null ? `${path} is binary` : null;
}

/** Why GitHub's API cannot make this change, which knows paths and contents and no modes; null when it can. */
export function beyondTheApi({ path, oldMode, newMode }: ChangedFile): string | null {
  const odd = [oldMode, newMode].find((mode) => mode !== null && mode !== plainFile);
  return odd === undefined ? null : `${path} has the mode ${odd}, which that cannot keep`;
}
