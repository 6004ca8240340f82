// Values that the compiler does not take where they stand: converted, completed, or certain to be there.
import { escapeRegex } from '../../../escape.ts';
import { brief, type Proposal } from '../../family.ts';
import { insert, replace, type Scene } from '../../scene.ts';
import { calleeName, functionOf, isCall, isExpression } from '../../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../../tree.ts';
import { literalsOf, membersOf, type TypeComplaint, valueOfType } from '../../type-errors.ts';
import { asyncPlace } from '../missing.ts';
import { awaited, nearest } from './names.ts';
import { named, statementOf } from './places.ts';

/** "possibly undefined": another way without it, a value instead, or the certainty that it is there. */
export function* maybeMissing(site: Site, { text }: TypeComplaint, scene: Scene): Generator<Proposal> {
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
export function* converted(site: Site, { text, code }: TypeComplaint, scene: Scene): Generator<Proposal> {
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
export function* givenAsWanted(site: Site, { text }: TypeComplaint, scene: Scene): Generator<Proposal> {
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
export function* declaredWhole(site: Site, { text, code }: TypeComplaint, scene: Scene): Generator<Proposal> {
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
export function* completed(site: Site, { text }: TypeComplaint, scene: Scene): Generator<Proposal> {
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
