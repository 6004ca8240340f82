// Conditions and sums whose parts are alike: the part that was forgotten is a sibling of those that are there.
import { centuryRule, leapYearRule } from '../../calendar.ts';
import { brief } from '../../family.ts';
import { type Family, isNumber, type Scene } from '../scene.ts';
import { type Branch, below, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const MOST_PARTS = 5;

/** `a < b or b < c`: one more part, made of one that is there by exchanging two of its names or putting another of the chain's in. */
const siblings: Family = {
  name: 'sibling of a part',
  share: 0.03,
  *propose(branch, scene) {
    const join = joinOf(branch, scene);
    if (join === null || (branch.parent !== null && joinOf(branch.parent, scene) === join)) return;
    const parts = partsOf(branch, join, scene);
    const known = new Set(parts.map((part) => scene.text(part).replace(/\s/g, '')));
    const names = [...new Set(parts.flatMap((part) => leavesOf(part, scene).map(scene.text)))].slice(0, 4);
    for (const [rank, part] of parts.slice(0, MOST_PARTS).entries()) {
      for (const text of variantsOf(part, names, scene)) {
        const bare = text.replace(/\s/g, '');
        if (known.has(bare)) continue;
        known.add(bare);
        const grouped = /^\(/.test(scene.text(part)) || join === scene.language.and || join === scene.language.or ? text : `(${text})`;
        yield replaced(branch, `${scene.text(branch)} ${join} ${grouped}`, `${join} ${brief(text)} added`, 1 / (1 + rank / 3));
      }
    }
  },
};

/** `year % 4 == 0` is not the whole rule. */
const leapYears: Family = {
  name: 'leap years',
  share: 0.5,
  *propose(branch, scene) {
    const { language, file } = scene;
    if (language.name !== 'python' || !/^(?:comparison|boolean)_operator$/.test(branch.type) || branch.end - branch.start > 80) return;
    const around = scene.text(nearest(branch, language.functions) ?? scene.program);
    const century = centuryRule(scene.text(branch), around, true);
    if (century !== null) yield replaced(branch, century, 'every fourth century', 1);
    const rule = leapYearRule(scene.text(branch), around, true);
    const isPart = branch.parent !== null && leapYearRule(file.text.slice(branch.parent.start, branch.parent.end), '', true) !== null;
    if (rule !== null && !isPart) yield replaced(branch, rule, 'the whole rule of leap years', 1);
  },
};

export const chainFamilies: readonly Family[] = [siblings, leapYears];

/** What joins the operands of a condition; null where a branch is no such chain. */
function joinOf(branch: Branch, { language }: Scene): string | null {
  if (!language.binary.has(branch.type)) return null;
  return branch.children.find((child) => !child.named && (child.type === language.and || child.type === language.or))?.type ?? null;
}

function partsOf(branch: Branch, join: string, scene: Scene): readonly Branch[] {
  return joinOf(branch, scene) === join ? namedChildren(branch).flatMap((child) => partsOf(child, join, scene)) : [branch];
}

function leavesOf(part: Branch, { language }: Scene): readonly Branch[] {
  return below(part).filter((leaf) => leaf.children.length === 0 && (language.identifiers.has(leaf.type) || isNumber(leaf)));
}

/** The part with two of its names exchanged, and with one of them replaced by another of the chain. */
function* variantsOf(part: Branch, names: readonly string[], scene: Scene): Generator<string> {
  const leaves = leavesOf(part, scene).slice(0, 5);
  const text = scene.text(part);
  const put = (changes: readonly (readonly [Branch, string])[]): string => {
    let made = '';
    let at = part.start;
    for (const [leaf, other] of changes.toSorted(([a], [b]) => a.start - b.start)) {
      made += text.slice(at - part.start, leaf.start - part.start) + other;
      at = leaf.end;
    }
    return made + text.slice(at - part.start);
  };
  for (const [index, one] of leaves.entries())
    for (const other of leaves.slice(index + 1)) {
      if (scene.text(one) === scene.text(other)) continue;
      yield put([
        [one, scene.text(other)],
        [other, scene.text(one)],
      ]);
    }
  for (const leaf of leaves) for (const name of names) if (name !== scene.text(leaf)) yield put([[leaf, name]]);
}
