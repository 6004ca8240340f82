// A name that a module does not export: the one it has instead, or the export that it lacks.
import type { Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { child, childList, type Site } from '../tree.ts';
import { modulePaths } from './modules.ts';

/** Names of a module that are offered for one it has not. */
const MOST_OFFERED = 8;

/** Whether the failure names it: as what is not exported, or as what turned out to be no function. */
function isMissed(name: string, { clues }: Scene): boolean {
  return clues.missingExports.has(name) || clues.notFunctions.has(name);
}

/** `import { a } from './m'` and `const { a } = require('./m')`, where `m` is known and has no `a`. */
function* importedOtherwise(site: Site, scene: Scene): Generator<Proposal> {
  const found = importOf(site);
  if (found === null || !isMissed(found.name, scene)) return;
  const { name, local, specifier, as } = found;
  const paths = modulePaths(scene, specifier);
  const offered = [...scene.clues.exporters].flatMap(([other, by]) => (by.some((path) => paths.includes(path)) ? [other] : []));
  // Where the module was not read, any name that another file exports may be meant.
  const pool = offered.length > 0 ? offered : [...scene.clues.exporters.keys()];
  if (pool.includes(name)) return;
  const least = offered.length > 0 ? 0 : 0.4;
  const near = pool.map((other): [string, number] => [other, scene.alike(other, name)]).toSorted((a, b) => b[1] - a[1]);
  for (const [other, alike] of near.slice(0, MOST_OFFERED))
    if (alike >= least) yield replace(site, local === other ? other : as(other, local), `import ${other}`, 0.2 + alike);
}

/** `import a from './m'` where `m` has no default, and `import { a } from './m'` where `a` is its default: the other way of importing it. */
function* importedTheOtherWay(site: Site, scene: Scene): Generator<Proposal> {
  const { node } = site;
  if (node.type !== 'ImportDeclaration' || node.importKind === 'type' || node.specifiers.length !== 1) return;
  const [only] = site.children;
  const [specifier] = node.specifiers;
  const paths = modulePaths(scene, node.source.value);
  const has = (name: string): boolean => scene.clues.exporters.get(name)?.some((path) => paths.includes(path)) === true;
  if (only === undefined || specifier === undefined) return;
  if (specifier.type === 'ImportDefaultSpecifier' && scene.clues.missingExports.has('default')) {
    const local = specifier.local.name;
    const names = [...scene.clues.exporters.keys()].filter(has).map((name): [string, number] => [name, scene.alike(name, local)]);
    for (const [name, alike] of names.toSorted((a, b) => b[1] - a[1]).slice(0, MOST_OFFERED)) {
      const text = name === local ? `{ ${name} }` : `{ ${name} as ${local} }`;
      yield replace(only, text, `import ${text}`, 0.2 + alike);
    }
  }
  // What a file exports by default has a name as well, which nobody can import.
  if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') return;
  const { name } = specifier.imported;
  const [open, close] = [scene.file.text.lastIndexOf('{', only.start), scene.file.text.indexOf('}', only.end)];
  if (!scene.clues.missingExports.has(name) || !has(name) || open < site.start || close < 0 || close > site.end) return;
  yield { start: open, end: close + 1, text: specifier.local.name, label: `import ${name} by default`, odds: 1 };
}

interface Imported {
  readonly name: string;
  readonly local: string;
  readonly specifier: string;
  /** How another name is imported by the local one. */
  readonly as: (other: string, local: string) => string;
}

function importOf({ node, parent }: Site): Imported | null {
  if (parent === null) return null;
  if (node.type === 'ImportSpecifier' && node.imported.type === 'Identifier' && parent.node.type === 'ImportDeclaration') {
    // A type leaves nothing that could be missing when the code runs.
    if (node.importKind === 'type' || parent.node.importKind === 'type') return null;
    return {
      name: node.imported.name,
      local: node.local.name,
      specifier: parent.node.source.value,
      as: (other, local) => `${other} as ${local}`,
    };
  }
  const declarator = parent.node.type === 'ObjectPattern' ? parent.parent : null;
  if (node.type !== 'ObjectProperty' || declarator?.node.type !== 'VariableDeclarator') return null;
  const { init } = declarator.node;
  const isRequire = init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
  const given = isRequire ? init.arguments[0] : null;
  if (given?.type !== 'StringLiteral' || node.key.type !== 'Identifier' || node.value.type !== 'Identifier') return null;
  return { name: node.key.name, local: node.value.name, specifier: given.value, as: (other, local) => `${other}: ${local}` };
}

/** What the file declares and does not export, though another one asks for it. */
function* exported(site: Site, scene: Scene): Generator<Proposal> {
  const { node, parent } = site;
  const lacking = (): readonly string[] =>
    [...scene.clues.missingExports, ...scene.clues.notFunctions].filter(
      (name) =>
        scene.visible(scene.program).some((binding) => binding.name === name && binding.kind !== 'import') &&
        scene.clues.exporters.get(name)?.includes(scene.file.path) !== true,
    );
  if (node.type === 'ExportNamedDeclaration' && !isNamedElsewhere(site)) {
    const last = childList(site, 'specifiers').at(-1);
    const isTheLast = childList(scene.program, 'body').findLast((each) => each.node.type === node.type && !isNamedElsewhere(each)) === site;
    if (last !== undefined && isTheLast) for (const name of lacking()) yield insert(last.end, `, ${name}`, `export ${name}`);
  }
  if (node.type === 'ObjectExpression' && isExports(site)) {
    const last = childList(site, 'properties').at(-1);
    for (const name of lacking())
      yield last === undefined ? replace(site, `{ ${name} }`, `export ${name}`) : insert(last.end, `, ${name}`, `export ${name}`);
  }
  if (parent?.node.type !== 'Program' || !/^(?:Function|Class|Variable)Declaration$/.test(node.type)) return;
  const declares = (name: string): boolean => declaredBy(site).includes(name);
  const isModule = /^\s*(?:import|export)\b/m.test(scene.file.text);
  const byMember = /\bexports\.[\w$]+\s*=/.test(scene.file.text);
  for (const name of lacking().filter(declares)) {
    // Only between modules it is said that one does not provide an export.
    if (isModule || (scene.clues.missingExports.has(name) && !scene.file.path.endsWith('.cjs') && !/\bexports?\b/.test(scene.file.text)))
      yield insert(site.start, 'export ', `export ${name}`);
    else if (byMember) yield insert(site.end, `\nexports.${name} = ${name};`, `export ${name}`);
  }
}

/** `export { a } from './b'` and `export const a`: no list of what the file itself declares. */
function isNamedElsewhere({ node }: Site): boolean {
  return node.type === 'ExportNamedDeclaration' && (node.source != null || node.declaration != null || node.specifiers.length === 0);
}

/** The object that is given to `module.exports`. */
export function isExports({ key, parent }: Site): boolean {
  if (key !== 'right' || parent?.node.type !== 'AssignmentExpression') return false;
  const { left } = parent.node;
  return (
    left.type === 'MemberExpression' &&
    left.object.type === 'Identifier' &&
    left.object.name === 'module' &&
    left.property.type === 'Identifier' &&
    left.property.name === 'exports'
  );
}

export function declaredBy(site: Site): readonly string[] {
  const named =
    site.node.type === 'VariableDeclaration' ? childList(site, 'declarations').map((each) => child(each, 'id')) : [child(site, 'id')];
  return named.flatMap((id) => (id?.node.type === 'Identifier' ? [id.node.name] : []));
}

export const exportFamilies: readonly Family[] = [
  { name: 'missing export', share: 0.5, anywhere: true, propose: importedOtherwise },
  { name: 'default export', share: 0.5, anywhere: true, propose: importedTheOtherWay },
  { name: 'export added', share: 0.5, anywhere: true, propose: exported },
];
