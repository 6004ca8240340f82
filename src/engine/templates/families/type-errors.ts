// What the repository's own TypeScript compiler complains of: at the place that it names, by what it says there.
import { isJavaScript, isSource } from '../../conventions.ts';
import { lineStarts } from '../../edits.ts';
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isCall, isExpression, isStatement } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { bodyOf, literalsOf, membersOf, nameOf, type TypeComplaint, valueOfType } from '../type-errors.ts';
import { asyncPlace } from './missing.ts';
import { specifierOf } from './re-exports.ts';

const MOST_NAMES = 6;
const LEAST_ALIKE = 0.45;

const complained = new WeakMap<Scene, ReadonlyMap<Site, readonly TypeComplaint[]>>();

/** The complaints of a file, with their offsets. */
function ownComplaints({ file, clues }: Scene): ReadonlyMap<TypeComplaint, number> {
  const { path, text } = file;
  // A compiler that was run elsewhere says more of a path, or less: of the files that it may mean, the one of which it says most.
  const isMeant = (said: string): boolean => {
    if (said === path || clues.paths.includes(said)) return said === path;
    const longer = clues.paths.filter((each) => said.endsWith(`/${each}`)).toSorted((a, b) => b.length - a.length);
    return longer.length > 0 ? longer[0] === path : path.endsWith(`/${said.replace(/^(?:\.\.?\/)+/, '')}`);
  };
  const own = clues.typeComplaints.filter((each) => isMeant(each.path));
  const starts = own.length === 0 ? [] : lineStarts(text);
  return new Map(own.map((each) => [each, (starts[each.line - 1] ?? Number.NEGATIVE_INFINITY) + each.column - 1]));
}

/** Complaints by the outermost site that begins at their place and is no statement; a whole statement where nothing else does. */
function complaintsAt(scene: Scene): ReadonlyMap<Site, readonly TypeComplaint[]> {
  const known = complained.get(scene);
  if (known !== undefined) return known;
  const found = new Map<Site, TypeComplaint[]>();
  const wanted = ownComplaints(scene);
  for (const site of wanted.size === 0 ? [] : walk(scene.program)) {
    const isInner = site.parent?.start === site.start && !isStatement(site.parent) && site.parent.node.type !== 'Program';
    const isOuter = isInner && site.parent !== null && !isDeclaring(site.parent);
    for (const [complaint, at] of wanted) {
      const name = /^Cannot find name '([\w$]+)'/.exec(complaint.text)?.[1];
      if (at === site.start && name !== undefined) {
        if (site.node.type === 'Identifier' && site.node.name === name) found.set(site, [...(found.get(site) ?? []), complaint]);
        continue;
      }
      if (at === site.start && !isOuter && site.node.type !== 'Program' && (!isStatement(site) || site.node.type === 'ReturnStatement'))
        found.set(site, [...(found.get(site) ?? []), complaint]);
    }
  }
  complained.set(scene, found);
  return found;
}

/** What begins with a name and is about more than it. */
function isDeclaring({ node }: Site): boolean {
  return /^(?:VariableDeclarator|ObjectProperty|ClassProperty|AssignmentExpression|ImportSpecifier|ExportSpecifier|AssignmentPattern)$/.test(
    node.type,
  );
}

function* mended(site: Site, scene: Scene): Generator<Proposal> {
  if (scene.clues.typeComplaints.length === 0) return;
  if (site.node.type === 'Program') yield* inTypes(scene);
  for (const complaint of complaintsAt(scene).get(site) ?? []) {
    yield* asMeant(site, complaint, scene);
    yield* otherwiseCalled(site, complaint, scene);
    yield* imported(complaint, scene);
    yield* maybeMissing(site, complaint, scene);
    yield* converted(site, complaint, scene);
    yield* givenAsWanted(site, complaint, scene);
    yield* completed(site, complaint, scene);
    yield* declaredWhole(site, complaint, scene);
  }
}

/** Complaints of names of types, of which the tree says nothing, and types that another file asks for and that are not exported. */
function* inTypes(scene: Scene): Generator<Proposal> {
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
function* asMeant(site: Site, { text }: TypeComplaint, scene: Scene): Generator<Proposal> {
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

/** The name that a complaint is about. */
function named(site: Site): Site | null {
  if (site.node.type === 'Identifier') return site;
  const name = child(site, 'imported') ?? child(site, 'key') ?? child(site, 'id');
  return name?.node.type === 'Identifier' ? name : null;
}

function statementOf(site: Site): Site {
  return [site, ...ancestors(site)].find(isStatement) ?? site;
}

/** A property or a name that is not there: the nearest that is, or the property itself where its type is declared. */
function* otherwiseCalled(site: Site, { text, code }: TypeComplaint, scene: Scene): Generator<Proposal> {
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

function nearest(name: string, pool: readonly string[], scene: Scene): readonly string[] {
  const near = [...new Set(pool)].filter((other) => other !== name).map((other): [string, number] => [other, scene.alike(other, name)]);
  return near
    .filter(([, alike]) => alike >= LEAST_ALIKE)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_NAMES)
    .map(([other]) => other);
}

function* awaited(value: Site | null, scene: Scene): Generator<Proposal> {
  const fn = value === null ? null : functionOf(value);
  if (value === null || (fn !== null && !('async' in fn.node && fn.node.async === true))) return;
  const text = `await ${scene.text(value)}`;
  yield replace(value, value.key === 'object' ? `(${text})` : text, brief(text), 3);
}

/** `import type { Item } from './item.js';` for what no import brings. */
function* imported({ text, code }: TypeComplaint, scene: Scene): Generator<Proposal> {
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

/** "possibly undefined": another way without it, a value instead, or the certainty that it is there. */
function* maybeMissing(site: Site, { text }: TypeComplaint, scene: Scene): Generator<Proposal> {
  const unknown = /^'([\w$]+)' is of type 'unknown'/.exec(text)?.[1];
  const caught =
    unknown === undefined ? undefined : [...walk(site)].find((each) => each.start === site.start && scene.text(each) === unknown);
  if (caught !== undefined) yield replace(caught, `(${unknown} as Error)`, `${unknown} as an error`, 1);
  if (!/\bis possibly '(?:null|undefined)/.test(text)) return;
  const name = /^'([^'\n]+)' is possibly/.exec(text)?.[1];
  const there = [...walk(site)].filter((each) => isExpression(each) && each.start === site.start);
  const value =
    name === undefined ? (there.find(({ key }) => key === 'object') ?? there[0]) : there.find((each) => scene.text(each) === name);
  if (value === undefined) return;
  const own = scene.text(value);
  if (value.key === 'object') yield insert(value.end, scene.file.text[value.end] === '[' ? '?.' : '?', `${brief(own)} may be missing`, 3);
  for (const [other, odds] of [
    ['0', 2],
    ["''", 1],
    ['[]', 1],
    ['{}', 0.5],
  ] as const)
    yield replace(value, `(${own} ?? ${other})`, `${brief(own)} ?? ${other}`, odds);
  yield insert(value.end, '!', `${brief(own)} is there`, 0.5);
}

/** The value that does not fit its place. */
function valueAt(site: Site): Site | null {
  if (site.node.type === 'ReturnStatement') return child(site, 'argument');
  const { parent } = site;
  const owner = /^(?:VariableDeclarator|ObjectProperty|ClassProperty|AssignmentExpression)$/.test(site.node.type) ? site : parent;
  if (owner !== null && owner.start === site.start) {
    if (owner.node.type === 'VariableDeclarator') return child(owner, 'init');
    if (/^(?:ObjectProperty|ClassProperty)$/.test(owner.node.type)) return child(owner, 'value');
    if (owner.node.type === 'AssignmentExpression') return child(owner, 'right');
  }
  return isExpression(site) ? site : null;
}

/** A value of one type where another one is wanted. */
function* converted(site: Site, { text, code }: TypeComplaint, scene: Scene): Generator<Proposal> {
  const value = valueAt(site);
  const [, from, to] = /^(?:Argument of type|Type) '(.+?)' is not assignable to (?:parameter of )?type '(.+?)'/.exec(text) ?? [];
  if (value === null) return;
  const own = scene.text(value);
  const isSum = code === 2362 || code === 2363 || code === 2365;
  const sum = [...walk(value)].findLast((each) => each.start === value.start && each.node.type === 'BinaryExpression');
  const sides =
    code === 2363
      ? [value]
      : ['left', ...(code === 2365 ? ['right'] : [])].flatMap((key) => (sum === undefined ? [] : (child(sum, key) ?? [])));
  if (isSum) for (const side of sides) yield replace(side, `Number(${scene.text(side)})`, `Number(${brief(scene.text(side))})`, 2);
  if (code === 2801) yield* awaited(value, scene);
  const [, others] = /types '(.+?)' and '"[^"\n]*"' have no overlap/.exec(text) ?? [];
  const literals = literalsOf(to ?? others ?? '', scene.file.text);
  const written = [...walk(others === undefined ? value : statementOf(site))].find(({ node }) => node.type === 'StringLiteral');
  if (written !== undefined)
    for (const literal of literals.slice(0, 12))
      if (scene.text(written).slice(1, -1) !== literal.slice(1, -1))
        yield replace(written, literal, `${scene.text(written)} -> ${literal}`, 1 + scene.alike(scene.text(written), literal));
  if (from === undefined || to === undefined) return;
  if (/^Promise</.test(from)) yield* awaited(value, scene);
  for (const [made, odds] of conversions(own, scene.operand(value), from, to))
    yield replace(value, made, `${brief(own)} -> ${brief(made)}`, odds);
}

/** `own` as it is written, and as an operand. */
function conversions(own: string, operand: string, from: string, to: string): readonly (readonly [string, number])[] {
  const found: [string, number][] = [];
  const isTo = (type: string): boolean => new RegExp(`(?:^|\\| )${escapeRegex(type)}(?:$| \\|)`).test(to);
  if (/\b(?:undefined|null)\b/.test(from)) {
    const value = valueOfType(to);
    if (value !== null) found.push([`${operand} ?? ${value}`, 2]);
    found.push([`${operand}!`, 0.4]);
  }
  if (isTo('number')) found.push([`Number(${own})`, 1.5], [`${operand}.length`, 1]);
  if (isTo('string')) found.push([`String(${own})`, 1.5], [`${operand}.join('')`, /\[\]/.test(from) ? 1 : 0]);
  if (isTo('boolean')) found.push([`Boolean(${own})`, 1.5], [`${operand} !== undefined`, 0.5]);
  if (to.endsWith('[]')) found.push([`[${own}]`, 1]);
  if (from.endsWith('[]')) found.push([`${operand}[0]`, 0.7]);
  if (isTo('undefined') && from === 'null') found.push(['undefined', 2]);
  if (isTo('null') && from === 'undefined') found.push(['null', 2]);
  return found.filter(([, odds]) => odds > 0);
}

/** Too many arguments, or too few. */
function* givenAsWanted(site: Site, { text }: TypeComplaint, scene: Scene): Generator<Proposal> {
  const [, least, most = least, given] = /^Expected (?:at least )?(\d+)(?:-(\d+))? arguments?, but got (\d+)/.exec(text) ?? [];
  const call = [...walk(site)].find((each) => each.start === site.start && isCall(each)) ?? [...ancestors(site)].find(isCall);
  if (least === undefined || call === undefined) return;
  const list = childList(call, 'arguments');
  if (Number(given) > Number(most)) {
    for (const [at, one] of list.entries()) {
      const start = list[at - 1]?.end ?? one.start;
      const end = at === 0 ? (list[1]?.start ?? one.end) : one.end;
      yield { start, end, text: '', label: `without the argument ${brief(scene.text(one))}`, odds: at >= Number(most) ? 2 : 0.7 };
    }
    return;
  }
  const name = calleeName(call) ?? '';
  const declared = new RegExp(`\\bfunction\\*?\\s+${escapeRegex(name)}\\s*(?:<[^>]*>)?\\(([^)]*)\\)`).exec(scene.file.text)?.[1];
  const lacking = declared?.split(',')[list.length] ?? '';
  const [, parameter = '', type = ''] = /^\s*([\w$]+)\??\s*:\s*(.+?)\s*$/.exec(lacking) ?? [];
  const visible = [...scene.names(site)].filter((each) => each !== name);
  const values = [
    ...(visible.includes(parameter) ? [parameter] : []),
    ...[valueOfType(type)].flatMap((each) => each ?? []),
    ...nearest(parameter, visible, scene),
    ...ownNames(site, scene),
    'undefined',
    '0',
    "''",
    '{}',
  ];
  const at = list.at(-1)?.end ?? call.end - 1;
  for (const [rank, value] of [...new Set(values)].slice(0, 10).entries())
    yield insert(at, list.length > 0 ? `, ${value}` : value, `argument ${value} added`, 1.5 / (1 + rank / 3));
}

/** Names that the functions around a place hold. */
function ownNames(site: Site, scene: Scene): readonly string[] {
  const own = scene.visible(site).filter(({ kind, scope }) => /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== 'Program');
  return own.slice(0, 4).map(({ name }) => name);
}

/** What a declaration lacks: a first value, a type, or the word that lets its function wait. */
function* declaredWhole(site: Site, { text, code }: TypeComplaint, scene: Scene): Generator<Proposal> {
  const own = named(site);
  if (code === 2564 && own !== null && own.parent?.node.type === 'ClassProperty') {
    const type = /^\s*:\s*([^;=\n]+)/.exec(scene.file.text.slice(own.end))?.[1]?.trim() ?? '';
    const value = valueOfType(type);
    const end = scene.file.text.indexOf(type, own.end) + type.length;
    if (value !== null && type !== '') yield insert(end, ` = ${value}`, `${scene.text(own)} = ${value}`, 2);
    yield insert(own.end, '!', `${scene.text(own)} is set elsewhere`, 1);
  }
  if (code === 7006 && site.key === 'params')
    for (const [type, odds] of [
      ['string', 1],
      ['number', 1],
      ['unknown', 0.7],
      ['any', 0.5],
    ] as const)
      yield insert(site.end, `: ${type}`, `${scene.text(site)}: ${type}`, odds);
  const fn = /^'await' expressions? (?:is|are) only allowed within async/.test(text) ? functionOf(site) : null;
  if (fn !== null) yield insert(asyncPlace(fn), 'async ', 'async added', 3);
}

/** An object without all that its type asks for. */
function* completed(site: Site, { text }: TypeComplaint, scene: Scene): Generator<Proposal> {
  const [, one, type] = /^\s*Property '([^'\n]+)' is missing in type '.*' but required in type '([^'\n]+)'/m.exec(text) ?? [];
  const [, other, several] = /is missing the following properties from type '([^'\n]+)': ([\w$, ]+)/.exec(text) ?? [];
  const names = one === undefined ? (several ?? '').split(',').map((each) => each.trim()) : [one];
  const value = valueAt(site);
  const object = value === null ? undefined : [...walk(value)].find(({ node }) => node.type === 'ObjectExpression');
  if (object === undefined || names[0] === '') return;
  const members = membersOf(type ?? other ?? '', scene.file.text);
  const last = childList(object, 'properties').at(-1);
  const written = (fallback: (name: string) => string | null): string =>
    names.map((name) => (scene.names(site).has(name) ? name : `${name}: ${fallback(name) ?? 'undefined'}`)).join(', ');
  const fallbacks = [
    (name: string) => valueOfType(members.get(name) ?? ''),
    ...['0', "''", '[]', 'false', 'null', '{}'].map((each) => () => each),
  ];
  for (const [rank, text2] of [...new Set(fallbacks.map(written))].entries()) {
    const odds = 2 / (1 + rank / 2);
    if (last === undefined) yield replace(object, `{ ${text2} }`, `with ${brief(text2)}`, odds);
    else yield insert(last.end, `, ${text2}`, `with ${brief(text2)}`, odds);
  }
}

export const typeErrorFamilies: readonly Family[] = [{ name: 'type error', share: 0.6, anywhere: true, propose: mended }];
