// What a module does not hand on of another one, and what a file declares and exports nothing of.
import { isJavaScript, isSource } from '../../conventions.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { childList, type Site, walk } from '../tree.ts';
import { declaredBy, isExports } from './exports.ts';
import { relativePath } from './modules.ts';

/** Names and files that are offered for one place. */
const MOST_NAMES = 4;
const MOST_FILES = 3;

/** A name that is missed, and a file that has it: as a whole, or as one of its exports. */
interface Source {
  readonly name: string;
  readonly path: string;
  readonly whole: boolean;
}

/** Where the names come from that the failure misses and this file does not declare. */
function sourcesOf({ clues, file, program, visible }: Scene): readonly Source[] {
  const own = new Set(visible(program).map(({ name }) => name));
  const missed = [...clues.missingExports, ...clues.notFunctions].filter(
    (name) => !own.has(name) && name !== 'default' && !isBuiltIn(name),
  );
  return missed.slice(0, MOST_NAMES).flatMap((name) => {
    const wholes = [...clues.wholes].flatMap(([path, whole]) => (whole === name ? [path] : []));
    const parts = (clues.exporters.get(name) ?? []).filter((path) => !wholes.includes(path));
    const files = [...wholes.map((path) => ({ name, path, whole: true })), ...parts.map((path) => ({ name, path, whole: false }))];
    return files.filter(({ path }) => path !== file.path && isJavaScript(path) && isSource(path)).slice(0, MOST_FILES);
  });
}

/** A method that every value of some kind has: what lacks it is another value, not a module. */
function isBuiltIn(name: string): boolean {
  return [Array, String, Number, Map, Set, Promise, Function, RegExp].some(({ prototype }) => name in prototype);
}

/** What a file is called from here: with an ending or without one, as the file writes it elsewhere. */
export function specifierOf(path: string, like: string | undefined, { file }: Scene): string {
  const whole = relativePath(file.path, path);
  const ending = like === undefined ? null : (/\.[cm]?[jt]sx?$/.exec(like)?.[0] ?? '');
  if (ending === '') return whole.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '');
  // TypeScript's sources import each other by the names they will have.
  return ending !== null && /js/.test(ending) ? whole.replace(/\.([cm]?)ts(x?)$/, '.$1js$2') : whole;
}

/** `export { chunk } from './chunk.js';` in a file that hands on what others define. */
function* handedOn(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Program' || isCommon(scene)) return;
  const handing = childList(site, 'body').filter(
    ({ node }) => /^Export(?:Named|All)Declaration$/.test(node.type) && sourceOf(node) !== null,
  );
  const last = handing.at(-1);
  if (last === undefined && !/(?:^|\/)index\.[cm]?[jt]sx?$/.test(scene.file.path)) return;
  const quote = last === undefined ? "'" : (/(['"])[^'"]*\1\s*;?$/.exec(scene.text(last))?.[1] ?? "'");
  for (const { name, path, whole } of sourcesOf(scene)) {
    const like = last === undefined ? null : sourceOf(last.node);
    const isAll = last?.node.type === 'ExportAllDeclaration' && !whole;
    const what = whole ? `{ default as ${name} }` : `{ ${name} }`;
    const at = last?.end ?? childList(site, 'body').at(-1)?.end ?? 0;
    const neighbours = like !== null ? [like] : /ts$/.test(path) ? ['./x.js', './x'] : [undefined];
    for (const each of isAll ? ['*', what] : [what])
      for (const neighbour of neighbours) {
        const specifier = specifierOf(path, neighbour, scene);
        const text = `export ${each} from ${quote}${specifier}${quote};`;
        yield insert(at, at === 0 ? `${text}\n` : `\n${text}`, `export ${name} of ${specifier}`, 1);
      }
  }
}

/** A module of CommonJS, which cannot say `export`. */
function isCommon({ file }: Scene): boolean {
  return file.path.endsWith('.cjs') || /\bmodule\.exports\b|\bexports\.|\brequire\(/.test(file.text);
}

function sourceOf(node: Site['node']): string | null {
  return 'source' in node && node.source?.type === 'StringLiteral' && node.source.value.startsWith('.') ? node.source.value : null;
}

/** `exports.chunk = require('./chunk.js');`, or one more member of the object that is exported. */
function* required(site: Site, scene: Scene): Generator<Proposal> {
  const isProgram = site.node.type === 'Program';
  if ((!isProgram && !(site.node.type === 'ObjectExpression' && isExports(site))) || scene.clues.notFunctions.size === 0) return;
  const member = /^(?:module\.)?exports\.[\w$]+\s*=\s*require\(\s*(['"])(\.[^'"]*)\1\s*\)/;
  const [place, like] = isProgram
    ? lastOf(childList(site, 'body'), (each) => member.exec(scene.text(each))?.[2])
    : [childList(site, 'properties').at(-1), requiredIn(scene)];
  if (place === undefined || like === undefined) return;
  const spreads = !isProgram && /^\.\.\.\s*require\(/.test(scene.text(place));
  for (const { name, path, whole } of sourcesOf(scene)) {
    const call = `require('${specifierOf(path, like, scene)}')`;
    const value = `${call}${whole ? '' : `.${name}`}`;
    const label = `export ${brief(value)}`;
    if (isProgram) {
      const head = scene.text(place).startsWith('module.') ? 'module.' : '';
      yield insert(place.end, `\n${head}exports.${name} = ${value};`, label, 1);
    } else {
      if (spreads && !whole) yield insert(place.end, `, ...${call}`, label, 1);
      yield insert(place.end, `, ${name}: ${value}`, label, 1);
    }
  }
}

/** The last site of which something is known, with that. */
function lastOf(list: readonly Site[], known: (site: Site) => string | undefined): [Site | undefined, string | undefined] {
  const place = list.findLast((each) => known(each) !== undefined);
  return [place, place === undefined ? undefined : known(place)];
}

/** The last relative specifier that the file requires. */
function requiredIn({ file }: Scene): string | undefined {
  return [...file.text.matchAll(/\brequire\(\s*(['"])(\.[^'"\n]*)\1\s*\)/g)].at(-1)?.[2];
}

/** A file that declares what is missed and exports nothing at all. */
function* exportedAtAll(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Program' || scene.clues.notFunctions.size === 0 || !/\.c?js$/.test(scene.file.path)) return;
  const body = childList(site, 'body');
  const last = body.at(-1);
  const declared = body.filter(({ node }) => /^(?:Function|Class)Declaration$/.test(node.type)).flatMap(declaredBy);
  if (last === undefined || exportsAnything(site)) return;
  for (const name of declared.filter((each) => scene.clues.notFunctions.has(each)).slice(0, MOST_NAMES)) {
    const asked = declared.filter((each) => each === name || scene.clues.testNames.has(each));
    for (const value of [name, `{ ${asked.join(', ')} }`])
      yield insert(last.end, `\n\nmodule.exports = ${value};`, `module.exports = ${brief(value)}`, 1);
  }
}

function exportsAnything(program: Site): boolean {
  return [...walk(program)].some(
    ({ node, parent }) =>
      /^(?:Import|Export)/.test(node.type) || (node.type === 'Identifier' && node.name === 'exports' && parent !== null),
  );
}

export const reExportFamilies: readonly Family[] = [
  { name: 'export handed on', share: 0.5, anywhere: true, propose: handedOn },
  { name: 'export of another', share: 0.5, anywhere: true, propose: required },
  { name: 'exported at all', share: 0.5, anywhere: true, propose: exportedAtAll },
];
