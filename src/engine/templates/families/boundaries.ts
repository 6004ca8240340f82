import { brief, hasWord, type Proposal } from '../family.ts';
import { isOnly } from '../kinds.ts';
import { stepOdds } from '../least.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import type { Binding } from '../scope.ts';
import { calleeName, functionName, functionOf, isCall, isRead } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { unreadHere } from '../unread.ts';

const POSITIONAL =
  /^(slice|splice|substring|substr|charAt|charCodeAt|codePointAt|at|indexOf|lastIndexOf|fill|subarray|padStart|padEnd|repeat|with)$/;

/** Names that an operand is made of. */
const MOST_OPERANDS = 6;

/** One more or one less, where a value is an index, a bound, a count or a returned number. */
function* offByOne(site: Site, scene: Scene): Generator<Proposal> {
  if (
    !isRead(site) ||
    !/^(Identifier|MemberExpression|CallExpression|BinaryExpression|UnaryExpression|OptionalMemberExpression)$/.test(site.node.type)
  )
    return;
  const odds = placeOdds(site, scene);
  if (odds === 0) return;
  const text = scene.text(site);
  const tight = site.parent?.node.type === 'BinaryExpression' && /^[*/%]|\*\*$/.test(site.parent.node.operator);
  const compared = site.parent?.node.type === 'BinaryExpression' ? site.parent.node.operator : '';
  for (const sign of ['-', '+'] as const) {
    const delta = ` ${sign} 1`;
    const own = odds * stepOdds(compared, site.key === 'left' ? 'left' : 'right', sign);
    if (tight) yield replace(site, `(${text}${delta})`, `${brief(text)}${delta}`, own);
    else yield insert(site.end, delta, `${brief(text)}${delta}`, own);
  }
}

/** How likely the place holds an index or a bound; 0 where an offset makes no sense. */
function placeOdds(site: Site, scene: Scene): number {
  const parent = site.parent;
  if (parent === null || (site.node.type === 'BinaryExpression' && !/^[-+*/%]$/.test(site.node.operator))) return 0;
  const node = parent.node;
  const length = /\.length$/.test(scene.text(site));
  if (node.type === 'BinaryExpression') {
    if (/^[<>]=?$/.test(node.operator)) return site.key === 'right' ? 1 : 0.4;
    if (/^[!=]==?$/.test(node.operator)) return length ? 0.8 : isNumber(site, scene) ? 0.35 : 0.05;
    if (/^[-+]$/.test(node.operator)) return length ? 0.7 : isNumber(site, scene) ? 0.3 : 0;
    return isNumber(site, scene) && /^[*/%]$/.test(node.operator) ? 0.5 : 0;
  }
  if (site.key === 'property') return 1;
  if (site.key === 'arguments') {
    if (isHandedOn(site, parent, scene)) return OF_HANDED_ON;
    const name = isCall(parent) ? calleeName(parent) : null;
    return name !== null && POSITIONAL.test(name) ? 1 : isNumber(site, scene) ? 0.3 : 0;
  }
  if (site.key === 'init' || site.key === 'right') return length ? 0.9 : isNumber(site, scene) ? 0.4 : 0.05;
  if (site.key === 'argument' && node.type === 'ReturnStatement') return isNumber(site, scene) || length ? 0.8 : 0.15;
  return 0;
}

/** How likely a function that hands on to itself what it was given means one less: else it does not come nearer to its end. */
const OF_HANDED_ON = 4;

/** Whether a function calls itself and gives a parameter of its own at the parameter's place, as it is, though others of its calls may not. */
function isHandedOn(site: Site, call: Site, scene: Scene): boolean {
  const fn = functionOf(site);
  if (fn === null || site.node.type !== 'Identifier' || !isCall(call) || calleeName(call) !== functionName(fn)) return false;
  const parameter = childList(fn, 'params')[site.index];
  return parameter !== undefined && scene.text(parameter) === site.node.name && isNumber(site, scene);
}

function isNumber(site: Site, scene: Scene): boolean {
  const node = site.node;
  if (node.type === 'UnaryExpression') return node.operator === '-';
  if (node.type === 'BinaryExpression') return !/['"`]/.test(scene.text(site));
  if (node.type !== 'Identifier') return false;
  return (scene.words.uses.get(node.name)?.has('number') ?? false) || isOnly(scene.fit.kindsAt(site), 'number');
}

/** `x + 1` -> `x`, `x - 1` -> `x`: an offset too much. */
function* offsetDropped(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'BinaryExpression' || !/^([-+*/%]|\*\*|[|&^]|<<|>>>?)$/.test(node.operator)) return;
  const left = child(site, 'left');
  const right = child(site, 'right');
  if (left === null || right === null) return;
  const constant = right.node.type === 'NumericLiteral';
  yield replace(site, scene.operand(left), `without ${node.operator} ${brief(scene.text(right))}`, constant ? 1 : 0.6);
  const deeper = left.node.type === 'BinaryExpression' && site.parent?.node.type !== 'BinaryExpression' ? child(left, 'left') : null;
  if (deeper !== null) yield replace(site, scene.operand(deeper), `only ${brief(scene.text(deeper))}`, 0.3);
  yield replace(site, scene.operand(right), `without ${brief(scene.text(left))} ${node.operator}`, constant ? 0.1 : 0.5);
}

/** A missing operand: `x` -> `x + y`, `x - y`, `x * y`, `x % y` with numbers of the scope. */
function* operandAdded(site: Site, scene: Scene): Generator<Proposal> {
  const { key, parent } = site;
  const isShare = key === 'left' && parent?.node.type === 'BinaryExpression' && /^[*/]$/.test(parent.node.operator);
  if (!isRead(site) || !(isShare || key === 'right' || key === 'init' || (key === 'argument' && parent?.node.type === 'ReturnStatement')))
    return;
  if (!isNumber(site, scene) && !(isCall(site) || site.node.type === 'MemberExpression')) return;
  const weaken = isNumber(site, scene) ? 1 : 0.4;
  const unread = new Set(unreadHere(site, scene));
  const isNumberNamed = (binding: Binding): boolean =>
    scene.words.uses.get(binding.name)?.has('number') === true || isOnly(scene.fit.kindsOf(binding), 'number') || unread.has(binding.name);
  const names = scene
    .visible(site)
    .filter((each) => !/^(?:import|function|class)$/.test(each.kind) && (each.kind === 'param' || each.until <= site.start))
    .filter((each) => scene.text(site) !== each.name && isNumberNamed(each));
  for (const { name } of names.slice(0, MOST_OPERANDS)) {
    for (const [operator, odds] of [
      ['+', 0.5],
      ['-', 0.5],
      ['*', 0.3],
      ['%', 0.15],
      ['/', 0.15],
    ] as const) {
      const text = `${scene.operand(site)} ${operator} ${name}`;
      const label = `${brief(scene.text(site))} ${operator} ${name}`;
      // In front of a product or a share, a sum is one only in brackets.
      if (!isShare) yield replace(site, text, label, odds * weaken);
      else if (/^[-+]$/.test(operator)) yield replace(site, `(${text})`, `(${label})`, odds * weaken);
    }
  }
  if (isShare) return;
  for (const tail of [' * 2', ' / 2', ' % 2', ' / 10', ' % 10', ' * 10'])
    yield replace(site, `${scene.operand(site)}${tail}`, `${brief(scene.text(site))}${tail}`, 0.15 * weaken);
}

/** What is read by an index that is reckoned, and may come to lie behind the last one, or before the first. */
function* withinList(site: Site, scene: Scene): Generator<Proposal> {
  const { parent, node } = site;
  if (site.key !== 'property' || parent?.node.type !== 'MemberExpression' || !parent.node.computed) return;
  if (!isCall(site) && !(node.type === 'BinaryExpression' && /^[-+*/]$/.test(node.operator))) return;
  if (isCall(site) && !/^(?:floor|round|ceil|trunc)$/.test(calleeName(site) ?? '')) return;
  const [list, kinds] = [child(parent, 'object'), scene.fit.kindsAt(site)];
  if (list === null || site.end - site.start > LONGEST_INDEX || (kinds !== null && !kinds.has('number'))) return;
  // The name of a property is none that is reckoned.
  if (node.type === 'BinaryExpression' && [node.left, node.right].some(({ type }) => /^(?:String|Template)Literal$/.test(type))) return;
  const [name, text] = [scene.text(list), scene.text(site)];
  const isBeyond = scene.clues.unreadable.size > 0 ? 3 : 1;
  const fn = functionOf(site);
  const bounds = scene
    .visible(site)
    .filter(({ kind, id }) => /^(?:const|let|var|param)$/.test(kind) && functionOf(id) === fn)
    .filter((binding) => isOnly(scene.fit.kindsOf(binding), 'number') && !hasWord(text, binding.name));
  // What the list was made by, or is measured in, bounds it before all others.
  const made = scene.visible(site).find((binding) => binding.name === name);
  const isOfList = ({ id, name: bound }: Binding): boolean =>
    hasWord(initOf(id, scene), name) || (made !== undefined && hasWord(initOf(made.id, scene), bound));
  const own = bounds.filter(isOfList).map((binding) => binding.name);
  const others = bounds.filter((binding) => !isOfList(binding)).map((binding) => binding.name);
  for (const [rank, bound] of [...own, `${name}.length - 1`, ...others.slice(0, MOST_OPERANDS)].entries())
    yield replace(site, `Math.min(${bound}, ${text})`, `${brief(text)} up to ${bound}`, isBeyond / (1 + rank / 3));
  yield replace(site, `Math.max(0, ${text})`, `${brief(text)} from 0`, 0.5 * isBeyond);
}

const LONGEST_INDEX = 80;

/** The code of a name's first value. */
function initOf(id: Site, scene: Scene): string {
  const init = id.parent?.node.type === 'VariableDeclarator' ? child(id.parent, 'init') : null;
  return init === null ? '' : scene.text(init);
}

/** Loop direction: a loop that runs down instead of up, and the other way round. */
function* direction(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'ForStatement') return;
  const [init, test, update] = [child(site, 'init'), child(site, 'test'), child(site, 'update')];
  const declarator = init === null ? null : child(init, 'declarations');
  const id = declarator === null ? null : child(declarator, 'id');
  const from = declarator === null ? null : child(declarator, 'init');
  if (init === null || test?.node.type !== 'BinaryExpression' || update === null || id === null || from === null) return;
  const bound = child(test, 'right');
  if (bound === null) return;
  const name = scene.text(id);
  const kind = scene.text(init).split(/\s/, 1)[0] ?? 'let';
  const down = /^</.test(test.node.operator);
  const head = down
    ? `${kind} ${name} = ${scene.text(bound)} - 1; ${name} >= ${scene.text(from)}; ${name}--`
    : `${kind} ${name} = ${scene.text(bound)}; ${name} <= ${scene.text(from)}; ${name}++`;
  yield { start: init.start, end: update.end, text: head, label: `loop ${down ? 'downwards' : 'upwards'}`, odds: 1 };
}

export const boundaryFamilies: readonly Family[] = [
  { name: 'off by one', share: 0.035, propose: offByOne },
  { name: 'arithmetic operand dropped', share: 0.015, propose: offsetDropped },
  { name: 'arithmetic operand added', share: 0.025, propose: operandAdded },
  { name: 'index within its list', share: 0.03, propose: withinList },
  { name: 'loop direction', share: 0.003, propose: direction },
];
