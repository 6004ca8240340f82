// What is made and nobody gets: a text that was changed into another one, what a recursion found, what another generator yields.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionName, functionOf, isCall, isListed, isMember, isRead, loopOf } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

/** Methods that change nothing and answer. */
const ANSWERS =
  /^(?:trim|trimStart|trimEnd|to(?:Locale)?(?:Lower|Upper)Case|replace|replaceAll|concat|slice|substring|padStart|padEnd|repeat|normalize|filter|map|flat|flatMap|toSorted|toReversed|toSpliced|with)$/;

/** `text.trim();` -> `text = text.trim();`. */
function* thrownAway(site: Site, scene: Scene): Generator<Proposal> {
  const call = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  const callee = call !== null && isCall(call) ? child(call, 'callee') : null;
  const object = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  if (call === null || object === null || !ANSWERS.test(calleeName(call) ?? '')) return;
  const name = scene.text(object);
  const binding = scene.visible(site).find((each) => each.name === name);
  const mayBeSet = object.node.type === 'Identifier' ? binding !== undefined && /^(?:let|var|param)$/.test(binding.kind) : isMember(object);
  if (mayBeSet && !name.includes('(')) yield insert(site.start, `${name} = `, `${brief(scene.text(call))} kept`, 1);
}

/** What a function finds by calling itself within a loop, or a branch, and does not hand on. */
function* found(site: Site, scene: Scene): Generator<Proposal> {
  const call = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  const fn = functionOf(site);
  const name = fn === null ? null : functionName(fn);
  if (call === null || fn === null || name === null || !isCall(call) || calleeName(call) !== name || !isListed(site)) return;
  if ((scene.words.returns.get(fn) ?? []).length === 0) return;
  const kept = ['found', 'result', 'inner'].find((each) => !scene.names(site).has(each)) ?? 'found';
  const pad = indentOf(site, scene);
  const again = loopOf(site) === null ? 0.5 : 1;
  for (const [test, odds] of [
    [kept, 1],
    [`${kept} !== null`, 0.6],
    [`${kept} !== undefined`, 0.6],
  ] as const)
    yield replace(
      site,
      `const ${kept} = ${scene.text(call)};\n${pad}if (${test}) return ${kept};`,
      `${brief(scene.text(call))} handed on`,
      odds * again,
    );
}

/** A generator that calls another one, and one that yields another one as a whole. */
function* yielded(site: Site, scene: Scene): Generator<Proposal> {
  const value = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  if (value === null) return;
  if (value.node.type === 'YieldExpression') {
    const argument = child(value, 'argument');
    if (argument === null) return;
    if (value.node.delegate) yield replace(value, `yield ${scene.text(argument)}`, 'yield as a whole', 0.3);
    else yield replace(value, `yield* ${scene.text(argument)}`, 'yield each', 0.3);
    return;
  }
  const fn = functionOf(site);
  if (fn === null || !isCall(value) || !('generator' in fn.node) || fn.node.generator !== true) return;
  const isOwn = calleeName(value) === functionName(fn);
  yield insert(value.start, 'yield* ', `yield* ${brief(scene.text(value))}`, isOwn ? 2 : 0.5);
  yield insert(value.start, 'yield ', `yield ${brief(scene.text(value))}`, isOwn ? 0.6 : 0.3);
}

/** What a loop answers for its first item alone: `return a === b;` -> `if (a !== b) return false;`. */
function* tooEarly(site: Site, scene: Scene): Generator<Proposal> {
  const value = site.node.type === 'ReturnStatement' ? child(site, 'argument') : null;
  if (value === null || loopOf(site) === null || !/^(?:Binary|Logical|Call|Unary)Expression$/.test(value.node.type)) return;
  const text = scene.text(value);
  const denied = value.node.type === 'UnaryExpression' && text.startsWith('!') ? text.slice(1) : `!(${text})`;
  for (const [test, answer, odds] of [
    [denied, 'false', 1],
    [text, 'true', 1],
  ] as const) {
    const made = `if (${test}) return ${answer};`;
    yield replace(site, site.parent?.node.type === 'IfStatement' ? `{ ${made} }` : made, `${answer} at once, else on`, odds);
  }
  if (!isCall(value)) return;
  const kept = ['found', 'result', 'inner'].find((each) => !scene.names(site).has(each)) ?? 'found';
  const fn = functionOf(site);
  const isOwn = fn !== null && calleeName(value) === functionName(fn);
  const pad = isListed(site) ? `\n${indentOf(site, scene)}` : ' ';
  for (const [test, odds] of [
    [kept, 1],
    [`${kept} !== null`, 0.5],
    [`${kept} !== undefined`, 0.5],
  ] as const) {
    const made = `const ${kept} = ${text};${pad}if (${test}) return ${kept};`;
    yield replace(site, isListed(site) ? made : `{ ${made} }`, `${brief(text)} where it is something, else on`, odds * (isOwn ? 2 : 0.7));
  }
}

/** What is answered from within `forEach` goes nowhere: `list.forEach((each) => {...})` -> `for (const each of list) {...}`. */
function* loopInstead(site: Site, scene: Scene): Generator<Proposal> {
  const call = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  const callee = call !== null && isCall(call) && calleeName(call) === 'forEach' ? child(call, 'callee') : null;
  const list = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  const [callback, more] = call === null ? [] : childList(call, 'arguments');
  const body = callback?.node.type === 'ArrowFunctionExpression' ? child(callback, 'body') : null;
  if (list === null || callback === undefined || more !== undefined || body?.node.type !== 'BlockStatement') return;
  const [item, at, rest] = childList(callback, 'params').map(scene.text);
  if (item === undefined || rest !== undefined) return;
  const isReturned = [...walk(body)].some((each) => each.node.type === 'ReturnStatement' && child(each, 'argument') !== null);
  const head = at === undefined ? `const ${item} of ${scene.text(list)}` : `const [${at}, ${item}] of ${scene.text(list)}.entries()`;
  yield replace(site, `for (${head}) ${scene.text(body)}`, `loop over ${brief(scene.text(list))}`, isReturned ? 5 : 0.3);
}

/** `push` answers how many there are. */
function* withMore(site: Site, scene: Scene): Generator<Proposal> {
  const callee = isCall(site) && /^(?:push|unshift)$/.test(calleeName(site) ?? '') ? child(site, 'callee') : null;
  const list = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  if (list === null || !isRead(site) || /^(?:ExpressionStatement|ArrowFunctionExpression)$/.test(site.parent?.node.type ?? '')) return;
  const items = childList(site, 'arguments').map(scene.text).join(', ');
  const text = calleeName(site) === 'push' ? `[...${scene.operand(list)}, ${items}]` : `[${items}, ...${scene.operand(list)}]`;
  yield replace(site, text, `${brief(scene.text(list))} with ${brief(items)}`, 1);
}

const MOST_LEFT = 3;

/** What a loop gathers up to a mark, and that is still there behind it. */
function* leftBehind(site: Site, scene: Scene): Generator<Proposal> {
  if (!/^(?:For|ForOf|ForIn|While)Statement$/.test(site.node.type) || !isListed(site)) return;
  const body = child(site, 'body');
  const pushes = (body === null ? [] : [...walk(body)]).filter((each) => {
    const call = each.node.type === 'ExpressionStatement' ? child(each, 'expression') : null;
    return call !== null && isCall(call) && /^(?:push|add)$/.test(calleeName(call) ?? '') && each.end - each.start <= 80;
  });
  for (const push of pushes.slice(0, MOST_LEFT)) {
    const call = child(push, 'expression');
    const [item] = call === null ? [] : childList(call, 'arguments');
    const names = item === undefined ? [] : [...walk(item)].filter((each) => each.node.type === 'Identifier' && isRead(each));
    const [held] = names;
    const isThere = (each: Site): boolean =>
      scene.visible(site).some(({ name, until }) => name === scene.text(each) && until <= site.start);
    if (held === undefined || !names.every(isThere)) continue;
    const [name, text, pad] = [scene.text(held), scene.text(push), indentOf(site, scene)];
    for (const [test, odds] of [
      [`${name}.length > 0`, 1],
      [name, 0.7],
    ] as const)
      yield insert(site.end, `\n${pad}if (${test}) ${text}`, `${brief(text)} for what is left`, odds);
  }
}

export const lostResultFamilies: readonly Family[] = [
  { name: 'result kept', share: 0.2, propose: thrownAway },
  { name: 'found by itself', share: 0.08, propose: found },
  { name: 'yield', share: 0.1, propose: yielded },
  { name: 'answered too early', share: 0.04, propose: tooEarly },
  { name: 'loop for a callback', share: 0.04, propose: loopInstead },
  { name: 'list with more', share: 0.2, propose: withMore },
  { name: 'left behind a loop', share: 0.02, propose: leftBehind },
];
