// Reads git's unified diff format.

export interface DiffLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
  /** False for a last line without a newline. */
  readonly newline: boolean;
}

export interface Hunk {
  /** 1-based; with a count of 0 the line before which nothing stands is named by the number before it. */
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
  readonly lines: readonly DiffLine[];
}

export interface FileDiff {
  readonly status: 'modified' | 'added' | 'deleted' | 'renamed' | 'copied';
  readonly oldPath: string;
  readonly newPath: string;
  readonly binary: boolean;
  readonly hunks: readonly Hunk[];
}

/** Contiguous removed and added lines, without context. */
export interface LineGroup {
  /** 1-based line of the new file at which `added` stands, or before which `removed` stood. */
  readonly newLine: number;
  readonly removed: readonly DiffLine[];
  readonly added: readonly DiffLine[];
}

/** Parses a diff as `git diff` prints it. What is no diff is passed over; a hunk that ends early is dropped. */
export function parseDiff(diff: string): readonly FileDiff[] {
  const lines = diff.split('\n');
  const files: FileDiff[] = [];
  let at = 0;
  while (at < lines.length) {
    const header = lines[at] ?? '';
    at += 1;
    if (!header.startsWith('diff --git ')) continue;
    const end = endOfExtendedHeader(lines, at);
    const extended = lines.slice(at, end);
    const hunks: Hunk[] = [];
    at = end;
    while (at < lines.length && lines[at]?.startsWith('@@ ')) {
      const read = readHunk(lines, at);
      if (read === null) {
        at += 1;
        break;
      }
      hunks.push(read.hunk);
      at = read.next;
    }
    const file = describeFile(header, extended, hunks);
    if (file !== null) files.push(file);
  }
  return files;
}

/** The groups of a hunk, in order. */
export function lineGroups(hunk: Hunk): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  let newLine = hunk.newCount === 0 ? hunk.newStart + 1 : hunk.newStart;
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = (): void => {
    if (removed.length + added.length > 0) groups.push({ newLine: newLine - added.length, removed, added });
    removed = [];
    added = [];
  };
  for (const line of hunk.lines) {
    if (line.sign === ' ') flush();
    if (line.sign === '-') removed.push(line);
    if (line.sign === '+') added.push(line);
    if (line.sign !== '-') newLine += 1;
  }
  flush();
  return groups;
}

function endOfExtendedHeader(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && !/^(diff --git |@@ )/.test(lines[at] ?? '')) at += 1;
  return at;
}

/** Lines are taken by the counts of the hunk's header, so that content which looks like a header does no harm. */
function readHunk(lines: readonly string[], start: number): { readonly hunk: Hunk; readonly next: number } | null {
  const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[start] ?? '');
  if (match === null) return null;
  const [oldStart, oldCount, newStart, newCount] = [match[1], match[2] ?? '1', match[3], match[4] ?? '1'].map(Number);
  if (oldStart === undefined || oldCount === undefined || newStart === undefined || newCount === undefined) return null;
  const read: DiffLine[] = [];
  let at = start + 1;
  let [olds, news] = [oldCount, newCount];
  while (olds > 0 || news > 0) {
    const line = lines[at];
    if (line === undefined) return null;
    // Some tools strip the blank of an empty context line.
    const sign = line === '' ? ' ' : line[0];
    if (sign !== ' ' && sign !== '+' && sign !== '-') return null;
    if (sign !== '+') olds -= 1;
    if (sign !== '-') news -= 1;
    const noNewline = lines[at + 1]?.startsWith('\\') ?? false;
    read.push({ sign, text: line.slice(1), newline: !noNewline });
    at += noNewline ? 2 : 1;
  }
  return { hunk: { oldStart, oldCount, newStart, newCount, lines: read }, next: at };
}

function describeFile(header: string, extended: readonly string[], hunks: readonly Hunk[]): FileDiff | null {
  const after = (prefix: string): string | null => {
    const line = extended.find((one) => one.startsWith(prefix));
    return line === undefined ? null : line.slice(prefix.length);
  };
  const [headerOld, headerNew] = headerPaths(header.slice('diff --git '.length));
  const oldPath = plainPath(after('rename from ') ?? after('copy from ')) ?? sidePath(after('--- ')) ?? headerOld;
  const newPath = plainPath(after('rename to ') ?? after('copy to ')) ?? sidePath(after('+++ ')) ?? headerNew;
  if (oldPath === null && newPath === null) return null;
  return {
    status: statusOf(extended),
    oldPath: oldPath ?? newPath ?? '',
    newPath: newPath ?? oldPath ?? '',
    binary: extended.some((line) => line.startsWith('Binary files ') || line === 'GIT binary patch'),
    hunks,
  };
}

function statusOf(extended: readonly string[]): FileDiff['status'] {
  if (extended.some((line) => line.startsWith('new file mode '))) return 'added';
  if (extended.some((line) => line.startsWith('deleted file mode '))) return 'deleted';
  if (extended.some((line) => line.startsWith('rename from '))) return 'renamed';
  return extended.some((line) => line.startsWith('copy from ')) ? 'copied' : 'modified';
}

/** The path of a `---` or `+++` line; null for /dev/null. git ends a path that holds a space with a tab. */
function sidePath(value: string | null): string | null {
  const path = plainPath(value?.replace(/\t$/, '') ?? null);
  return path === null || path === '/dev/null' ? null : path.replace(/^[^/]+\//, '');
}

/** `a/x b/x`: needed only where nothing else names the file, and there both names are the same. */
function headerPaths(value: string): readonly [string | null, string | null] {
  const quoted = /^("(?:[^"\\]|\\.)*"|\S+) ("(?:[^"\\]|\\.)*")$/.exec(value);
  if (quoted) return [sidePath(quoted[1] ?? null), sidePath(quoted[2] ?? null)];
  const half = (value.length - 1) / 2;
  return [sidePath(value.slice(0, half)), sidePath(value.slice(half + 1))];
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** Undoes git's C-style quoting: octal escapes are bytes of UTF-8. */
function plainPath(value: string | null): string | null {
  if (value === null || !value.startsWith('"') || !value.endsWith('"')) return value;
  const bytes: number[] = [];
  for (const [, octal, letter, plain] of value.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? '', 'utf8'));
  }
  return Buffer.from(bytes).toString('utf8');
}
