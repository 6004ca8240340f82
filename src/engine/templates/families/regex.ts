import { brief, type Proposal } from '../family.ts';
import { looksLikePattern, mostPatterns, otherPatterns } from '../other-patterns.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { ancestors, child, type Site } from '../tree.ts';

function* regexes(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'RegExpLiteral') return;
  const made = new Map<string, number>();
  const offer = (pattern: string, flags: string, odds: number) => {
    if (pattern === '' || (pattern === node.pattern && flags === node.flags)) return;
    const text = `/${pattern}/${flags}`;
    if ((made.get(text) ?? 0) < odds && valid(pattern, flags)) made.set(text, odds);
  };
  for (const flag of 'gimsu') {
    const has = node.flags.includes(flag);
    const odds = flag === 'i' || flag === 'g' ? 0.8 : 0.3;
    offer(node.pattern, has ? node.flags.replace(flag, '') : [...node.flags, flag].sort().join(''), odds);
  }
  for (const [pattern, odds] of otherPatterns(node.pattern, scene.clues.marks)) offer(pattern, node.flags, odds);
  for (const [text, odds] of [...made].sort((a, b) => b[1] - a[1]).slice(0, mostPatterns)) {
    yield replace(site, text, `${brief(scene.text(site))} -> ${brief(text)}`, odds);
  }
}

/** A regular expression, or a part of one, that is a string: what `RegExp` takes, and what cannot be much else. */
function* strings(site: Site, scene: Scene): Generator<Proposal> {
  const found = textOf(site, scene);
  if (found === null || found.pattern === '' || !(looksLikePattern(found.pattern) || isTakenByRegExp(site))) return;
  const made = new Map<string, number>();
  for (const [pattern, odds] of otherPatterns(found.pattern, scene.clues.marks))
    if (pattern !== found.pattern && pattern !== '') made.set(pattern, Math.max(odds, made.get(pattern) ?? 0));
  for (const [pattern, odds] of [...made].sort((a, b) => b[1] - a[1]).slice(0, mostPatterns)) {
    const text = found.written(pattern);
    yield replace(site, text, `${brief(scene.text(site))} -> ${brief(text)}`, odds);
  }
}

interface Text {
  readonly pattern: string;
  readonly written: (pattern: string) => string;
}

/** Of texts whose every escape is of a backslash or a quote; null for others. */
function textOf(site: Site, scene: Scene): Text | null {
  const { node, parent } = site;
  const own = scene.text(site);
  if (
    node.type === 'StringLiteral' &&
    !/^(?:JSXAttribute|ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration)$/.test(parent?.node.type ?? '')
  ) {
    const quote = own.charAt(0);
    const isPlain = (quote === "'" || quote === '"') && /^(?:[^\\]|\\[\\'"])*$/.test(own);
    return isPlain ? { pattern: node.value, written: (pattern) => quote + escaped(pattern, quote) + quote } : null;
  }
  if (node.type !== 'TemplateElement') return null;
  const tagged = parent?.parent?.node.type === 'TaggedTemplateExpression';
  if (tagged || !/^(?:[^\\]|\\[\\`])*$/.test(own)) return null;
  return { pattern: node.value.cooked ?? own, written: (pattern) => escaped(pattern, '`').replaceAll('${', '\\${') };
}

const escaped = (text: string, quote: string): string => text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);

/** Whether it is the first argument of `RegExp`, or a part of it. */
function isTakenByRegExp(site: Site): boolean {
  let part = site;
  for (const at of ancestors(site)) {
    const { type } = at.node;
    if (type === 'NewExpression' || type === 'CallExpression') {
      const callee = child(at, 'callee')?.node;
      return part.key === 'arguments' && part.index === 0 && callee?.type === 'Identifier' && callee.name === 'RegExp';
    }
    if (type !== 'TemplateLiteral' && type !== 'BinaryExpression') return false;
    part = at;
  }
  return false;
}

function valid(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

export const regexFamilies: readonly Family[] = [
  { name: 'regular expression', share: 0.12, propose: regexes },
  { name: 'pattern text', share: 0.08, propose: strings },
];
