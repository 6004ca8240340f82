// What a function begins and does not finish: a variable that nothing changes, a loop that compares with nothing, an order of two that looks at one.
import { brief, type Proposal } from '../family.ts';
import { parametersOf, retold } from '../retell.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isCall, isFunction, isListed, isRead, isSimple, isTarget, loopOf } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { unreadHere } from '../unread.ts';
import { indentOf } from './missing.ts';

const MOST_VALUES = 6;
/** Variables that get a step at one place. */
const MOST_WAITING = 4;
const JUMP = /^(?:Return|Throw|Break|Continue)Statement$/;

/** What a variable holds at first, as far as it tells how it will change; `awaited`: a loop goes on until it has changed. */
type Start = 'number' | 'one' | 'text' | 'list' | 'false' | 'true' | 'null' | 'awaited';

/** Variables of a function that are given a plain value and never changed after it. */
function unchangedIn(fn: Site, scene: Scene): ReadonlyMap<string, Start> {
  const known = unchanged.get(fn);
  if (known !== undefined) return known;
  const found = new Map<string, Start>();
  for (const site of walk(fn)) {
    const [id, init] = site.node.type === 'VariableDeclarator' ? [child(site, 'id'), child(site, 'init')] : [null, null];
    const start = init === null ? null : startOf(init);
    const isConstant = site.parent?.node.type === 'VariableDeclaration' && site.parent.node.kind === 'const';
    if (id?.node.type === 'Identifier' && start !== null && (start === 'list' || !isConstant)) found.set(scene.text(id), start);
  }
  for (const site of walk(fn)) {
    if (site.node.type !== 'Identifier') continue;
    const isFilled = /^(?:object|arguments)$/.test(site.key) && !/\.length$/.test(site.parent === null ? '' : scene.text(site.parent));
    if (isTarget(site) || (isFilled && found.get(site.node.name) === 'list')) found.delete(site.node.name);
  }
  unchanged.set(fn, found);
  return found;
}

const unchanged = new WeakMap<Site, ReadonlyMap<string, Start>>();

function startOf({ node, children }: Site): Start | null {
  if (node.type === 'NumericLiteral') return node.value === 1 ? 'one' : 'number';
  if (node.type === 'UnaryExpression' && node.operator === '-') return 'number';
  if (node.type === 'StringLiteral' && node.value === '') return 'text';
  if (node.type === 'BooleanLiteral') return node.value ? 'true' : 'false';
  if (node.type === 'NullLiteral') return 'null';
  return node.type === 'ArrayExpression' && children.length === 0 ? 'list' : null;
}

/** What a loop goes over, then what its body names or sets. */
function valuesOf(loop: Site, scene: Scene): readonly string[] {
  const found = new Set<string>();
  const head = child(loop, 'left') ?? child(loop, 'init');
  for (const each of head === null ? [] : walk(head)) {
    if (each.node.type !== 'Identifier' || each.key === 'init') continue;
    const test = child(loop, 'test');
    const list = test === null ? undefined : /([\w$.]+)\.length\b/.exec(scene.text(test))?.[1];
    if (list !== undefined) found.add(`${list}[${each.node.name}]`);
    found.add(each.node.name);
  }
  const body = child(loop, 'body');
  for (const each of body === null ? [] : walk(body)) {
    const id = each.node.type === 'VariableDeclarator' ? child(each, 'id') : null;
    if (id?.node.type === 'Identifier') found.add(id.node.name);
    if (each.node.type === 'Identifier' && isTarget(each)) found.add(each.node.name);
  }
  return [...found].slice(0, MOST_VALUES);
}

/** What a loop may take its steps by: what it divides the variable by, then what its function is given. */
function sharesOf(name: string, loop: Site, scene: Scene): readonly string[] {
  const fn = functionOf(loop);
  const given = fn === null ? [] : parametersOf(fn, scene).map((each) => each.name);
  const divided = [...walk(loop)].flatMap((site) => {
    const [left, right] = site.node.type === 'BinaryExpression' && /^[%/]$/.test(site.node.operator) ? site.children : [];
    return left !== undefined && right !== undefined && isSimple(right) && scene.text(left) === name ? [scene.text(right)] : [];
  });
  return [...new Set([...divided, ...given, '10', '2'])].filter((value) => value !== name && value !== '0').slice(0, MOST_VALUES);
}

/** What nothing reads so far is likely what the step was made of. */
const OF_UNREAD = 4;

function stepsOf(name: string, start: Start, values: readonly string[], unread: readonly string[]): [string, number][] {
  const of = (way: (value: string) => string, odds: number): [string, number][] =>
    values
      .filter((value) => value !== name)
      .map((value, rank) => [way(value), (odds * (unread.includes(value) ? OF_UNREAD : 1)) / (1 + rank / 3)]);
  const added = of((value) => `${name} += ${value};`, 1);
  const counted: [string, number][] = [
    [`${name}++;`, 1],
    [`${name}--;`, 0.3],
  ];
  switch (start) {
    case 'awaited': {
      const parts = values.flatMap((value, rank): [string, number][] => [
        [`${name} = Math.floor(${name} / ${value});`, 1.2 / (1 + rank / 3)],
        [`${name} -= ${value};`, 0.5 / (1 + rank / 3)],
        [`${name} = ${name} % ${value};`, 0.2 / (1 + rank / 3)],
      ]);
      return [...counted, [`${name}--;`, 0.8], ...added, ...parts];
    }
    case 'number':
    case 'one': {
      const larger = of((value) => `${name} = Math.max(${name}, ${value});`, 0.4);
      return [...added, ...counted, ...of((value) => `${name} *= ${value};`, start === 'one' ? 1.2 : 0.3), ...larger];
    }
    case 'text':
      return added;
    case 'list':
      return of((value) => `${name}.push(${value});`, 1);
    case 'false':
      return [[`${name} = true;`, 1]];
    case 'true':
      return [[`${name} = false;`, 1]];
    case 'null':
      return of((value) => `${name} = ${value};`, 1);
  }
}

/** The step, at the end of a loop's block, of a variable that nothing changes, or that the loop waits for. */
function* stepAdded(site: Site, scene: Scene): Generator<Proposal> {
  const loop = isListed(site) && !JUMP.test(site.node.type) ? loopOf(site) : null;
  const fn = functionOf(site);
  if (loop === null || fn === null || site.parent === null || childList(site.parent, site.key).at(-1) !== site) return;
  const visible = scene.names(site);
  const waiting = new Map<string, Start>(awaitedBy(loop, scene).map((name) => [name, 'awaited']));
  for (const [name, start] of unchangedIn(fn, scene)) if (visible.has(name)) waiting.set(name, start);
  if (waiting.size === 0) return;
  const unread = unreadHere(site, scene);
  const values = valuesOf(loop, scene);
  const deep = site.parent === child(loop, 'body') ? 1 : 0.6;
  const moved = movedBy(site);
  for (const [name, start] of [...waiting].slice(0, MOST_WAITING))
    for (const [text, odds] of stepsOf(name, start, start === 'awaited' ? sharesOf(name, loop, scene) : values, unread)) {
      yield insert(site.end, `\n${indentOf(site, scene)}${text}`, brief(text), odds * deep);
      // What moves on at the end must be used before: `before = here;` stands in front of `here = here.next;`.
      if (moved !== null && text.split(/[^\w$]+/).includes(moved))
        yield insert(site.start, `${text}\n${indentOf(site, scene)}`, brief(text), odds * deep);
    }
}

/** The variable that a statement sets, where it does nothing else. */
function movedBy(site: Site): string | null {
  const { node } = site;
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') return null;
  const { left } = node.expression;
  return left.type === 'Identifier' ? left.name : null;
}

/** Steps of what a loop without a body waits for. */
export function stepsAwaited(loop: Site, scene: Scene): [string, number][] {
  return awaitedBy(loop, scene)
    .slice(0, MOST_WAITING)
    .flatMap((name) => stepsOf(name, 'awaited', sharesOf(name, loop, scene), []));
}

/** Variables that a `while` loop compares and never assigns. */
function awaitedBy(loop: Site, scene: Scene): readonly string[] {
  const test = /^(?:Do)?WhileStatement$/.test(loop.node.type) ? child(loop, 'test') : null;
  if (test === null) return [];
  const variables = new Set(scene.visible(test).flatMap(({ name, kind }) => (/^(?:let|var|param)$/.test(kind) ? [name] : [])));
  const asked = new Set<string>();
  for (const { node, key } of walk(test)) if (node.type === 'Identifier' && !/^(?:callee|object)$/.test(key)) asked.add(node.name);
  for (const each of walk(loop)) if (each.node.type === 'Identifier' && isTarget(each)) asked.delete(each.node.name);
  return [...asked].filter((name) => variables.has(name));
}

/** A counting loop whose test compares with nothing. */
function* boundCompared(site: Site, scene: Scene): Generator<Proposal> {
  const { node, parent } = site;
  if (site.key !== 'test' || parent?.node.type !== 'ForStatement') return;
  const isValue = /^(?:Identifier|MemberExpression|NumericLiteral)$/.test(node.type);
  if (!isValue && !(node.type === 'BinaryExpression' && /^[-+*/%]$/.test(node.operator))) return;
  const [init, update] = [child(parent, 'init'), child(parent, 'update')];
  const declared = init === null ? undefined : [...walk(init)].find((each) => each.node.type === 'VariableDeclarator');
  const counter = declared === undefined ? null : child(declared, 'id');
  if (counter?.node.type !== 'Identifier' || update === null || placesOf(scene.text(counter), site).length > 0) return;
  const isDown = /--|-=/.test(scene.text(update));
  for (const [operator, odds] of isDown
    ? ([
        ['>=', 1],
        ['>', 1],
      ] as const)
    : ([
        ['<', 1.3],
        ['<=', 0.7],
      ] as const)) {
    const text = `${scene.text(counter)} ${operator} ${scene.text(site)}`;
    yield replace(site, text, brief(text), odds);
  }
}

/** An order of two that looks at one of them: the other is compared with it. */
function* bothCompared(site: Site, scene: Scene): Generator<Proposal> {
  const fn = site.parent !== null && isFunction(site.parent) ? site.parent : functionOf(site);
  const isResult = site.key === 'body' || (site.key === 'argument' && site.parent?.node.type === 'ReturnStatement');
  if (!isResult || !isRead(site) || fn?.parent == null || !isCall(fn.parent) || !/^(?:sort|toSorted)$/.test(calleeName(fn.parent) ?? ''))
    return;
  const [a, b, more] = childList(fn, 'params');
  if (a?.node.type !== 'Identifier' || b?.node.type !== 'Identifier' || more !== undefined) return;
  const names = [a.node.name, b.node.name] as const;
  const read = names.filter((name) => placesOf(name, site).length > 0);
  const [only] = read;
  if (only === undefined || read.length > 1) return;
  const other = only === names[0] ? names[1] : names[0];
  const own = scene.operand(site);
  const told = retold(site, new Map(placesOf(only, site).map((place) => [place, other])), scene);
  const counterpart = isSimple(site) ? told : `(${told})`;
  for (const [first, second] of only === names[0]
    ? [
        [own, counterpart],
        [counterpart, own],
      ]
    : [
        [counterpart, own],
        [own, counterpart],
      ]) {
    yield replace(site, `${first} - ${second}`, brief(`${first} - ${second}`), 1);
    yield replace(site, `${first}.localeCompare(${second})`, brief(`${first}.localeCompare(${second})`), 0.4);
    yield replace(site, `${first} < ${second} ? -1 : 1`, brief(`${first} < ${second} ? -1 : 1`), 0.3);
  }
}

function placesOf(name: string, site: Site): readonly Site[] {
  return [...walk(site)].filter((each) => each.node.type === 'Identifier' && each.node.name === name && (each === site || isRead(each)));
}

export const unfinishedFamilies: readonly Family[] = [
  { name: 'step added', share: 0.05, propose: stepAdded },
  { name: 'bound compared', share: 0.05, propose: boundCompared },
  { name: 'order of two', share: 0.05, propose: bothCompared },
];
