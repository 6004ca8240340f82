// Values of another realm, or of another library: their constructors are others, what they are and can do is the same.
import type { Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, isCall } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';

/** Built-in kinds that tell by themselves what they are. */
const TAGGED = /^(?:Date|RegExp|Map|Set|WeakMap|WeakSet|Error|ArrayBuffer|DataView|Boolean|Number|String|Symbol|URLSearchParams)$/;

/** `value instanceof Date` asks by whose constructor it was made. */
function* byWhatItIs(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' || site.node.operator !== 'instanceof') return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null) return;
  const [value, kind] = [scene.operand(left), scene.text(right)];
  const offer = (text: string, odds: number): Proposal => replace(site, text, `${kind} by what it is`, odds);
  if (kind === 'Promise') yield* thenables(value, offer);
  if (kind === 'Array') yield offer(`Array.isArray(${value})`, 2);
  if (kind === 'Function') yield offer(`typeof ${value} === 'function'`, 2);
  if (kind === 'Object') yield offer(`(${value} !== null && typeof ${value} === 'object')`, 1);
  if (kind === 'Buffer') yield offer(`Buffer.isBuffer(${value})`, 2);
  if (/^(?:Number|String|Boolean)$/.test(kind)) yield offer(`typeof ${value} === '${kind.toLowerCase()}'`, 1);
  if (TAGGED.test(kind)) yield offer(`Object.prototype.toString.call(${scene.text(left)}) === '[object ${kind}]'`, 1);
}

function* thenables(value: string, offer: (text: string, odds: number) => Proposal): Generator<Proposal> {
  yield offer(`typeof ${value}?.then === 'function'`, 2);
  yield offer(`(${value} && typeof ${value}.then === 'function')`, 2);
}

/** `new value.constructor()` runs whatever that does: an object of the same kind needs its prototype alone. */
function* ofTheSameKind(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site) || site.node.type !== 'NewExpression' || calleeName(site) !== 'constructor') return;
  const callee = child(site, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  if (object === null || childList(site, 'arguments').length > 0) return;
  yield replace(site, `Object.create(Object.getPrototypeOf(${scene.text(object)}))`, 'an object of the same prototype', 1);
}

export const realmFamilies: readonly Family[] = [
  { name: 'kind of another realm', share: 0.05, propose: byWhatItIs },
  { name: 'object of the same kind', share: 0.1, propose: ofTheSameKind },
];
