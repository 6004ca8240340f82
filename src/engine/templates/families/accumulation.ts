// Loops that collect something: the separator, the step or the assignment that was forgotten.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionOf, isListed, loopOf } from '../shape.ts';
import { child, type Site, walk } from '../tree.ts';
import { unreadHere } from '../unread.ts';
import { indentOf } from './missing.ts';

const SEPARATORS = ["' '", "','", "', '", "'\\n'", "'-'", "'/'", "'_'"];

/** What a statement adds to: `t` of `t += x` and of `t = t + x`. */
function accumulatorOf(site: Site, scene: Scene): string | null {
  const expression = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  if (expression?.node.type !== 'AssignmentExpression') return null;
  const [target, value] = [child(expression, 'left'), child(expression, 'right')];
  if (target?.node.type !== 'Identifier' || value === null) return null;
  const name = scene.text(target);
  if (expression.node.operator === '+=') return name;
  const first = value.node.type === 'BinaryExpression' && value.node.operator === '+' ? child(value, 'left') : null;
  return first !== null && scene.text(first) === name ? name : null;
}

/** A separator before every part but the first. */
function* separators(site: Site, scene: Scene): Generator<Proposal> {
  const loop = loopOf(site);
  const name = isListed(site) ? accumulatorOf(site, scene) : null;
  if (name === null || loop === null) return;
  const init = child(loop, 'init');
  const declared = init === null ? undefined : [...walk(init)].find((each) => each.node.type === 'VariableDeclarator');
  const index = declared === undefined ? null : child(declared, 'id');
  const tests = [...(index === null ? [] : [`${scene.text(index)} > 0`]), `${name} !== ''`];
  const own = [...scene.words.strings.keys()].filter((text) => /^[^\\'\n]{1,2}$/.test(text)).map((text) => `'${text}'`);
  for (const test of tests) {
    for (const [rank, text] of [...new Set([...own, ...SEPARATORS])].slice(0, 10).entries()) {
      const made = `if (${test}) ${name} += ${text};`;
      yield insert(site.start, `${made}\n${indentOf(site, scene)}`, made, 1 / (1 + rank / 4));
    }
  }
}

/** Names of the function that can be written, functions and constants left out. */
function writable(site: Site, scene: Scene): readonly string[] {
  return scene
    .visible(site)
    .filter(({ kind, scope }) => /^(let|var|param)$/.test(kind) && scope.node.type !== 'Program')
    .slice(0, 8)
    .map(({ name }) => name);
}

/** A name that keeps what the function only computes from it: `n = n % d`. */
function* kept(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  if (!isListed(site) || loopOf(site) === null || fn === null) return;
  const names = new Set(writable(site, scene));
  const seen = new Set<string>();
  for (const each of walk(fn)) {
    if (each.node.type !== 'BinaryExpression' || !/^[-+*/%]$/.test(each.node.operator) || each.end - each.start > 40) continue;
    const first = child(each, 'left');
    const name = first?.node.type === 'Identifier' ? first.node.name : null;
    if (name === null || !names.has(name) || !scene.donors.readable(each, site)) continue;
    const text = `${name} = ${scene.text(each)};`;
    if (seen.has(text) || seen.size >= 8) continue;
    seen.add(text);
    const near = 1 / (1 + Math.abs(each.line - site.line) / 3);
    yield insert(site.end, `\n${indentOf(site, scene)}${text}`, `${brief(text)} added`, near);
  }
}

/** A counter that moves on only where a flag says so. */
function* flagged(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  if (!isListed(site) || loopOf(site) === null || fn === null || site.node.type === 'VariableDeclaration') return;
  const flags = flagsOf(fn);
  const counters = writable(site, scene).filter(
    (name) => scene.words.uses.get(name)?.has('number') || scene.words.uses.get(name)?.has('tested'),
  );
  for (const flag of [...flags].filter((name) => scene.names(site).has(name)).slice(0, 3)) {
    for (const [rank, counter] of counters
      .filter((name) => name !== flag)
      .slice(0, 6)
      .entries()) {
      for (const step of [`if (${flag}) ${counter}++;`, `if (!${flag}) ${counter}++;`])
        yield insert(site.end, `\n${indentOf(site, scene)}${step}`, `${step} added`, 1 / (1 + rank / 3));
    }
  }
}

/** Names that only ever hold a truth value, or 0 and 1, and are given both. */
function flagsOf(fn: Site): ReadonlySet<string> {
  const values = new Map<string, Set<string>>();
  for (const each of walk(fn)) {
    const declared = each.node.type === 'VariableDeclarator';
    if (!declared && !(each.node.type === 'AssignmentExpression' && each.node.operator === '=')) continue;
    const [target, value] = [child(each, declared ? 'id' : 'left'), child(each, declared ? 'init' : 'right')];
    if (target?.node.type !== 'Identifier' || value === null) continue;
    const { node } = value;
    const held = node.type === 'BooleanLiteral' || (node.type === 'NumericLiteral' && node.value <= 1) ? String(node.value) : 'more';
    values.set(target.node.name, (values.get(target.node.name) ?? new Set()).add(held));
  }
  return new Set([...values].filter(([, held]) => held.size === 2 && !held.has('more')).map(([name]) => name));
}

/** What is reckoned and never read tells whether a value is added or taken away: `total += next > value ? -value : value`. */
function* signed(site: Site, scene: Scene): Generator<Proposal> {
  const expression = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  const value = expression === null ? null : child(expression, 'right');
  if (expression?.node.type !== 'AssignmentExpression' || !/^[-+]=$/.test(expression.node.operator) || value?.node.type !== 'Identifier')
    return;
  const { name } = value.node;
  const target = scene.text(child(expression, 'left') ?? expression);
  const others = unreadHere(site, scene).filter((each) => each !== name && each !== target);
  for (const other of others.slice(0, 2))
    for (const sign of ['>', '<', '>=', '<=']) {
      const text = `${other} ${sign} ${name} ? -${name} : ${name}`;
      yield replace(value, text, brief(text), sign.length > 1 ? 0.4 : 1);
    }
}

export const accumulationFamilies: readonly Family[] = [
  { name: 'separator added', share: 0.006, propose: separators },
  { name: 'value kept', share: 0.008, propose: kept },
  { name: 'flagged step', share: 0.006, propose: flagged },
  { name: 'sign by what is unread', share: 0.05, propose: signed },
];
