import { brief, type Proposal } from '../family.ts';
import { likeliest, looksLikePattern, otherPatterns } from '../other-patterns.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { ancestors, child, type Site } from '../tree.ts';

function* regexes(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'RegExpLiteral') return;
  const flagged: [string, number][] = [...'gimsu'].map((flag) => {
    const flags = node.flags.includes(flag) ? node.flags.replace(flag, '') : [...node.flags, flag].sort().join('');
    return [`/${node.pattern}/${flags}`, flag === 'i' || flag === 'g' ? 0.8 : 0.3];
  });
  const others = [...otherPatterns(node.pattern, scene.clues.marks)].map(([pattern, odds]): [string, number] => [
    `/${pattern}/${node.flags}`,
    odds,
  ]);
  const own = `/${node.pattern}/${node.flags}`;
  for (const [text, odds] of likeliest([...flagged, ...others], (made) => made !== own && valid(made))) {
    yield replace(site, text, `${brief(scene.text(site))} -> ${brief(text)}`, odds);
  }
}

/** A regular expression, or a part of one, that is a string: what `RegExp` takes, and what cannot be much else. */
function* strings(site: Site, scene: Scene): Generator<Proposal> {
  const found = textOf(site, scene);
  if (found === null || found.pattern === '' || !(looksLikePattern(found.pattern) || isTakenByRegExp(site))) return;
  const isOther = (pattern: string): boolean => pattern !== '' && pattern !== found.pattern;
  for (const [pattern, odds] of likeliest(otherPatterns(found.pattern, scene.clues.marks), isOther)) {
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

/** Whether a literal is one: an empty pattern makes it a comment. */
function valid(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  try {
    new RegExp(literal.slice(1, end), literal.slice(end + 1));
    return end > 1;
  } catch {
    return false;
  }
}

export const regexFamilies: readonly Family[] = [
  { name: 'regular expression', share: 0.12, propose: regexes },
  { name: 'pattern text', share: 0.08, propose: strings },
];
