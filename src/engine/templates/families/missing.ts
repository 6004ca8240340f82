import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import type { Binding } from '../scope.ts';
import { calleeName, functionOf, isAsync, isCall, isCondition, isExpression, isListed, isRead, loopOf } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';

function* missingAwait(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  const text = scene.text(site);
  if (site.node.type === 'AwaitExpression') {
    const argument = child(site, 'argument');
    if (argument !== null) yield replace(site, scene.text(argument), `without await: ${brief(text)}`, 0.15);
    return;
  }
  if (!isCall(site) || site.node.type === 'NewExpression' || site.parent?.node.type === 'AwaitExpression' || site.key === 'callee') return;
  if (!isAsync(fn)) return;
  // What is asked of a promise, or calculated with one, is never what was meant.
  const { asynchronous } = scene.clues;
  const known = asynchronous.has(calleeName(site) ?? '');
  const isAsked = isCondition(site) || /^(?:Logical|Binary|Unary|Member|OptionalMember)Expression$/.test(site.parent?.node.type ?? '');
  const knows = known ? (isAsked ? 20 : 5) : asynchronous.size > 0 ? 0.7 : 1;
  const bare = site.parent?.node.type === 'ExpressionStatement' || site.key === 'init' || site.key === 'right' || site.key === 'argument';
  const isOperand = /^(?:Logical|Binary|Unary)Expression$/.test(site.parent?.node.type ?? '');
  yield replace(
    site,
    site.key === 'object' || isOperand ? `(await ${text})` : `await ${text}`,
    `await ${brief(text)}`,
    (bare ? 1 : 0.4) * knows,
  );
}

/** A function that awaits a promise must say async; the keyword is added where await stands in a plain function. */
function* missingAsync(site: Site): Generator<Proposal> {
  const node = site.node;
  if (!('async' in node) || node.async === true || !/Function(Expression|Declaration)|ClassMethod|ObjectMethod/.test(node.type)) return;
  if ('kind' in node && (node.kind === 'get' || node.kind === 'set' || node.kind === 'constructor')) return;
  yield insert(asyncPlace(site), 'async ', 'async added', 0.2);
}

/** Where a function says that it is asynchronous. */
export function asyncPlace(fn: Site): number {
  return 'static' in fn.node && fn.node.static === true ? (child(fn, 'key')?.start ?? fn.start) : fn.start;
}

function* missingReturn(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  if (site.node.type === 'ReturnStatement') {
    const argument = child(site, 'argument');
    if (argument !== null && isCall(argument))
      yield replace(site, `${scene.text(argument)};`, `without return: ${brief(scene.text(argument))}`, 0.2);
    return;
  }
  if (site.node.type !== 'ExpressionStatement' || fn === null) return;
  const last = site.parent !== null && childList(site.parent, site.key).at(-1) === site;
  // What is set there is mostly read further on.
  const isSet = /^(?:Assignment|Update)Expression$/.test(child(site, 'expression')?.node.type ?? '');
  yield insert(site.start, 'return ', `return ${brief(scene.text(site))}`, (last ? 1 : 0.25) * (isSet ? 0.2 : 1));
}

/** Values offered at a function's end, and the longest of them. */
const MOST_RETURNED = 14;
const LONGEST_RETURNED = 40;

/** A function's end without `return`: its variables are offered, what it fills, and what functions beside it answer. */
function* returnAtEnd(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BlockStatement' || site.parent === null || site.key !== 'body' || functionOf(childOrSelf(site)) !== site.parent)
    return;
  const last = site.children.at(-1);
  const { node } = site.parent;
  // What a constructor, a setter or a generator returns is not what it gives.
  if (('kind' in node && /^(?:constructor|set)$/.test(`${node.kind}`)) || ('generator' in node && node.generator === true)) return;
  if (last === undefined || last.node.type === 'ReturnStatement' || last.node.type === 'ThrowStatement') return;
  const pad = indentOf(last, scene);
  const names = scene.visible(last).filter((each) => each.scope === site || each.scope === site.parent);
  const options = new Map<string, number>();
  const offer = (text: string, odds: number): void => void options.set(text, Math.max(options.get(text) ?? 0, odds));
  for (const each of names) offer(each.name, each.kind === 'param' ? 0.6 : 1);
  for (const [text, odds] of filledIn(site.parent, names, scene)) offer(text, odds);
  for (const [text, odds] of [
    ['true', 0.4],
    ['false', 0.4],
    ['null', 0.2],
    ['this', 0.3],
  ] as const)
    offer(text, odds);
  for (const each of answersIn(scene))
    if (functionOf(each) !== site.parent && scene.donors.readable(each, last)) offer(scene.text(each), 0.4);
  const likeliest = [...options].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_RETURNED);
  for (const [text, odds] of likeliest) yield insert(last.end, `\n${pad}return ${text};`, `return ${text} at the end`, odds);
}

/** Short answers of a file's functions, each text once. */
const answers = new WeakMap<Site, readonly Site[]>();
const MOST_ANSWERS = 60;

function answersIn({ program, words, text }: Scene): readonly Site[] {
  const known = answers.get(program);
  if (known !== undefined) return known;
  const found = new Map<string, Site>();
  for (const returned of words.returns.values())
    for (const each of returned.slice(0, 3))
      if (each.end - each.start <= LONGEST_RETURNED && found.size < MOST_ANSWERS && !found.has(text(each))) found.set(text(each), each);
  const made = [...found.values()];
  answers.set(program, made);
  return made;
}

/** What a function puts its results into: the last of a list that it fills by an index, members that it sets, a list as one text. */
function* filledIn(fn: Site, names: readonly Binding[], scene: Scene): Generator<readonly [string, number]> {
  const own = new Set(names.map(({ name }) => name));
  const given = names.filter(({ kind }) => kind === 'param').map(({ name }) => name);
  for (const each of walk(fn)) {
    const target = each.node.type === 'AssignmentExpression' ? child(each, 'left') : null;
    const object = target === null ? null : child(target, 'object');
    if (target !== null && object !== null && functionOf(each) === fn && target.end - target.start <= LONGEST_RETURNED) {
      const held = scene.text(object);
      const isComputed = target.node.type === 'MemberExpression' && target.node.computed;
      if (held !== 'this' && !own.has(/^[\w$]+/.exec(held)?.[0] ?? '')) continue;
      if (!isComputed) yield [scene.text(target), 0.7];
      else
        for (const [at, index] of [...given, `${held}.length - 1`].entries())
          if (index !== held) yield [`${held}[${index}]`, 0.7 / (1 + at / 3)];
    }
    if (!isCall(each) || calleeName(each) !== 'push') continue;
    const list = child(child(each, 'callee') ?? each, 'object');
    if (list !== null && own.has(scene.text(list)) && scene.clues.expectedStrings.length > 0) yield [`${scene.text(list)}.join('')`, 0.5];
  }
}

/** Whether a failure shows that nothing came where something was wanted. */
function lacksValue({ clues }: Scene): boolean {
  return clues.pairs.some(({ actual, expected }) => actual === 'undefined' && expected !== 'undefined');
}

function childOrSelf(site: Site): Site {
  return site.children[0] ?? site;
}

/** Indentation of the line a site starts. */
export function indentOf(site: Site, scene: Scene): string {
  const from = scene.file.text.lastIndexOf('\n', site.start - 1) + 1;
  return /^[ \t]*/.exec(scene.file.text.slice(from, site.start))?.[0] ?? '';
}

function* missingNew(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  const callee = child(site, 'callee');
  if (callee === null) return;
  if (node.type === 'NewExpression')
    yield replace(site, scene.file.text.slice(callee.start, site.end), `without new: ${brief(scene.text(site))}`, 0.4);
  if (
    node.type === 'CallExpression' &&
    /^([\w$.]+\.)?[A-Z]\w*$/.test(scene.text(callee)) &&
    !/^(Object|String|Number|Boolean|Symbol|BigInt|Date)$/.test(scene.text(callee))
  ) {
    yield insert(site.start, 'new ', `new ${brief(scene.text(site))}`, 1);
  }
}

function* jumps(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type === 'SwitchCase') {
    const last = childList(site, 'consequent').at(-1);
    if (last === undefined || /Break|Return|Throw|Continue/.test(last.node.type)) return;
    if (site.parent !== null && childList(site.parent, 'cases').at(-1) === site) return;
    yield insert(last.end, `\n${indentOf(last, scene)}break;`, 'break at the end of the case', 1);
    return;
  }
  if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') {
    const other = node.type === 'BreakStatement' ? 'continue' : 'break';
    if (loopOf(site) !== null && node.label === null)
      yield replace(site, `${other};`, `${node.type === 'BreakStatement' ? 'break' : 'continue'} -> ${other}`, 0.8);
    if (functionOf(site) !== null && node.label === null) yield replace(site, 'return;', 'jump -> return', 0.3);
    if (site.parent?.node.type === 'SwitchCase') yield replace(site, '', 'falls through', 0.4);
  }
  if (node.type === 'ReturnStatement' && loopOf(site) !== null) {
    yield replace(site, 'continue;', 'return -> continue', 0.3);
    yield replace(site, 'break;', 'return -> break', 0.3);
  }
  if (
    node.type === 'ExpressionStatement' &&
    loopOf(site) !== null &&
    isListed(site) &&
    site.parent !== null &&
    childList(site.parent, 'body').at(-1) === site
  ) {
    for (const word of ['break', 'continue'])
      yield insert(site.end, `\n${indentOf(site, scene)}${word};`, `${word} added`, word === 'break' ? 0.5 : 0.2);
  }
}

function* spread(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type === 'SpreadElement') {
    const argument = child(site, 'argument');
    if (argument !== null) yield replace(site, scene.text(argument), `without spread: ${brief(scene.text(argument))}`);
    return;
  }
  if (site.key === 'arguments' || site.key === 'elements') {
    if (!isExpression(site) || /Literal|Function|Binary|Object|Logical/.test(site.node.type) || site.parent?.node.type === 'ArrayPattern')
      return;
    yield insert(
      site.start,
      '...',
      `spread ${brief(scene.text(site))}`,
      site.key === 'elements' || site.parent?.node.type === 'NewExpression' ? 0.7 : 0.5,
    );
  }
  if (site.node.type === 'RestElement' && site.key === 'params') yield replace(site, scene.text(site).slice(3), 'without rest', 0.5);
}

/** A declaration's keyword: `var` in a loop caught by closures, a shadowing declaration that should be an assignment. */
function* declarations(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'VariableDeclaration') return;
  const one = child(site, 'declarations');
  if (one === null) return;
  const keyword = node.kind.length;
  if (node.kind === 'var')
    yield {
      start: site.start,
      end: site.start + keyword,
      text: 'let',
      label: 'var -> let',
      odds: site.key === 'init' || site.key === 'left' || loopOf(site) !== null ? 1 : 0.2,
    };
  if (node.kind === 'const') yield { start: site.start, end: site.start + keyword, text: 'let', label: 'const -> let', odds: 0.3 };
  const id = child(one, 'id');
  const shadowing = id?.node.type === 'Identifier' && scene.visible(site).filter((each) => each.name === scene.text(id)).length > 0;
  if (site.children.length === 1 && shadowing && child(one, 'init') !== null && isListed(site)) {
    yield { start: site.start, end: one.start, text: '', label: 'assigns the outer variable', odds: functionOf(site) === null ? 0.1 : 0.3 };
  }
}

/** `this.x` lost in a callback: a plain function becomes an arrow function. */
function* arrows(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'FunctionExpression' || node.generator || node.id || site.key !== 'arguments') return;
  const text = scene.text(site);
  const body = child(site, 'body');
  const open = text.indexOf('(');
  if (body === null || open < 0 || !/\bthis\b/.test(text) || /\barguments\b/.test(text)) return;
  const head = scene.file.text.slice(site.start + open, body.start).trimEnd();
  yield {
    start: site.start,
    end: body.start,
    text: `${node.async ? 'async ' : ''}${head} => `,
    label: 'arrow function keeps this',
    odds: 1,
  };
}

/** Truth of a whole value: `x` -> `!!x` where a boolean is returned. */
function* booleans(site: Site, scene: Scene): Generator<Proposal> {
  if (site.key !== 'argument' || site.parent?.node.type !== 'ReturnStatement' || !isRead(site)) return;
  if (/Logical|Identifier|Member|Call/.test(site.node.type))
    yield replace(site, `!!${scene.operand(site)}`, `!!${brief(scene.text(site))}`, 0.5);
}

export const missingFamilies: readonly Family[] = [
  { name: 'missing await', share: 0.02, propose: missingAwait },
  { name: 'missing async', share: 0.003, propose: missingAsync },
  { name: 'missing return', share: 0.015, propose: missingReturn },
  { name: 'return at the end', share: 0.06, propose: (site, scene) => (lacksValue(scene) ? returnAtEnd(site, scene) : []) },
  { name: 'return at the end', share: 0.008, propose: (site, scene) => (lacksValue(scene) ? [] : returnAtEnd(site, scene)) },
  { name: 'missing new', share: 0.005, propose: missingNew },
  { name: 'jump', share: 0.012, propose: jumps },
  { name: 'spread', share: 0.01, propose: spread },
  { name: 'declaration keyword', share: 0.006, propose: declarations },
  { name: 'arrow function', share: 0.006, propose: arrows },
  { name: 'boolean value', share: 0.003, propose: booleans },
];
