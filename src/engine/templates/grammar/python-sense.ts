// Changes of Python that can be told to be none a person means: they raise an error wherever they run, or give a value that nobody asks for.
import { hasWord, type Proposal } from '../family.ts';
import { parametersOf } from './python.ts';
import type { Scene } from './scene.ts';
import { isPythonTarget } from './targets.ts';
import { above, type Branch, below, fieldOf, nearest } from './tree.ts';

const NAME = /^[A-Za-z_]\w*$/;
const NEVER = 0;
/** A definition under another name: whoever reads it finds nothing. */
const OF_RENAMED = 0.05;
/** What is written down can be written down as it is to be. */
const OF_LITERAL = 0.02;

const OF_ITSELF = 0.1;

/** Factor for the odds of a proposal, 0 to 1. */
export function pythonSense(branch: Branch, { start, end, text }: Proposal, scene: Scene): number {
  const before = scene.file.text.slice(start, end);
  if (before === '=' && /^[-+*/%|&^@<>]+=$/.test(text)) return ofAdding(branch, start, scene);
  if (NAME.test(before) && NAME.test(text)) return ofName(branch, before, text, scene);
  if (branch.parent?.type === 'argument_list' && branch.start === start && branch.end === end && isSeveral(text)) return NEVER;
  if (branch.type === 'expression_list' && text.endsWith(`(${before})`)) return NEVER;
  return isOfOtherKind(before, text) ? (/^[rbuf]*['"]/i.test(before) ? OF_LITERAL : NEVER) : 1;
}

/** `total = f()` cannot become `total += f()` where `total` has no value yet, and `text = clean(text)` hardly becomes `text += clean(text)`. */
function ofAdding(branch: Branch, at: number, scene: Scene): number {
  const assignment = [branch, ...above(branch)].find(({ type }) => type === 'assignment');
  const [target, value] = assignment === undefined ? [null, null] : [fieldOf(assignment, 'left'), fieldOf(assignment, 'right')];
  if (target?.type !== 'identifier') return 1;
  if (!hasValue(target, at, scene)) return NEVER;
  return value !== null && hasWord(scene.text(value), scene.text(target)) ? OF_ITSELF : 1;
}

/** Whether a name may have a value already where it is assigned. */
function hasValue(target: Branch, at: number, scene: Scene): boolean {
  const name = scene.text(target);
  const fn = nearest(target, scene.language.functions);
  if (fn !== null && (parametersOf(fn, scene).includes(name) || isOfAround(name, fn, scene))) return true;
  const isInLoop = nearest(target, scene.language.loops) !== null;
  return targetsOf(scene, fn).some((each) => each.name === name && each.start !== target.start && (isInLoop || each.start < at));
}

/** Whether a function says that a name is one of what is around it. */
function isOfAround(name: string, fn: Branch, scene: Scene): boolean {
  return below(fn).some(
    ({ type, children }) => /^(?:global|nonlocal)_statement$/.test(type) && children.some((each) => scene.text(each) === name),
  );
}

interface Target {
  readonly name: string;
  readonly start: number;
}

const targetsIn = new WeakMap<Scene, ReadonlyMap<Branch | null, readonly Target[]>>();

/** What is assigned in a function itself, or outside of all. */
function targetsOf(scene: Scene, fn: Branch | null): readonly Target[] {
  let all = targetsIn.get(scene);
  if (all === undefined) {
    const found = new Map<Branch | null, Target[]>();
    for (const each of below(scene.program)) {
      if (!isPythonTarget(each)) continue;
      const owner = nearest(each, scene.language.functions);
      const own = found.get(owner) ?? [];
      found.set(owner, own);
      own.push({ name: scene.text(each), start: each.start });
    }
    all = found;
    targetsIn.set(scene, all);
  }
  return all.get(fn) ?? [];
}

/** A module under another name has none of its members, and what a module or a class defines is read by its name. */
function ofName(branch: Branch, before: string, text: string, scene: Scene): number {
  if (branch.type !== 'identifier') return 1;
  const member = branch.parent === null ? null : fieldOf(branch.parent, 'attribute');
  const isTold = scene.clues.notDefined.has(before) || (member !== null && scene.clues.complaints.noMember.has(scene.text(member)));
  const isLoaded =
    branch.parent?.type === 'attribute' && branch.field === 'object' && scene.modules.has(before) && !scene.modules.has(text);
  if (isLoaded && !isTold) return NEVER;
  return isPythonTarget(branch) && nearest(branch, scene.language.functions) === null ? OF_RENAMED : 1;
}

/** Values with commas between them, and no brackets around: as one argument they are several. */
function isSeveral(text: string): boolean {
  let depth = 0;
  for (const [part] of text.includes(',') ? text.matchAll(/(['"])(?:(?!\1)[^\\\n]|\\.)*\1|[([{]|[)\]}]|,|\blambda\b/g) : []) {
    if (part === 'lambda') return false;
    if (part === ',' && depth === 0) return true;
    depth += /^[([{]$/.test(part) ? 1 : /^[)\]}]$/.test(part) ? -1 : 0;
  }
  return false;
}

/** A pattern, or one of its flags, that is reckoned with; a text that is written down and taken for a number or a list. */
function isOfOtherKind(before: string, text: string): boolean {
  const isTaken = /^(?:int|float|abs|len|sum|sorted|list|set|tuple|max|min|round|reversed)\(/.test(text) && text.endsWith(`(${before})`);
  const isReckoned = text === `${before} + 1` || text === `${before} - 1`;
  if (!isTaken && !isReckoned) return false;
  return /^re\.(?:compile\(|[A-Z]+$)/.test(before) || /^[rbuf]*(['"])(?:(?!\1)[^\\\n]|\\.)*\1$/i.test(before);
}
