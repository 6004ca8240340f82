// What speaks against a repair that passes all tests, by how it reads: kinds of changes that fit tests too easily, or that no person means.
import {
  addsNothing,
  asksArity,
  asksBothWays,
  asksContrary,
  beginsOtherwise,
  choosesNothing,
  endsBeforeStart,
  fallsToMarkup,
  forgetsItself,
  forgetsRounds,
  forgetsSoFar,
  gathersOtherwise,
  goesPastEnd,
  reckonsWithItself,
  reckonsWithList,
  returnsAnother,
  sparesOddOne,
  takesOnlyFallback,
  takesWhole,
} from './doubtful-values.ts';
import { indentOf, linesAround, linesOf } from './edits.ts';
import { escapeRegex } from './escape.ts';
import { hasGrammar } from './templates/grammar/languages.ts';
import { types } from './templates/outline.ts';
import type { TemplateCandidate } from './templates/types.ts';

/** An edit in its file: the file's text, and what stood in the place. */
interface Doubted {
  readonly edit: TemplateCandidate;
  readonly text: string;
  readonly before: string;
}

interface Doubt {
  /** How much less a repair is worth. */
  readonly factor: number;
  readonly holds: (doubted: Doubted) => boolean;
  /** It passes weak tests more often than it is meant: another repair is worth looking for. */
  readonly isWeak?: boolean;
  /** Not of what goes with all that stands around it. */
  readonly isOfTaking?: boolean;
}

/** A rule that is known from elsewhere is no case put aside. */
const WHOLE_RULE = 'leap years';

const DOUBTS: readonly Doubt[] = [
  {
    factor: 0.5,
    holds: ({ edit, text, before }) => edit.template !== WHOLE_RULE && isException(before, edit.text) && !joinsTwins(edit, text),
  },
  { factor: 0.05, holds: ({ edit, before }) => takesAway(edit.template, before, edit.text), isWeak: true, isOfTaking: true },
  { factor: 0.1, holds: ({ edit, before }) => isConstant(before, edit.text), isWeak: true },
  { factor: 0.1, holds: ({ edit, before }) => dropsCondition(before, edit.text), isWeak: true, isOfTaking: true },
  { factor: 0.3, holds: ({ edit, text }) => partsTwins(text, edit), isWeak: true },
  { factor: 0.15, holds: ({ edit, text }) => partsCousins(text, edit), isWeak: true },
  { factor: 0.03, holds: ({ edit, before }) => ordersEqual(before, edit.text), isWeak: true },
  { factor: 0.03, holds: ({ edit, before }) => losesTruth(before, edit.text), isWeak: true },
  { factor: 0.05, holds: ({ edit, text, before }) => namesAnswer(before, edit.text, text) },
  { factor: 0.1, holds: ({ edit, text }) => asksWhatIsKnown(text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => takesNextCase(text, edit), isWeak: true },
  { factor: 0.2, holds: ({ edit, text }) => asksOfMissing(text, edit) },
  { factor: 0.7, holds: ({ edit, before }) => turnsAround(before, edit.text) },
  { factor: 0.2, holds: ({ edit, text }) => forgetsInput(text, edit) },
  { factor: 0.3, holds: ({ edit, text }) => looksIntoItself(text, edit) },
  { factor: 0.15, holds: ({ edit, text }) => saysAgain(text, edit) },
  { factor: 0.1, holds: ({ edit, text }) => brings(askedForItself, text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => brings(handedOverMissing, text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => brings(askedAfterUse, text, edit), isWeak: true },
  { factor: 0.01, holds: ({ edit, text }) => comparesCharacter(text, edit), isWeak: true },
  { factor: 0.2, holds: ({ edit, text, before }) => before === '' && asksAgain(text, edit) },
  { factor: 0.05, holds: ({ edit, text, before }) => asksOfAnother(text, before, edit), isWeak: true },
  { factor: 0.05, holds: ({ edit, text }) => brings(leapYears, text, edit, -1), isWeak: true },
  { factor: 0.2, holds: ({ edit, text, before }) => standsStill(text, before, edit) },
  { factor: 0.05, holds: ({ edit, text }) => reckonsWithList(text, edit), isWeak: true },
  { factor: 0.3, holds: ({ edit, text }) => forgetsItself(text, edit) },
  { factor: 0.05, holds: ({ edit, text }) => addsNothing(text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => choosesNothing(text, edit), isWeak: true },
  { factor: 0.2, holds: ({ edit, text }) => takesWhole(text, edit) },
  { factor: 0.05, holds: ({ edit, text }) => asksContrary(text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => takesOnlyFallback(text, edit), isWeak: true },
  { factor: 0.02, holds: ({ edit, text }) => asksArity(text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => returnsAnother(text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => gathersOtherwise(text, edit), isWeak: true },
  { factor: 0.02, holds: ({ edit, text }) => forgetsSoFar(text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => forgetsRounds(text, edit), isWeak: true },
  { factor: 0.02, holds: ({ edit, text }) => beginsOtherwise(text, edit), isWeak: true },
  { factor: 0.05, holds: ({ edit, text }) => fallsToMarkup(text, edit), isWeak: true },
  { factor: 0.02, holds: ({ edit, text }) => reckonsWithItself(text, edit), isWeak: true },
  { factor: 0.05, holds: ({ edit, text }) => endsBeforeStart(text, edit), isWeak: true },
  { factor: 0.15, holds: ({ edit, text }) => goesPastEnd(text, edit), isWeak: true },
  { factor: 0.05, holds: ({ edit, text }) => asksBothWays(text, edit), isWeak: true },
  { factor: 0.1, holds: ({ edit, text }) => sparesOddOne(text, edit), isWeak: true },
];

/** How much less an edit is worth for all that speaks against it, 0 to 1; `isEnded`: what it takes away is what decided nothing. */
export function doubtOf(edit: TemplateCandidate, text: string, isEnded: boolean): number {
  const doubted = { edit, text, before: text.slice(edit.start, edit.end) };
  const held = DOUBTS.filter(({ holds, isOfTaking }) => !(isEnded && isOfTaking === true) && holds(doubted));
  return held.reduce((all, { factor }) => all * factor, 1);
}

/** Whether an edit is of a kind that passes weak tests more often than it is meant. */
export function isWeak(edit: TemplateCandidate, text: string): boolean {
  const doubted = { edit, text, before: text.slice(edit.start, edit.end) };
  return DOUBTS.some(({ isWeak, holds }) => isWeak === true && holds(doubted));
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
  const asked = [...line.matchAll(/(typeof\s+)?(?<![\w$]\.?)([A-Za-z_$][\w$.]*)\s*[=!]==?\s*(['"])([^'"\n]*)\3/g)];
  return asked.filter(
    ([, typeOf, name = '', , type = '']) =>
      !types.has(type) && (typeOf !== undefined || (/^\w+$/.test(name) && new RegExp(`\\b${name}\\s*=\\s*typeof\\b`).test(text))),
  ).length;
}

/**
 * A question with the same answer whatever happens: whether a length is below zero, of which type a declared function is, or whether a type is
 * what none is called.
 */
function asksWhatIsKnown(text: string, edit: TemplateCandidate): boolean {
  const isScript = !hasGrammar(edit.path);
  const { before, after } = linesOf(text, edit);
  const count = (line: string): number => {
    const lengths = line.match(/(?:\.(?:length|size)|\blen\([^()\n]*\))\s*(?:>=|<)\s*0(?![\w.])/g) ?? [];
    const declared = [...line.matchAll(/\btypeof ([A-Za-z_]\w*)(?![\w.([])/g)].filter(([, name]) =>
      new RegExp(`\\b(?:function\\*?|class)\\s+${name}\\b`).test(text),
    );
    return lengths.length + declared.length + (isScript ? asksForNoType(text, line) : 0);
  };
  return count(after) > count(before);
}

/** How far below a condition its next case may stand. */
const CHARS_OF_A_CASE = 1_000;

/** Equal values become part of a case, though the next one is theirs: `else if (a == b)` behind `if (a <= b)` is never reached. */
function takesNextCase(text: string, edit: TemplateCandidate): boolean {
  const { to, ...lines } = linesOf(text, edit);
  const [before, after] = [lines.before, lines.after].map((line) => order.exec(line));
  if (!before?.groups || !after?.groups || `${before.groups.sign}=` !== after.groups.sign) return false;
  const { left = '', right = '' } = after.groups;
  const next = equal.exec(text.slice(to, to + CHARS_OF_A_CASE))?.groups;
  return next !== undefined && [left, right].toSorted().join('\n') === [next.left ?? '', next.right ?? ''].toSorted().join('\n');
}

const order = /\bif\s*(?:\(\s*)?(?<left>[\w.]+)\s*(?<sign>[<>]=?)\s*(?<right>[\w.]+)\s*(?:\)\s*)?(?:[:{]\s*)?$/;
const equal = /\b(?:elif|else if)\s*(?:\(\s*)?(?<left>[\w.]+)\s*===?\s*(?<right>[\w.]+)\s*(?:\)\s*)?(?:[:{]\s*)?$/m;

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
function saysAgain(text: string, edit: TemplateCandidate): boolean {
  if (edit.start === edit.end || edit.text.includes('\n')) return false;
  const { from, to, before, after } = linesOf(text, edit);
  const [own, made] = [saidBy(before), saidBy(after)];
  if (own === null || made === null || own === made) return false;
  const rest = besideIn(text, from, to).map(saidBy);
  return rest.filter((each) => each === made).length === 1 && !rest.includes(own);
}

const HEAD = /\bfunction\b|=>\s*[{(]?\s*$|^\s*(?:(?:static|async|get|set) )*#?[\w$]+\([^()]*\)\s*\{\s*$|^\s*(?:async )?def /;
/** Longer lines say more than one thing. */
const LONGEST_SAID = 200;

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
function asksOfMissing(text: string, edit: TemplateCandidate): boolean {
  return ofMissing.test(linesOf(text, edit).after);
}

const ofMissing =
  /(?<![\w$.!])!([\w$.]+)\s*(?:&&\s*!?(?:typeof\s+\1\b|\1[.[(])|\|\|\s*typeof\s+\1\s*===?)|(?<![\w$.!])([\w$.]+)\s*\|\|\s*!?(?:typeof\s+\2\b|\2[.[(])/;

/** `if (own.size) own.size = given.size`: what is set here for the first time is asked for. */
const askedForItself =
  /\bif\b\s*(?:\(\s*)?([\w$]+(?:\.[\w$]+)+)(?![\w$.])\s*(?:\)\s*)?(?:[:{]\s*)?\1\s*=(?!=)(?![^;\n]*(?<![\w$.])\1(?![\w$]))/g;
/** `if (!given.size) own.size = given.size`: what is handed over is known to be nothing. */
const handedOverMissing =
  /\bif\b\s*(?:\(\s*)?(?:!\s*|not\s+)([\w$]+(?:\.[\w$]+)*)(?![\w$.])\s*(?:\)\s*)?(?:[:{]\s*)?(?:(?:const|let|var)\s+)?[\w$.[\]]+\s*=\s*\1\s*(?:;|$)/gm;
/** `path.split(path ? a : b)`: what something was asked of is there. */
const askedAfterUse = /(?<![\w$.])([A-Za-z_$][\w$]*)\.\w+\(\s*\1\s*(?:\?(?![.?])|&&|\|\|)/g;

/** The whole rule of the Gregorian calendar: who says all of it has meant it. */
const leapYears =
  /(?<![\w.$])([\w.$]{1,40}) % 4 ={2,3} 0\)? ?(?:&&|and) ?\(?\1 % 100 !==? 0\)? ?(?:\|\||or) ?\(?\1 % 400 ={2,3} 0|(?<![\w.$])([\w.$]{1,40}) % 400 ={2,3} 0\)? ?(?:\|\||or) ?\(?\2 % 4 ={2,3} 0\)? ?(?:&&|and) ?\(?\2 % 100 !==? 0/g;

/**
 * Whether what an edit makes of its lines, with the one behind them, has more of something than they had; fewer, where `by` is negative.
 */
function brings(what: RegExp, text: string, { start, end, text: put }: TemplateCandidate, by: 1 | -1 = 1): boolean {
  const { from, to } = linesAround(text, start, end);
  const next = text.indexOf('\n', to + 1);
  const rest = text.slice(end, next < 0 ? text.length : next);
  const count = (code: string): number => (code.match(what) ?? []).length;
  return by * (count(text.slice(from, start) + put + rest) - count(text.slice(from, end) + rest)) > 0;
}

const comparedPlace = /(?<![\w$]\.?)([A-Za-z_$][\w$.]*)\[[^[\]\n]+\]\s*[=!]==?\s*(['"])((?:(?!\2)[^\\\n]|\\.)*)\2/g;

/** A place of a text, which elsewhere is held against single characters alone, is held against several: `text[0] === '//'`. */
function comparesCharacter(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (put.length > 200) return false;
  const lengthsIn = (code: string): ReadonlyMap<string, readonly number[]> => {
    const lengths = new Map<string, number[]>();
    for (const { 1: name = '', 3: value = '' } of code.matchAll(comparedPlace))
      lengths.set(name, [...(lengths.get(name) ?? []), value.replace(/\\./g, '.').length]);
    return lengths;
  };
  const before = lengthsIn(text);
  if (before.size === 0) return false;
  const after = lengthsIn(text.slice(0, start) + put + text.slice(end));
  return [...before].some(([name, lengths]) => {
    const isOfCharacters = lengths.length > 1 && lengths.every((length) => length === 1);
    return isOfCharacters && after.get(name)?.some((length) => length > 1) === true;
  });
}

/** Shorter questions are asked everywhere. */
const LEAST_ASKED = 12;

/** A way out that is put in for what the file already asks beside it: there it is that the other way was meant. */
function asksAgain(text: string, { start, text: put }: TemplateCandidate): boolean {
  const test = /^if \((.*)\) (?:return|continue|break|throw)\b[^\n]*\n/.exec(put)?.[1] ?? '';
  const near = text.slice(Math.max(0, start - CHARS_OF_A_CASE), start + CHARS_OF_A_CASE);
  return test.length >= LEAST_ASKED && near.includes(`if (${test})`);
}

/** `options.separator` -> `value.separator`, where nothing else asks a value for a separator, and other code asks the options: it finds nothing. */
function asksOfAnother(text: string, before: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(put) || !/^[A-Za-z_$][\w$]*$/.test(before) || /^(?:this|self|cls)$/.test(put)) return false;
  const member = /^\??\.([A-Za-z_$][\w$]*)(?![\w$(])/.exec(text.slice(end, end + 80))?.[1];
  if (member === undefined || /[.\w$]$/.test(text.slice(0, start))) return false;
  const asks = (name: string): number =>
    text.split(new RegExp(`(?<![\\w$.])${escapeRegex(name)}\\??\\.${escapeRegex(member)}(?![\\w$])`)).length - 1;
  return asks(put) === 0 && asks(before) > 1;
}

/** What a loop asks in each round of what goes on becomes a question with the same answer each time: that would be asked in front of it. */
function standsStill(text: string, before: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(before) || !/^[A-Za-z_$][\w$]*$/.test(put)) return false;
  const { from, to } = linesAround(text, start, end);
  const isAsked =
    /(?:[<>]=?|[=!]==?) *-?\d+(?:\.\d+)?(?![\w.])/.test(text.slice(end, to).slice(0, 12)) && /[(\s!]$/.test(text.slice(from, start));
  if (!isAsked) return false;
  const above = text.slice(Math.max(0, from - CHARS_OF_A_CASE), from);
  const name = escapeRegex(before);
  const head = above.search(new RegExp(`^[ \\t]*for\\b[^\\n]*\\b${name}\\b`, 'm'));
  if (head < 0) return false;
  const loop = above.slice(head) + text.slice(from, to + CHARS_OF_A_CASE);
  const other = escapeRegex(put);
  const goesOn = new RegExp(`(?<![\\w$.])${other} *(?:[-+*/%|&]?=(?![=>])|\\+\\+|--)|(?:\\+\\+|--)${other}\\b`);
  return !goesOn.test(loop) && !loop.split('\n').some((line) => isGivenBy(line, other));
}

/** Whether a line holds the head of a loop that gives a name its values. */
function isGivenBy(line: string, name: string): boolean {
  const start = line.search(/\bfor\b/);
  const end = Math.max(...[' of ', ' in ', '='].map((sign) => line.lastIndexOf(sign)));
  return start >= 0 && start < end && new RegExp(` ${name}\\b`).test(line.slice(start, end));
}

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
function partsTwins(text: string, edit: TemplateCandidate): boolean {
  const shapes = shapesOf(text, edit);
  if (shapes === null || shapes.before.length < TOKENS_OF_A_TWIN) return false;
  const others = shapes.others();
  return others.includes(shapes.before.join(' ')) && !others.includes(shapes.after.join(' '));
}

/**
 * The same of a line that two others resemble but for their names, numbers, lists and how many values they ask for: `month in [4, 6] and day > 30`
 * beside `month == 2 and day > 29`.
 */
function partsCousins(text: string, edit: TemplateCandidate): boolean {
  const shapes = shapesOf(text, edit, cousinOf);
  if (shapes === null || shapes.before.length < TOKENS_OF_A_TWIN) return false;
  const [before, after] = [shapes.before.join(' '), shapes.after.join(' ')];
  const others = shapes.others();
  return others.filter((other) => other === before).length >= 2 && !others.includes(after);
}

/** The contrary: a line becomes like another one of its file, but for names, and is no longer the one copy that differs. */
export function joinsTwins(edit: TemplateCandidate, text: string): boolean {
  const shapes = shapesOf(text, edit);
  if (shapes === null || shapes.after.length < TOKENS_OF_A_TWIN) return false;
  const others = shapes.others();
  return others.includes(shapes.after.join(' ')) && !others.includes(shapes.before.join(' ')) && !saysAgain(text, edit);
}

interface Shapes {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Those of the other lines of the file. */
  readonly others: () => readonly string[];
}

/** How a line is written before and after an edit, names aside; null where it is more than one line. */
function shapesOf(text: string, edit: TemplateCandidate, shape = shapeOf): Shapes | null {
  const { from, to, before, after } = linesOf(text, edit);
  if (before.includes('\n') || edit.text.includes('\n')) return null;
  return {
    before: shape(before),
    after: shape(after),
    others: () => `${text.slice(0, from)}${text.slice(to)}`.split('\n').map((each) => shape(each).join(' ')),
  };
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

/** Longer lines are no longer looked at as a whole. */
const LONGEST_COUSIN = 300;

/** The same without brackets, with every number and list alike, and a value that is asked for being one of several as one. */
function cousinOf(line: string): readonly string[] {
  if (line.length > LONGEST_COUSIN) return [line];
  const plain = shapeOf(line.replace(/\[[\d\s,'"]*\]|\((?:\d+,\s*)+\d*\)/g, '0').replace(/\bin\b(?!\s+range)/g, '=='))
    .map((each) => (/^\d/.test(each) ? '0' : each))
    .filter((each) => !/^[()[\]{}]$/.test(each));
  const chain = plain.join(' ').replace(/(?<one>(?:name|0)(?: (?:name|0))* ={2,3} 0)(?: (?:\|\||or) \k<one>)+/g, '$<one>');
  return chain.split(' ');
}
