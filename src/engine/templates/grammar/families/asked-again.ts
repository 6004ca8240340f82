// A part of a condition that asks a text for one piece, and might ask it for another.
import { askedAgain } from '../../beside.ts';
import { brief } from '../../family.ts';
import { type Family, isPython } from '../scene.ts';
import { namedChildren } from '../tree.ts';
import { replaced } from './names.ts';

/** `not s.startswith("www.") and ...` -> `not s.startswith("www.") and not s.startswith("@") and ...`, and the same of `or`. */
const again: Family = {
  name: 'asked for another piece',
  share: 0.03,
  *propose(branch, scene) {
    const { parent } = branch;
    const operator = parent?.type === 'boolean_operator' ? parent.children.find(({ named }) => !named) : undefined;
    if (!isPython(scene) || parent === null || operator === undefined || !/^(?:call|not_operator|comparison_operator)$/.test(branch.type))
      return;
    for (const [rank, question] of askedAgain(scene.text(branch), scene.text(parent), scene.clues).entries()) {
      const text = ` ${scene.text(operator)} ${question}`;
      yield { start: branch.end, end: branch.end, text, label: `and asked: ${brief(question)}`, odds: 1 / (1 + rank / 2) };
    }
  },
};

/** `s == "**"` -> `s.startswith("**")`: what a text is may be no more than what it begins with. */
const partOnly: Family = {
  name: 'part of a text',
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'comparison_operator') return;
    const [left, right, more] = namedChildren(branch);
    const sign = branch.children.find(({ named }) => !named);
    if (left === undefined || right?.type !== 'string' || more !== undefined || sign === undefined) return;
    const [own, piece, asked] = [scene.text(left), scene.text(right), scene.text(sign)];
    if (!/^(?:identifier|attribute)$/.test(left.type) || !/^[=!]=$/.test(asked) || !/^['"][^'"\n]+['"]$/.test(piece)) return;
    const not = asked === '!=' ? 'not ' : '';
    const parts = [`${not}${own}.startswith(${piece})`, `${not}${own}.endswith(${piece})`, `${piece} ${not}in ${own}`];
    // A word is a name for a kind; signs stand within a text.
    for (const [rank, text] of parts.entries())
      yield replaced(branch, text, `${brief(scene.text(branch))} -> ${brief(text)}`, (/^.\w+.$/.test(piece) ? 0.3 : 1) / (1 + rank / 2));
  },
};

export const askedAgainFamilies: readonly Family[] = [partOnly, again];
