// What a patch changes, as whole files before and after.
import type { FileChange } from './types.ts';

interface Hunk {
  /** 0-based first line of the old file. */
  readonly from: number;
  readonly lines: readonly string[];
}

interface FilePatch {
  readonly path: string;
  readonly oldPath: string;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly binary: boolean;
  readonly hunks: readonly Hunk[];
}

/**
 * The files that `patch` (git's format) changes. `read` gives a file's text in the red tree, null when it is not there or not text.
 * Where the red text is not what the hunks expect, what the hunks hold stands for the file.
 */
export async function readChanges(patch: string, read: (path: string) => Promise<string | null>): Promise<FileChange[]> {
  return Promise.all(
    parsePatch(patch).map(async (file): Promise<FileChange> => {
      const { path, oldPath, binary } = file;
      const old = file.created ? null : await read(oldPath);
      const whole = binary ? null : applyHunks(old ?? '', file.hunks);
      if (whole !== null || binary) return { path, oldPath, binary, before: old, after: file.deleted ? null : whole };
      return { path, oldPath, binary, before: side(file.hunks, '-'), after: file.deleted ? null : side(file.hunks, '+') };
    }),
  );
}

function parsePatch(patch: string): FilePatch[] {
  const files: FilePatch[] = [];
  for (const part of patch.split(/^(?=diff --git )/m)) {
    const lines = part.split('\n');
    const first = lines.findIndex((line) => line.startsWith('@@'));
    const head = first < 0 ? lines : lines.slice(0, first);
    const named = (prefix: string): string | null => unquote(head.find((line) => line.startsWith(prefix))?.slice(prefix.length) ?? null);
    const git = /^diff --git ("a\/.*?(?<!\\)"|a\/.+?) ("b\/.*"|b\/.+)$/.exec(lines[0] ?? '');
    const from = named('rename from ') ?? named('--- ');
    const to = named('rename to ') ?? named('+++ ');
    const oldPath = from === null || from === '/dev/null' ? withoutSide(unquote(git?.[1] ?? null)) : withoutSide(from);
    const path = to === null || to === '/dev/null' ? (withoutSide(unquote(git?.[2] ?? null)) ?? oldPath) : withoutSide(to);
    if (path === null) continue;
    files.push({
      path,
      oldPath: oldPath ?? path,
      created: from === '/dev/null' || head.some((line) => line.startsWith('new file mode')),
      deleted: to === '/dev/null' || head.some((line) => line.startsWith('deleted file mode')),
      binary: head.some((line) => line.startsWith('GIT binary patch') || line.startsWith('Binary files ')),
      hunks: first < 0 ? [] : parseHunks(lines.slice(first)),
    });
  }
  return files;
}

function withoutSide(path: string | null): string | null {
  return path === null ? null : path.replace(/^[ab]\//, '');
}

/** Git quotes a path with unusual bytes in C's way. */
function unquote(text: string | null): string | null {
  if (text === null) return null;
  const bare = text.replace(/\t.*$/, '').replace(/\r$/, '');
  const quoted = /^"(.*)"$/.exec(bare)?.[1];
  if (quoted === undefined) return bare;
  const bytes: number[] = [];
  const escapes: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, a: 7, b: 8, v: 11, f: 12 };
  for (const [piece, octal, letter] of quoted.matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]/gsu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(escapes[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(piece));
  }
  return Buffer.from(bytes).toString();
}

function parseHunks(lines: readonly string[]): Hunk[] {
  const hunks: { from: number; lines: string[] }[] = [];
  for (const line of lines) {
    const header = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@/.exec(line);
    if (header !== null) hunks.push({ from: Math.max(0, Number(header[1]) - (header[2] === '0' ? 0 : 1)), lines: [] });
    else if (/^[ +\-\\]/.test(line)) hunks.at(-1)?.lines.push(line);
  }
  return hunks;
}

/** Null when a hunk does not fit. */
function applyHunks(text: string, hunks: readonly Hunk[]): string | null {
  const old = text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
  const result: string[] = [];
  let at = 0;
  for (const { from, lines } of hunks) {
    if (from < at || from > old.length) return null;
    result.push(...old.slice(at, from));
    at = from;
    for (const [index, line] of lines.entries()) {
      if (line.startsWith('\\')) continue;
      const body = `${line.slice(1)}${lines[index + 1]?.startsWith('\\') ? '' : '\n'}`;
      if (line.startsWith('+')) {
        result.push(body);
        continue;
      }
      if (old[at]?.replace(/\r?\n$/, '') !== body.replace(/\r?\n$/, '')) return null;
      if (line.startsWith(' ')) result.push(old[at] ?? body);
      at++;
    }
  }
  return [...result, ...old.slice(at)].join('');
}

function side(hunks: readonly Hunk[], sign: '+' | '-'): string {
  const lines = hunks.flatMap((hunk) => hunk.lines.filter((line) => line.startsWith(sign) || line.startsWith(' ')));
  return lines.map((line) => `${line.slice(1)}\n`).join('');
}
