// What one call makes is asked about behind it in one place, and not in another.
import { escapeRegex } from '../../../escape.ts';
import { hasWord, type Proposal } from '../../family.ts';
import { type Family, insert, type Scene } from '../../scene.ts';
import { calleeName, declaredAlone, isCall, isListed, isRead } from '../../shape.ts';
import { child, childList, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';

const MOST_GUARDS = 4;
const LONGEST_GUARD = 300;

/** What is made by one call, and asked about behind it elsewhere: `const note = await store.find(id); if (!note) return ...`. */
function* askedElsewhere(site: Site, scene: Scene): Generator<Proposal> {
  const made = isListed(site) ? madeBy(site, scene) : null;
  if (made === null) return;
  const next = nextOf(site);
  if (next?.node.type === 'IfStatement' && hasWord(scene.text(child(next, 'test') ?? next), made.name)) return;
  const seen = new Set<string>();
  for (const check of guardsIn(scene)) {
    const before = beforeIn(check);
    const twin = before === null || before === site ? null : madeBy(before, scene);
    if (twin === null || seen.size >= MOST_GUARDS || !hasWord(scene.text(child(check, 'test') ?? check), twin.name)) continue;
    const odds = twin.name === made.name || twin.called === made.called ? 3 : twin.of !== null && twin.of === made.of ? 1.5 : 0;
    if (odds === 0 || !readsOnly(check, twin.name, site, scene)) continue;
    const text = scene.text(check).replace(new RegExp(`(?<![\\w$.'"\`])${escapeRegex(twin.name)}(?![\\w$])`, 'g'), () => made.name);
    if (seen.has(text)) continue;
    seen.add(text);
    yield insert(site.end, `\n${indentOf(site, scene)}${text}`, `asks about ${made.name} as elsewhere`, odds);
  }
}

/** Checks without another way that stand behind a declaration. */
function guardsIn({ program }: Scene): readonly Site[] {
  const known = guards.get(program);
  if (known !== undefined) return known;
  const found = [...walk(program)].filter(
    (each) =>
      each.node.type === 'IfStatement' &&
      each.end - each.start <= LONGEST_GUARD &&
      child(each, 'alternate') === null &&
      beforeIn(each)?.node.type === 'VariableDeclaration',
  );
  guards.set(program, found);
  return found;
}

const guards = new WeakMap<Site, readonly Site[]>();

interface Made {
  readonly name: string;
  /** The function or method that makes it, and what that is a method of. */
  readonly called: string;
  readonly of: string | null;
}

function madeBy(site: Site, scene: Scene): Made | null {
  const { id, init } = declaredAlone(site) ?? {};
  const call = init?.node.type === 'AwaitExpression' ? child(init, 'argument') : init;
  const called = call != null && isCall(call) ? calleeName(call) : null;
  if (id?.node.type !== 'Identifier' || called === null || call == null) return null;
  const callee = child(call, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  return { name: id.node.name, called, of: object === null ? null : scene.text(object) };
}

function beforeIn(site: Site): Site | null {
  const list = site.parent === null ? [] : childList(site.parent, site.key);
  return list[list.indexOf(site) - 1] ?? null;
}

function nextOf(site: Site): Site | null {
  const list = site.parent === null ? [] : childList(site.parent, site.key);
  return list[list.indexOf(site) + 1] ?? null;
}

/** Whether what a statement reads of the functions around it is known at another place too. */
function readsOnly(statement: Site, but: string, at: Site, scene: Scene): boolean {
  const known = scene.names(at);
  return [...walk(statement)].every(({ node, ...site }) => {
    if (node.type !== 'Identifier' || node.name === but || !isRead({ node, ...site })) return true;
    const binding = scene.visible(statement).find((each) => each.name === node.name);
    return binding === undefined || known.has(node.name);
  });
}

export const askedElsewhereFamilies: readonly Family[] = [{ name: 'asked elsewhere', share: 0.08, propose: askedElsewhere }];
