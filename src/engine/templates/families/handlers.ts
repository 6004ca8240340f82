// Handlers of requests, and what runs asynchronously: errors that nobody hears of, what is set in one way out only, the order of what is registered.
import { escapeRegex } from '../../escape.ts';
import { brief, hasWord, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isAsync, isCall, isFunction, isListed, isMember, isRead, propertyName } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

const HANDS_ON = /^(?:next|done|cb|callback|reject)$/;

/** The callback that a function around is given for errors. */
function handsOnTo(site: Site, scene: Scene): string | null {
  const params = scene.visible(site).filter(({ kind, name }) => kind === 'param' && HANDS_ON.test(name));
  return params[0]?.name ?? null;
}

/** An error that is caught, and no caller hears of. */
function* swallowed(site: Site, scene: Scene): Generator<Proposal> {
  const body = site.node.type === 'CatchClause' ? child(site, 'body') : null;
  if (body === null) return;
  const last = childList(body, 'body').at(-1);
  const param = child(site, 'param');
  const name = param?.node.type === 'Identifier' ? param.node.name : 'error';
  const to = handsOnTo(site, scene);
  const pad = last === undefined ? `${indentOf(site, scene)}  ` : indentOf(last, scene);
  const at = last?.end ?? body.start + 1;
  if (last !== undefined && /^(?:Return|Throw)Statement$/.test(last.node.type)) return;
  const ends: (readonly [string, number])[] = [[`throw ${name};`, 1]];
  if (to !== null && !hasWord(scene.text(body), to)) ends.unshift([`${to}(${name});`, 3]);
  const head = param === null ? `(${name}) ` : '';
  for (const [end, odds] of ends) {
    const line = `\n${pad}${end}${last === undefined ? `\n${indentOf(site, scene)}` : ''}`;
    if (param !== null) yield insert(at, line, `${brief(end)} at the end of catch`, odds);
    else {
      const text = head + scene.file.text.slice(body.start, at) + line;
      yield { start: body.start, end: at, text, label: `${brief(end)} at the end of catch`, odds };
    }
  }
}

/** A handler whose promise nobody waits for: what it throws goes to `next`. */
function* caught(site: Site, scene: Scene): Generator<Proposal> {
  const body = isFunction(site) && isAsync(site) ? child(site, 'body') : null;
  if (body?.node.type !== 'BlockStatement' || childList(body, 'body').some(({ node }) => node.type === 'TryStatement')) return;
  const params = childList(site, 'params');
  const [request, response, next] = params.map(scene.text);
  const isHandler = response !== undefined && /^(?:req|request|_req|_)\b/.test(request ?? '') && /^(?:res|response|reply)\b/.test(response);
  const last = params.at(-1);
  if (!isHandler || last === undefined || params.length > 3) return;
  const pad = indentOf(site, scene);
  const inner = scene.file.text
    .slice(body.start + 1, body.end - 1)
    .trimEnd()
    .replace(/\n(?=.)/g, '\n  ');
  const text = `{\n${pad}  try {${inner}\n${pad}  } catch (error) {\n${pad}    ${next ?? 'next'}(error);\n${pad}  }\n${pad}}`;
  const start = next === undefined ? last.end : body.start;
  const before = next === undefined ? `, next${scene.file.text.slice(last.end, body.start)}` : '';
  yield { start, end: body.end, text: before + text, label: 'errors handed on to next', odds: 1 };
}

/** What stands last in a `try`, or in its `catch`, and belongs to both ways out. */
function* either(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'TryStatement' || child(site, 'finalizer') !== null) return;
  const [block, handler] = [child(site, 'block'), child(site, 'handler')];
  const caughtIn = handler === null ? null : child(handler, 'body');
  if (block === null) return;
  const pad = indentOf(site, scene);
  for (const from of [block, caughtIn]) {
    const last = from === null ? undefined : childList(from, 'body').at(-1);
    if (last?.node.type !== 'ExpressionStatement' || scene.text(last).length > 120) continue;
    const text = scene.file.text.slice(block.start, site.end);
    const gone = scene.file.text.slice(0, last.start).trimEnd().length;
    const rest = text.slice(0, gone - block.start) + text.slice(last.end - block.start);
    const label = `${brief(scene.text(last))} in either case`;
    yield {
      start: block.start,
      end: site.end,
      text: `${rest} finally {\n${pad}  ${scene.text(last)}\n${pad}}`,
      label,
      odds: from === block ? 1 : 0.7,
    };
  }
}

/** Express knows what handles errors by its four parameters. */
function* errorHandler(site: Site, scene: Scene): Generator<Proposal> {
  const params = isFunction(site) ? childList(site, 'params') : [];
  const [error, request, response, more] = params.map((each) => scene.text(each).split(/[:=]/)[0]?.trim() ?? '');
  const last = params.at(-1);
  if (response === undefined || more !== undefined || last === undefined) return;
  const takesError =
    /^_?(?:err|error|e|ex|exception)$/.test(error ?? '') && /^_?req(?:uest)?$/.test(request ?? '') && /^_?res(?:ponse)?$/.test(response);
  if (takesError) yield insert(endOf(last, scene), ', _next', 'handles errors, as it takes four', 5);
  else if (
    /^_?req(?:uest)?$/.test(error ?? '') &&
    /^_?res/.test(request ?? '') &&
    response === 'next' &&
    /\b(?:err|error)\b/.test(scene.text(site))
  )
    yield insert(params[0]?.start ?? last.start, 'err, ', 'handles errors, as it takes four', 0.5);
}

/** The end of a parameter with its type. */
function endOf({ node, end }: Site, scene: Scene): number {
  const type = 'typeAnnotation' in node ? node.typeAnnotation : null;
  const typed = type != null && typeof type === 'object' && 'end' in type && typeof type.end === 'number' ? type.end : end;
  return Math.min(Math.max(end, typed), scene.file.text.length);
}

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

/** A promise that is kept for others and fails is kept as a failure: it is taken out again. */
function* keptFailure(site: Site, scene: Scene): Generator<Proposal> {
  const call = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  const callee = call !== null && isCall(call) && /^(?:set|put|add|store)$/.test(calleeName(call) ?? '') ? child(call, 'callee') : null;
  const store = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  const [key, value] = call === null ? [] : childList(call, 'arguments');
  if (store === null || key === undefined || value?.node.type !== 'Identifier') return;
  const binding = scene.visible(site).find(({ name }) => name === scene.text(value));
  const declarator = binding === undefined ? undefined : [...ancestors(binding.id)].find(({ node }) => node.type === 'VariableDeclarator');
  const init = declarator === undefined ? null : child(declarator, 'init');
  if (init === null) return;
  const held =
    init.node.type === 'ObjectExpression'
      ? childList(init, 'properties').flatMap((each) => {
          const [name, given] = [child(each, 'key'), child(each, 'value')];
          return name !== null && given !== null && isCall(given) ? [`${scene.text(value)}.${scene.text(name)}`] : [];
        })
      : isCall(init) && init.node.type !== 'NewExpression'
        ? [scene.text(value)]
        : [];
  const pad = indentOf(site, scene);
  const ways = ['delete', 'remove'].filter(
    (name) => name === 'delete' || scene.file.text.includes('.remove(') || calleeName(call ?? site) !== 'set',
  );
  for (const promise of held.slice(0, 2))
    for (const [at, way] of ways.entries())
      yield insert(
        site.end,
        `\n${pad}${promise}.catch(() => ${scene.text(store)}.${way}(${scene.text(key)}));`,
        'a failure is not kept',
        1.5 / (1 + at),
      );
}

/** Text that arrives in pieces: a character may lie in two of them. */
function* inPieces(site: Site, scene: Scene): Generator<Proposal> {
  const isLoop = site.node.type === 'ForOfStatement' && site.node.await === true;
  const event = site.node.type === 'ExpressionStatement' ? /^([\w$.]+)\.on\(\s*['"]data['"]/.exec(scene.text(site))?.[1] : undefined;
  const source = isLoop ? child(site, 'right') : null;
  const name = event ?? (source === null ? null : scene.text(source));
  const code = scene.text(site);
  if (name === null || !/^[\w$.]+$/.test(name) || !/\+=/.test(code)) return;
  const pad = indentOf(site, scene);
  yield insert(site.start, `${name}.setEncoding('utf8');\n${pad}`, `${name} gives whole characters`, 2);
  const chunk = isLoop
    ? /\bof\b/.test(code) && /for await \((?:const|let|var) ([\w$]+) of/.exec(code)?.[1]
    : /['"]data['"],\s*(?:async )?\(?([\w$]+)/.exec(code)?.[1];
  const taken = !chunk ? null : new RegExp(`\\+= *${chunk}(?:\\.toString\\([^)]*\\))?(?=\\s*[;\\n}])`).exec(code);
  if (taken === null) return;
  const decoded = `+= decoder.decode(${chunk}, { stream: true })`;
  const text = `const decoder = new TextDecoder();\n${pad}${code.slice(0, taken.index)}${decoded}${code.slice(taken.index + taken[0].length)}`;
  yield replace(site, text, 'whole characters are decoded', 2);
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
  const callee = call !== null && isCall(call) ? child(call, 'callee') : null;
  const object = callee !== null && isMember(callee) && REGISTERS.test(propertyName(callee) ?? '') ? child(callee, 'object') : null;
  return object?.node.type === 'Identifier' ? scene.text(object) : null;
}

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
  const [only, more] = site.node.type === 'VariableDeclaration' ? childList(site, 'declarations') : [];
  const id = only === undefined || more !== undefined ? null : child(only, 'id');
  const init = only === undefined ? null : child(only, 'init');
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

const NUMBERED = /offset|limit|page|size|count|skip|take|number|year|month|day|(?:^|[a-z])id$|^id|min|max|price|amount|quantity|age/i;

/** What comes with a request is text: `{ limit }` -> `{ limit: Number(limit) }`, and all of them at once. */
function* numbersOfRequest(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'ObjectExpression') return;
  const fn = functionOf(site);
  const source = fn === null ? '' : scene.text(fn);
  if (!/\b(?:query|params|body|searchParams|headers|argv|env)\b/.test(source)) return;
  const fields = childList(site, 'properties').flatMap((each) => {
    const value = each.node.type === 'ObjectProperty' && each.node.shorthand ? child(each, 'value') : null;
    return value?.node.type === 'Identifier' ? [{ each, name: value.node.name }] : [];
  });
  const likely = fields.filter(({ name }) => NUMBERED.test(name));
  for (const { each, name } of fields)
    yield replace(each, `${name}: Number(${name})`, `${name} as a number`, NUMBERED.test(name) ? 1.5 : 0.3);
  const [first, last] = [likely[0], likely.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  let text = scene.file.text.slice(first.each.start, last.each.end);
  for (const { each, name } of likely.toReversed())
    text = `${text.slice(0, each.start - first.each.start)}${name}: Number(${name})${text.slice(each.end - first.each.start)}`;
  yield { start: first.each.start, end: last.each.end, text, label: 'as numbers', odds: 3 };
}

/** `list.forEach(async ...)` waits for none, and a list of promises is none of values. */
function* waitedFor(site: Site, scene: Scene): Generator<Proposal> {
  const method = isCall(site) ? calleeName(site) : null;
  const callback = childList(site, 'arguments').find(isFunction);
  if (method === null || !/^(?:forEach|map)$/.test(method) || callback === undefined || !isAsync(functionOf(site))) return;
  const callee = child(site, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  if (object === null || [...ancestors(site)].slice(0, 3).some((each) => isCall(each) && calleeName(each) === 'all')) return;
  const list = scene.text(site).slice(0, object.end - site.start);
  const rest = scene.file.text.slice((callee ?? site).end, site.end);
  yield replace(site, `await Promise.all(${list}.map${rest})`, `waits for all of ${brief(list)}`, isAsync(callback) ? 4 : 0.4);
}

/** What is made of several parts, and lacks what else was given: a key of a cache, the address of a request. */
function* partOfKey(site: Site, scene: Scene): Generator<Proposal> {
  const parts = site.node.type === 'TemplateLiteral' ? childList(site, 'expressions') : [];
  const last = parts.at(-1);
  const fn = functionOf(site);
  if (last === undefined || fn === null) return;
  const text = scene.text(site);
  const before = parts.at(-2);
  const between = before === undefined ? ':' : scene.file.text.slice(before.end, last.start).replace(/^\s*\}|\$\{\s*$/g, '');
  const end = scene.file.text.indexOf('}', last.end) + 1;
  if (end <= 0 || end > site.end) return;
  const declared = site.parent?.node.type === 'VariableDeclarator' ? (child(site.parent, 'id') ?? null) : null;
  const isKey = /key|cache|id$|hash|path|url/i.test(declared === null ? '' : scene.text(declared)) || site.key === 'arguments';
  for (const { name, kind, scope } of scene.visible(site)) {
    if (kind !== 'param' || scope !== fn || hasWord(text, name)) continue;
    const isRead = [...walk(fn)].filter(({ node }) => node.type === 'Identifier' && node.name === name).length > 1;
    yield insert(end, `${between}\${${name}}`, `with ${name} as well`, (isKey ? 2 : 0.5) * (isRead ? 0.5 : 1.5));
  }
}

/** Checks that a schema may lack, or have too many: those of zod, yup, valibot's pipes and their like. */
const CHECKS: readonly (readonly [string, number])[] = [
  ['.optional()', 1.5],
  ['.nullable()', 1],
  ['.trim()', 1],
  ['.min(1)', 1],
  ['.int()', 0.7],
  ['.nonnegative()', 0.5],
  ['.positive()', 0.5],
  ['.email()', 0.4],
  ['.strict()', 0.5],
  ['.passthrough()', 0.5],
  ['.default(0)', 0.3],
  [".default('')", 0.3],
  ['.default([])', 0.3],
  ['.default(false)', 0.3],
  ['.required()', 0.5],
];
const SCHEMA = /^(?:z|zod|yup|Yup|joi|Joi|v)\.(?:coerce\.)?(\w+)\(/;

/** What a schema takes: `z.number()` -> `z.coerce.number()`, and one more check at the end. */
function* schema(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site) || site.key === 'object') return;
  const text = scene.text(site).replace(/\s+/g, '');
  const [, kind] = SCHEMA.exec(text) ?? [];
  if (kind === undefined) return;
  const root = [...walk(site)].find(({ node, key }) => node.type === 'Identifier' && key === 'object');
  if (root !== undefined && /^(?:number|boolean|date|bigint|string)$/.test(kind) && !text.includes('.coerce.'))
    yield insert(root.end, '.coerce', `takes what becomes a ${kind}`, 2);
  // Whatever is not empty is true.
  if (kind === 'boolean')
    for (const [text, odds] of [
      ["z.enum(['true', 'false']).transform((value) => value === 'true')", 2],
      ["z.preprocess((value) => value === 'true' || value === '1' || value === true, z.boolean())", 1.5],
      ["z.string().transform((value) => value === 'true')", 1],
    ] as const)
      yield replace(site, text, 'true where it says so', /coerce/.test(scene.text(site)) ? odds : odds * 0.2);
  for (const [check, odds] of CHECKS)
    if (!text.includes(check.slice(0, check.indexOf('(') + 1))) yield insert(site.end, check, check.slice(1), odds);
}

export const handlerFamilies: readonly Family[] = [
  { name: 'error that nobody hears of', share: 0.05, propose: swallowed },
  { name: 'handler that fails', share: 0.03, propose: caught },
  { name: 'either way out', share: 0.06, propose: either },
  { name: 'handler of errors', share: 0.1, anywhere: 'always', propose: errorHandler },
  { name: 'wrapped as elsewhere', share: 0.08, anywhere: 'always', propose: wrapped },
  { name: 'failure that is kept', share: 0.06, propose: keptFailure },
  { name: 'text in pieces', share: 0.08, propose: inPieces },
  { name: 'order of handlers', share: 0.05, propose: order },
  { name: 'asked elsewhere', share: 0.08, propose: askedElsewhere },
  { name: 'numbers of a request', share: 0.08, propose: numbersOfRequest },
  { name: 'waited for by none', share: 0.08, propose: waitedFor },
  { name: 'part of a key', share: 0.08, propose: partOfKey },
  { name: 'schema', share: 0.15, propose: schema },
];
