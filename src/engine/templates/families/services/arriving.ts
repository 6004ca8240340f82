// What arrives from outside, or later: texts for numbers, characters in two pieces, promises, parts of a key.
import { brief, hasWord, type Proposal } from '../../family.ts';
import { type Family, insert, replace, type Scene } from '../../scene.ts';
import { calleeName, functionOf, isAsync, isCall, isFunction } from '../../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';

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

export const arrivingFamilies: readonly Family[] = [
  { name: 'numbers of a request', share: 0.08, propose: numbersOfRequest },
  { name: 'text in pieces', share: 0.08, propose: inPieces },
  { name: 'waited for by none', share: 0.08, propose: waitedFor },
  { name: 'part of a key', share: 0.08, propose: partOfKey },
];
