// A part of a condition that asks a text for one piece, and might ask it for another.
import { askedAgain } from '../../beside.ts';
import { brief } from '../../family.ts';
import { type Family, isPython } from '../scene.ts';

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

export const askedAgainFamilies: readonly Family[] = [again];
