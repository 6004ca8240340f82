// What passes every test and is refused all the same: it makes the tests pass without repairing what they test.
import { applyChanges, type Change } from './edits.ts';
import { escapeRegex } from './escape.ts';
import { ownTestLines } from './templates/in-file-tests.ts';
import { looseEnds } from './templates/loose-ends.ts';
import { outlineOf } from './templates/outline.ts';
import type { Outline, SourceFile, Stretch, TemplateCandidate } from './templates/types.ts';

/** Lines since the last green commit that a change brought, 1-based and inclusive. */
export interface Recent {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
}

export interface Surroundings {
  readonly files: readonly SourceFile[];
  readonly testSources: readonly SourceFile[];
  readonly recent: readonly Recent[];
}

/**
 * Why a repair is no repair, in words that follow its name; null where nothing speaks against it. Refused are
 * - deletions: nothing is left but what was there, without some of its statements (also by a jump that keeps them from running). Most
 *   patches that pass weak suites are of this kind (Qi et al., ISSTA 2015: Kali). To take back what a recent change brought is another
 *   thing: its loss is known and told. Nor is it one where a compiler or linter says that something is too much. To leave out an operand, an
 *   argument or a call changes what a statement does and is judged as that, unless what was read there is read nowhere then.
 * - conditions that become constant, and choices that become one of their ways: a deletion of the other way.
 * - comparisons with, and answers of, a text or number that only the tests speak of: they know the test, not the task.
 */
export function refusalOf(repair: readonly TemplateCandidate[], surroundings: Surroundings): string | null {
  if (repair.some((edit) => recognisesTests(edit, surroundings))) return 'it only recognises what the tests give or expect';
  let isDeletion = true;
  let taken = 0;
  for (const path of new Set(repair.map((edit) => edit.path))) {
    const text = surroundings.files.find((file) => file.path === path)?.text;
    if (text === undefined) return null;
    const edits = repair.filter((edit) => edit.path === path).toSorted((a, b) => a.start - b.start);
    const before = outlineOf({ path, text });
    const after = outlineOf({ path, text: applyChanges(text, edits) });
    // What was no program before is judged by the tests alone.
    if (before === null || after === null) return null;
    const isConstant = edits.some((edit) => dropsChoice(edit, before) || asksOfNew(edit, text));
    if (after.constant > before.constant || isConstant) return 'it makes a condition constant';
    if (after.dead > before.dead) return 'it keeps code from being reached';
    const gone = missingFrom(after.statements, before.statements);
    if (gone === null && isLeftUnread({ path, text }, edits)) taken += 1;
    else if (gone === null) isDeletion = false;
    else taken += gone.filter((part) => !isRecent(part, { path, text }, surroundings.recent)).length;
  }
  const asTold = repair.every(({ template }) => sayWhatToTake.has(template));
  return isDeletion && taken > 0 && !asTold ? 'it only takes code away' : null;
}

/** Whether a condition asks an object that was made just before for what that has not: `const own = {}; if (own.size) …` never holds. */
function asksOfNew({ start, end, text: put }: Change, text: string): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const [whole, owner = '', member = ''] =
    /\bif\s*\(!?([A-Za-z_$][\w$]*)\.([A-Za-z_$][\w$]*)\)/.exec(text.slice(from, start) + put + text.slice(end, end + LONGEST_TEST)) ?? [];
  if (whole === undefined || text.slice(from, end + LONGEST_TEST).includes(whole)) return false;
  const made = text.slice(0, from).lastIndexOf(`${owner} = {`);
  if (made < 0 || !/\b(?:const|let|var) $/.test(text.slice(0, made))) return false;
  // Where it is handed on, spread or given the member meanwhile, it may have it.
  const nothing = new RegExp(`(?<![\\w$])${escapeRegex(member)}: (?:undefined|null|false)(?![\\w$])`);
  const since = text.slice(made + owner.length, from).replace(nothing, '');
  const name = escapeRegex(owner);
  const mayHave = new RegExp(
    `\\.\\.\\.|(?<![\\w$])${escapeRegex(member)}(?![\\w$])|\\[|(?<![\\w$.])${name}(?!\\.)(?![\\w$])|\\bfunction\\b|=>`,
  );
  return !mayHave.test(since);
}

const LONGEST_TEST = 80;

/** Whether edits do nothing but take words away, and a name that was read there is read nowhere then: `page(file.read())` -> `page`. */
function isLeftUnread(file: SourceFile, edits: readonly Change[]): boolean {
  const words = (text: string): string => (text.match(/[\w$]+|[^\s\w$]/g) ?? []).join(' ');
  if (!edits.every(({ start, end, text }) => isPartOf(words(text), words(file.text.slice(start, end))))) return false;
  const [before, after] = [looseEnds(file), looseEnds({ ...file, text: applyChanges(file.text, edits) })];
  return [...(after ?? [])].some(([end, count]) => /^unread /.test(end) && count > (before?.get(end) ?? 0));
}

/** Whether words are others without one stretch of them. */
function isPartOf(part: string, whole: string): boolean {
  if (part.length >= whole.length) return false;
  let head = 0;
  while (head < part.length && part[head] === whole[head]) head += 1;
  let tail = 0;
  while (tail < part.length - head && part.at(-1 - tail) === whole.at(-1 - tail)) tail += 1;
  return head + tail === part.length;
}

/** Templates for complaints that something is there: of the compiler, or of the repository's own linter. */
const sayWhatToTake: ReadonlySet<string> = new Set(['as the linter says', 'as the compiler says', 'type error']);

/** The parts that `fewer` lacks of `all`; null where it holds anything else. */
function missingFrom(fewer: readonly Stretch[], all: readonly Stretch[]): readonly Stretch[] | null {
  const gone: Stretch[] = [];
  let at = 0;
  for (const part of all) {
    if (fewer[at]?.text === part.text) at += 1;
    else gone.push(part);
  }
  return at === fewer.length ? gone : null;
}

function isRecent(part: Stretch, { path, text }: SourceFile, recent: readonly Recent[]): boolean {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const [first, last] = [lineAt(part.start), lineAt(part.end)];
  return recent.some((lines) => lines.path === path && lines.startLine <= first && last <= lines.endLine);
}

function dropsChoice(edit: TemplateCandidate, before: Outline): boolean {
  const bare = (text: string): string => text.trim().replace(/^\((.*)\)$/s, '$1');
  return before.choices.some(
    ({ start, end, ways }) => start === edit.start && end === edit.end && ways.some((way) => bare(way) === bare(edit.text)),
  );
}

/** A text of three characters and more, or a number of three digits and more, of two where it is an answer: shorter ones are in every program. */
const literal = /(?:(['"`])(?:(?!\1)[^\n\\]){3,}\1|(?<![\w.])\d{3,}(?![\w.])|(?<=\breturn -?)\d{2}(?![\w.]))/g;
/** What a literal of its own is compared by, or answered with. */
const decisive =
  /(?:[!=]=|\bin|\bcase|\breturn|\belse|(?<!\?)\?|(?<!\?)\?(?![?.])[^?:{(\n]*:|(?:includes|startsWith|endsWith|equals|startswith|endswith)\()\s*(?:\()?$/;
/** What stands behind the answer of a condition of Python, where that comes first. */
const onCondition = /^\)?[ \t]+if\b.*[ \t]else\b/;

/** Words that the language itself gives a meaning: to speak of them is no knowledge of a test. */
const ofLanguage = new Set('__proto__ prototype constructor string number boolean object function symbol bigint undefined'.split(' '));

/** A literal of the tests that the file does not know, where it decides or is the answer. */
function recognisesTests({ path, start, end, text }: TemplateCandidate, { files, testSources }: Surroundings): boolean {
  const literals = [...text.matchAll(literal)];
  if (literals.length === 0) return false;
  const whole = files.find((each) => each.path === path);
  const file = whole?.text ?? '';
  const before = file.slice(start, end).trim();
  // What the examples in its documentation give and expect is the tests', though it stands there.
  const isOfTests = whole === undefined ? null : ownTestLines(whole);
  const own = file
    .split('\n')
    .filter((_, index) => isOfTests?.(index + 1) !== true)
    .join('\n');
  for (const found of literals) {
    const [said] = found;
    const inner = said.replace(/^['"`]|['"`]$/g, '');
    const known = ofLanguage.has(inner) || own.includes(inner) || !testSources.some((test) => test.text.includes(inner));
    if (known) continue;
    // A literal in the place of another one corrects it.
    const instead = said === text.trim() && !/^(['"`]|-?\d)/.test(before);
    const isAnswer = decisive.test(text.slice(0, found.index)) || onCondition.test(text.slice(found.index + said.length));
    if (instead || isAnswer) return true;
  }
  return false;
}
