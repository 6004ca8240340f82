// What is after the largest or smallest value: it keeps the last one, or begins with one that is no bound.
import { escapeRegex } from '../../escape.ts';
import { brief, hasWord, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isCall, isMember } from '../shape.ts';
import { ancestors, child, type Site } from '../tree.ts';

/** Longer code is seldom put into a call. */
const LONGEST = 60;
/** Values that are no numbers, or that no other one is held against. */
const OTHER =
  /^(?:\w*Literal|TemplateLiteral|ArrayExpression|ObjectExpression|NewExpression|AwaitExpression|YieldExpression|\w*Function\w*|LogicalExpression|AssignmentExpression)$/;
const NO_NUMBER = /^(?:[<>]=?|[=!]==?|in|instanceof)$/;

/** `x = e` -> `x = Math.max(x, e)`, where `x` has a value from before: in a loop, or in what is called again and again. */
function* extremeKept(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'AssignmentExpression' || site.node.operator !== '=' || site.parent?.node.type !== 'ExpressionStatement') return;
  const [target, value] = [child(site, 'left'), child(site, 'right')];
  if (target === null || value === null || OTHER.test(value.node.type) || site.end - site.start > LONGEST) return;
  if (value.node.type === 'BinaryExpression' && NO_NUMBER.test(value.node.operator)) return;
  if (target.node.type !== 'Identifier' && !(isMember(target) && !scene.text(target).includes('('))) return;
  const [name, text] = [scene.text(target), scene.text(value)];
  if (hasWord(text, name) || !isNumeric(target, scene) || !isNumeric(value, scene) || !isHeld(site, name, scene)) return;
  // Where the two were compared, the extreme is kept already.
  const isCompared = [...ancestors(site)].some((at) => {
    const test = at.node.type === 'IfStatement' ? child(at, 'test') : null;
    return test !== null && hasWord(scene.text(test), name) && hasWord(scene.text(test), text);
  });
  if (isCompared) return;
  for (const [method, odds] of [
    ['max', 1],
    ['min', 0.7],
  ] as const)
    yield replace(value, `Math.${method}(${name}, ${text})`, `${brief(name)} = the ${method} of itself and ${brief(text)}`, odds);
}

function isNumeric(site: Site, scene: Scene): boolean {
  const kinds = scene.fit.kindsAt(site);
  return kinds === null || kinds.has('number');
}

/** Whether a target may hold a value that an earlier round, or an earlier call, has left. */
function isHeld(site: Site, name: string, scene: Scene): boolean {
  if (/[.[]/.test(name)) return true;
  const binding = scene.visible(site).find((each) => each.name === name);
  if (binding === undefined) return false;
  const fn = functionOf(site);
  const isAround = (at: Site): boolean => binding.at < at.start && binding.kind !== 'param';
  return functionOf(binding.id) !== fn || [...ancestors(site)].some((at) => /^(?:For|While|DoWhile)/.test(at.node.type) && isAround(at));
}

/** Values that every number is larger, or smaller, than. */
const LIMITS: readonly (readonly [string, number])[] = [
  ['Infinity', 1],
  ['-Infinity', 1],
  ['0', 0.3],
];

/** How much likelier a limit is that the function asks for. */
const OF_ASKED = 10;

/** What the search for the largest or the smallest value begins with: `let best = 0` -> `let best = -Infinity`, `new Array(n).fill(Infinity)`. */
function* firstValue(site: Site, scene: Scene): Generator<Proposal> {
  const { node, parent } = site;
  const isPlain = /^(?:NumericLiteral|Identifier|UnaryExpression|NullLiteral)$/.test(node.type) || scene.text(site).endsWith('.length');
  const isFilled = site.key === 'arguments' && parent !== null && isCall(parent) && calleeName(parent) === 'fill';
  if (!isPlain || parent === null || (!isFilled && !(site.key === 'init' && parent.node.type === 'VariableDeclarator'))) return;
  const fn = functionOf(site);
  const declarator = [parent, ...ancestors(parent)].find((at) => at.node.type === 'VariableDeclarator' && at.parent?.key !== 'init');
  const id = declarator === undefined ? null : child(declarator, 'id');
  if (fn === null || id?.node.type !== 'Identifier') return;
  const name = escapeRegex(id.node.name);
  const text = scene.text(fn);
  const isExtreme = new RegExp(
    `\\bMath\\.(?:max|min)\\([^()]*\\b${name}\\b|(?<![\\w$.])${name}(?:\\[[^\\]]+\\])? [<>]|[<>]=? ${name}\\b`,
  ).test(text);
  if (!isExtreme) return;
  const lists = scene
    .visible(site)
    .filter(
      ({ kind, name: each }) =>
        kind === 'param' && new RegExp(`\\bof ${escapeRegex(each)}\\b|(?<![\\w$.])${escapeRegex(each)}(?:\\[|\\.length)`).test(text),
    )
    .map(({ name: each }): readonly [string, number] => [`${each}[0]`, 0.8]);
  // What is asked for at the end is what all began with.
  const isAsked = (value: string): boolean => text.includes(`=== ${value}`) || text.includes(`!== ${value}`);
  for (const [value, odds] of [...LIMITS, ...(isFilled ? [] : lists)]) {
    if (value === scene.text(site)) continue;
    yield replace(site, value, `${id.node.name} begins as ${value}`, odds * (value.endsWith('Infinity') && isAsked(value) ? OF_ASKED : 1));
  }
}

export const extremeFamilies: readonly Family[] = [
  { name: 'extreme kept', share: 0.01, propose: extremeKept },
  { name: 'first value', share: 0.015, propose: firstValue },
];
