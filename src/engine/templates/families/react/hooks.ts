// Hooks of React: what they depend on, what they leave behind, and state that is set by what it was when the function was made.
import { escapeRegex } from '../../../escape.ts';
import { brief, type Proposal } from '../../family.ts';
import { type Family, insert, type Scene } from '../../scene.ts';
import type { Binding } from '../../scope.ts';
import { calleeName, functionOf, isCall, isFunction, isListed, isRead } from '../../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';

const DEPENDING = /^use(?:Effect|LayoutEffect|InsertionEffect|Memo|Callback|ImperativeHandle)$|^use\w+(?:Effect|Callback|Memo)$/;
const EFFECT = /Effect$/;
/** Characters of a component that are written anew at most. */
const MOST_REWRITTEN = 6_000;

/** The function that a hook is given and the list of what it depends on. */
function hookOf(site: Site): { readonly body: Site; readonly list: Site | null } | null {
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

/** How what an effect begins is ended; `null` where the pattern is none. */
function* endingsOf(statement: Site, scene: Scene): Generator<{ readonly named: string | null; readonly end: string }> {
  const declared = statement.node.type === 'VariableDeclaration' ? childList(statement, 'declarations')[0] : undefined;
  const call = declared === undefined ? child(statement, 'expression') : child(declared, 'init');
  if (call === null || !isCall(call)) return;
  const id = declared === undefined ? null : child(declared, 'id');
  const kept = id?.node.type === 'Identifier' ? id.node.name : null;
  const method = calleeName(call) ?? '';
  const callee = child(call, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  const given = childList(call, 'arguments').map(scene.text).join(', ');
  const ended = Object.hasOwn(ENDED_BY, method) ? ENDED_BY[method] : undefined;
  if (ended !== undefined && kept !== null) yield { named: kept, end: `${kept}.${ended}()` };
  const timer = /^set(Interval|Timeout)$/.exec(method)?.[1];
  if (timer !== undefined) yield { named: kept ?? 'timer', end: `clear${timer}(${kept ?? 'timer'})` };
  if (/^request(AnimationFrame|IdleCallback)$/.test(method))
    yield { named: kept ?? 'frame', end: `${method.replace('request', 'cancel')}(${kept ?? 'frame'})` };
  if (/^(?:subscribe|listen|watch|on[A-Z]\w*)$/.test(method)) {
    yield { named: kept ?? 'unsubscribe', end: `${kept ?? 'unsubscribe'}()` };
    yield { named: kept ?? 'subscription', end: `${kept ?? 'subscription'}.unsubscribe()` };
  }
  const opposite = OPPOSITES.get(method);
  if (object !== null && opposite !== undefined)
    yield { named: kept, end: `${scene.text(object)}.${opposite}(${/^(?:disconnect|close)$/.test(opposite) ? '' : given})` };
}

/** How objects that go on by themselves are ended, by their classes. */
const ENDED_BY: Readonly<Record<string, string>> = {
  AbortController: 'abort',
  WebSocket: 'close',
  EventSource: 'close',
  BroadcastChannel: 'close',
  Worker: 'terminate',
  IntersectionObserver: 'disconnect',
  ResizeObserver: 'disconnect',
  MutationObserver: 'disconnect',
};

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['addEventListener', 'removeEventListener'],
  ['addListener', 'removeListener'],
  ['on', 'off'],
  ['attach', 'detach'],
  ['register', 'unregister'],
  ['observe', 'disconnect'],
  ['connect', 'disconnect'],
  ['open', 'close'],
  ['subscribe', 'unsubscribe'],
  ['add', 'delete'],
]);

/** An effect that listens, waits or subscribes and never ends it. */
function* cleanup(site: Site, scene: Scene): Generator<Proposal> {
  const hook = EFFECT.test(calleeName(site) ?? '') ? hookOf(site) : null;
  const block = hook === null ? null : child(hook.body, 'body');
  if (block?.node.type !== 'BlockStatement') return;
  const statements = childList(block, 'body');
  const last = statements.at(-1);
  if (last === undefined || last.node.type === 'ReturnStatement') return;
  const pad = indentOf(last, scene);
  for (const statement of statements) {
    for (const { named, end } of endingsOf(statement, scene)) {
      const isNew = named !== null && statement.node.type === 'ExpressionStatement';
      if (isNew && scene.names(statement).has(named)) continue;
      const tail = scene.file.text.slice(statement.start, last.end);
      yield {
        ...{ start: statement.start, end: last.end, label: `ends with ${brief(end)}`, odds: 2 },
        text: `${isNew ? `const ${named} = ` : ''}${tail}\n${pad}return () => ${end};`,
      };
    }
  }
  // Where something is subscribed to, what that answers is mostly what ends it.
  const call = last.node.type === 'ExpressionStatement' ? child(last, 'expression') : null;
  if (call !== null && isCall(call) && !NO_ENDING.test(calleeName(call) ?? ''))
    yield insert(last.start, 'return ', `ends with what ${brief(scene.text(call))} answers`, 1);
}

const NO_ENDING = /^set[A-Z]|^(?:addEventListener|clear\w+|then|catch|finally|focus|scroll\w*|push|log)$/;

const LATE = /\.then\(/;

/** An answer that comes when the next one was asked for, or the component is gone, is not used any more. */
function* lateAnswer(site: Site, scene: Scene): Generator<Proposal> {
  const hook = EFFECT.test(calleeName(site) ?? '') ? hookOf(site) : null;
  const block = hook === null ? null : child(hook.body, 'body');
  if (block?.node.type !== 'BlockStatement') return;
  const statements = childList(block, 'body');
  const [first, last] = [statements[0], statements.at(-1)];
  if (first === undefined || last === undefined || last.node.type === 'ReturnStatement') return;
  const code = scene.text(block);
  if (!LATE.test(code) && !/\bawait\b/.test(code)) return;
  const name = ['active', 'current', 'isCurrent'].find((each) => !scene.names(first).has(each)) ?? 'active';
  const places = [...walk(block)].flatMap((each) => ignoredUnless(each, name, scene)).toSorted((a, b) => b.start - a.start);
  if (places.length === 0) return;
  let text = scene.file.text.slice(first.start, last.end);
  for (const { start, end, text: made } of places) text = text.slice(0, start - first.start) + made + text.slice(end - first.start);
  const pad = indentOf(first, scene);
  yield {
    ...{ start: first.start, end: last.end, label: 'a late answer is not used', odds: 1 },
    text: `let ${name} = true;\n${pad}${text}\n${pad}return () => {\n${pad}  ${name} = false;\n${pad}};`,
  };
}

/** Where a promise's value arrives: what runs then does so under a condition only. */
function ignoredUnless(site: Site, name: string, scene: Scene): readonly Pick<Proposal, 'start' | 'end' | 'text'>[] {
  const pad = indentOf(site, scene);
  if (isCall(site) && /^(?:then|catch)$/.test(calleeName(site) ?? '')) {
    const [then] = childList(site, 'arguments');
    if (then === undefined) return [];
    const body = isFunction(then) ? child(then, 'body') : null;
    if (body === null) return [{ start: then.start, end: then.end, text: `(value) => ${name} && ${scene.text(then)}(value)` }];
    const [statement] = childList(body, 'body');
    if (body.node.type !== 'BlockStatement') return [{ start: body.start, end: body.start, text: `${name} && ` }];
    return statement === undefined
      ? []
      : [{ start: statement.start, end: statement.start, text: `if (!${name}) return;\n${indentOf(statement, scene)}` }];
  }
  const isAwaited = site.node.type === 'VariableDeclaration' && /\bawait\b/.test(scene.text(site)) && site.index >= 0;
  return isAwaited ? [{ start: site.end, end: site.end, text: `\n${pad}if (!${name}) return;` }] : [];
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
  { name: 'effect without end', share: 0.08, propose: cleanup },
  { name: 'late answer', share: 0.06, propose: lateAnswer },
  { name: 'state put back', share: 0.05, propose: putBack },
  { name: 'kept while rendering', share: 0.05, propose: keptInRef },
];
