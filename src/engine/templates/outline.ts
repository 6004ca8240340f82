import { escapeRegex } from '../escape.ts';
import { languageOf } from './grammar/languages.ts';
import { outlineOfGrammar } from './grammar/outline.ts';
import { outOfReach } from './least.ts';
import { functionOf, isCondition, isStatement } from './shape.ts';
import { child, childList, parseFile, type Site, walk } from './tree.ts';
import type { Outline, SourceFile, Stretch } from './types.ts';

/** What a file consists of, as far as a change can take it away; null where it does not parse or its grammar is not loaded. */
export function outlineOf(file: SourceFile): Outline | null {
  const language = languageOf(file.path);
  if (language !== null) return outlineOfGrammar(file.text, language);
  const program = parseFile(file);
  if (program === null) return null;
  const outline = { statements: [] as Stretch[], constant: 0, dead: 0, choices: [] as Choice[] };
  for (const site of walk(program)) {
    if (isPart(site)) outline.statements.push({ start: site.start, end: site.end, text: ownText(site, file.text) });
    if (decides(site) && truthOf(site, file.text) !== null) outline.constant += 1;
    outline.dead += behindJump(site);
    const [yes, no] = [child(site, 'consequent'), child(site, 'alternate')];
    if (site.node.type === 'ConditionalExpression' && yes !== null && no !== null) {
      const ways = [yes, no].map((way) => file.text.slice(way.start, way.end));
      outline.choices.push({ start: site.start, end: site.end, ways });
    }
  }
  return outline;
}

type Choice = Outline['choices'][number];

/** A condition, or a comparison whose answer is one elsewhere: `return a === a`. What differs from itself is no number, which may be asked. */
function decides(site: Site): boolean {
  return isCondition(site) || (site.node.type === 'BinaryExpression' && !site.node.operator.startsWith('!'));
}

/** Something that can be left out as a whole: a statement, a case, a method. */
function isPart(site: Site): boolean {
  const { type } = site.node;
  return (
    (isStatement(site) && !/^(Block|Empty)Statement$/.test(type) && !doesNothing(site)) ||
    /^(SwitchCase|ClassMethod|ClassProperty|ObjectMethod)$/.test(type)
  );
}

/** A value that nobody takes. */
function doesNothing(site: Site): boolean {
  const value = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  return value !== null && /^(Identifier|MemberExpression|NumericLiteral|NullLiteral|BooleanLiteral)$/.test(value.node.type);
}

/** A part's text without the parts inside of it; spaces, brackets and semicolons say nothing. */
function ownText(site: Site, text: string): string {
  let own = '';
  let at = site.start;
  const visit = (below: readonly Site[]): void => {
    for (const each of below) {
      if (!isPart(each) && !doesNothing(each)) visit(each.children);
      else if (each.start >= at) {
        own += text.slice(at, each.start);
        at = each.end;
      }
    }
  };
  visit(site.children);
  const bare = (own + text.slice(at, site.end)).replace(/[\s{};]/g, '');
  // An else is gone with what it holds.
  return site.node.type === 'IfStatement' ? bare.replace(/else$/, '') : bare;
}

/** How a condition always comes out, whatever the program does; null where that depends. */
function truthOf(site: Site, text: string): boolean | null {
  const { node } = site;
  if (node.type === 'BooleanLiteral' || node.type === 'NumericLiteral' || node.type === 'StringLiteral') return Boolean(node.value);
  if (node.type === 'NullLiteral' || (node.type === 'Identifier' && node.name === 'undefined')) return false;
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = child(site, 'argument');
    const truth = inner === null ? null : truthOf(inner, text);
    return truth === null ? null : !truth;
  }
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null) return null;
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const ways = [truthOf(left, text), truthOf(right, text)];
    const decisive = node.operator === '||';
    return ways.includes(decisive) ? decisive : ways.includes(null) ? null : !decisive;
  }
  if (node.type !== 'BinaryExpression' || !/^([!=]==?|[<>]=?)$/.test(node.operator)) return null;
  if (/^[!=]/.test(node.operator) && (isNoType(left, right, text) || isNoType(right, left, text))) return node.operator.startsWith('!');
  const [said, other] = [left, right].map((side) => text.slice(side.start, side.end));
  if (said === undefined || other === undefined) return null;
  if (/^[<>]/.test(node.operator) && [left, right].some((side) => holdsMembers(side, text))) return false;
  const bounded = [left, right].some((side) => /^(?:Optional)?(?:Call|Member)Expression$/.test(side.node.type));
  const reached = bounded ? outOfReach(said, node.operator, other) : null;
  if (reached !== null) return reached;
  const same = /^[\w$.]+$/.test(said) && said === other;
  return same ? /^[=<>]=/.test(node.operator) : null;
}

/** What `typeof` answers. */
export const types: ReadonlySet<string> = new Set(['undefined', 'object', 'boolean', 'number', 'bigint', 'string', 'symbol', 'function']);

/** Whether a type, or a name that holds one, is compared with what no type is called. */
function isNoType(said: Site, asked: Site, text: string): boolean {
  if (said.node.type !== 'StringLiteral' || types.has(said.node.value)) return false;
  if (asked.node.type === 'UnaryExpression') return asked.node.operator === 'typeof';
  if (asked.node.type !== 'Identifier') return false;
  const name = escapeRegex(asked.node.name);
  const declared = new RegExp(`\\b(?:var|let|const)\\s+${name}(?![\\w$])(?:\\s*=\\s*(typeof\\b))?`);
  const isParameter = (site: Site): boolean => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text.slice(site.start, site.end));
  for (let around = functionOf(asked); ; around = functionOf(around)) {
    const found = declared.exec(around === null ? text : text.slice(around.start, around.end));
    if (found !== null) return found[1] !== undefined;
    if (around === null || childList(around, 'params').some(isParameter)) return false;
  }
}

/** Whether a name is that of an object, as its function reads members of it: in order with anything it stands never. Texts, lists and dates may. */
function holdsMembers({ node, ...site }: Site, text: string): boolean {
  if (node.type !== 'Identifier') return false;
  const fn = functionOf({ node, ...site });
  const name = `(?<![\\w$.])${escapeRegex(node.name)}`;
  const own = fn === null ? '' : text.slice(fn.start, fn.end);
  const read = new RegExp(`${name}\\??\\.(?!length\\b)[A-Za-z_$][\\w$]*(?![\\w$]|\\s*(?:\\?\\.)?\\()`);
  return (
    read.test(own) && !new RegExp(`\\btypeof ${name}`).test(own) && !new RegExp(`${name}\\s*(?:[-+*/%]?=(?![=>])|\\+\\+|--)`).test(own)
  );
}

/** Statements of the same list that a jump makes unreachable. */
function behindJump(site: Site): number {
  if (site.parent === null || site.index < 0 || !/^(Return|Throw|Break|Continue)Statement$/.test(site.node.type)) return 0;
  const behind = childList(site.parent, site.key).filter((each) => each.index > site.index);
  return behind.filter(({ node }) => !/^(FunctionDeclaration|EmptyStatement)$/.test(node.type)).length;
}
