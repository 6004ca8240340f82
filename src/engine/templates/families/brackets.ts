// A closing bracket in the wrong place.
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { isCall, isFunction } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';

/** `f(a + b)` -> `f(a) + b`: what was added belongs to the answer. */
function* earlier(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site) || site.parent?.node.type === 'ExpressionStatement') return;
  const last = childList(site, 'arguments').at(-1);
  if (last === undefined || isFunction(last)) return;
  const { text } = scene.file;
  const cuts: Site[] = [];
  for (let at: Site | null = last; at !== null && /^(Binary|Logical)Expression$/.test(at.node.type); at = child(at, 'left')) {
    const left = child(at, 'left');
    if (left !== null) cuts.push(left);
  }
  for (const left of cuts.slice(0, 4)) {
    const made = `${text.slice(site.start, left.end)})${text.slice(left.end, last.end)}`;
    yield replace(site, site.key === 'object' ? `(${made})` : made, `bracket moved: ${brief(made)}`);
  }
}

/** `f(a) + b` -> `f(a + b)`: what is added belongs to the question. */
function* later(site: Site, scene: Scene): Generator<Proposal> {
  if (!/^(Binary|Logical)Expression$/.test(site.node.type)) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null || !isCall(left)) return;
  const last = childList(left, 'arguments').at(-1);
  if (last === undefined || isFunction(last) || last.node.type === 'SpreadElement') return;
  const { text } = scene.file;
  const made = `${text.slice(site.start, last.end)}${text.slice(left.end, right.end)}${text.slice(last.end, left.end)}`;
  yield replace(site, made, `bracket moved: ${brief(made)}`);
}

export const bracketFamilies: readonly Family[] = [
  { name: 'bracket earlier', share: 0.008, propose: earlier },
  { name: 'bracket later', share: 0.006, propose: later },
];
