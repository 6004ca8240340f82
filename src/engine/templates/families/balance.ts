// What a function puts somewhere and has to take away again before it is left: a mark of where it is, a depth, a key that is being worked on.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, type Scene } from '../scene.ts';
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

export const balanceFamilies: readonly Family[] = [{ name: 'taken back', share: 0.15, propose: takenBack }];
