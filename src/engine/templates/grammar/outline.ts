import { outOfReach } from '../least.ts';
import type { Outline, Stretch } from '../types.ts';
import type { Language } from './languages.ts';
import { readTree } from './loader.ts';
import { isCondition, isNumber } from './scene.ts';
import { type Branch, below, namedChildren } from './tree.ts';

/** The same as `outlineOf`, for the languages that tree-sitter reads. */
export function outlineOfGrammar(text: string, language: Language): Outline | null {
  const tree = readTree(language, text);
  return tree === null || tree.hasError ? null : outlineOfTree(tree.program, text, language);
}

function outlineOfTree(program: Branch, text: string, language: Language): Outline {
  const statements: Stretch[] = [];
  const choices: Outline['choices'][number][] = [];
  let constant = 0;
  let dead = 0;
  const isPart = (branch: Branch): boolean =>
    branch.named && branch.parent !== null && language.blocks.has(branch.parent.type) && !doesNothing(branch, language);
  const textOf = (branch: Branch): string => text.slice(branch.start, branch.end);
  for (const branch of below(program)) {
    if (isPart(branch)) {
      statements.push({ start: branch.start, end: branch.end, text: ownText(branch, text, language, isPart) });
      if (isJump(branch, language)) dead += namedChildren(branch.parent ?? branch).filter(({ index }) => index > branch.index).length;
    }
    const tested =
      (isCondition(branch, language) && !isDefault(branch, language)) ||
      isComparison(branch, language) ||
      choiceOf(branch.parent, language)?.test === branch;
    if (tested && truthOf(branch, textOf, language) !== null) constant += 1;
    const choice = choiceOf(branch, language);
    if (choice !== null) choices.push({ start: branch.start, end: branch.end, ways: choice.ways.map(textOf) });
  }
  return { statements, constant, dead, choices };
}

/** What a value falls back on: `10` of `return n or 10`. */
function isDefault(branch: Branch, language: Language): boolean {
  const joins = ({ type, children }: Branch): boolean =>
    language.binary.has(type) && children.some(({ named, type: word }) => !named && (word === language.and || word === language.or));
  if (branch.parent === null || !joins(branch.parent) || namedChildren(branch.parent).at(-1) !== branch) return false;
  let top = branch.parent;
  while (top.parent !== null && (joins(top.parent) || top.parent.type === 'parenthesized_expression')) top = top.parent;
  const isTested = top.field === 'condition' || /^(?:if_clause|not_operator|unary.*)$/.test(top.parent?.type ?? '');
  return !isTested && choiceOf(top.parent, language)?.test !== top;
}

/** A comparison whose answer is one elsewhere: `return a == a`. What differs from itself is no number, which may be asked. */
function isComparison(branch: Branch, { binary }: Language): boolean {
  return binary.has(branch.type) && /^(?:===?|[<>]=?|is|in)$/.test(branch.children.find((each) => !each.named)?.type ?? '');
}

/** `pass`, and a value that nobody takes. */
function doesNothing(branch: Branch, { identifiers, subscripts, name }: Language): boolean {
  if (branch.type === 'pass_statement') return true;
  const value = name === 'python' && branch.type === 'expression_statement' ? branch.children[0] : undefined;
  return (
    value !== undefined &&
    branch.children.length === 1 &&
    (identifiers.has(value.type) || subscripts.has(value.type) || /^(attribute|integer|none|true|false)$/.test(value.type))
  );
}

function isJump({ type }: Branch, { returns }: Language): boolean {
  return returns.has(type) || /^(raise|throw|break|continue)(_statement)?$/.test(type);
}

/** A value that a condition chooses: Python writes the condition in the middle. */
function choiceOf(branch: Branch | null, { name }: Language): { readonly test: Branch; readonly ways: readonly Branch[] } | null {
  if (branch === null || !/^(conditional_expression|ternary_expression|conditional)$/.test(branch.type)) return null;
  const [first, second, third] = namedChildren(branch);
  if (first === undefined || second === undefined || third === undefined) return null;
  return name === 'python' ? { test: second, ways: [first, third] } : { test: first, ways: [second, third] };
}

function ownText(part: Branch, text: string, language: Language, isPart: (branch: Branch) => boolean): string {
  let own = '';
  let at = part.start;
  const visit = (branches: readonly Branch[]): void => {
    for (const each of branches) {
      if (!isPart(each) && !doesNothing(each, language)) {
        visit(each.children);
        continue;
      }
      own += text.slice(at, each.start);
      at = each.end;
    }
  };
  visit(part.children);
  const whole = own + text.slice(at, part.end);
  // An else is gone with what it holds.
  return whole.replace(/[\s{};]/g, '').replace(/else:?$/, '');
}

function truthOf(branch: Branch, textOf: (branch: Branch) => string, language: Language): boolean | null {
  const own = textOf(branch);
  if (own === language.true) return true;
  if (own === language.false || own === language.nothing) return false;
  if (isNumber(branch)) return Number(own) !== 0;
  const parts = namedChildren(branch);
  const [left, right] = parts;
  if (left !== undefined && right === undefined && /^(parenthesized_expression|not_operator|unary_expression|unary)$/.test(branch.type)) {
    const truth = truthOf(left, textOf, language);
    return truth === null || own.startsWith('(') ? truth : /^(not\b|!)/.test(own) ? !truth : null;
  }
  if (left === undefined || right === undefined || parts.length > 2 || !language.binary.has(branch.type)) return null;
  const operator = branch.children.find((each) => !each.named)?.type ?? '';
  if (operator === language.and || operator === language.or) {
    const ways = [truthOf(left, textOf, language), truthOf(right, textOf, language)];
    const decisive = operator === language.or;
    return ways.includes(decisive) ? decisive : ways.includes(null) ? null : !decisive;
  }
  const bounded = [left, right].some(({ type }) => /call|invocation|attribute|selector|member|field/.test(type));
  const reached = bounded ? outOfReach(textOf(left), operator, textOf(right)) : null;
  if (reached !== null) return reached;
  if (!/^[\w.$]+$/.test(textOf(left)) || textOf(left) !== textOf(right)) return null;
  if (/^(===?|<=|>=|is|in)$/.test(operator)) return true;
  return /^(!==?|<|>|is not|not in)$/.test(operator) ? false : null;
}
