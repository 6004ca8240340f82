// How far a repair that passes can be trusted before anything is known of what it does.

import { applyChanges, linesAround } from './edits.ts';
import { escapeRegex } from './escape.ts';
import { naturalness } from './naturalness.ts';
import { isAlike } from './pairs.ts';
import type { Repair } from './search.ts';
import { contradictions } from './templates/contradictions.ts';
import { hasGrammar } from './templates/grammar/languages.ts';
import { conditionOf, idleTests, type Span } from './templates/idle-tests.ts';
import { looseEnds } from './templates/loose-ends.ts';
import { types } from './templates/outline.ts';
import { parseFile } from './templates/tree.ts';
import type { SourceFile, TemplateCandidate } from './templates/types.ts';

/** The weight of its templates, and much less for what fits tests too easily. */
export function trust(repair: Repair, files: readonly SourceFile[]): number {
  const idle = idleAround(repair, files);
  // A test too many, and it is gone: not where all around it went too.
  const ended = idle.before > 0 && idle.after === 0 ? repair.filter((edit) => isWithinIdle(edit, files)) : [];
  let weight = Math.min(...repair.map((edit) => edit.weight)) / repair.length ** 2;
  for (const edit of repair) {
    const text = files.find(({ path }) => path === edit.path)?.text ?? '';
    const before = text.slice(edit.start, edit.end);
    if (edit.template !== WHOLE_RULE && isException(before, edit.text)) weight *= 0.5;
    if (!ended.includes(edit) && takesAway(edit.template, before, edit.text)) weight *= 0.05;
    if (isConstant(before, edit.text)) weight *= 0.1;
    if (!ended.includes(edit) && dropsCondition(before, edit.text)) weight *= 0.1;
    if (partsTwins(text, edit)) weight *= 0.3;
    if (ordersEqual(before, edit.text)) weight *= 0.03;
    if (losesTruth(before, edit.text)) weight *= 0.03;
    if (namesAnswer(before, edit.text, text)) weight *= 0.05;
    if (asksWhatIsKnown(text, edit)) weight *= 0.1;
    if (takesNextCase(text, edit)) weight *= 0.1;
    if (asksOfMissing(text, edit)) weight *= 0.2;
    if (turnsAround(before, edit.text)) weight *= OF_TURNED;
    if (forgetsInput(text, edit)) weight *= 0.2;
    if (looksIntoItself(text, edit)) weight *= 0.3;
    if (saysAgain(text, edit)) weight *= 0.15;
    weight *= localness(text, edit);
    const others = files.flatMap((file) => (file.path === edit.path ? [] : [file.text]));
    weight *= naturalness(text, edit, others);
  }
  if (isAlike(repair, files)) weight *= 2;
  if (leavesContradiction(repair, files)) weight *= 0.3;
  if (idle.after > 0) weight *= idle.after > idle.before ? 0.05 : 0.3;
  else if (ended.length > 0) weight *= 4;
  const { made, tied } = endsMoved(repair, files);
  return weight * 0.2 ** Math.min(2, made) * (tied > made ? OF_TIED ** Math.min(2, tied - made) : 1);
}

/** A rule that is known from elsewhere is no case put aside. */
const WHOLE_RULE = 'leap years';

/** How much more a repair is worth for each loose end that it ties up and does not make again. */
const OF_TIED = 1.5;

/** Loose ends that a repair makes, and those that it ties up. Code that does nothing at all is made by mistake alone: it counts twice. */
function endsMoved(repair: Repair, files: readonly SourceFile[]): { readonly made: number; readonly tied: number } {
  let [made, tied] = [0, 0];
  for (const file of files) {
    const edits = editsOf(repair, file);
    const before = edits.length === 0 ? null : looseEnds(file);
    const after = before === null ? null : looseEnds({ ...file, text: applyChanges(file.text, edits) });
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

function editsOf(repair: Repair, { path }: SourceFile): Repair {
  return repair.filter((edit) => edit.path === path).toSorted((a, b) => a.start - b.start);
}

/** A check in a statement that was changed still contradicts what is done where it comes out so. */
function leavesContradiction(repair: Repair, files: readonly SourceFile[]): boolean {
  return files.some((file) => countIn(repair, file, 'after', contradicted) > 0);
}

function contradicted(file: SourceFile): readonly Span[] {
  const program = hasGrammar(file.path) ? null : parseFile(file);
  return program === null ? [] : [...contradictions(program, file.text)].map(conditionOf);
}

/** Tests that decide nothing, in the conditions that were changed: before and after it. */
function idleAround(repair: Repair, files: readonly SourceFile[]): { readonly before: number; readonly after: number } {
  const count = (when: 'before' | 'after'): number => files.reduce((sum, file) => sum + countIn(repair, file, when, idleTests), 0);
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
function countIn(
  repair: Repair,
  { path, text }: SourceFile,
  when: 'before' | 'after',
  find: (file: SourceFile) => readonly Span[],
): number {
  const edits = editsOf(repair, { path, text });
  if (edits.length === 0) return 0;
  const own = when === 'before' ? text : applyChanges(text, edits);
  let moved = 0;
  const changed = edits.map(({ start, end, text: put }) => {
    if (when === 'before') return { from: start, to: end };
    const from = start + moved;
    moved += put.length - (end - start);
    return { from, to: from + put.length };
  });
  return find({ path, text: own }).filter(({ start, end }) => changed.some(({ from, to }) => from <= end && to >= start)).length;
}

/** Whether a repair is of a kind that passes weak tests more often than it is meant: another one is worth looking for. */
export function isDoubtful(repair: Repair, files: readonly SourceFile[]): boolean {
  return repair.some((edit) => {
    const text = files.find(({ path }) => path === edit.path)?.text ?? '';
    const before = text.slice(edit.start, edit.end);
    const isEasy = takesAway(edit.template, before, edit.text) || isConstant(before, edit.text) || dropsCondition(before, edit.text);
    return (
      isEasy || ordersEqual(before, edit.text) || losesTruth(before, edit.text) || asksWhatIsKnown(text, edit) || takesNextCase(text, edit)
    );
  });
}

/**
 * Where two values were asked for being the same, it is asked which is the larger one: another question, whose answer is half the time the
 * same by chance.
 */
function ordersEqual(before: string, after: string): boolean {
  const [own, made] = [before.match(token) ?? [], after.match(token) ?? []];
  const at = own.findIndex((each, index) => each !== made[index]);
  const rest = own.slice(at + 1).join(' ') === made.slice(at + 1).join(' ');
  return rest && /^[=!]==?$/.test(own[at] ?? '') && /^[<>]=?$/.test(made[at] ?? '');
}

/**
 * `<=` becomes `>=`: what an order was written wrong for is its opposite, `>`, as often, and where the tests tell the two apart it makes no odds.
 * But the former answers as before where both sides are the same, and so looks like the smaller change.
 */
function turnsAround(before: string, after: string): boolean {
  return TURNED[before.trim()] === after.trim();
}

const TURNED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
const OF_TURNED = 0.7;

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

/** The answer yes or no becomes what a name holds that is given no truth value in the file: it passes for one of the two. */
function namesAnswer(before: string, after: string, text: string): boolean {
  const name = bare(after);
  if (!truth.test(bare(before)) || truth.test(name) || !/^[A-Za-z_]\w*$/.test(name)) return false;
  return !new RegExp(`\\b${name}\\b[^=\\n]{0,40}=\\s*(?:true\\b|false\\b|not\\b|!)|\\b${name}\\b\\s*:\\s*bool`, 'i').test(text);
}

const truth = /^(?:true|false)$/i;

/** What a statement returns, or the value itself. */
function bare(text: string): string {
  return text.trim().replace(/^return\b\s*|;$/g, '');
}

/** A truth value becomes a number or a text: a test that only looks whether it counts as true takes it. */
function losesTruth(before: string, after: string): boolean {
  if (!/^!?(?:true|false)$/i.test(bare(before))) return false;
  return /^-?\d|^['"`]|^(?:str|repr|String|Number|int|float)\(|^(?:true|false)\s*[-+*/%]/i.test(bare(after));
}

/** How often it is asked whether a type, or a name that holds one, is what no type is called. */
function asksForNoType(text: string, line: string): number {
  const asked = [...line.matchAll(/(typeof\s+)?\b([A-Za-z_$][\w$.]*)\s*[=!]==?\s*(['"])([^'"\n]*)\3/g)];
  return asked.filter(
    ([, typeOf, name = '', , type = '']) =>
      !types.has(type) && (typeOf !== undefined || (/^\w+$/.test(name) && new RegExp(`\\b${name}\\s*=\\s*typeof\\b`).test(text))),
  ).length;
}

/**
 * A question with the same answer whatever happens: whether a length is below zero, of which type a declared function is, or whether a type is
 * what none is called.
 */
function asksWhatIsKnown(text: string, { path, start, end, text: put }: TemplateCandidate): boolean {
  const isScript = !hasGrammar(path);
  const { from, to } = linesAround(text, start, end);
  const count = (line: string): number => {
    const lengths = line.match(/(?:\.(?:length|size)|\blen\([^()\n]*\))\s*(?:>=|<)\s*0(?![\w.])/g) ?? [];
    const declared = [...line.matchAll(/\btypeof ([A-Za-z_]\w*)(?![\w.([])/g)].filter(([, name]) =>
      new RegExp(`\\b(?:function\\*?|class)\\s+${name}\\b`).test(text),
    );
    return lengths.length + declared.length + (isScript ? asksForNoType(text, line) : 0);
  };
  return count(text.slice(from, start) + put + text.slice(end, to)) > count(text.slice(from, to));
}

/** How far below a condition its next case may stand. */
const CHARS_OF_A_CASE = 1_000;

/** Equal values become part of a case, though the next one is theirs: `else if (a == b)` behind `if (a <= b)` is never reached. */
function takesNextCase(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  const { from, to } = linesAround(text, start, end);
  const [before, after] = [text.slice(from, to), text.slice(from, start) + put + text.slice(end, to)].map((line) => order.exec(line));
  if (!before?.groups || !after?.groups || `${before.groups.sign}=` !== after.groups.sign) return false;
  const { left = '', right = '' } = after.groups;
  const next = equal.exec(text.slice(to, to + CHARS_OF_A_CASE))?.groups;
  return next !== undefined && [left, right].toSorted().join('\n') === [next.left ?? '', next.right ?? ''].toSorted().join('\n');
}

const order = /\bif\s*\(?\s*(?<left>[\w.]+)\s*(?<sign>[<>]=?)\s*(?<right>[\w.]+)\s*\)?\s*[:{]?\s*$/;
const equal = /\b(?:elif|else if)\s*\(?\s*(?<left>[\w.]+)\s*===?\s*(?<right>[\w.]+)\s*\)?\s*[:{]?\s*$/m;

/** What a constant of JavaScript is reckoned from, or asked for, is forgotten: it becomes the same each time. First values of variables are seldom more. */
function forgetsInput(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  const isReckoned = /[A-Za-z_$][\w$]*\s*(?:\(|\[|[-+*/%]\s*[\w$(]|\.[A-Za-z_$])/.test(text.slice(start, end));
  const isConstantNow = /^(?:= )?(?:-?\d+(?:\.\d+)?|''|""|null|undefined)$/.test(bare(put));
  return isReckoned && isConstantNow && /\bconst\s+[\w$]+\s*=?\s*$/.test(text.slice(Math.max(0, start - 80), start));
}

/** `list[list[i]]`, where it was another one that told the index, or that was looked into; not where the list holds its own indices. */
function looksIntoItself(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(put)) return false;
  const name = escapeRegex(put);
  const itself = `(?<![\\w$.])${name}\\[${name}(?![\\w$])`;
  const reach = put.length + 2;
  const around = text.slice(Math.max(0, start - reach), start) + put + text.slice(end, end + reach);
  const holdsIndices = new RegExp(`${itself}|(?<![\\w$.])(\\w+) = ${name}\\[\\1\\]`).test(text);
  return new RegExp(itself).test(around) && !holdsIndices;
}

/**
 * What was another value becomes word for word what is reckoned, or returned, at one other place of the function: nobody tells two things apart to
 * do the same with both (Xie and Engler, "Using redundancies to find errors", FSE 2002). What stands there more often is a habit.
 */
function saysAgain(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (start === end || put.includes('\n')) return false;
  const { from, to } = linesAround(text, start, end);
  const [own, made] = [saidBy(text.slice(from, to)), saidBy(text.slice(from, start) + put + text.slice(end, to))];
  if (own === null || made === null || own === made) return false;
  const rest = besideIn(text, from, to).map(saidBy);
  return rest.filter((each) => each === made).length === 1 && !rest.includes(own);
}

const HEAD = /\bfunction\b|=>\s*[{(]?\s*$|^\s*(?:(?:static|async|get|set) )*#?[\w$]+\([^()]*\)\s*\{\s*$|^\s*(?:async )?def /;
/** Longer lines say more than one thing. */
const LONGEST_SAID = 200;

const indentOf = (line: string): number => line.search(/\S/);

/** The other lines of the function that some lines are in, by how they are indented. */
function besideIn(text: string, from: number, to: number): readonly string[] {
  const depth = indentOf(text.slice(from, to));
  const above = text.slice(0, Math.max(0, from - 1)).split('\n');
  const head = above.findLastIndex(
    (line) => line.length <= LONGEST_SAID && indentOf(line) >= 0 && indentOf(line) < depth && HEAD.test(line),
  );
  const limit = head < 0 ? -1 : indentOf(above[head] ?? '');
  const below = text.slice(to + 1).split('\n');
  const end = below.findIndex((line) => indentOf(line) >= 0 && indentOf(line) <= limit);
  return [...above.slice(head + 1), ...(end < 0 ? below : below.slice(0, end))];
}

/** The value that a line declares a name with, or returns; null for one that is no more than a name or a literal. */
function saidBy(line: string): string | null {
  if (line.length > LONGEST_SAID || /^\s*(?:\*|\/\/|#)/.test(line)) return null;
  const [, word, rest = ''] = /(?:^|[\s:{])(const\s+[\w$]+\s*=|return\b)\s*(\S.*)$/.exec(line) ?? [];
  const value = rest.replace(/[;}\s]+$/, '');
  const isReckoned = value.length > 6 && /[\w$)\]]\s?(?:[-+*/%<>=!&|?([.])/.test(value);
  return word === undefined || !isReckoned ? null : `${word.startsWith('const') ? 'const' : 'return'} ${value}`;
}

/**
 * Once a value was found to be missing, it is asked what it is or has: `!a && typeof a === "string"`, `a || a.length`. The check beside it is
 * there to keep just that out.
 */
function asksOfMissing(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  const { from, to } = linesAround(text, start, end);
  return ofMissing.test(text.slice(from, start) + put + text.slice(end, to));
}

const ofMissing =
  /(?<![\w$.!])!([\w$.]+)\s*(?:&&\s*!?(?:typeof\s+\1\b|\1[.[(])|\|\|\s*typeof\s+\1\s*===?)|(?<![\w$.!])([\w$.]+)\s*\|\|\s*!?(?:typeof\s+\2\b|\2[.[(])/;

/** One side is left of a condition with two. */
function dropsCondition(before: string, after: string): boolean {
  const [own, made] = [before.trim(), after.trim()];
  return made.length < own.length && own.includes(made) && /&&|\|\||\band\b|\bor\b/.test(own.replace(made, ''));
}

/** What was there, held in some cases only: a case put aside fits whatever tests there are. */
function isException(before: string, after: string): boolean {
  const [own, made] = [before.trim(), after.trim()];
  if (own === '' || own.length === made.length || !made.includes(own)) return false;
  return (
    /^(?:if\b|.*\?)/.test(made.slice(0, made.indexOf(own))) ||
    /^\)?\s*(?:&&|\|\||and\b|or\b)/.test(made.slice(made.indexOf(own) + own.length))
  );
}

/** Taking code away makes tests pass too easily. */
function takesAway(template: string, before: string, after: string): boolean {
  return /deleted|removed/.test(template) || (after.trim() === '' && before.length > 12);
}

/** A value that is always, or never, true. */
function isConstant(before: string, after: string): boolean {
  return /^!?(?:true|false|True|False)$/.test(after.trim()) && !/^!?(?:true|false|True|False)$/.test(before.trim());
}

/** Shorter lines resemble each other by chance. */
const TOKENS_OF_A_TWIN = 7;

/**
 * A line that is written like another one of its file, but for names, and no longer is with the change. Code that is repeated is repaired
 * alike, and where one copy is wrong it is the one that differs (Li et al., "CP-Miner", OSDI 2004).
 */
function partsTwins(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  const { from, to } = linesAround(text, start, end);
  const line = text.slice(from, to);
  if (line.includes('\n') || put.includes('\n')) return false;
  const before = shapeOf(line);
  if (before.length < TOKENS_OF_A_TWIN) return false;
  const others = `${text.slice(0, from)}${text.slice(to)}`.split('\n').map((each) => shapeOf(each).join(' '));
  const after = shapeOf(text.slice(from, start) + put + text.slice(end, to));
  return others.includes(before.join(' ')) && !others.includes(after.join(' '));
}

const token = /'[^'\n]*'|"[^"\n]*"|\d+(?:\.\d+)?|[A-Za-z_$][\w$]*|[=!]==?|[<>]=?|&&|\|\||\*\*|\+\+|--|[-+*/%]=|\S/g;
const keywords = new Set(
  'if elif else for while do return in of not and or is let const var new typeof lambda break continue true false null undefined True False None'.split(
    ' ',
  ),
);

/** A line's tokens, every name alike. */
function shapeOf(line: string): readonly string[] {
  return (line.match(token) ?? []).map((each) => (/^[A-Za-z_$]/.test(each) && !keywords.has(each) ? 'name' : each));
}
