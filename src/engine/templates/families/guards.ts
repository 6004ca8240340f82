import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isCall, isExpression, isListed, isMember, isRead, loopOf } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { conditionNames, donorConditions, testsOf } from './conditions.ts';

/** `x.y` -> `x?.y`, `x && x.y`, `(x || {}).y`. */
function* nullSafe(site: Site, scene: Scene): Generator<Proposal> {
  if (!isMember(site) || !isRead(site)) return;
  const object = child(site, 'object');
  const property = child(site, 'property');
  if (object === null || property === null || !isRead(object) || !isExpression(object)) return;
  const node = site.node;
  const receiver = scene.text(object);
  if (receiver === 'this' || receiver === 'super' || /^[A-Z]\w*$/.test(receiver) || receiver.length > 60) return;
  const plain = node.type === 'MemberExpression';
  const computed = plain && node.computed;
  const there = neverMissing(object, scene) ? 0.2 : 1;
  const at = (receiver.includes('?.') || site.key === 'callee' ? 1 : 0.8) * there;
  if (plain) yield insert(object.end, computed ? '?.' : '?', `${brief(receiver)} may be missing`, at * (site.key === 'left' ? 0 : 1));
  const tail = scene.file.text.slice(object.end, site.end);
  const whole = site.key === 'callee' && site.parent !== null ? site.parent : site;
  const text = scene.text(whole);
  if (/^[\w$.]+$/.test(receiver)) yield replace(whole, `(${receiver} && ${text})`, `${brief(receiver)} && ...`, 0.6 * there);
  if (plain)
    yield replace(site, `(${receiver} || ${site.key === 'callee' ? "''" : '{}'})${tail}`, `${brief(receiver)} || default`, 0.4 * there);
}

/** What a name was declared to hold, where it cannot be missing. */
function neverMissing(site: Site, scene: Scene): boolean {
  if (site.node.type !== 'Identifier' || !/\.[cm]?tsx?$/.test(scene.file.path)) return false;
  const { name } = site.node;
  const kept = scene.visible(site).find((binding) => binding.name === name);
  const kinds = kept === undefined || !/^(?:param|const|function|class)$/.test(kept.kind) ? null : scene.fit.declared(site);
  return kinds !== null && !kinds.has('nothing');
}

/** A value that may be missing gets a default: `x || []`, `x ?? ''`. */
function* defaults(site: Site, scene: Scene): Generator<Proposal> {
  if (!isRead(site) || !(isMember(site) || isCall(site) || site.node.type === 'Identifier')) return;
  const key = site.key;
  const parent = site.parent?.node.type ?? '';
  if (!(key === 'init' || key === 'right' || key === 'argument' || key === 'arguments' || key === 'value' || key === 'object')) return;
  if (/Unary|Spread|Await|Throw|Yield|Logical|Binary/.test(parent) || scene.text(site).length > 60 || parent === 'NewExpression') return;
  const text = scene.text(site);
  if (/^[A-Z][\w$]*$|^undefined$/.test(text)) return;
  const options: [string, number][] = [
    ['{}', 0.8],
    ['[]', 0.8],
    ["''", 0.8],
    ['0', 0.4],
    ['null', 0.3],
    ['undefined', 0.2],
  ];
  const weaken = (key === 'object' || key === 'arguments' ? 0.4 : 1) * (neverMissing(site, scene) ? 0.2 : 1);
  for (const [value, likely] of options) {
    const said = scene.file.text.split(`|| ${value}`).length + scene.file.text.split(`?? ${value}`).length - 2;
    const odds = likely * scene.fit.ofConstant(value, site) * (1 + MORE_BY_USE * Math.min(3, said));
    const whole = (operator: string) => (key === 'object' ? `(${text} ${operator} ${value})` : `${text} ${operator} ${value}`);
    yield replace(site, whole('||'), `${brief(text)} || ${value}`, odds * weaken);
    if (value !== 'undefined') yield replace(site, whole('??'), `${brief(text)} ?? ${value}`, odds * 0.5 * weaken);
  }
  if (key === 'object' || key === 'arguments') return;
  for (const binding of scene.visible(site).slice(0, 4)) {
    if (binding.kind !== 'import' && binding.name !== text)
      yield replace(site, `${text} || ${binding.name}`, `${brief(text)} || ${binding.name}`, 0.15);
  }
}

/** How much likelier a value to fall back on is for each time that the file does so. */
const MORE_BY_USE = 1.5;

/** Drops a guard: `x?.y` -> `x.y`, `x || []` is handled as a dropped operand. */
function* unguard(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if ((node.type !== 'OptionalMemberExpression' && node.type !== 'OptionalCallExpression') || !node.optional) return;
  const inner = child(site, node.type === 'OptionalMemberExpression' ? 'object' : 'callee');
  if (inner === null) return;
  const at = scene.file.text.indexOf('?.', inner.end);
  if (at < 0 || at > site.end) return;
  const dot = node.type === 'OptionalMemberExpression' && !node.computed ? '.' : '';
  yield { start: at, end: at + 2, text: dot, label: `?. -> . in ${brief(scene.text(site))}`, odds: 1 };
}

/** `if (test) return ...;` before a statement. */
function* guardBefore(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || site.node.type === 'FunctionDeclaration') return;
  const fn = functionOf(site);
  if (fn === null && loopOf(site) === null) return;
  const jumps = jumpsFor(site, scene, fn);
  const tests: [string, number][] = [];
  const first = site.index === 0;
  for (const [at, name] of conditionNames(site, scene)
    .slice(0, first ? 6 : 4)
    .entries()) {
    for (const [text, odds] of testsOf(name, site, scene)) {
      // A guard leaves when the value is unfit: the negative tests are the ordinary ones.
      const unfit = /^!|=== (undefined|null|0|'')$|== null|!== '|< 0|'undefined'/.test(text);
      tests.push([text, (odds * (unfit ? 1 : 0.35)) / (1 + at / 2)]);
    }
  }
  for (const [donor, odds] of donorConditions(site, scene, 5)) tests.push([donor, odds * 0.5]);
  const pad = scene.file.text.slice(scene.file.text.lastIndexOf('\n', site.start) + 1, site.start);
  const indent = /^\s*$/.test(pad) ? pad : '';
  const made: [string, string, number][] = [];
  // With its own test in front of it, the statement would never do anything.
  const own = child(site, 'test');
  for (const [test, odds] of tests)
    if (own === null || test !== scene.text(own)) for (const [jump, likely] of jumps) made.push([test, jump, odds * likely]);
  for (const [test, jump, odds] of made.sort((a, b) => b[2] - a[2]).slice(0, first ? 60 : 24)) {
    yield insert(site.start, `if (${test}) ${jump};\n${indent}`, `guard: if (${brief(test)}) ${jump}`, odds * (first ? 1 : 0.5));
  }
}

function jumpsFor(site: Site, scene: Scene, fn: Site | null): [string, number][] {
  const jumps: [string, number][] = [];
  if (loopOf(site) !== null) jumps.push(['continue', 1], ['break', 0.4]);
  if (fn === null) return jumps;
  const donors = new Set((scene.words.returns.get(fn) ?? []).filter((each) => each.end - each.start < 40).map((each) => scene.text(each)));
  const valued = donors.size > 0;
  for (const text of [...donors].slice(0, 4)) jumps.push([`return ${text}`, 0.7]);
  jumps.push(['return', valued ? 0.3 : 1]);
  for (const binding of scene.visible(site))
    if (binding.kind === 'param' && binding.scope === fn && valued) jumps.push([`return ${binding.name}`, 0.4]);
  if (valued)
    for (const text of ['false', 'null', "''", '[]', '0', 'true', '-1', 'undefined'])
      if (!donors.has(text)) jumps.push([`return ${text}`, 0.25]);
  return jumps.slice(0, 12);
}

/** `isObject(x)` -> `isObject(x) && !Array.isArray(x)`, and the other way round where it is denied: helpers of such a name take lists, too. */
function* objectTests(site: Site, scene: Scene): Generator<Proposal> {
  const denied = site.node.type === 'UnaryExpression' && site.node.operator === '!' ? child(site, 'argument') : null;
  const call = denied ?? site;
  if (!isCall(call) || (denied === null && site.parent?.node.type === 'UnaryExpression')) return;
  const [only, more] = childList(call, 'arguments');
  if (!/^_?is(?:Plain)?Obj(?:ect)?(?:Like)?$/.test(calleeName(call) ?? '') || only === undefined || more !== undefined) return;
  const [text, name] = [scene.text(site), scene.text(only)];
  if (name.length > 40) return;
  const wider = denied === null ? `${text} && !Array.isArray(${name})` : `${text} || Array.isArray(${name})`;
  yield replace(site, site.key === 'test' ? wider : `(${wider})`, `a list is no ${brief(name)}`, 1);
}

/** A typeof test widened or mended: `typeof x === 'object'` -> `x !== null && ...`, arrays told from objects. */
function* typeTests(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return;
  const left = child(site, 'left');
  const tested = left === null || left.node.type !== 'UnaryExpression' || left.node.operator !== 'typeof' ? null : child(left, 'argument');
  if (tested === null) return;
  const name = scene.text(tested);
  const text = scene.text(site);
  yield replace(site, `(${name} && ${text})`, `${brief(name)} && ...`, 0.7);
  yield replace(site, `(${name} !== null && ${text})`, `${brief(name)} is not null`, 0.7);
  yield replace(site, `Array.isArray(${name})`, `Array.isArray(${brief(name)})`, 0.4);
  yield replace(site, `(${text} && !Array.isArray(${name}))`, `${brief(name)} is no array`, 0.5);
  yield replace(site, `(${text} || Array.isArray(${name}))`, `${brief(name)} may be an array`, 0.3);
  for (const type of ['function', 'string', 'object', 'number']) {
    if (!text.includes(`'${type}'`)) yield replace(site, `(${text} || typeof ${name} === '${type}')`, `or ${type}`, 0.2);
  }
}

/** A parameter without default gets one. */
function* parameterDefaults(site: Site, scene: Scene): Generator<Proposal> {
  if (site.key === 'params' && site.node.type === 'Identifier') {
    const annotated = 'typeAnnotation' in site.node && site.node.typeAnnotation;
    if (annotated || site.parent === null || childList(site.parent, 'params').length <= site.index) return;
    for (const [value, odds] of [
      ['{}', 1],
      ['[]', 0.7],
      ["''", 0.7],
      ['0', 0.5],
      ['false', 0.3],
      ['true', 0.3],
      ['1', 0.3],
      ['null', 0.2],
    ] as const) {
      yield insert(site.end, ` = ${value}`, `default of ${site.node.name}: ${value}`, odds);
    }
  }
  if (site.node.type !== 'VariableDeclarator' || child(site, 'init') !== null || site.parent?.parent?.node.type.startsWith('For')) return;
  for (const value of ['0', "''", '[]', '{}', 'false', 'null', '1', 'true'])
    yield insert(site.end, ` = ${value}`, `${brief(scene.text(site))} = ${value}`, 0.4);
}

export const guardFamilies: readonly Family[] = [
  { name: 'null guard', share: 0.04, propose: nullSafe },
  { name: 'default value', share: 0.025, propose: defaults },
  { name: 'guard removed', share: 0.005, propose: unguard },
  { name: 'guard before', share: 0.05, propose: guardBefore },
  { name: 'type test', share: 0.012, propose: typeTests },
  { name: 'objects alone', share: 0.06, propose: objectTests },
  { name: 'default or initialiser', share: 0.012, propose: parameterDefaults },
];
