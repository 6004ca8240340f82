// A text, a list or an object that holds nothing where something is meant.
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isCall } from '../shape.ts';
import { child, type Site, walk } from '../tree.ts';
import { unreadHere } from '../unread.ts';

const TYPE_NAMES = ['string', 'object', 'number', 'function', 'boolean', 'undefined', 'symbol', 'bigint'];
const MOST_TEXTS = 150;
const MOST_TEMPLATES = 80;
/** What makes no sense without a text, and may be meant so all the same. */
const SENSELESS = 1;
const UNLIKELY = 0.12;
const SHORT = 20;

/** Texts that stand nowhere in the file and in the failing tests, those that the tests speak of, and those of the file. */
function* texts(site: Site, scene: Scene): Generator<Proposal> {
  const { node, parent } = site;
  const isPlain = node.type === 'StringLiteral' && node.value === '' && site.key !== 'source' && parent?.node.type !== 'Directive';
  const isTemplate = node.type === 'TemplateLiteral' && scene.text(site).length === 2 && parent?.node.type !== 'TaggedTemplateExpression';
  if (!isPlain && !isTemplate) return;
  const quote = scene.text(site).charAt(0);
  const options = isKind(site) ? new Map(TYPE_NAMES.map((name, at) => [name, 20 / (1 + at / 8)])) : wanted(scene);
  const sense = senseOf(site);
  for (const [text, odds] of [...options].sort((a, b) => b[1] - a[1]).slice(0, MOST_TEXTS)) {
    const made = quote === "'" && !/['\\\n]/.test(text) ? `'${text}'` : JSON.stringify(text);
    yield replace(site, made, `text ${brief(made)}`, odds * sense);
  }
  if (isTemplate) for (const [text, odds] of templatesFor(site, scene)) yield replace(site, text, `text ${brief(text)}`, odds);
}

/** Names of the function within the texts that the file's other templates put around theirs, nearest first. */
function templatesFor(site: Site, scene: Scene): readonly (readonly [string, number])[] {
  const known = scene.names(site);
  const fn = functionOf(site);
  const near = [...walk(scene.program)]
    .filter((other) => other.node.type === 'TemplateLiteral' && other !== site && other.end - other.start < 60)
    .map(scene.text)
    .filter((text) => /^`[^`$]*(?:\$\{[\w$.]+\}[^`$]*)+`$/.test(text));
  const found = new Map<string, number>();
  const offer = (text: string, odds: number): void => void found.set(text, Math.max(found.get(text) ?? 0, odds));
  const names = scene
    .visible(site)
    .filter(({ kind, scope }) => /^(?:param|const|let|var|catch)$/.test(kind) && scope.node.type !== 'Program')
    .slice(0, 6)
    .map(({ name }) => name);
  const texts = [...new Set([...scene.clues.marks, ...near.flatMap((text) => text.slice(1, -1).split(/\$\{[\w$.]+\}/))])].slice(0, 12);
  for (const text of near) {
    const own = [...text.matchAll(/\$\{([\w$]+)/g)].map(([, name = '']) => name);
    if (own.every((name) => known.has(name))) offer(text, 0.8);
    for (const [at, name] of names.entries()) if (own.length === 1) offer(text.replace(/\$\{[\w$.]+/, `\${${name}`), 0.8 / (1 + at / 2));
  }
  for (const [at, name] of names.entries()) {
    offer(`\`\${${name}}\``, 0.3 / (1 + at / 2));
    for (const text of texts) {
      if (text === '' || /[`\\]/.test(text)) continue;
      offer(`\`${text}\${${name}}\``, 0.5 / (1 + at / 2));
      offer(`\`\${${name}}${text}\``, 0.3 / (1 + at / 2));
      for (const other of fn === null ? [] : names.slice(0, 4))
        if (other !== name) offer(`\`\${${name}}${text}\${${other}}\``, 0.2 / (1 + at / 2));
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, MOST_TEMPLATES);
}

/** `typeof x === ''` */
function isKind({ parent, key }: Site): boolean {
  const other = parent?.node.type === 'BinaryExpression' ? child(parent, key === 'left' ? 'right' : 'left') : null;
  return other?.node.type === 'UnaryExpression' && other.node.operator === 'typeof';
}

/** How little sense the empty text makes where it stands. */
function senseOf(site: Site): number {
  const { parent, key } = site;
  if (parent === null) return UNLIKELY;
  if (isKind(site) || parent.node.type === 'SwitchCase' || key === 'property' || key === 'key') return SENSELESS;
  if (parent.node.type === 'BinaryExpression' && parent.node.operator === 'in') return SENSELESS;
  if (isCall(parent) && key === 'arguments')
    return /^(?:includes|startsWith|endsWith|indexOf|lastIndexOf|has|get|\w*Error|warn|error|log)$/.test(calleeName(parent) ?? '')
      ? SENSELESS
      : 0.3;
  return parent.node.type === 'ArrayExpression' || parent.node.type === 'BinaryExpression' ? 0.5 : UNLIKELY;
}

function wanted(scene: Scene): Map<string, number> {
  const { ownStrings, testStrings, expectedStrings, marks } = scene.clues;
  const found = new Map<string, number>();
  const offer = (text: string, odds: number): void => {
    const news = scene.words.strings.has(text) ? 0.6 : 1;
    if (text !== '' && (found.get(text) ?? 0) < odds * news) found.set(text, odds * news);
  };
  for (const mark of marks) offer(mark, 1);
  for (const text of expectedStrings) offer(text, 0.6);
  for (const text of ownStrings) {
    offer(text, text.length < SHORT ? 0.6 : 0.3);
    for (const word of text.match(/[A-Za-z_][\w-]*/g) ?? []) offer(word, 0.25);
    for (const mark of text.match(/[^\w\s]+|\s/g) ?? []) {
      offer(mark, 0.4);
      offer(mark.charAt(0), 0.4);
    }
  }
  for (const text of testStrings) if (!ownStrings.has(text)) offer(text, text.length < SHORT ? 0.15 : 0.1);
  for (const [text, uses] of scene.words.strings) offer(text, 0.25 + Math.min(uses, 4) * 0.05);
  for (const name of scene.words.properties.keys()) offer(name, 0.08);
  for (const name of ['prototype', 'constructor', '__proto__']) offer(name, 0.12);
  return found;
}

/** An object or a list of what is declared for it: names that nothing reads, and the members of the type that is to be answered. */
function* collections(site: Site, scene: Scene): Generator<Proposal> {
  const isList = site.node.type === 'ArrayExpression';
  if ((!isList && site.node.type !== 'ObjectExpression') || site.children.length > 0) return;
  const put = (items: readonly string[], odds: number): Proposal => {
    const text = isList ? `[${items.join(', ')}]` : `{ ${items.join(', ')} }`;
    return replace(site, text, `holds ${brief(text)}`, odds);
  };
  const unread = unreadHere(site, scene).slice(0, 10);
  const names = scene.names(site);
  if (unread.length > 0) yield put(unread, 2);
  if (unread.length > 1) for (const name of unread) yield put([name], 0.6);
  const params = scene.visible(site).filter(({ kind, scope }) => kind === 'param' && scope === functionOf(site));
  for (const { name } of params.slice(0, 4)) yield put([`...${name}`], 0.4);
  for (const { name } of params.slice(0, 4))
    if (unread.length > 0) yield put([`...${name}`, ...unread.filter((each) => each !== name)], 0.4);
  if (isList) return;
  for (const { name } of params.slice(0, 4))
    for (const member of [...(scene.words.ofReceiver.get(name)?.keys() ?? [])].slice(0, 6))
      for (const value of ['true', 'false']) yield put([`...${name}`, `${member}: ${value}`], 0.4);
  const members = typeMembers(site, scene);
  const held = members.filter((member) => names.has(member));
  if (held.length > 0) yield put(held, 1.5);
  for (const { name } of params.slice(0, 3))
    if (members.length > 0 && members.length < 12)
      yield put(
        members.map((member) => (names.has(member) ? member : `${member}: ${name}.${member}`)),
        0.8,
      );
  for (const sibling of scene.words.objects.slice(0, 30)) {
    if (!scene.donors.readable(sibling, site) || sibling.end - sibling.start > 200) continue;
    yield replace(site, scene.text(sibling), `object ${brief(scene.text(sibling))}`, functionOf(sibling) === functionOf(site) ? 0.6 : 0.2);
  }
}

/** Names of the members of the type that an object is declared to be, or its function to return. */
function typeMembers(site: Site, scene: Scene): readonly string[] {
  const id = site.parent?.node.type === 'VariableDeclarator' ? child(site.parent, 'id') : null;
  if (id?.node.type === 'Identifier') return scene.fit.membersOf(id.node.name, site);
  const fn = functionOf(site);
  const isAnswer = site.parent?.node.type === 'ReturnStatement' || (site.key === 'body' && site.parent === fn);
  return fn === null || !isAnswer ? [] : scene.fit.membersReturned(fn);
}

export const emptiedFamilies: readonly Family[] = [
  { name: 'emptied text', share: 0.12, propose: texts },
  { name: 'emptied collection', share: 0.05, propose: collections },
];
