// Names that the compiler does not know: another one, or what brings it.
import { isJavaScript, isSource } from '../../../conventions.ts';
import { escapeRegex } from '../../../escape.ts';
import { brief, type Proposal } from '../../family.ts';
import { insert, replace, type Scene } from '../../scene.ts';
import { functionOf } from '../../shape.ts';
import { child, childList, type Site, walk } from '../../tree.ts';
import { bodyOf, membersOf, nameOf, type TypeComplaint } from '../../type-errors.ts';
import { specifierOf } from '../re-exports.ts';
import { complaintsAt, named, ownComplaints, statementOf } from './places.ts';

const MOST_NAMES = 6;

const LEAST_ALIKE = 0.45;

/** Complaints of names of types, of which the tree says nothing, and types that another file asks for and that are not exported. */
export function* inTypes(scene: Scene): Generator<Proposal> {
  const { text } = scene.file;
  const placed = new Set([...complaintsAt(scene).values()].flat());
  for (const [complaint, at] of ownComplaints(scene)) {
    const word = placed.has(complaint) ? undefined : /^[A-Za-z_$][\w$]*/.exec(text.slice(Math.max(0, at), at + 100))?.[0];
    if (word === undefined) continue;
    const types = [...text.matchAll(/\b(?:interface|type|class|enum)\s+([\w$]+)|\bimport\s+(?:type\s+)?\{([^}]*)\}/g)].flatMap(
      ([, name, list = '']) => name ?? list.split(',').map((each) => each.replace(/^.*\bas\b|\btype\b/, '').trim()),
    );
    const meant = /[Dd]id you mean '([^'\n]+)'/.exec(complaint.text)?.[1];
    const others = [...(meant === undefined ? [] : [meant]), ...nearest(word, types, scene)];
    for (const [rank, other] of [...new Set(others)].entries())
      yield { start: at, end: at + word.length, text: other, label: `${word} -> ${other}`, odds: 3 / (1 + rank) };
    yield* imported(complaint, scene);
  }
  for (const name of scene.clues.missingExports) {
    const declared = new RegExp(`^(?:declare\\s+)?(?:interface|type)\\s+${escapeRegex(name)}\\b`, 'm').exec(text);
    if (declared !== null) yield insert(declared.index, 'export ', `export ${name}`, 3);
  }
}

/** "Did you mean ...?" */
export function* asMeant(site: Site, { text }: TypeComplaint, scene: Scene): Generator<Proposal> {
  const meant = /[Dd]id you mean (?:to access )?(?:the (?:instance|static) member |to write )?'([^'\n]+)'/.exec(text)?.[1];
  if (meant === undefined) return;
  const own = named(site);
  if (own === null || meant.startsWith('"')) {
    const wrong = /^Type '("[^"\n]*")' is not/.exec(text)?.[1];
    const literal = [...walk(statementOf(site))].find(
      (each) => each.node.type === 'StringLiteral' && JSON.stringify(each.node.value) === wrong,
    );
    if (literal !== undefined) yield replace(literal, meant, `${meant}, as the compiler says`, 4);
    return;
  }
  const label = `${scene.text(own)} -> ${meant}, as the compiler says`;
  const member = own.key === 'property' && meant.includes('.') ? own.parent : null;
  if (member !== null) return yield replace(member, meant, label, 4);
  if (site.node.type === 'ImportSpecifier') yield replace(site, `${meant} as ${scene.text(own)}`, label, 4);
  yield* everywhere(own, meant, scene, label);
  yield replace(own, meant, label, site.node.type === 'ImportSpecifier' ? 2 : 4);
}

/** The same name at all places that the compiler complains of for it, as one change. */
function* everywhere(own: Site, meant: string, scene: Scene, label: string): Generator<Proposal> {
  const name = scene.text(own);
  const places = [...complaintsAt(scene).keys()].flatMap((each) => named(each) ?? []).filter((each) => scene.text(each) === name);
  const same = [...new Map(places.map((each) => [each.start, each])).values()].toSorted((a, b) => a.start - b.start);
  const [first, last] = [same[0], same.at(-1)];
  if (same.length < 2 || first === undefined || last === undefined || own.start !== first.start) return;
  let text = '';
  for (const [at, each] of same.entries()) text += scene.file.text.slice(same[at - 1]?.end ?? each.start, each.start) + meant;
  yield { start: first.start, end: last.end, text, label: `${label}, ${same.length} times`, odds: 6 };
}

/** A property or a name that is not there: the nearest that is, or the property itself where its type is declared. */
export function* otherwiseCalled(site: Site, { text, code }: TypeComplaint, scene: Scene): Generator<Proposal> {
  const own = named(site);
  if (own === null) return;
  const name = scene.text(own);
  const [, type] =
    /^Property '[^'\n]+' does not exist on type '([^'\n]+)'/.exec(text) ?? /does not exist in type '([^'\n]+)'/.exec(text) ?? [];
  if (type !== undefined) {
    if (/^Promise</.test(type) && site.parent !== null) yield* awaited(child(site.parent, 'object'), scene);
    const members = [...membersOf(type, scene.file.text).keys()];
    for (const other of nearest(name, [...members, ...scene.clues.testKeys], scene))
      yield replace(own, other, `${name} -> ${other}`, members.includes(other) ? 2 : 0.5);
    const found = bodyOf(nameOf(type) ?? '', scene.file.text);
    const body = found === null || new RegExp(`(?<![\\w$])${escapeRegex(name)}\\??\\s*[:(]`).test(found.text) ? null : found;
    for (const [declared, odds] of [
      ['number', 0.4],
      ['string', 0.4],
      ['boolean', 0.3],
    ] as const) {
      const isOneLine = body !== null && !body.text.includes('\n');
      const member = `${name}${site.key === 'key' ? '?' : ''}: ${declared};`;
      if (body !== null) yield insert(body.start, isOneLine ? ` ${member}` : `\n  ${member}`, `member ${member}`, odds);
    }
  }
  if (code === 2304 || code === 2552)
    for (const other of nearest(name, [...scene.names(site)], scene)) yield replace(own, other, `${name} -> ${other}`, 1);
}

export function nearest(name: string, pool: readonly string[], scene: Scene): readonly string[] {
  const near = [...new Set(pool)].filter((other) => other !== name).map((other): [string, number] => [other, scene.alike(other, name)]);
  return near
    .filter(([, alike]) => alike >= LEAST_ALIKE)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_NAMES)
    .map(([other]) => other);
}

export function* awaited(value: Site | null, scene: Scene): Generator<Proposal> {
  const fn = value === null ? null : functionOf(value);
  if (value === null || (fn !== null && !('async' in fn.node && fn.node.async === true))) return;
  const text = `await ${scene.text(value)}`;
  yield replace(value, value.key === 'object' ? `(${text})` : text, brief(text), 3);
}

/** `import type { Item } from './item.js';` for what no import brings. */
export function* imported({ text, code }: TypeComplaint, scene: Scene): Generator<Proposal> {
  const name = code === 2304 || code === 2552 || code === 2503 ? /^Cannot find (?:name|namespace) '([\w$]+)'/.exec(text)?.[1] : undefined;
  if (name === undefined) return;
  const body = childList(scene.program, 'body');
  const imports = body.filter(({ node }) => node.type === 'ImportDeclaration');
  const like = imports
    .map(({ node }) => ('source' in node && node.source?.type === 'StringLiteral' ? node.source.value : ''))
    .find((each) => each.startsWith('.'));
  const at = imports.at(-1)?.end ?? body[0]?.start ?? 0;
  const offer = (path: string, what: string, odds: number): Proposal[] =>
    (like === undefined ? ['.js', '', '.ts'] : [like]).map((ending, rank) => {
      const specifier = specifierOf(path, like ?? `./x${ending}`, scene);
      const line = `import ${what} from '${specifier}';`;
      return insert(at, imports.length > 0 ? `\n${line}` : `${line}\n`, line, odds / (1 + rank / 4));
    });
  const from = (paths: readonly string[] | undefined): readonly string[] =>
    (paths ?? []).filter((path) => path !== scene.file.path && isJavaScript(path) && isSource(path));
  const wholes = [...scene.clues.wholes].flatMap(([path, whole]) => (whole === name ? [path] : []));
  for (const path of from(wholes)) yield* offer(path, name, 3);
  for (const path of from(scene.clues.typesOf.get(name))) yield* offer(path, `type { ${name} }`, 4);
  for (const path of from(scene.clues.exporters.get(name))) if (!wholes.includes(path)) yield* offer(path, `{ ${name} }`, 3);
}
