// What an application is given: its order, and what stands around each.
import { brief, type Proposal } from '../../family.ts';
import { type Family, replace, type Scene } from '../../scene.ts';
import { calleeName, isAsync, isCall, isFunction, isListed, isMember } from '../../shape.ts';
import { child, childList, type Site } from '../../tree.ts';
import { indentOf } from '../missing.ts';

const MOST_WRAPPERS = 3;

/** `router.get(path, wrap(async ...))` beside `router.post(path, async ...)`: what the calls beside wrap a function in that waits. */
function* wrapped(site: Site, scene: Scene): Generator<Proposal> {
  const call = site.parent;
  if (!isFunction(site) || !isAsync(site) || site.key !== 'arguments' || call === null || !isCall(call)) return;
  const registered = registeredOf(call, scene);
  const wrappers = new Map<string, number>();
  for (const [name, calls] of scene.words.calls) {
    if (name === calleeName(call)) continue;
    for (const other of calls) {
      const around = other.parent;
      const [given, more] = childList(other, 'arguments');
      if (around === null || other.key !== 'arguments' || !isCall(around) || given === undefined || more !== undefined) continue;
      if (!isFunction(given) && given.node.type !== 'Identifier') continue;
      const same = calleeName(around) === calleeName(call) ? 1 : registered !== null && registeredOf(around, scene) === registered ? 1 : 0;
      if (same > 0 && child(other, 'callee')?.node.type === 'Identifier') wrappers.set(name, (wrappers.get(name) ?? 0) + same);
    }
  }
  for (const [name, count] of [...wrappers].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_WRAPPERS))
    yield replace(site, `${name}(${scene.text(site)})`, `wrapped by ${name}, as elsewhere`, Math.min(4, 1 + count));
}

function registeredOf(call: Site, scene: Scene): string | null {
  const callee = child(call, 'callee');
  const object = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  return object?.node.type === 'Identifier' ? scene.text(object) : null;
}

const REGISTERS = /^(?:use|register|get|post|put|patch|delete|all|route|on|plugin|addHook)$/;
const MOST_PLACES = 6;

/** What an application is given, in another order: what stands first is asked first. */
function* order(site: Site, scene: Scene): Generator<Proposal> {
  const root = registeredWith(site, scene);
  if (root === null || site.parent === null || !isListed(site)) return;
  const list = childList(site.parent, site.key);
  const at = list.indexOf(site);
  const before = list.slice(0, at).filter((each) => registeredWith(each, scene) === root);
  const pad = indentOf(site, scene);
  const own = scene.text(site);
  for (const [n, other] of before.toReversed().slice(0, MOST_PLACES).entries()) {
    const text = scene.file.text.slice(other.start, site.start).trimEnd();
    const odds = 2 / (1 + n / 2);
    yield {
      start: other.start,
      end: site.end,
      text: `${own}\n${pad}${text}`,
      label: `${brief(own)} before ${brief(scene.text(other))}`,
      odds,
    };
  }
}

/** The object that a statement registers something with: `app` of `app.use(...)`. */
function registeredWith(site: Site, scene: Scene): string | null {
  const call = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  return call !== null && isCall(call) && REGISTERS.test(calleeName(call) ?? '') ? registeredOf(call, scene) : null;
}

export const registeredFamilies: readonly Family[] = [
  { name: 'wrapped as elsewhere', share: 0.08, anywhere: 'always', propose: wrapped },
  { name: 'order of handlers', share: 0.05, propose: order },
];
