// What is done once where it should be done for as long as its condition holds, and the other way round.
import { brief, hasWord, type Proposal } from '../family.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { functionOf, isListed, isRead, isTarget, loopOf, mayChange } from '../shape.ts';
import { child, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

const JUMPS = /^(?:Return|Throw|Break|Continue)Statement$/;

/** `if (n > limit) n -= limit;` -> `while (n > limit) n -= limit;`, with the step of what nothing moves on yet. */
function* again(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'IfStatement' || !isListed(site) || child(site, 'alternate') !== null) return;
  const [test, body] = [child(site, 'test'), child(site, 'consequent')];
  if (test === null || body === null) return;
  const inside = [...walk(body)];
  if (inside.some(({ node }) => JUMPS.test(node.type))) return;
  const changed = new Set(inside.flatMap((each) => (each.node.type === 'Identifier' && mayChange(each) ? [each.node.name] : [])));
  const asked = [
    ...new Set([...walk(test)].flatMap(({ node, key }) => (node.type === 'Identifier' && key !== 'callee' ? [node.name] : []))),
  ];
  const label = `while (${brief(scene.text(test))})`;
  const isMoved = asked.some((name) => changed.has(name));
  if (isMoved) yield { start: site.start, end: site.start + 2, text: 'while', label, odds: 1 };
  const last = body.node.type === 'BlockStatement' ? body.children.at(-1) : undefined;
  // On one line there is no place for another one.
  if (last === undefined || last.line === site.line) return;
  for (const name of asked.filter((each) => !changed.has(each))) {
    for (const [rank, step] of stepsOf(name, test, scene).entries()) {
      const text = `while${scene.file.text.slice(site.start + 2, last.end)}\n${indentOf(last, scene)}${step}`;
      yield { start: site.start, end: last.end, text, label: `${label} with ${step}`, odds: (isMoved ? 0.6 : 0.4) / (1 + rank / 2) };
    }
  }
}

/** Steps towards the end of a condition: down where a name is asked for being larger, up where it is asked for being smaller. */
function stepsOf(name: string, test: Site, scene: Scene): readonly string[] {
  const binding = scene.visible(test).find((each) => each.name === name);
  if (binding === undefined || !/^(?:let|var|param)$/.test(binding.kind)) return [];
  const compared = [...walk(test)].find(({ node }) => node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator));
  const right = compared === undefined ? null : child(compared, 'right');
  const operator = compared?.node.type === 'BinaryExpression' ? compared.node.operator : '';
  const isFalling = operator.startsWith('>') === (right === null || scene.text(right) !== name);
  const init = binding.id.parent?.node.type === 'VariableDeclarator' ? child(binding.id.parent, 'init') : null;
  const factors = init?.node.type === 'NumericLiteral' && init.node.value > 1 ? [scene.text(init)] : [];
  return isFalling
    ? [`${name}--;`, ...[...factors, '2'].map((factor) => `${name} = Math.floor(${name} / ${factor});`)]
    : [...factors.map((factor) => `${name} *= ${factor};`), `${name}++;`, `${name} *= 2;`];
}

/** `while (c) {...}` -> `if (c) {...}`. */
function* once(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'WhileStatement') return;
  const [test, body] = [child(site, 'test'), child(site, 'body')];
  if (test === null || body === null || !isRead(test)) return;
  if ([...walk(body)].some(({ node }) => /^(?:Break|Continue)Statement$/.test(node.type))) return;
  yield { start: site.start, end: site.start + 5, text: 'if', label: `once if (${brief(scene.text(test))})`, odds: 1 };
}

/** What a variable begins with before it is gathered in. */
const BEGINNING = /^(?:-?\d+|''|""|``|\[\]|\{\}|null|true|false|new (?:Set|Map)\(\))$/;
const MOST_AGAIN = 3;

/**
 * What is gathered within a loop, and handed on by a statement that does not gather, begins again behind it:
 * `out.push([letter, count]); count = 1;`
 */
function* begunAgain(site: Site, scene: Scene): Generator<Proposal> {
  const loop = loopOf(site);
  if (loop === null || !isListed(site) || site.node.type !== 'ExpressionStatement' || site.parent === null) return;
  const into = /^[\w$]+/.exec(scene.text(site))?.[0] ?? '';
  const handed = new Set([...walk(site)].flatMap((each) => (each.node.type === 'Identifier' && isRead(each) ? [each.node.name] : [])));
  const gathered = scene
    .visible(site)
    .filter(({ name, kind, id }) => /^(?:let|var)$/.test(kind) && name !== into && handed.has(name) && id.start < loop.start)
    .flatMap(({ name, id }) => {
      const init = functionOf(id) === functionOf(site) && id.parent?.node.type === 'VariableDeclarator' ? child(id.parent, 'init') : null;
      return init !== null && BEGINNING.test(scene.text(init)) ? [{ name, first: scene.text(init) }] : [];
    });
  // What tells when the loop ends goes on.
  const asked = gathered.length === 0 ? '' : headOf(loop, scene);
  for (const { name, first } of gathered.slice(0, MOST_AGAIN)) {
    if (hasWord(asked, name) || isNamed(name, site.parent, isTarget) || !isNamed(name, loop, mayChange)) continue;
    const text = `${name} = ${first};`;
    yield insert(site.end, `\n${indentOf(site, scene)}${text}`, `${brief(text)} behind it`, 1);
  }
}

/** What a loop says of itself, in front of its block or behind it. */
function headOf(loop: Site, scene: Scene): string {
  const body = child(loop, 'body');
  const text = scene.file.text;
  return body === null ? '' : text.slice(loop.start, body.start) + text.slice(body.end, loop.end);
}

function isNamed(name: string, within: Site, how: (site: Site) => boolean): boolean {
  return [...walk(within)].some((each) => each.node.type === 'Identifier' && each.node.name === name && how(each));
}

export const roundFamilies: readonly Family[] = [
  { name: 'loop instead of branch', share: 0.03, propose: again },
  { name: 'branch instead of loop', share: 0.004, propose: once },
  { name: 'begun again', share: 0.04, propose: begunAgain },
];
