import { isCode, isGenerated, isTestPath, isUndoable } from './conventions.ts';
import { type DiffLine, type FileDiff, type LineGroup, lineGroups } from './diff.ts';
import { applyChanges, type Change, type Edit, joinTouching, lineStarts } from './edits.ts';

/** The smallest part of a change that is undone as a whole. */
export interface Atom {
  /** The file as it is now; for a deleted file, where it was. */
  readonly path: string;
  /** Atoms of one hunk of the diff share it. */
  readonly hunk: string;
  /** 1-based lines of the file as it is now; where lines are only missing, the line before which they stood. */
  readonly startLine: number;
  readonly endLine: number;
  /** Lines of the diff that undoing it takes back. */
  readonly size: number;
  readonly undo: Undo;
}

type Undo =
  | { readonly kind: 'lines'; readonly change: Change; readonly removed: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: 'delete' }
  | { readonly kind: 'create'; readonly text: string }
  | { readonly kind: 'rename'; readonly oldPath: string };

/** A text as it is now, and whether CRLF is shown in it as LF. */
export interface CurrentText {
  readonly text: string;
  readonly crlf: boolean;
}

/** The parts of a change that may be undone. Sources in folders that usually hold generated code count only when nothing else changed. */
export function undoableFiles(files: readonly FileDiff[]): readonly FileDiff[] {
  const textual = files.filter((file) => !file.binary && file.status !== 'copied');
  const usual = textual.filter((file) => isUndoable(file.oldPath) && isUndoable(file.newPath));
  if (usual.some((file) => isCode(file.newPath))) return usual;
  const built = textual.filter((file) => isGenerated(file.newPath) && isCode(file.newPath) && !isTestPath(file.newPath));
  return [...usual, ...built.filter((file) => !/(^|\/)node_modules\//.test(file.newPath))];
}

/** The atoms of a file's change. What does not fit the text as it is now is left out. */
export function atomsOf(file: FileDiff, current: CurrentText | null): readonly Atom[] {
  if (file.status === 'deleted') {
    const lines = file.hunks.flatMap((hunk) => hunk.lines);
    return [whole(file.oldPath, lines.length, { kind: 'create', text: lines.map(lineText).join('') })];
  }
  if (current === null) return [];
  if (file.status === 'added') return [whole(file.newPath, lineCount(current.text), { kind: 'delete' })];
  const starts = lineStarts(current.text);
  const groups = file.hunks.flatMap((hunk, index) => lineGroups(hunk).map((group) => ({ group, hunk: `${file.newPath}#${index}` })));
  const atoms = groups.flatMap(({ group, hunk }) => lineAtom(file.newPath, hunk, group, current, starts));
  if (file.status !== 'renamed') return atoms;
  return [...atoms, whole(file.newPath, 1, { kind: 'rename', oldPath: file.oldPath })];
}

/** The edits that undo all of `atoms`, which must come from `atomsOf` over the same texts. */
export function undoEdits(atoms: readonly Atom[], currentOf: (path: string) => string): readonly Edit[] {
  const byPath = new Map<string, Atom[]>();
  for (const atom of atoms) byPath.set(atom.path, [...(byPath.get(atom.path) ?? []), atom]);
  return [...byPath].flatMap(([path, own]) => undoInFile(path, own, currentOf));
}

/**
 * Finer atoms: line by line, the first removed line with the first added one, and so on. For a last attempt only: half of a change
 * rarely makes sense.
 */
export function splitLines(atom: Atom): readonly Atom[] {
  if (atom.undo.kind !== 'lines' || atom.size < 3) return [atom];
  const { removed, added, change } = atom.undo;
  let start = change.start;
  return Array.from({ length: Math.max(added.length, removed.length) }, (_, index) => {
    const gone = added.slice(index, index + 1);
    const back = removed.slice(index, index + 1);
    const part: Change = { start, end: start + gone.join('').length, text: back.join('') };
    start = part.end;
    const line = atom.startLine + Math.min(index, added.length);
    return {
      ...atom,
      startLine: line,
      endLine: line,
      size: gone.length + back.length,
      undo: { kind: 'lines', change: part, removed: back, added: gone },
    };
  });
}

export function sizeOf(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + atom.size, 0);
}

/** `src/a.js:10-12, src/b.js:3`. */
export function placesOf(atoms: readonly Atom[]): string {
  const places = atoms.map(({ path, startLine, endLine }) => `${path}:${startLine}${endLine > startLine ? `-${endLine}` : ''}`);
  return places.length <= 4 ? places.join(', ') : `${places.slice(0, 3).join(', ')} and ${places.length - 3} more`;
}

function undoInFile(path: string, atoms: readonly Atom[], currentOf: (path: string) => string): readonly Edit[] {
  const changes = joinTouching(atoms.flatMap(({ undo }) => (undo.kind === 'lines' ? [undo.change] : [])));
  for (const { undo } of atoms) {
    if (undo.kind === 'create') return [{ path, old_text: '', new_text: undo.text }];
    const remove: Edit = { path, start: 0, end: undo.kind === 'lines' ? 0 : currentOf(path).length, text: null };
    if (undo.kind === 'delete') return [remove];
    if (undo.kind === 'rename') return [{ path: undo.oldPath, old_text: '', new_text: applyChanges(currentOf(path), changes) }, remove];
  }
  return changes.map((change) => ({ path, ...change }));
}

function lineAtom(path: string, hunk: string, group: LineGroup, { text, crlf }: CurrentText, starts: readonly number[]): readonly Atom[] {
  const from = group.newLine - 1;
  const start = starts[from] ?? text.length;
  const end = starts[from + group.added.length] ?? text.length;
  const shown = (line: DiffLine, index: number): string => {
    const whole = lineText(line);
    const unmarked = from + index === 0 ? whole.replace(/^\uFEFF/, '') : whole;
    return crlf ? unmarked.replace('\r\n', '\n') : unmarked;
  };
  const added = group.added.map(shown);
  const removed = group.removed.map(shown);
  // The tree may have moved on since the diff was made.
  if (from > starts.length || text.slice(start, end) !== added.join('')) return [];
  const undo: Undo = { kind: 'lines', change: { start, end, text: removed.join('') }, removed, added };
  const endLine = Math.max(group.newLine, group.newLine + added.length - 1);
  return [{ path, hunk, startLine: group.newLine, endLine, size: added.length + removed.length, undo }];
}

function whole(path: string, lines: number, undo: Undo): Atom {
  return {
    path,
    hunk: `${path}#${undo.kind}`,
    startLine: 1,
    endLine: Math.max(1, undo.kind === 'delete' ? lines : 1),
    size: Math.max(1, lines),
    undo,
  };
}

function lineText(line: DiffLine): string {
  return line.text + (line.newline ? '\n' : '');
}

function lineCount(text: string): number {
  return lineStarts(text).length;
}
