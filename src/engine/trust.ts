// How far a repair that passes can be trusted before anything is known of what it does.

import { endsDifferenceOfSame } from './doubtful-values.ts';
import { doubtOf, isWeak, joinsTwins } from './doubts.ts';
import { applyChanges, LONGEST_LINE, linesAround, linesOf } from './edits.ts';
import { naturalness } from './naturalness.ts';
import { isAlike } from './pairs.ts';
import type { Repair } from './search.ts';
import { contradictions } from './templates/contradictions.ts';
import { hasGrammar } from './templates/grammar/languages.ts';
import { conditionOf, idleTests, type Span } from './templates/idle-tests.ts';
import { looseEnds } from './templates/loose-ends.ts';
import { parseFile } from './templates/tree.ts';
import type { SourceFile, TemplateCandidate } from './templates/types.ts';

/** The weight of its templates, and much less for what fits tests too easily. */
export function trust(repair: Repair, files: readonly SourceFile[]): number {
  const changed = changedBy(repair, files);
  const idle = idleAround(changed);
  // A test too many, and it is gone: not where all around it went too.
  const ended = idle.before > 0 && idle.after === 0 ? repair.filter((edit) => isWithinIdle(edit, files)) : [];
  let weight = Math.min(...repair.map((edit) => edit.weight)) / repair.length ** 2;
  for (const edit of repair) {
    const text = files.find(({ path }) => path === edit.path)?.text ?? '';
    weight *= doubtOf(edit, text, ended.includes(edit)) * localness(text, edit);
    const others = files.flatMap((file) => (file.path === edit.path ? [] : [file.text]));
    weight *= naturalness(text, edit, others);
    if (joinsTwins(edit, text)) weight *= OF_JOINED;
    if (endsDifferenceOfSame(text, edit)) weight *= OF_ENDED;
  }
  if (isAlike(repair, files)) weight *= 2;
  if (changed.some(leavesContradiction)) weight *= 0.3;
  if (idle.after > 0) weight *= idle.after > idle.before ? 0.05 : 0.3;
  else if (ended.length > 0) weight *= 4;
  if (changed.some(leavesIdle)) weight *= OF_IDLE_LEFT;
  const { made, tied } = endsMoved(changed);
  return weight * 0.2 ** Math.min(2, made) * (tied > made ? OF_TIED ** Math.min(2, tied - made) : 1);
}

/** How much more a repair is worth that makes a line like another one of its file. */
const OF_JOINED = 4;
/** The same of one after which something is reckoned that was always nothing. */
const OF_ENDED = 4;
/** How much less one is worth that leaves an operator that does nothing on the very line it changes. */
const OF_IDLE_LEFT = 0.3;
/** How much more a repair is worth for each loose end that it ties up and does not make again. */
const OF_TIED = 3;

/** Loose ends that a repair makes, and those that it ties up. Code that does nothing at all is made by mistake alone: it counts twice. */
function endsMoved(changed: readonly Changed[]): { readonly made: number; readonly tied: number } {
  let [made, tied] = [0, 0];
  for (const each of changed) {
    const before = looseEnds(each.before);
    const after = before === null ? null : looseEnds(each.after);
    if (before === null || after === null) continue;
    for (const end of new Set([...before.keys(), ...after.keys()])) {
      const more = (after.get(end) ?? 0) - (before.get(end) ?? 0);
      const times = end.startsWith('idle') ? 2 : 1;
      made += Math.max(0, more) * times;
      tied += Math.max(0, -more) * times;
    }
  }
  return { made, tied };
}

/** A file that a repair changes, as it was and as it becomes. */
interface Changed {
  readonly edits: Repair;
  readonly before: SourceFile;
  readonly after: SourceFile;
}

function changedBy(repair: Repair, files: readonly SourceFile[]): readonly Changed[] {
  return files.flatMap((file) => {
    const edits = repair.filter(({ path }) => path === file.path).toSorted((a, b) => a.start - b.start);
    return edits.length === 0 ? [] : [{ edits, before: file, after: { ...file, text: applyChanges(file.text, edits) } }];
  });
}

const IDLE_OPERATOR = 'idle operator ';

/** Whether an operator that does nothing stands on a line that a repair has changed. */
function leavesIdle({ edits, after }: Changed): boolean {
  const idle = [...(looseEnds(after)?.keys() ?? [])].filter((end) => end.startsWith(IDLE_OPERATOR));
  if (idle.length === 0) return false;
  const { text } = after;
  const lines = madeBy(edits).map(({ from, to }) => linesOf(text, { start: from, end: to, text: text.slice(from, to) }).after);
  return lines.some((line) => line.length <= LONGEST_LINE && idle.some((end) => hasWhole(line, end.slice(IDLE_OPERATOR.length))));
}

/** Whether a line has a piece of code that neither begins nor ends within a name or a number. */
function hasWhole(line: string, code: string): boolean {
  for (let at = line.indexOf(code); at >= 0; at = line.indexOf(code, at + 1))
    if (!/[\w$.]/.test(line[at - 1] ?? '') && !/[\w$.]/.test(line[at + code.length] ?? '')) return true;
  return false;
}

/** Where what edits have put in stands behind them all. */
function madeBy(edits: Repair): readonly { readonly from: number; readonly to: number }[] {
  let moved = 0;
  return edits.map(({ start, end, text }) => {
    const from = start + moved;
    moved += text.length - (end - start);
    return { from, to: from + text.length };
  });
}

/** A check in a statement that was changed still contradicts what is done where it comes out so. */
function leavesContradiction(changed: Changed): boolean {
  return countIn(changed, 'after', contradicted) > 0;
}

function contradicted(file: SourceFile): readonly Span[] {
  const program = hasGrammar(file.path) ? null : parseFile(file);
  return program === null ? [] : [...contradictions(program, file.text)].map(conditionOf);
}

/** Tests that decide nothing, in the conditions that were changed: before and after it. */
function idleAround(changed: readonly Changed[]): { readonly before: number; readonly after: number } {
  const count = (when: 'before' | 'after'): number => changed.reduce((sum, each) => sum + countIn(each, when, idleTests), 0);
  return { before: count('before'), after: count('after') };
}

/** Whether an edit lies in a condition with a test that decides nothing, and leaves something of it. */
function isWithinIdle({ path, start, end, text }: TemplateCandidate, files: readonly SourceFile[]): boolean {
  const file = files.find((each) => each.path === path);
  if (file === undefined) return false;
  return idleTests(file).some(
    (span) => span.start <= start && end <= span.end && (text.trim() !== '' || end - start < span.end - span.start),
  );
}

/** How many of the conditions that `find` finds in a file, with a repair or without it, the repair changes. */
function countIn(changed: Changed, when: 'before' | 'after', find: (file: SourceFile) => readonly Span[]): number {
  const { edits } = changed;
  const places = when === 'before' ? edits.map(({ start, end }) => ({ from: start, to: end })) : madeBy(edits);
  return find(changed[when]).filter(({ start, end }) => places.some(({ from, to }) => from <= end && to >= start)).length;
}

/** Whether a repair is of a kind that passes weak tests more often than it is meant: another one is worth looking for. */
export function isDoubtful(repair: Repair, files: readonly SourceFile[]): boolean {
  return repair.some((edit) => isWeak(edit, files.find(({ path }) => path === edit.path)?.text ?? ''));
}

/** How much less a name counts at least, in the place of one that is used more often around. */
const LEAST_LOCAL = 0.2;
/** How much more a number counts at most that stands beside its place, too; smaller ones than these are everywhere. */
const MOST_LOCAL = 2;
const EVERYWHERE = 2;

/**
 * A name in the place of another one, by how often each is used beside it, on the same line and those around: what is spoken of there is spoken
 * of again (Tu et al., "On the localness of software", FSE 2014). So are numbers. 1 where no name takes the place of another, nor a number.
 */
function localness(text: string, { start, end, text: put }: TemplateCandidate): number {
  const before = text.slice(start, end);
  const isName = [before, put].every((each) => /^[A-Za-z_$][\w$]*$/.test(each));
  const isNumber = [before, put].every((each) => /^\d+$/.test(each)) && Number(put) > EVERYWHERE;
  if (!isName && !isNumber) return 1;
  const { from, to } = linesAround(text, start, end);
  const first = from === 0 ? 0 : text.lastIndexOf('\n', from - 2) + 1;
  const next = text.indexOf('\n', to + 1);
  const rest = `${text.slice(first, start)} ${text.slice(end, next < 0 ? text.length : next)}`.split(/[^\w$]+/);
  const count = (name: string): number => rest.filter((word) => word === name).length;
  const ratio = (count(put) + 1) / (count(before) + 1);
  return isNumber ? Math.min(MOST_LOCAL, Math.max(1, ratio)) : Math.min(1, Math.max(LEAST_LOCAL, ratio));
}
