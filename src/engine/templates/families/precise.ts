// A test or a replacement that is meant for more, or fewer, values than it takes.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, isCondition, isMember, isRead } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';

/** What `if (x)` may have meant; zero, the empty text and `false` are values, too. */
const PRESENT: readonly (readonly [string, number])[] = [
  ['!== undefined', 1],
  ['!= null', 0.9],
  ['!== null', 0.5],
  ['!== false', 0.4],
  ["!== ''", 0.3],
];
const KINDS = ['string', 'function', 'object', 'number', 'boolean'];

/** How much likelier a test is meant for missing values alone where a failing test gives one that counts as false. */
const OF_GIVEN_EMPTY = 10;

/** `x` -> `x !== undefined`, `!x` -> `x === undefined`, and tests of the kind of `x`: in a condition, and where `x && x.y` reads it. */
function* truth(site: Site, scene: Scene): Generator<Proposal> {
  const isLet = site.key === 'left' && site.parent?.node.type === 'LogicalExpression' && site.parent.node.operator === '&&';
  if (!isCondition(site) && !isLet) return;
  const negated = site.node.type === 'UnaryExpression' && site.node.operator === '!';
  const tested = negated ? child(site, 'argument') : site;
  if (tested === null || !(tested.node.type === 'Identifier' || isMember(tested))) return;
  if (!negated && site.parent?.node.type === 'UnaryExpression') return;
  const name = scene.text(tested);
  const likely = scene.clues.givenEmpty.has(name.replace(/^.*[.?]/, '')) ? OF_GIVEN_EMPTY : 1;
  const say = (text: string, odds: number) => replace(site, text, `${brief(scene.text(site))} -> ${text}`, odds * likely);
  // What is read of null would be an error, as of what is missing.
  for (const [test, odds] of PRESENT)
    yield say(`${name} ${negated ? test.replace('!', '=') : test}`, isLet && test === '!= null' ? 1.5 : odds);
  if (!negated) yield say(`(${name} || ${name} === 0)`, 0.5);
  for (const kind of KINDS) yield say(`typeof ${name} ${negated ? '!' : '='}== '${kind}'`, 0.3);
  yield say(`${negated ? '!' : ''}Array.isArray(${name})`, 0.3);
  yield say(`${negated ? '!' : ''}${name}.length`, 0.25);
}

/** `x || y` -> `x === undefined ? y : x`, where a value that counts as false was replaced. */
function* missingOnly(site: Site, scene: Scene): Generator<Proposal> {
  const { node } = site;
  if (node.type !== 'LogicalExpression' || node.operator !== '||' || isCondition(site) || !isRead(site)) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null || !/^[\w$.]+$/.test(scene.text(left))) return;
  const [value, instead] = [scene.text(left), scene.operand(right)];
  const likely = scene.clues.givenEmpty.has(value.replace(/^.*[.?]/, '')) ? OF_GIVEN_EMPTY : 1;
  for (const [test, odds] of [
    ['=== undefined', 1],
    ['== null', 0.8],
  ] as const)
    yield replace(site, `(${value} ${test} ? ${instead} : ${value})`, `${brief(value)} only where ${test}`, odds * likely);
}

/** `s.replace('a', b)` takes the first one only. */
function* everyOccurrence(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'CallExpression' || calleeName(site) !== 'replace') return;
  const [what, instead] = childList(site, 'arguments');
  const callee = child(site, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  if (what === undefined || instead === undefined || object === null || what.node.type === 'RegExpLiteral') return;
  if (what.node.type === 'StringLiteral' && what.node.value !== '') {
    const pattern = escapeRegex(what.node.value).replaceAll('\n', '\\n');
    yield replace(what, `/${pattern}/g`, `every ${brief(scene.text(what))} replaced`, 1);
  }
  yield replace(
    site,
    `${scene.text(object)}.split(${scene.text(what)}).join(${scene.text(instead)})`,
    `every ${brief(scene.text(what))} replaced`,
    0.6,
  );
}

export const preciseFamilies: readonly Family[] = [
  { name: 'truth made precise', share: 0.03, propose: truth },
  { name: 'missing values only', share: 0.015, propose: missingOnly },
  { name: 'every occurrence', share: 0.02, propose: everyOccurrence },
];
