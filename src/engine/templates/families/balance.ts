// What a function puts somewhere and has to take away again before it is left: a mark of where it is, a depth, a key that is being worked on.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isListed, isMember } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

/** The statements that take back what an expression did. */
function inverses(site: Site, scene: Scene): string[] {
  const { node } = site;
  if (node.type === 'UpdateExpression') {
    const counted = child(site, 'argument');
    return counted === null ? [] : [`${scene.text(counted)}${node.operator === '++' ? '--' : '++'};`];
  }
  const callee = node.type === 'CallExpression' ? child(site, 'callee') : null;
  const receiver = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  const [first] = childList(site, 'arguments');
  if (receiver === null || first === undefined || receiver.end - receiver.start > 40) return [];
  const held = scene.text(receiver);
  switch (calleeName(site)) {
    case 'push':
      return [`${held}.pop();`];
    case 'unshift':
      return [`${held}.shift();`];
    case 'add':
    case 'set':
      return [`${held}.delete(${scene.text(first)});`];
    default:
      return [];
  }
}

/** Places behind a site where its function is left: returns, and the end. */
function exits(site: Site, fn: Site): { readonly at: Site; readonly before: boolean }[] {
  const found: { at: Site; before: boolean }[] = [];
  const body = child(fn, 'body');
  for (const each of walk(fn)) {
    if (each.node.type === 'ReturnStatement' && each.start > site.end && functionOf(each) === fn && isListed(each))
      found.push({ at: each, before: true });
  }
  const last = body?.node.type === 'BlockStatement' ? childList(body, 'body').at(-1) : undefined;
  if (last !== undefined && !/^(Return|Throw)/.test(last.node.type)) found.push({ at: last, before: false });
  // The loop or the block in which it was done ends, too.
  for (const around of ancestors(site)) {
    if (around === fn) break;
    const end = around.node.type === 'BlockStatement' && around !== body ? childList(around, 'body').at(-1) : undefined;
    if (end !== undefined && end.start > site.end && !/^(Return|Throw|Break|Continue)/.test(end.node.type))
      found.push({ at: end, before: false });
  }
  return found;
}

function* takenBack(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  const undoing = fn === null || site.parent?.node.type !== 'ExpressionStatement' ? [] : inverses(site, scene);
  if (fn === null || undoing.length === 0) return;
  // What a function puts into its own is its result, as a rule.
  const root = /^[\w$]+/.exec(undoing[0] ?? '')?.[0] ?? '';
  if (scene.visible(site).some(({ name, scope, kind }) => name === root && kind !== 'param' && (scope === fn || functionOf(scope) === fn)))
    return;
  const known = scene.text(fn);
  for (const text of undoing) {
    if (known.includes(text.slice(0, -1))) continue;
    for (const { at, before } of exits(site, fn)) {
      const pad = indentOf(at, scene);
      if (before) yield insert(at.start, `${text}\n${pad}`, `${brief(text)} before it is left`, 1);
      else yield insert(at.end, `\n${pad}${text}`, `${brief(text)} at the end`, 0.8);
    }
  }
}

/** `return true` where something may be left over: what was opened and not closed, counted up and not down. */
function* leftOver(site: Site, scene: Scene): Generator<Proposal> {
  const answer = site.node.type === 'ReturnStatement' ? child(site, 'argument') : null;
  const isYes = answer?.node.type === 'BooleanLiteral' && answer.node.value;
  const fn = functionOf(site);
  if (answer === null || !isYes || fn === null) return;
  const body = scene.text(fn);
  const seen = scene
    .visible(site)
    .filter(({ kind, id, at }) => /^(?:const|let|var)$/.test(kind) && functionOf(id) === fn && at < site.start);
  for (const { name } of seen) {
    const word = `(?<![\\w$.])${escapeRegex(name)}`;
    const does = (pattern: string): boolean => new RegExp(`${word}${pattern}`).test(body);
    const isCounted = does('(?:\\+\\+|\\s*\\+=)') && does('(?:--|\\s*-=)');
    if (does('\\.(?:push|unshift)\\(') && does('\\.(?:pop|shift)\\(')) yield replace(answer, `${name}.length === 0`, `${name} is empty`, 1);
    else if (does('\\.(?:add|set)\\(') && does('\\.delete\\(')) yield replace(answer, `${name}.size === 0`, `${name} is empty`, 1);
    else if (isCounted) yield replace(answer, `${name} === 0`, `${name} is back at 0`, 1);
  }
}

export const balanceFamilies: readonly Family[] = [
  { name: 'taken back', share: 0.15, propose: takenBack },
  { name: 'nothing left over', share: 0.03, propose: leftOver },
];
