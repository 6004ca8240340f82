import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, isCall, isCondition, isRead } from '../shape.ts';
import { child, type Site } from '../tree.ts';
import { wantedFor } from '../wanted-texts.ts';

const TYPE_NAMES = ['string', 'number', 'object', 'function', 'boolean', 'undefined', 'symbol', 'bigint'];

function* numbers(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'NumericLiteral' || (site.key === 'key' && site.parent?.node.type === 'ObjectProperty')) return;
  const raw = scene.text(site);
  const value = node.value;
  const options = new Map<string, number>();
  const offer = (text: string, odds: number) => {
    if (text !== raw && (options.get(text) ?? 0) < odds) options.set(text, odds);
  };
  const bits = /^0[xXbBoO]/.test(raw);
  if (Number.isInteger(value)) {
    offer(String(value + 1), 1);
    offer(value > 0 ? String(value - 1) : '-1', 1);
    offer(String(value + 2), 0.3);
    if (value >= 2) offer(String(value - 2), 0.3);
    if (value >= 4)
      for (const near of [value * 2, value / 2, value * 10, value / 10, value * 100, value / 100])
        if (Number.isInteger(near)) offer(String(near), 0.2);
  } else for (const near of [value + 1, value - 1, value * 10, value / 10, 1 - value]) offer(String(Number(near.toPrecision(12))), 0.3);
  if (bits) {
    const hex = (wanted: number) => `0x${wanted.toString(16)}`;
    for (const near of [value + 1, value - 1, value << 1, value >> 1, (value << 4) | 15, value >> 4]) if (near >= 0) offer(hex(near), 0.6);
  }
  offer('0', 0.8);
  offer('1', 0.8);
  offer('2', 0.45);
  if (value !== 0 && site.parent?.node.type !== 'UnaryExpression') offer(`-${raw}`, 0.3);
  for (const [other, uses] of scene.words.numbers) offer(other, Math.min(0.35, 0.12 * uses) * likeNumbers(raw, other));
  for (const wanted of scene.clues.expectedNumbers) offer(wanted, 0.5);
  for (const { expected, actual } of scene.clues.pairs) if (actual === raw && /^-?[\d.]+$/.test(expected)) offer(expected, 2);
  for (const round of ['10', '100', '1000', '16', '255', '256', '60', '24']) offer(round, value >= 8 ? 0.12 : 0.03);
  if (value >= 30 && value <= 300) for (const edge of CHARACTER_EDGES) offer(edge, 0.08);
  const fit = isOfBase(site) ? BASES : isMask(site) ? MASKS : null;
  for (const [text, odds] of options)
    yield replace(site, text, `${raw} -> ${text}`, fit === null ? odds : fit.has(text) ? OF_FITTING : OF_OTHERS * odds);
}

/** Where a number is one of a few, how much likelier those are, and how much less likely all others. */
const OF_FITTING = 2;
const OF_OTHERS = 0.1;

/** Bases that numbers are written to. */
const BASES = new Set(['2', '8', '10', '16', '36']);
/** Single bits, and all below one. */
const MASKS = new Set(Array.from({ length: 16 }, (_, bit) => [`${1 << bit}`, `${(2 << bit) - 1}`]).flat());

/** `flags & 8`; a last bit is asked for more often than all others. */
function isMask({ node, parent }: Site): boolean {
  const isBit = node.type === 'NumericLiteral' && MASKS.has(`${node.value}`) && node.value > 1;
  return isBit && parent?.node.type === 'BinaryExpression' && /^[&|^]$/.test(parent.node.operator);
}

/** `parseInt(text, 10)`, `number.toString(2)`. */
function isOfBase(site: Site): boolean {
  const name = site.key === 'arguments' && site.parent !== null && isCall(site.parent) ? calleeName(site.parent) : null;
  return (name === 'parseInt' && site.index === 1) || (name === 'toString' && site.index === 0);
}

/** Codes where digits, capitals and small letters begin and end, and those beside them. */
const CHARACTER_EDGES = ['47', '48', '57', '58', '64', '65', '90', '91', '96', '97', '122', '123'];

/** Constants of the same size and notation are likelier than others. */
function likeNumbers(a: string, b: string): number {
  return Math.abs(a.length - b.length) <= 1 && a.startsWith('0x') === b.startsWith('0x') ? 1 : 0.4;
}

function* booleans(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  const raw = scene.text(site);
  if (node.type === 'BooleanLiteral') {
    // In a condition a constant has lost information: flipping it seldom restores it.
    yield replace(site, String(!node.value), `${raw} -> ${!node.value}`, isCondition(site) ? 0.2 : 1);
    if (!isCondition(site)) for (const other of ['null', 'undefined']) yield replace(site, other, `${raw} -> ${other}`, 0.1);
  } else if (node.type === 'NullLiteral' || (node.type === 'Identifier' && node.name === 'undefined' && isRead(site))) {
    const other = node.type === 'NullLiteral' ? 'undefined' : 'null';
    yield replace(site, other, `${raw} -> ${other}`, 0.8);
    for (const text of ['false', 'true', '{}', '[]', "''", '0']) yield replace(site, text, `${raw} -> ${text}`, 0.25);
  }
}

function* strings(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'StringLiteral' || site.key === 'source' || site.parent?.node.type === 'Directive') return;
  const raw = scene.text(site);
  const quote = raw[0] ?? "'";
  const value = node.value;
  const options = new Map<string, number>();
  const offer = (text: string, odds: number) => {
    if (text !== value && (options.get(text) ?? 0) < odds) options.set(text, odds);
  };
  if (TYPE_NAMES.includes(value)) for (const type of TYPE_NAMES) offer(type, 0.7);
  for (const [other, uses] of scene.words.strings) {
    if (other.length > 80) continue;
    const alike = scene.alike(value, other);
    const odds = Math.min(0.4, 0.1 + 0.05 * uses) * (value.length <= 2 === other.length <= 2 ? 1 : 0.3) + alike * 0.5;
    if (odds > 0.2) offer(other, odds);
    else if (value === '') offer(other, 0.1 + 0.05 * Math.min(uses, 4));
  }
  for (const wanted of scene.clues.expectedStrings) offer(wanted, 0.15 + 0.7 * scene.alike(value, wanted));
  const untested = scene.clues.testStrings.size > 0 && !scene.clues.testStrings.has(value);
  for (const seen of scene.clues.testStrings) {
    // The tests want a text the file does not have, and never this one.
    if (untested && !scene.words.strings.has(seen) && seen.length < 60) offer(seen, 0.2 + 0.5 * scene.alike(value, seen));
    const alike = scene.alike(value, seen);
    if (alike > 0.6 && seen.length < 60) offer(seen, 0.6 * alike);
  }
  for (const [text, odds] of variants(value)) offer(text, odds);
  if (isGathered(site, scene)) offer('', 2);
  // One character for another one that the failure speaks of.
  if (/^[^\w\s]$/.test(value)) for (const mark of scene.clues.marks) offer(mark, 1.5);
  for (const [text, odds] of repaired(value, scene)) offer(text, odds);
  const best = [...options].sort((a, b) => b[1] - a[1]).slice(0, 40);
  for (const [text, odds] of best) yield replace(site, quoted(text, quote), `${brief(raw)} -> ${brief(quoted(text, quote))}`, odds);
}

/** Whether a text is what a name begins with that more is added to: mostly nothing. */
function isGathered({ key, parent }: Site, scene: Scene): boolean {
  const id = key === 'init' && parent !== null ? child(parent, 'id') : null;
  return id?.node.type === 'Identifier' && new RegExp(`(?<![\\w$.])${escapeRegex(id.node.name)} \\+= `).test(scene.file.text);
}

/** Case, blanks, prefixes and signs that are easily confused. */
function variants(value: string): [string, number][] {
  const found: [string, number][] = [
    ['', value === ' ' ? 0.8 : 0.35],
    [' ', value === '' ? 0.8 : 0.05],
    [value.toLowerCase(), 0.4],
    [value.toUpperCase(), 0.3],
    [value.charAt(0).toUpperCase() + value.slice(1), 0.2],
    [value.trim(), 0.5],
    [`${value} `, 0.15],
    [` ${value}`, 0.12],
    [value.slice(0, -1), 0.2],
    [value.slice(1), 0.2],
    [`${value}s`, /\w{3}$/.test(value) ? 0.1 : 0],
  ];
  if (value === '')
    for (const [text, odds] of [
      [',', 0.4],
      ['\n', 0.3],
      ['/', 0.3],
      ['-', 0.2],
      [', ', 0.3],
      ['0', 0.2],
      ['.', 0.2],
      ['_', 0.1],
    ] as const)
      found.push([text, odds]);
  for (const [a, b] of CONFUSABLE) {
    if (value.includes(a)) found.push([value.replace(a, b), value.length <= 2 ? 0.4 : 0.2]);
    if (value.includes(b)) found.push([value.replace(b, a), value.length <= 2 ? 0.4 : 0.2]);
  }
  return found.filter(([, odds]) => odds > 0);
}

const CONFUSABLE: readonly (readonly [string, string])[] = [
  [',', ';'],
  [':', ';'],
  ['.', ','],
  ['-', '_'],
  ['/', '\\'],
  ['(', '['],
  [')', ']'],
  ['{', '['],
  ['}', ']'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['+', '-'],
  ["'", '"'],
  ['\n', '\r\n'],
  ['\t', ' '],
  ['&', '|'],
  ['0', 'O'],
  ['1', 'l'],
  ['?', '!'],
  ['=', ':'],
  ['#', '@'],
];

/** What the difference of expected and actual says about a text: the literal holds the wrong middle part. */
function repaired(value: string, scene: Scene): [string, number][] {
  const found: [string, number][] = [];
  for (const { expected, actual } of scene.clues.pairs) {
    if (expected === actual || expected.length > 400 || actual.length > 400) continue;
    if (value === actual) found.push([expected, 3]);
    let from = 0;
    while (from < expected.length && from < actual.length && expected[from] === actual[from]) from++;
    let back = 0;
    while (back < Math.min(expected.length, actual.length) - from && expected.at(-1 - back) === actual.at(-1 - back)) back++;
    const wrong = actual.slice(from, actual.length - back);
    const right = expected.slice(from, expected.length - back);
    if (wrong !== '' && wrong.length < 60 && value.includes(wrong)) found.push([value.replace(wrong, right), wrong.length > 2 ? 2.5 : 0.8]);
    // Nothing is left of a text: it may have been all that is missing.
    if (wrong === '' && value === '' && right.length < 40) found.push([right, 1.5]);
    if (wrong === '' && right.length < 40) {
      const around = actual.slice(Math.max(0, from - 4), from);
      if (around !== '' && value.endsWith(around)) found.push([value + right, 1.5]);
      const after = actual.slice(from, from + 4);
      if (after !== '' && value.startsWith(after)) found.push([right + value, 1.5]);
      const inside = around === '' || after === '' ? -1 : value.indexOf(around.slice(-2) + after.slice(0, 2));
      if (inside >= 0) found.push([value.slice(0, inside + 2) + right + value.slice(inside + 2), 1.5]);
    }
  }
  return found;
}

/** A text changed as what came differs from what was wanted. */
function* shown(site: Site, scene: Scene): Generator<Proposal> {
  const { node } = site;
  const plain = node.type === 'StringLiteral' && site.key !== 'source' && site.parent?.node.type !== 'Directive';
  if (scene.clues.pairs.length === 0 || !(plain || node.type === 'TemplateElement')) return;
  const raw = scene.text(site);
  const value = node.type === 'StringLiteral' ? node.value : raw;
  for (const [text, odds] of repaired(value, scene)) {
    if (!plain && /[`\\]|\$\{/.test(text)) continue;
    const made = plain ? quoted(text, raw[0] ?? "'") : text;
    yield replace(site, made, `${brief(raw)} -> ${brief(made)}`, odds / 3);
  }
}

/** A text of the data that a program holds, wherever it stands: no test executes a table. */
function* wanted(site: Site, scene: Scene): Generator<Proposal> {
  const { node } = site;
  if (node.type !== 'StringLiteral' || scene.clues.differences.length === 0 || site.key === 'source') return;
  const raw = scene.text(site);
  const others = scene.file.text.split(raw).length - 1;
  for (const text of wantedFor(node.value, scene.clues.differences)) {
    const made = quoted(text, raw[0] ?? "'");
    yield replace(site, made, `${brief(raw)} -> ${brief(made)}`, 1 / others);
  }
}

function quoted(text: string, quote: string): string {
  const inner = JSON.stringify(text).slice(1, -1);
  return quote === '"' ? `"${inner}"` : `'${inner.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

function* templateText(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'TemplateElement') return;
  const raw = scene.text(site);
  if (raw.length > 200) return;
  const options = new Map<string, number>([
    ...repaired(raw, scene),
    ...variants(raw).map(([text, odds]): [string, number] => [text, odds * 0.5]),
  ]);
  for (const [text, odds] of options) {
    if (text !== raw && !/[`\\]|\$\{/.test(text)) yield replace(site, text, `text ${brief(raw)} -> ${brief(text)}`, odds);
  }
}

const MOST_COUNTED = 3;
const AS_LIST = /\bof ([\w$]+)|(?<![\w$.])([\w$]+)(?:\[|\.(?:length|map|filter|reduce|forEach|join|slice)\b)/g;

const lists = new WeakMap<Site, ReadonlySet<string>>();

/** Names that a function or block uses as those of lists; none of a whole file, where a number is seldom how many there are. */
function listsIn(scope: Site, scene: Scene): ReadonlySet<string> {
  const known = lists.get(scope);
  if (known !== undefined) return known;
  const text = scope.node.type === 'Program' ? '' : scene.text(scope);
  const found = new Set([...text.matchAll(AS_LIST)].map(([, gone, used]) => gone ?? used ?? ''));
  lists.set(scope, found);
  return found;
}

/** A number that stands for how many there are: `digit ** 3` -> `digit ** digits.length`. */
function* howMany(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'NumericLiteral' || site.node.value < 2 || !Number.isInteger(site.node.value) || !isRead(site)) return;
  const counted = scene
    .visible(site)
    .filter(
      ({ name, kind, scope, until }) => /^(?:param|const|let|var)$/.test(kind) && until <= site.start && listsIn(scope, scene).has(name),
    );
  for (const [rank, { name }] of counted.slice(0, MOST_COUNTED).entries())
    yield replace(site, `${name}.length`, `${scene.text(site)} -> ${name}.length`, 1 / (1 + rank / 2));
}

export const literalFamilies: readonly Family[] = [
  { name: 'number', share: 0.08, propose: numbers },
  { name: 'how many', share: 0.006, propose: howMany },
  { name: 'boolean or null', share: 0.04, propose: booleans },
  { name: 'string', share: 0.045, propose: strings },
  { name: 'text by the difference', share: 0.25, propose: shown },
  { name: 'text as wanted', share: 0.3, anywhere: true, propose: wanted },
  { name: 'template text', share: 0.012, propose: templateText },
];
