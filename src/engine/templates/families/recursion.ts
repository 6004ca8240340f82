// A function that calls itself without end has lost the case in which it answers on its own.
import { brief, type Proposal } from '../family.ts';
import { endingsOf, type Recursion, type Tongue, type Use } from '../recursion.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionName, functionOf, isCall, isFunction } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

const TONGUE: Tongue = {
  ...{ equals: '===', nothing: 'null', yes: 'true', no: 'false' },
  lengthOf: (name) => `${name}.length`,
  missing: (name) => [`!${name}`, `${name} === null`],
  empty: (name) => [`${name}.length === 0`, `${name} === ''`],
};
const MOST_ANSWERS = 3;
/** Longer answers are seldom those of the simplest case. */
const LONGEST_ANSWER = 40;
/** How much less likely an end is missing where the function leaves somewhere else: the message says that it does not end, or nothing does. */
const OF_LEAVING = { said: 0.5, unsaid: 0.15 };

/** The calls that a function makes of itself: by its name, or where it is a member, of its own object by its key. */
function callsOfItself(fn: Site): readonly Site[] {
  const name = functionName(fn);
  const body = child(fn, 'body');
  if (name === null || body === null) return [];
  const { parent } = fn;
  const isNamed = child(fn, 'id') !== null || parent?.node.type === 'VariableDeclarator';
  return [...walk(body)].filter((site) => {
    if (!isCall(site) || calleeName(site) !== name) return false;
    const receiver = child(child(site, 'callee') ?? site, 'object');
    return isNamed ? receiver === null : receiver?.node.type === 'ThisExpression';
  });
}

/** Whether a call is made whatever comes: neither a condition nor a callback nor an exit stands before it. */
function isCertain(call: Site, fn: Site): boolean {
  for (const at of ancestors(call)) {
    if (at === fn) return true;
    if (/^(?:If|For|ForOf|ForIn|While|Switch|Try)Statement$|^SwitchCase$|^(?:Conditional|Logical)Expression$/.test(at.node.type))
      return false;
    if (isFunction(at)) return false;
  }
  return false;
}

function leaves(fn: Site, calls: readonly Site[]): boolean {
  if (!calls.some((call) => isCertain(call, fn))) return true;
  const last = calls.at(-1)?.start ?? 0;
  return [...walk(fn)].some(
    (each) =>
      /^(?:Return|Throw)Statement$/.test(each.node.type) &&
      each.start < last &&
      functionOf(each) === fn &&
      !calls.some((call) => call.start >= each.start && call.end <= each.end),
  );
}

function useOf(call: Site, scene: Scene): Use {
  const { parent, key } = call;
  if (parent === null) return 'nothing';
  const { node } = parent;
  if (node.type === 'BinaryExpression') {
    if (node.operator === '+') return /["'`]/.test(scene.text(parent)) ? 'text' : 'sum';
    return node.operator === '*' ? 'product' : /^[-/%]$/.test(node.operator) ? 'sum' : 'kept';
  }
  if (/^(?:Logical|Unary)Expression$/.test(node.type) || key === 'test') return 'truth';
  if (node.type === 'SpreadElement') return 'list';
  if (node.type === 'TemplateLiteral') return 'text';
  if (/^(?:Conditional|Await|Parenthesized|TSAs|TSNonNull)Expression$/.test(node.type)) return useOf(parent, scene);
  if (node.type === 'ReturnStatement' || (isFunction(parent) && key === 'body')) return 'answer';
  if (node.type === 'ExpressionStatement') return 'nothing';
  if (key === 'arguments')
    return calleeName(parent) === 'concat' ? 'list' : /^(?:max|min)$/.test(calleeName(parent) ?? '') ? 'sum' : 'kept';
  return key === 'object' ? 'list' : 'kept';
}

/** Names of the parameters at their places; a pattern has none. The type of `this` is no parameter. */
function parametersIn(fn: Site): readonly string[] {
  const names = childList(fn, 'params').map((each) => {
    const { node } = each.node.type === 'AssignmentPattern' ? (child(each, 'left') ?? each) : each;
    return node.type === 'Identifier' ? node.name : '';
  });
  return names[0] === 'this' ? names.slice(1) : names;
}

function recursionOf(fn: Site, calls: readonly Site[], scene: Scene): Recursion {
  const body = child(fn, 'body') ?? fn;
  // What is only made in the function is not there yet.
  const own = scene.visible(body).filter(({ scope, kind }) => kind !== 'param' && (scope === body || scope === fn));
  const isThere = (site: Site): boolean =>
    ![...walk(site)].some(({ node }) => node.type === 'Identifier' && own.some(({ name }) => name === node.name));
  const returned = (scene.words.returns.get(fn) ?? []).filter(
    (site) => isThere(site) && !calls.some(({ start }) => start >= site.start && start < site.end),
  );
  // What a generator returns is seldom looked at.
  const isGenerator = 'generator' in fn.node && fn.node.generator === true;
  const uses = isGenerator ? new Set<Use>(['nothing']) : new Set(calls.map((call) => useOf(call, scene)));
  const text = scene.text(fn);
  return {
    parameters: parametersIn(fn),
    calls: calls.map((call) => childList(call, 'arguments').map(scene.text)),
    uses,
    answers: (isGenerator ? [] : returned)
      .map(scene.text)
      .filter((each) => each.length <= LONGEST_ANSWER)
      .slice(0, MOST_ANSWERS),
    measured: [...new Set([...text.matchAll(/(?<![\w$.])([\w$]+)(?:\.length\b|\[)/g)].flatMap(([, name]) => name ?? []))],
  };
}

/** The function that a first statement, or the value of an arrow function, begins. */
function begunBy(site: Site): Site | null {
  const { parent } = site;
  if (parent === null || site.key !== 'body') return null;
  if (isFunction(parent)) return site.node.type === 'BlockStatement' ? null : parent;
  const isFirst = parent.node.type === 'BlockStatement' && site.index === 0 && parent.key === 'body';
  return isFirst && parent.parent !== null && isFunction(parent.parent) ? parent.parent : null;
}

/** The simplest case in front of the first statement, or in front of what an arrow function answers. */
function* endings(site: Site, scene: Scene, ofLeaving: number): Generator<Proposal> {
  const fn = begunBy(site);
  const calls = fn === null ? [] : callsOfItself(fn);
  if (fn === null || calls.length === 0) return;
  const likely = leaves(fn, calls) ? ofLeaving : 1;
  for (const { test, answer, odds } of endingsOf(recursionOf(fn, calls, scene), TONGUE)) {
    const label = `recursion ends: ${brief(test)} ? ${brief(answer ?? 'return')}`;
    if (site.parent !== fn) {
      const jump = answer === null ? 'return' : `return ${answer}`;
      yield insert(site.start, `if (${test}) ${jump};\n${indentOf(site, scene)}`, label, odds * likely);
    } else if (answer !== null) yield replace(site, `${test} ? ${answer} : ${scene.operand(site)}`, label, odds * likely);
  }
}

/** Where the message says that a function calls itself without end, hardly anything else is likelier. */
export const recursionFamilies: readonly Family[] = [
  {
    name: "recursion's end",
    share: 0.4,
    propose: (site, scene) => (scene.clues.complaints.endless ? endings(site, scene, OF_LEAVING.said) : []),
  },
  {
    name: "recursion's end",
    share: 0.1,
    propose: (site, scene) => (scene.clues.complaints.endless ? [] : endings(site, scene, OF_LEAVING.unsaid)),
  },
];
