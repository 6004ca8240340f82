import { brief, type Proposal } from '../family.ts';
import { mostPatterns, otherPatterns } from '../other-patterns.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import type { Site } from '../tree.ts';

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

function valid(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

export const regexFamilies: readonly Family[] = [{ name: 'regular expression', share: 0.12, propose: regexes }];
