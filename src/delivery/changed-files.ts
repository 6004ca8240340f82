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

/** From `git diff-tree -r -z` and its `--numstat`. */
export function readChangedFiles(raw: string, numstat: string): ChangedFile[] {
  const counts = new Map(
    numstat.split('\0').flatMap((entry) => {
      const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(entry) ?? [];
      return path === undefined ? [] : [[path, added === '-' ? null : { added: Number(added), removed: Number(removed) }] as const];
    }),
  );
  const parts = raw.split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, oldMode = absent, newMode = absent, blob = ''] = /^:(\d+) (\d+) [0-9a-f]+ ([0-9a-f]+) /.exec(parts[at] ?? '') ?? [];
    const path = parts[at + 1] ?? '';
    const mode = (text: string) => (text === absent ? null : text);
    const known = { path, oldMode: mode(oldMode), newMode: mode(newMode) };
    files.push({ ...known, blob: known.newMode === null ? null : blob, lines: counts.get(path) ?? null });
  }
  return files;
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
