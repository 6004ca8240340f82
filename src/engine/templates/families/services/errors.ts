// Errors that nobody hears of, and what has to happen whichever way a function is left.
import { brief, hasWord, type Proposal } from '../../family.ts';
import { type Family, insert, type Scene } from '../../scene.ts';
import { calleeName, isAsync, isCall, isFunction, isMember } from '../../shape.ts';
import { ancestors, child, childList, type Site } from '../../tree.ts';
import { indentOf } from '../missing.ts';

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
  if (takesError)
    yield insert(
      endOf(last, scene),
      /\.[cm]?tsx?$/.test(scene.file.path) ? ', _next: unknown' : ', _next',
      'handles errors, as it takes four',
      5,
    );
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

export const errorFamilies: readonly Family[] = [
  { name: 'error that nobody hears of', share: 0.05, propose: swallowed },
  { name: 'handler that fails', share: 0.03, propose: caught },
  { name: 'either way out', share: 0.06, propose: either },
  { name: 'handler of errors', share: 0.1, anywhere: 'always', propose: errorHandler },
  { name: 'failure that is kept', share: 0.06, propose: keptFailure },
];
