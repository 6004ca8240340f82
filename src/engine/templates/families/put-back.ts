// A method that nobody calls any more on the way to a value, and a callback that answers nothing.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, isCall, isMember, isRead } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { unreadAt } from '../unread.ts';

const METHODS =
  /^(?:trim|trimStart|trimEnd|slice|substring|substr|charAt|filter|sort|reverse|toLowerCase|toUpperCase|toLocale(?:Lower|Upper)Case|replace|replaceAll|map|concat|join|split)$/;
const COMMON = [
  '.trim()',
  '.slice(1)',
  '.slice(0, -1)',
  '.toLowerCase()',
  '.toUpperCase()',
  '.filter(Boolean)',
  '.sort()',
  '.reverse()',
  '.map(Number)',
];
const LONGEST = 60;
const MOST = 24;

/** A value handed on as it is gets the method calls that the file makes elsewhere; another name for the same value is the likeliest place. */
function* methods(site: Site, scene: Scene): Generator<Proposal> {
  if (!/^(?:Identifier|CallExpression|MemberExpression)$/.test(site.node.type) || !isRead(site)) return;
  if (!/^(?:init|right|argument|arguments|object|left|expressions)$/.test(site.key)) return;
  const kinds = scene.fit.kindsAt(site);
  if (kinds !== null && !kinds.has('string') && !kinds.has('array')) return;
  const isAlias = site.key === 'init' && site.node.type === 'Identifier';
  const known = kinds === null ? 0.4 : 1;
  for (const [at, text] of callsAfter(site, scene).slice(0, MOST).entries())
    yield insert(site.end, text, `${brief(scene.text(site))}${brief(text)}`, (known * (isAlias ? 3 : 1)) / (1 + at / 8));
}

/** What follows a value in the file's calls of methods that change nothing, nearest first, then what is common. */
function callsAfter(site: Site, scene: Scene): readonly string[] {
  const found = new Map<string, number>();
  for (const [name, calls] of scene.words.calls) {
    if (!METHODS.test(name)) continue;
    for (const call of calls.slice(0, 20)) {
      const callee = child(call, 'callee');
      const object = callee === null || !isMember(callee) ? null : child(callee, 'object');
      const text = object === null ? '' : scene.file.text.slice(object.end, call.end);
      const readable = childList(call, 'arguments').every(
        (each) => /=>|function/.test(scene.text(each)) || scene.donors.readable(each, site),
      );
      const far = Math.abs(call.line - site.line);
      if (text.startsWith('.') && text.length <= LONGEST && readable) found.set(text, Math.min(found.get(text) ?? far, far));
    }
  }
  const near = [...found].sort((a, b) => a[1] - b[1]).map(([text]) => text);
  return [...new Set([...near.slice(0, MOST / 2), ...COMMON, ...near])];
}

/** A callback without parameters that answers `undefined`: others of the file, first of the same method, and calls of its functions. */
function* callbacks(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'ArrowFunctionExpression' || scene.text(site).replace(/\s/g, '') !== '()=>undefined') return;
  const method = site.parent !== null && isCall(site.parent) ? calleeName(site.parent) : null;
  const options = new Map<string, number>([['(value) => value', 0.5]]);
  const offer = (text: string, odds: number): void => void options.set(text, Math.max(options.get(text) ?? 0, odds));
  if (method === 'filter') offer('Boolean', 1);
  if (method === 'sort') for (const text of ['(a, b) => a - b', '(a, b) => b - a', '(a, b) => a.localeCompare(b)']) offer(text, 1);
  for (const other of walk(scene.program)) {
    if (other.node.type !== 'ArrowFunctionExpression' || other === site || other.end - other.start > LONGEST * 2) continue;
    const isSame = method !== null && other.parent !== null && isCall(other.parent) && calleeName(other.parent) === method;
    offer(scene.text(other), isSame ? 1.5 : 0.3);
  }
  const unread = unreadAt(site, scene);
  for (const { name, kind } of scene.visible(site)) {
    if (!/^(?:function|import)$/.test(kind)) continue;
    for (const text of [`(value) => ${name}(value)`, `(a, b) => ${name}(a, b)`]) offer(text, unread.has(name) ? 1.5 : 0.4);
  }
  for (const name of ['toLowerCase()', 'toUpperCase()', 'trim()']) offer(`(value) => value.${name}`, 0.2);
  for (const [text, odds] of [...options].sort((a, b) => b[1] - a[1]).slice(0, 40))
    yield replace(site, text, `callback ${brief(text)}`, odds);
}

export const putBackFamilies: readonly Family[] = [
  { name: 'method put back', share: 0.03, propose: methods },
  { name: 'lost callback', share: 0.15, propose: callbacks },
];
