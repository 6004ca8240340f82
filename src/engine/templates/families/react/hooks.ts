// Hooks of React: what they depend on, what they leave behind, and state that is set by what it was when the function was made.
import { escapeRegex } from '../../../escape.ts';
import { brief, type Proposal } from '../../family.ts';
import { type Family, insert, type Scene } from '../../scene.ts';
import type { Binding } from '../../scope.ts';
import { calleeName, functionOf, isCall, isFunction, isListed, isRead } from '../../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';

const DEPENDING = /^use(?:Effect|LayoutEffect|InsertionEffect|Memo|Callback|ImperativeHandle)$|^use\w+(?:Effect|Callback|Memo)$/;
export const EFFECT = /Effect$/;
/** Characters of a component that are written anew at most. */
const MOST_REWRITTEN = 6_000;

/** The function that a hook is given and the list of what it depends on. */
export function hookOf(site: Site): { readonly body: Site; readonly list: Site | null } | null {
  if (!isCall(site) || !DEPENDING.test(calleeName(site) ?? '')) return null;
  const given = childList(site, 'arguments');
  const body = given.find(isFunction);
  if (body === undefined) return null;
  const list = given.at(-1);
  return { body, list: list !== undefined && list.node.type === 'ArrayExpression' ? list : null };
}

/** What is the same at every rendering: what sets a state, and what holds a value. */
function isStable({ id }: Binding): boolean {
  const declarator = [...ancestors(id)].find(({ node }) => node.type === 'VariableDeclarator');
  const init = declarator === undefined ? null : child(declarator, 'init');
  const hook = init === null || !isCall(init) ? '' : (calleeName(init) ?? '');
  return id.parent?.node.type === 'ArrayPattern'
    ? id.index === 1 && /^use(?:State|Reducer)$/.test(hook)
    : /^use(?:Ref|Dispatch)$/.test(hook);
}

/** What a function within a component reads of it, first read first: `props.city` where a member of the whole is read, else the name. */
function readOfComponent(body: Site, scene: Scene): readonly string[] {
  const component = functionOf(body);
  if (component === null) return [];
  const found = new Set<string>();
  for (const site of walk(body)) {
    if (site.node.type !== 'Identifier' || !isRead(site)) continue;
    const { name } = site.node;
    const binding = scene.visible(site).find((each) => each.name === name);
    if (binding === undefined || binding.kind === 'import' || (binding.id.start >= body.start && binding.id.end <= body.end)) continue;
    if (![binding.scope, ...ancestors(binding.scope)].includes(component) || isStable(binding)) continue;
    const member = site.key === 'object' ? site.parent : null;
    const isCalled = member?.key === 'callee';
    found.add(name === 'props' && member !== null && !isCalled ? scene.text(member).replace(/\?\./g, '.') : name);
  }
  return [...found];
}

/** `useEffect(() => load(id), [])` -> `[id]`: what the function reads and the list lacks, all of it and each alone; and the other way round. */
function* dependencies(site: Site, scene: Scene): Generator<Proposal> {
  const hook = hookOf(site);
  if (hook === null) return;
  const { body, list } = hook;
  const reads = readOfComponent(body, scene);
  if (list === null) {
    if (!EFFECT.test(calleeName(site) ?? '') && reads.length === 0) return;
    yield insert(body.end, ', []', 'once only', EFFECT.test(calleeName(site) ?? '') ? 1 : 0.2);
    if (reads.length > 0) yield insert(body.end, `, [${reads.join(', ')}]`, `depends on ${brief(reads.join(', '))}`, 1);
    return;
  }
  const listed = childList(list, 'elements');
  const texts = listed.map(scene.text);
  const lacking = reads.filter((name) => !texts.some((text) => text === name || text.startsWith(`${name}.`)));
  const whole = (names: readonly string[], label: string, odds: number): Proposal => ({
    ...{ start: list.start, end: list.end, label, odds },
    text: `[${names.join(', ')}]`,
  });
  if (lacking.length > 0) yield whole([...texts, ...lacking], `depends on ${brief(lacking.join(', '))} as well`, 3);
  if (lacking.length > 1) for (const name of lacking) yield whole([...texts, name], `depends on ${name} as well`, 1.5);
  for (const [at, text] of texts.entries())
    yield whole(
      texts.filter((_, other) => other !== at),
      `does not depend on ${brief(text)}`,
      reads.includes(text) ? 0.15 : 0.6,
    );
}

/** The states of a component, by the name that sets them. */
function stateSetBy(name: string, site: Site, scene: Scene): string | null {
  const binding = scene.visible(site).find((each) => each.name === name);
  const pattern = binding?.id.parent;
  const init = pattern?.node.type === 'ArrayPattern' && pattern.parent !== null ? child(pattern.parent, 'init') : null;
  if (pattern == null || init === null || !isCall(init) || calleeName(init) !== 'useState') return null;
  const state = childList(pattern, 'elements').find(({ index }) => index === 0);
  return state?.node.type === 'Identifier' ? state.node.name : null;
}

/** A name for what a state was before: the one that the file has for it, else `current`. */
function nameBefore(site: Site, scene: Scene): string {
  const names = scene.names(site);
  const kept = /\bset[A-Z]\w*\(\(?(\w+)\)? =>/.exec(scene.file.text)?.[1];
  return [kept, 'current', 'previous'].find((name) => name !== undefined && !names.has(name)) ?? 'before';
}

/** `setCount(count + 1)` -> `setCount((current) => current + 1)`; the list around that depends on it depends on it no more. */
function* fromBefore(site: Site, scene: Scene): Generator<Proposal> {
  const [value, ...more] = isCall(site) ? childList(site, 'arguments') : [];
  const setter = child(site, 'callee');
  if (value === undefined || more.length > 0 || setter?.node.type !== 'Identifier' || isFunction(value)) return;
  const state = stateSetBy(setter.node.name, site, scene);
  if (state === null) return;
  const read = [...walk(value)].filter((each) => each.node.type === 'Identifier' && each.node.name === state && isRead(each));
  if (read.length === 0) return;
  const before = nameBefore(site, scene);
  let text = scene.text(value);
  for (const each of read.toReversed()) text = text.slice(0, each.start - value.start) + before + text.slice(each.end - value.start);
  const made = `(${before}) => ${text.startsWith('{') ? `(${text})` : text}`;
  const label = `${setter.node.name} by what ${state} was`;
  yield { start: value.start, end: value.end, text: made, label, odds: 2 };
  const hook = [...ancestors(site)].find((each) => hookOf(each) !== null);
  const { body, list } = (hook === undefined ? null : hookOf(hook)) ?? {};
  if (hook === undefined || body === undefined || list == null) return;
  const texts = childList(list, 'elements').map(scene.text);
  const isReadElsewhere = [...walk(body)].some(
    (each) => each.node.type === 'Identifier' && each.node.name === state && isRead(each) && !read.includes(each),
  );
  if (!texts.includes(state) || isReadElsewhere) return;
  const between = scene.file.text.slice(value.end, list.start);
  const others = texts.filter((each) => each !== state).join(', ');
  yield { start: value.start, end: list.end, text: `${made}${between}[${others}]`, label, odds: 2.5 };
}

/** What a component keeps in a variable is gone with the next rendering: `let timer;` -> `const timer = useRef();`. */
function* keptInRef(site: Site, scene: Scene): Generator<Proposal> {
  const [only, more] = site.node.type === 'VariableDeclaration' && site.node.kind === 'let' ? childList(site, 'declarations') : [];
  const id = only === undefined ? null : child(only, 'id');
  const component = functionOf(site);
  if (only === undefined || more !== undefined || id?.node.type !== 'Identifier' || component === null) return;
  if (site.parent?.parent !== component || !/\buse[A-Z]\w*\(/.test(scene.text(component))) return;
  const { file } = scene;
  const { name, typeAnnotation } = id.node;
  const rest = file.text.slice(site.end, component.end);
  const uses = new RegExp(`(?<![\\w$.'"\`])${escapeRegex(name)}(?![\\w$:])`, 'g');
  if (rest.length > MOST_REWRITTEN || rest.search(uses) < 0) return;
  const init = child(only, 'init');
  const type = typeAnnotation?.start == null ? '' : file.text.slice(typeAnnotation.start + 1, typeAnnotation.end ?? 0).trim();
  const given = init !== null ? scene.text(init) : type === '' ? '' : 'undefined';
  const label = `${name} kept from one rendering to the next`;
  const made = (hook: string): string => `const ${name} = ${hook}${type && `<${type}>`}(${given});${rest.replace(uses, `${name}.current`)}`;
  if (/\bReact\.use/.test(file.text)) return yield { start: site.start, end: component.end, text: made('React.useRef'), label, odds: 1 };
  const imported = /import (?:\w+, )?\{[^}]*\} from ['"]p?react(?:\/hooks)?['"]/.exec(file.text);
  if (imported === null || imported.index > site.start) return;
  if (/\buseRef\b/.test(imported[0])) return yield { start: site.start, end: component.end, text: made('useRef'), label, odds: 1 };
  // The import stands above: one change from there on.
  const names = file.text.slice(0, imported.index + imported[0].lastIndexOf('}')).trimEnd();
  const between = file.text.slice(names.length, site.start);
  yield {
    start: names.length,
    end: component.end,
    text: `${names.endsWith(',') ? '' : ','} useRef${between}${made('useRef')}`,
    label,
    odds: 1,
  };
}

const RESET = /error|message|result|warning|notice|status|open|selected|query|page|value|draft|text|name/i;
const PLACE = /^(?:current)?(?:page|index|offset|cursor|position|step|active\w*|selected\w*)$/i;
const MOST_STATES = 8;

/** A state that nobody puts back to what it was at first: `setError(null)` before another attempt, `setDraft('')` behind it. */
function* putBack(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  const block = site.parent;
  const isEdge =
    block !== null &&
    block.parent === fn &&
    (site.index === 0 || childList(block, 'body').at(-1) === site || site.node.type === 'TryStatement');
  if (fn === null || !isEdge || !isListed(site) || functionOf(fn) === null) return;
  const code = scene.text(fn);
  const pad = indentOf(site, scene);
  for (const { name, setter, first } of statesAt(fn, scene).slice(0, MOST_STATES)) {
    const reset = `${setter}(${first});`;
    if (code.includes(reset.slice(0, -1)) || first.length > 40) continue;
    // Where it is set, it is put back before that; a place in a list is where the list changes.
    const odds = (code.includes(`${setter}(`) ? 2 : 0.6) * (RESET.test(name) ? 1 : 0.4);
    const isPlace = PLACE.test(name) && /\bset[A-Z]\w*\(|\bdispatch\(/.test(code);
    yield insert(site.start, `${reset}\n${pad}`, reset, odds);
    if (site.node.type !== 'ReturnStatement') yield insert(site.end, `\n${pad}${reset}`, `${reset} at the end`, isPlace ? 2.5 : odds * 0.5);
  }
}

/** The states that a function of a component sees, with what they are at first. */
function statesAt(site: Site, scene: Scene): readonly { readonly name: string; readonly setter: string; readonly first: string }[] {
  return scene.visible(site).flatMap(({ id }) => {
    const pattern = id.parent;
    const init = pattern?.node.type === 'ArrayPattern' && id.index === 1 && pattern.parent !== null ? child(pattern.parent, 'init') : null;
    if (pattern == null || init === null || !isCall(init) || calleeName(init) !== 'useState' || id.node.type !== 'Identifier') return [];
    const [state] = childList(pattern, 'elements');
    const [given] = childList(init, 'arguments');
    if (state?.node.type !== 'Identifier' || (given !== undefined && isFunction(given))) return [];
    return [{ name: state.node.name, setter: id.node.name, first: given === undefined ? 'undefined' : scene.text(given) }];
  });
}

export const hookFamilies: readonly Family[] = [
  { name: 'dependencies of a hook', share: 0.15, propose: dependencies },
  { name: 'state by what it was', share: 0.12, propose: fromBefore },
  { name: 'state put back', share: 0.05, propose: putBack },
  { name: 'kept while rendering', share: 0.05, propose: keptInRef },
];
