import { pathOf } from '../../imports.ts';
import { brief, memberThroughout, type Proposal } from '../family.ts';
import { distance } from '../names.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionOf, isAsync, isCall, isMember, isRead, propertyName } from '../shape.ts';
import { child, type Site } from '../tree.ts';
import { relativePath } from './modules.ts';

/** Methods of texts and lists that any file may call. */
const METHODS = ['indexOf', 'push', 'slice', 'split', 'join', 'map', 'forEach', 'filter', 'replace', 'test', 'toString', 'concat'];

/** Methods that nothing but texts, or at most lists, have. */
const OF_TEXTS =
  /^(?:split|indexOf|lastIndexOf|replace|replaceAll|match|matchAll|search|trim\w*|toLowerCase|toUpperCase|startsWith|endsWith|charAt|charCodeAt|codePointAt|substr|substring|padStart|padEnd|localeCompare|normalize|includes|slice|repeat)$/;

/** `x.f is not a function`: the nearest method name, an optional call, the value itself. */
function* notFunction(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site)) return;
  const callee = child(site, 'callee');
  if (callee === null) return;
  const name = isMember(callee) ? propertyName(callee) : callee.node.type === 'Identifier' ? callee.node.name : null;
  if (name === null || !scene.clues.notFunctions.has(name)) return;
  const property = isMember(callee) ? child(callee, 'property') : callee;
  if (property === null) return;
  const pool = isMember(callee)
    ? [...new Set([...scene.clues.declared, ...scene.words.properties.keys(), ...scene.clues.testNames.keys()])]
    : scene.visible(site).map((each) => each.name);
  const near = pool
    .filter((each) => each !== name)
    .map((each): [string, number] => [each, scene.alike(each, name) + (scene.words.methods.has(each) ? 0.2 : 0)]);
  for (const [other, alike] of near.sort((a, b) => b[1] - a[1]).slice(0, 8)) {
    if (alike > 0.45) {
      yield replace(property, other, `${name} is no function: ${other}`, alike);
      const whole = isMember(callee) ? memberThroughout(scene.file.text, name, other) : null;
      if (whole?.start === property.start) yield { ...whole, label: `${name} is no function: ${other}, throughout`, odds: 3 * alike };
    }
  }
  if (isMember(callee)) {
    const usual = [...scene.words.properties]
      .filter(([each]) => each !== name && scene.words.methods.has(each))
      .sort((a, b) => b[1] - a[1]);
    const methods = new Set([...usual.slice(0, 12).map(([each]) => each), ...METHODS]);
    for (const other of methods) if (other !== name) yield replace(property, other, `${name} is no function: ${other}`, 0.2);
  }
  if (isMember(callee)) {
    yield insert(callee.end, '?.', `${name} only when it is a function`, 0.3);
    yield replace(site, scene.text(callee), `${name} read, not called`, 0.3);
    const object = child(callee, 'object');
    const odds = OF_TEXTS.test(name) ? 0.8 : 0.2;
    if (object !== null) yield replace(object, `String(${scene.text(object)})`, `String(${brief(scene.text(object))})`, odds);
    if (object !== null && odds > 0.2)
      yield replace(object, `${scene.operand(object)}.toString()`, `${brief(scene.text(object))}.toString()`, odds);
    if (object !== null) yield replace(object, `[].concat(${scene.text(object)})`, `${brief(scene.text(object))} as an array`, 0.15);
  }
}

/** `x is not defined`, `Cannot access 'x' before initialization`: the nearest name, or `this.x`. */
function* notDefined(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'Identifier' || !scene.clues.notDefined.has(node.name) || site.key === 'property') return;
  for (const binding of scene.visible(site)) {
    const near = distance(binding.name, node.name);
    const alike = Math.max(scene.alike(binding.name, node.name), 1 / (1 + near));
    if (binding.name === node.name) continue;
    // The message names the very word that is wrong: any other in reach may be meant.
    const callable = binding.kind === 'function' || binding.kind === 'class' || scene.words.uses.get(binding.name)?.has('called') === true;
    const likely = alike > 0.4 ? alike : (site.key === 'callee') === callable ? 0.25 : 0.1;
    yield replace(site, binding.name, `${node.name} is not defined: ${binding.name}`, likely);
  }
  const isRequire = site.key === 'callee' && scene.text(site.parent ?? site).match(/^[\w$]+\(\s*['"`]/) !== null;
  for (const name of isRequire ? ['require'] : site.key === 'object' ? ['exports', 'module', 'process', 'console', 'Object'] : ['exports'])
    if (name !== node.name && usesModules(scene)) yield replace(site, name, `${node.name} is not defined: ${name}`, isRequire ? 1 : 0.5);
  yield replace(
    site,
    `this.${node.name}`,
    `${node.name} -> this.${node.name}`,
    scene.words.ofReceiver.get('this')?.has(node.name) ? 0.9 : 0.2,
  );
  const specifier = scene.clues.exporters.get(node.name)?.find((each) => each !== scene.file.path);
  if (specifier !== undefined) yield* imported(node.name, specifier, scene);
}

/** Whether the file is a module of CommonJS, where these names are at hand. */
function usesModules({ file }: Scene): boolean {
  return /\b(?:module\.exports|exports[.[]|require\()/.test(file.text);
}

/** An import (or require, after the file's habit) of a name another file exports. */
function* imported(name: string, from: string, scene: Scene): Generator<Proposal> {
  const path = relativePath(scene.file.path, from);
  const esm = /^\s*(import|export)\b/m.test(scene.file.text);
  const line = esm ? `import { ${name} } from '${path}';\n` : `const { ${name} } = require('${path}');\n`;
  const first = scene.program.children.find((each) => each.node.type !== 'Directive' && each.node.type !== 'InterpreterDirective');
  if (first !== undefined) yield insert(first.start, line, `import ${name}`, 1);
}

/** `Cannot read properties of undefined (reading 'y')`: the receiver of `.y` may be missing. */
function* readOfUndefined(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (!isMember(site)) return;
  const name = propertyName(site);
  const object = child(site, 'object');
  if (object === null || (name === null ? scene.clues.unreadable.size === 0 || site.key === 'left' : !scene.clues.unreadable.has(name)))
    return;
  const weaken = name === null ? 0.15 : 1;
  const receiver = scene.text(object);
  if (receiver === 'this' || receiver === 'super') return;
  if (node.type === 'MemberExpression' && isRead(site))
    yield insert(object.end, node.computed ? '?.' : '?', `${brief(receiver)} may be missing`, weaken);
  if (isRead(site) && site.key !== 'callee')
    yield replace(site, `(${receiver} && ${scene.text(site)})`, `${brief(receiver)} && ...`, 0.7 * weaken);
  if (isRead(object)) yield replace(object, `(${receiver} || {})`, `${brief(receiver)} || {}`, 0.6 * weaken);
  if (isRead(object)) yield replace(object, `(${receiver} || [])`, `${brief(receiver)} || []`, 0.3 * weaken);
  const inner = isMember(object) ? child(object, 'property') : object;
  if (inner?.node.type !== 'Identifier' || name === null) return;
  const known = inner.node.name;
  const pool = isMember(object) ? [...scene.words.properties.keys()] : scene.visible(site).map((each) => each.name);
  for (const other of pool) {
    const alike = scene.alike(other, known);
    if (other !== known && alike > 0.5) yield replace(inner, other, `${known} -> ${other}`, 0.6 * alike);
  }
}

/** `Cannot find module './x'`: the nearest path among the files. */
function* missingModule(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'StringLiteral' || !node.value.startsWith('.')) return;
  const used =
    site.key === 'source' || (site.key === 'arguments' && /^(require|import)\b/.test(site.parent === null ? '' : scene.text(site.parent)));
  if (!used) return;
  // Of a path that leaves the root, the rest is what a message ends with.
  const wanted = pathOf(scene.file.path, node.value) ?? node.value.replace(/^(?:\.{1,2}\/)+/, '');
  const wrong = scene.clues.missingModules.some((each) => each === node.value || each.endsWith(`/${wanted}`) || each === wanted);
  if (!wrong) return;
  const quote = scene.text(site)[0] ?? "'";
  const extension = /\.[cm]?[jt]sx?$/.test(node.value);
  const options: [string, number][] = [];
  for (const path of scene.clues.paths) {
    if (path === scene.file.path) continue;
    const made = relativePath(scene.file.path, path);
    const text = extension ? made : made.replace(/(\/index)?\.[cm]?[jt]sx?$/, '');
    // Modules of ES are loaded by their whole names.
    if (text === node.value && made !== text) options.push([made.replace(/\.([cm]?)ts$/, '.$1js'), 1]);
    if (text === node.value) continue;
    const base = scene.alike(node.value.split('/').at(-1) ?? '', text.split('/').at(-1) ?? '');
    if (base > 0.4) options.push([text, (base + scene.alike(node.value, text)) / 2]);
  }
  for (const [text, odds] of options.sort((a, b) => b[1] - a[1]).slice(0, 6))
    yield replace(site, quote + text + quote, `module ${node.value} -> ${text}`, odds);
}

/** A promise where its value was wanted. */
function* promise(site: Site, scene: Scene): Generator<Proposal> {
  if (!scene.clues.promise || !isCall(site) || site.parent?.node.type === 'AwaitExpression' || !isAsync(functionOf(site))) return;
  if (site.key === 'callee' || /Promise\.|\.(then|push|map)\(/.test(scene.text(site).slice(0, 60))) return;
  yield insert(site.start, site.key === 'object' ? '(await ' : 'await ', `await ${brief(scene.text(site))}`, site.key === 'object' ? 0 : 1);
}

/** Errors that name their own cure. */
function* named(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  const told = scene.clues.told;
  if (told.withoutNew && node.type === 'CallExpression' && /^[\w.]*[A-Z]/.test(scene.text(site)))
    yield insert(site.start, 'new ', `new ${brief(scene.text(site))}`);
  if (told.constant && node.type === 'VariableDeclaration' && node.kind === 'const')
    yield { start: site.start, end: site.start + 5, text: 'let', label: 'const -> let', odds: 1 };
  if (told.notIterable && (node.type === 'SpreadElement' || (node.type === 'ForOfStatement' && site.children.length > 0))) {
    const value = child(site, node.type === 'SpreadElement' ? 'argument' : 'right');
    if (value === null) return;
    for (const text of [
      `(${scene.text(value)} || [])`,
      `Object.values(${scene.text(value)})`,
      `Object.entries(${scene.text(value)})`,
      `Object.keys(${scene.text(value)})`,
      `[${scene.text(value)}]`,
    ])
      yield replace(value, text, `iterates ${brief(text)}`);
  }
}

export const messageFamilies: readonly Family[] = [
  { name: 'not a function', share: 0.3, anywhere: true, propose: notFunction },
  { name: 'not defined', share: 0.5, anywhere: true, propose: notDefined },
  { name: 'read of undefined', share: 0.25, anywhere: true, propose: readOfUndefined },
  { name: 'missing module', share: 0.5, anywhere: true, propose: missingModule },
  { name: 'promise unawaited', share: 0.15, propose: promise },
  { name: 'error that names its cure', share: 0.2, propose: named },
];
