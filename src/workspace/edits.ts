// Edits as a model or the engine names them, turned into new file contents: all of them, or none and the reason.
import { decodeText, encodeText, type TextFile } from './text-file.ts';
import type { Edit, PathPolicy, RangeEdit, Refusal, TextEdit } from './types.ts';
import { type Replacement, unifiedDiff } from './unified-diff.ts';

/** A regular file of the tree. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

export interface FileChange {
  readonly path: string;
  /** Null: the file is not there. */
  readonly after: FileContent | null;
  readonly diff: string;
}

/** The content an edit refers to; null when there is no such file; a string says why it cannot be edited. */
export type ContentSource = (path: string) => Promise<FileContent | null | string>;

/** Works out all changes. Edits of one file all refer to the file as it was before any of them. */
export async function resolveEdits(
  edits: readonly Edit[],
  source: ContentSource,
  policy: PathPolicy,
): Promise<{ readonly ok: true; readonly changes: readonly FileChange[] } | Refusal> {
  const changes: FileChange[] = [];
  for (const [path, group] of groupByPath(edits)) {
    const refused = policy.refuses(path);
    if (refused !== null) return { ok: false, reason: refused };
    const content = await source(path);
    const change = typeof content === 'string' ? content : changeOf(path, content, group, policy);
    if (typeof change === 'string') return { ok: false, reason: change };
    if (change !== null) changes.push(change);
  }
  const clash = conflictingPaths(changes);
  return clash === null ? { ok: true, changes } : { ok: false, reason: clash };
}

/** The edit that makes `before` into `after`; null where one of them is not text. */
export function editOf(path: string, before: FileContent | null, after: FileContent | null): Edit | null {
  if (after === null) return { path, oldText: '', newText: null };
  const [from, to] = [before, after].map((content) => (content === null ? '' : textOf(content)));
  if (from === undefined || to === undefined) return null;
  return before === null ? { path, oldText: '', newText: to } : { path, start: 0, end: from.length, text: to };
}

function textOf({ bytes }: FileContent): string | undefined {
  const file = decodeText(bytes);
  return typeof file === 'string' ? undefined : file.text;
}

function groupByPath(edits: readonly Edit[]): Map<string, Edit[]> {
  const groups = new Map<string, Edit[]>();
  for (const edit of edits) {
    const path = edit.path.replace(/^(\.\/)+/, '');
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [edit]);
    else group.push(edit);
  }
  return groups;
}

/** Null when nothing changes; a string is the reason of a refusal. */
function changeOf(path: string, content: FileContent | null, edits: readonly Edit[], policy: PathPolicy): FileChange | null | string {
  const [first] = edits;
  if (first === undefined) return null;
  const change =
    newTextOf(first) === null || isCreation(first, content) ? wholeFile(path, content, first, edits) : partial(path, content, edits);
  if (typeof change === 'string' || change === null) return change;
  const { before, after, file, replacements } = change;
  const refused = policy.refusesChange?.(path, before, after) ?? null;
  if (refused !== null) return refused;
  const diff = unifiedDiff(path, before, after, replacements);
  if (after === null) return { path, after: null, diff };
  return { path, after: { bytes: encodeText(after, file), executable: content?.executable ?? false }, diff };
}

interface TextChange {
  readonly before: string | null;
  readonly after: string | null;
  readonly file: Omit<TextFile, 'text'>;
  readonly replacements: readonly Replacement[];
}

const plain: Omit<TextFile, 'text'> = { eol: 'LF', bom: false, encoding: 'utf8' };

function isCreation(edit: Edit, content: FileContent | null): boolean {
  if (!isRange(edit)) return edit.oldText === '';
  return content === null && edit.start === 0 && edit.end === 0;
}

/** Creates or deletes. */
function wholeFile(path: string, content: FileContent | null, edit: Edit, edits: readonly Edit[]): TextChange | string {
  if (edits.length > 1) return `${path}: creating or deleting a file goes with no other edit of it. Put all of it into one edit.`;
  const after = newTextOf(edit);
  if (after === null) {
    if (content === null) return `${path} does not exist, so it cannot be deleted.`;
    const file = decodeText(content.bytes);
    if (typeof file === 'string') return { before: '', after: null, file: plain, replacements: [] };
    return { before: file.text, after: null, file, replacements: [{ start: 0, end: file.text.length, text: '' }] };
  }
  if (content !== null && content.bytes.length > 0) {
    return `${path} exists and is not empty: give the text to replace as old_text (read the file first).`;
  }
  const unfit = unfitText(path, after, 'utf8');
  if (unfit !== null) return unfit;
  return { before: content === null ? null : '', after, file: plain, replacements: [{ start: 0, end: 0, text: after }] };
}

/** Replaces parts of a file that is there. */
function partial(path: string, content: FileContent | null, edits: readonly Edit[]): TextChange | null | string {
  if (content === null) return `${path} does not exist. List files with scan, or create it with an empty old_text.`;
  const file = decodeText(content.bytes);
  if (typeof file === 'string') return `${path} cannot be edited: ${file}.`;
  const replacements: Replacement[] = [];
  for (const edit of edits) {
    const found = isRange(edit) ? rangeReplacement(path, file, edit) : textReplacement(path, file, edit);
    if (typeof found === 'string') return found;
    replacements.push(found);
  }
  replacements.sort((a, b) => a.start - b.start || a.end - b.end);
  const overlap = replacements.some((each, index) => index > 0 && each.start < (replacements[index - 1]?.end ?? 0));
  if (overlap) return `${path}: two edits overlap. Edits of one file refer to the file as it was before; put them into one edit.`;
  const after = replaceAll(file.text, replacements);
  if (after === file.text) return null;
  if (file.encoding === 'utf8' && /\p{Surrogate}/u.test(after)) return `${path}: an edit would cut a character in half.`;
  return { before: file.text, after, file, replacements };
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text: fresh } of replacements) {
    result += text.slice(position, start) + fresh;
    position = end;
  }
  return result + text.slice(position);
}

function rangeReplacement(path: string, file: TextFile, edit: RangeEdit): Replacement | string {
  const { start, end } = edit;
  if (edit.text === null) return `${path}: deleting a file goes with no other edit of it.`;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > file.text.length) {
    return `${path}: the range ${start}-${end} is not inside of the file, which has ${file.text.length} characters. Read it again.`;
  }
  return unfitText(path, edit.text, file.encoding) ?? { start, end, text: asLinesOf(file, edit.text) };
}

function textReplacement(path: string, file: TextFile, edit: TextEdit): Replacement | string {
  if (edit.newText === null) return `${path}: deleting a file goes with no other edit of it.`;
  if (edit.oldText === '') return `${path}: an empty old_text creates a file and goes with no other edit of it.`;
  const unfit = unfitText(path, `${edit.oldText}${edit.newText}`, file.encoding);
  if (unfit !== null) return unfit;
  const matches = occurrences(file, edit.oldText);
  const [match] = matches;
  if (match === undefined) return `${path}: old_text was not found. ${nearest(file.text, edit.oldText)}`;
  if (matches.length > 1) {
    const lines = matches.slice(0, 10).map(({ start }) => lineNumber(file.text, start));
    return `${path}: old_text was found ${matches.length} times (lines ${lines.join(', ')}). Add surrounding lines so that it is found once.`;
  }
  return { ...match, text: asLinesOf(file, edit.newText, file.text.slice(match.start, match.end)) };
}

/** Also overlapping ones; in a file with mixed line ends, LF in `oldText` stands for either when it is not found as it is. */
function occurrences(file: TextFile, oldText: string): { start: number; end: number }[] {
  const exact = file.eol === 'mixed' ? oldText : oldText.replaceAll('\r\n', '\n');
  const found = search(file.text, exact);
  if (file.eol !== 'mixed' || found.length > 0 || !exact.includes('\n')) return found;
  const pattern = exact.split(/\r?\n/).map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [...file.text.matchAll(new RegExp(pattern.join('\\r?\\n'), 'g'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function search(text: string, part: string): { start: number; end: number }[] {
  const found = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push({ start: at, end: at + part.length });
  return found;
}

/** New text with the line ends of the file; in a mixed file, with those of what it replaces. */
function asLinesOf(file: TextFile, text: string, replaced = ''): string {
  const lines = text.replaceAll('\r\n', '\n');
  if (file.eol !== 'mixed') return lines;
  return replaced.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : text;
}

function unfitText(path: string, text: string, encoding: 'utf8' | 'latin1'): string | null {
  if (text.includes('\0')) return `${path}: the text holds a NUL character, which would make the file binary.`;
  if (encoding === 'latin1' && !/^[\u0000-\u007f]*$/.test(text)) {
    return `${path} is not UTF-8, and its encoding is not known: only edits in plain ASCII keep its other bytes as they are.`;
  }
  return /\p{Surrogate}/u.test(text) ? `${path}: the text holds half a character (a lone surrogate).` : null;
}

/** The line most like the first line that was looked for: the usual cause is white space or a stale copy. */
function nearest(text: string, oldText: string): string {
  const wanted = words(oldText.split('\n').find((line) => line.trim() !== '') ?? '');
  let best = { score: 0, line: 0, text: '' };
  for (const [index, line] of text.split('\n').entries()) {
    const own = words(line);
    const common = [...wanted].filter((word) => own.has(word)).length;
    const score = (2 * common) / (wanted.size + own.size || 1);
    if (score > best.score) best = { score, line: index + 1, text: line };
  }
  if (best.score < 0.3) return 'Nothing like it is in the file: read it again.';
  return `The nearest line is ${best.line}: ${JSON.stringify(best.text.slice(0, 200))}. Copy the text exactly, white space included.`;
}

function words(line: string): Set<string> {
  return new Set(line.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? []);
}

function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A file cannot be where a folder is needed. */
function conflictingPaths(changes: readonly FileChange[]): string | null {
  const files = changes.filter((change) => change.after !== null).map((change) => change.path);
  const clash = files.find((path) => files.some((other) => other.startsWith(`${path}/`)));
  return clash === undefined ? null : `${clash} cannot be a file and a folder at once.`;
}

function isRange(edit: Edit): edit is RangeEdit {
  return 'start' in edit;
}

function newTextOf(edit: Edit): string | null {
  return isRange(edit) ? edit.text : edit.newText;
}
