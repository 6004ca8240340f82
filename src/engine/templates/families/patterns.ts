// Code put around what is there, and the step or the part that was forgotten.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionOf, isListed, isRead, loopOf } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

const COMPARISONS = new Set(['==', '===', '!=', '!==']);

/** Names of the function around a site: what it declares and is given, without functions and what comes from the module. */
function localNames(site: Site, scene: Scene, most: number): readonly string[] {
  return scene
    .visible(site)
    .filter(({ kind, scope }) => /^(param|let|var|const)$/.test(kind) && scope.node.type !== 'Program')
    .slice(0, most)
    .map(({ name }) => name);
}

/** A statement that should run only where two values agree, or differ. */
function* caseAround(site: Site, scene: Scene): Generator<Proposal> {
  const type = site.node.type;
  if ((type !== 'ExpressionStatement' && type !== 'ReturnStatement') || site.end - site.start > 160 || functionOf(site) === null) return;
  if (site.parent?.node.type === 'IfStatement') return;
  const names = localNames(site, scene, 7);
  const used = new Set([...walk(site)].flatMap(({ node }) => (node.type === 'Identifier' ? [node.name] : [])));
  const near = ([a, b]: readonly [string, string]): number => Number(used.has(a)) + Number(used.has(b)) + scene.alike(a, b);
  const pairs = names
    .flatMap((a, index) => names.slice(index + 1).map((b): readonly [string, string] => [a, b]))
    .toSorted((x, y) => near(y) - near(x))
    .slice(0, 8);
  const cases = [...pairs.flatMap(([a, b]) => [`${a} === ${b}`, `${a} !== ${b}`, `${a} < ${b}`, `${a} > ${b}`]), ...names.slice(0, 3)];
  for (const [rank, test] of cases.entries()) {
    yield replace(site, `if (${test}) { ${scene.text(site)} }`, `only if ${test}: ${brief(scene.text(site))}`, 1 / (1 + rank / 6));
  }
}

/** A part of a sequence instead of the whole, and both sides of a comparison seen the same way. */
function* views(site: Site, scene: Scene): Generator<Proposal> {
  const { node, parent } = site;
  if (node.type === 'BinaryExpression' && COMPARISONS.has(node.operator)) {
    const [left, right] = [child(site, 'left'), child(site, 'right')];
    if (left === null || right === null) return;
    const between = scene.file.text.slice(left.end, right.start);
    for (const view of ['.toLowerCase()', '.trim()', '.sort()', '.toString()', '.length']) {
      const text = `${scene.operand(left)}${view}${between}${scene.operand(right)}${view}`;
      // What is as long is seldom the same.
      yield replace(site, text, `both sides ${view}`, view === '.length' ? 0.05 : 0.5);
    }
    return;
  }
  const passed = site.key === 'arguments' || (site.key === 'right' && parent?.node.type === 'ForOfStatement') || site.key === 'argument';
  if (!passed || !isRead(site) || !/^(Identifier|MemberExpression|CallExpression)$/.test(node.type) || site.end - site.start > 60) return;
  const own = scene.text(site);
  const names = localNames(site, scene, 5).filter((name) => name !== own);
  for (const [rank, part] of ['1', '0, -1', ...names, ...names.map((name) => `0, ${name}`)].entries()) {
    yield replace(site, `${own}.slice(${part})`, `${brief(own)}.slice(${part})`, 1 / (1 + rank / 4));
  }
}

/** A name of the function where an expression stands in a comparison or an argument. */
function* nameInstead(site: Site, scene: Scene): Generator<Proposal> {
  const compared = site.parent?.node.type === 'BinaryExpression' || site.key === 'arguments';
  if (!compared || !isRead(site) || !/^(MemberExpression|CallExpression)$/.test(site.node.type) || site.end - site.start > 60) return;
  const own = scene.text(site);
  for (const [rank, name] of localNames(site, scene, 8).entries()) {
    yield replace(site, name, `${brief(own)} -> ${name}`, 1 / (1 + rank / 3));
  }
}

/** A counter that a loop does not move on, or moves on in every round. */
function* steps(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || loopOf(site) === null || site.parent === null || childList(site.parent, site.key).at(-1) !== site) return;
  const pad = indentOf(site, scene);
  const tests = [...ancestors(site)].flatMap((at) => (at.node.type === 'IfStatement' ? [child(at, 'test')] : [])).slice(0, 1);
  for (const [rank, name] of localNames(site, scene, 8).entries()) {
    for (const step of [`${name}++;`, `${name}--;`]) {
      yield insert(site.end, `\n${pad}${step}`, `${step} added`, (tests.length > 0 ? 0.6 : 1) / (1 + rank / 4));
    }
  }
}

export const patternFamilies: readonly Family[] = [
  { name: 'case around', share: 0.015, propose: caseAround },
  { name: 'view', share: 0.02, propose: views },
  { name: 'name instead', share: 0.02, propose: nameInstead },
  { name: 'step', share: 0.008, propose: steps },
];
