// Code that does nothing: what gives a value that it has, asks the same of both sides, or takes the place of what goes on around it.
import { above, type Branch, below, fieldOf, namedChildren } from './grammar/tree.ts';
import { isFunction, isLoop } from './shape.ts';
import { ancestors, child, childList, type Site, walk } from './tree.ts';

/** What leaves a value as it is, by the sign of the assignment; in JavaScript, `+= 0` puts a digit behind a text. */
const NEUTRAL: Readonly<Record<string, string>> = { '-=': '0', '*=': '1', '/=': '1', '**=': '1' };
/** In Python, `/=` makes another kind of number, and a text takes no number. */
const NEUTRAL_IN_PYTHON: Readonly<Record<string, string>> = { '+=': '0', '-=': '0', '*=': '1', '**=': '1' };
/** With the same on both sides, these answer the same whatever it is, or the value itself. */
const OF_TWO = /^(?:-|\/|\/\/|%|&|\||\^|[=!]==?|[<>]=?|&&|\|\||\?\?|and|or|is|is not)$/;
/** What differs from itself is no number: that is asked of a name, or a member. */
const ASKS_FOR_A_NUMBER = /^[=!]==?$/;

/** A statement that only names something: neither called nor given a value. To ask for a member may do something. */
const IDLE_STATEMENT = /^(?:Identifier|BinaryExpression|NumericLiteral|BooleanLiteral|ArrayExpression|ThisExpression)$/;

/** A branch, or a loop over something, with nothing in it, not even words on why; the head of a counting loop may do all there is to do. */
function isEmptyBranch({ node, parent, children, start, end }: Site, text: string): boolean {
  if (node.type !== 'BlockStatement' || children.length > 0 || text.slice(start + 1, end - 1).trim() !== '') return false;
  if (parent === null || !/^(?:If|ForOf|ForIn)Statement$/.test(parent.node.type)) return false;
  return !/\/[/*]/.test(text.slice(text.lastIndexOf(')', start) + 1, start));
}

/**
 * Idle code of a JavaScript or TypeScript file: `idle branch` (`if (a) {}`), `idle statement` (`a.b;`), `idle assignment` (`a -= 0`), `idle call` (`Math.max(a, a)`, and of one number, `a.slice(b, b)`), `idle operator`
 * (`a < a`, `(-1) ** 2`), and `loop variable taken a` (by a loop within its own). Nobody writes it on purpose (Engler et al., "Bugs as deviant behavior",
 * SOSP 2001: redundant operations).
 */
export function idleCodeOfJavaScript(program: Site, text: string): readonly string[] {
  const textOf = ({ start, end }: Site): string => text.slice(start, end);
  return [...walk(program)].flatMap((site) => {
    const { node } = site;
    if (site.key === 'expression' && site.parent?.node.type === 'ExpressionStatement' && IDLE_STATEMENT.test(node.type))
      return ['idle statement'];
    const [left, right] = [child(site, 'left'), child(site, 'right')];
    if (node.type === 'AssignmentExpression' && left !== null && right !== null)
      return isIdleAssignment(node.operator, textOf(left), textOf(right), NEUTRAL) ? ['idle assignment'] : [];
    if (/^(?:Binary|Logical)Expression$/.test(node.type) && 'operator' in node && left !== null && right !== null)
      return isIdleOperator(String(node.operator), [left, right].map(textOf)) ? [`idle operator ${textOf(site)}`] : [];
    if (node.type === 'CallExpression') return isIdleCall(site, textOf) ? ['idle call'] : [];
    if (isEmptyBranch(site, text)) return ['idle branch'];
    const taken = isLoop(site)
      ? loopVariables(site).filter((name) => loopsAround(site).some((loop) => loopVariables(loop).includes(name)))
      : [];
    return taken.map((name) => `loop variable taken ${name}`);
  });
}

/** What is assigned to itself is a plain name: a member may do something where it is. */
function isIdleAssignment(operator: string, left: string, right: string, neutral: Readonly<Record<string, string>>): boolean {
  return operator === '=' ? left === right && /^[\w$]+$/.test(left) : neutral[operator] === right;
}

/** One, or minus one. */
const SIGN = /^\(?-?1\)?$/;

/** An even number, and a product or power of one and a name or the length of something. */
function isEven(text: string): boolean {
  const inner = text.startsWith('(') && closes(text, 0) ? text.slice(1, -1).trim() : text;
  const [, rest] = /^\d*[02468](?:\s*\*\*?\s*(.+))?$/s.exec(inner) ?? [null, null];
  if (rest === undefined) return true;
  return rest !== null && (/^[\w$.]+$/.test(rest) || (rest.startsWith('len(') && closes(rest, 3)));
}

/** Whether the bracket at `from` is closed by the last character of a text. */
function closes(text: string, from: number): boolean {
  let open = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    else if (text[at] === ')') open -= 1;
    if (open === 0) return at === text.length - 1;
  }
  return false;
}

function isIdleOperator(operator: string, sides: readonly string[]): boolean {
  const [base = '', exponent = ''] = sides;
  // A power that is always one, and a fraction that nobody writes so.
  if (operator === '**')
    return (SIGN.test(base) && isEven(exponent)) || (/^\d+$/.test(base) && base !== '10' && /^\(?-1\)?$/.test(exponent));
  if (!OF_TWO.test(operator) || !isSame(sides)) return false;
  return !ASKS_FOR_A_NUMBER.test(operator) || !/^[\w$.]+$/.test(sides[0] ?? '');
}

/** The same more than once, without anything that is called for what it does. */
function isSame(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length && !texts.some((each) => /[(]|\+\+|--/.test(each));
}

/** The largest or smallest of one number, or of one number twice; what lies between two places that are the same. */
function isIdleCall(call: Site, textOf: (site: Site) => string): boolean {
  const [callee, args] = [child(call, 'callee'), childList(call, 'arguments')];
  if (callee === null || args.some(({ node }) => node.type === 'SpreadElement')) return false;
  const texts = args.map(textOf);
  if (/\.(?:slice|substring)$/.test(textOf(callee))) return texts.length === 2 && isSame(texts);
  return /^Math\.(?:max|min)$/.test(textOf(callee)) && (texts.length === 1 || isSame(texts));
}

function loopsAround(site: Site): readonly Site[] {
  const loops: Site[] = [];
  for (const at of ancestors(site)) {
    if (isFunction(at)) break;
    if (isLoop(at)) loops.push(at);
  }
  return loops;
}

/** Names that the head of a `for` loop declares or gives a value. */
function loopVariables(loop: Site): readonly string[] {
  const head = child(loop, 'init') ?? (/^For(?:In|Of)/.test(loop.node.type) ? child(loop, 'left') : null);
  if (head === null) return [];
  const ids =
    head.node.type === 'VariableDeclaration' ? childList(head, 'declarations').flatMap((each) => child(each, 'id') ?? []) : [head];
  return ids.flatMap((id) => {
    const target = id.node.type === 'AssignmentExpression' ? child(id, 'left') : id;
    return target?.node.type === 'Identifier' ? [target.node.name] : [];
  });
}

/** The same of a Python file; also `range(a, a)`, and `idle slice` (`a[b:b]`). */
export function idleCodeOfPython(program: Branch, text: string): readonly string[] {
  const textOf = ({ start, end }: Branch): string => text.slice(start, end);
  return below(program).flatMap((branch) => {
    if (isEmptyBranchOfPython(branch, text)) return ['idle branch'];
    if (branch.parent?.type === 'expression_statement' && IDLE_STATEMENT_OF_PYTHON.test(branch.type)) return ['idle statement'];
    const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    if (/^(?:augmented_)?assignment$/.test(branch.type) && left !== null && right !== null) {
      const operator = branch.type === 'assignment' ? '=' : (branch.children.find(({ named }) => !named)?.type ?? '');
      return isIdleAssignment(operator, textOf(left), textOf(right), NEUTRAL_IN_PYTHON) ? ['idle assignment'] : [];
    }
    if (/^(?:binary|boolean|comparison)_operator$/.test(branch.type)) {
      const [operator] = branch.children.filter(({ named }) => !named);
      const sides = namedChildren(branch);
      const isIdle = sides.length === 2 && operator !== undefined && isIdleOperator(textOf(operator), sides.map(textOf));
      return isIdle ? [`idle operator ${textOf(branch)}`] : [];
    }
    if (branch.type === 'call') {
      const [fn, args] = [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')];
      if (fn === null || args === null) return [];
      const texts = namedChildren(args).map(textOf);
      const isIdle =
        textOf(fn) === 'range' ? texts.length > 1 && isSame(texts.slice(0, 2)) : /^(?:max|min)$/.test(textOf(fn)) && isSame(texts);
      return isIdle ? ['idle call'] : [];
    }
    // From a place to itself, where nothing is put in.
    if (branch.type === 'slice' && branch.parent?.field !== 'left') {
      const [start = '', end = ''] = textOf(branch).split(':');
      return start.trim() !== '' && isSame([start.trim(), end.trim()]) ? ['idle slice'] : [];
    }
    return branch.type === 'for_statement' ? takenInPython(branch, textOf).map((name) => `loop variable taken ${name}`) : [];
  });
}

const IDLE_STATEMENT_OF_PYTHON = /^(?:identifier|binary_operator|comparison_operator|integer|list|true|false)$/;

/** A last branch, or a loop, that says that it does nothing, and not why. In front of another branch it keeps a case out of that. */
function isEmptyBranchOfPython(branch: Branch, text: string): boolean {
  const { parent } = branch;
  if (branch.type !== 'block' || parent === null || text.slice(branch.start, branch.end).trim() !== 'pass') return false;
  const from = text.lastIndexOf('\n', parent.start - 1) + 1;
  const to = text.indexOf('\n', branch.end);
  if (text.slice(from, to < 0 ? undefined : to).includes('#')) return false;
  const isAlone = parent.type === 'if_statement' && !parent.children.some(({ type }) => /^(?:elif|else)_clause$/.test(type));
  return isAlone || /^(?:else_clause|for_statement)$/.test(parent.type);
}

function pythonLoopsAround(branch: Branch): readonly Branch[] {
  const loops: Branch[] = [];
  for (const at of above(branch)) {
    if (at.type === 'function_definition') break;
    if (/^(?:for|while)_statement$/.test(at.type)) loops.push(at);
  }
  return loops;
}

function takenInPython(loop: Branch, textOf: (branch: Branch) => string): readonly string[] {
  const around = pythonLoopsAround(loop).flatMap((each) => namesOf(each, textOf));
  // A name for what nobody needs may be used again.
  return namesOf(loop, textOf).filter((name) => name !== '_' && around.includes(name));
}

function namesOf(loop: Branch, textOf: (branch: Branch) => string): readonly string[] {
  const target = loop.type === 'for_statement' ? fieldOf(loop, 'left') : null;
  return target === null ? [] : below(target).flatMap((each) => (each.type === 'identifier' ? [textOf(each)] : []));
}
