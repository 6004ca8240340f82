// A branch of Python that lacks what the other one does the other way round.
import { brief } from '../../family.ts';
import { lostMirrors } from '../../mirrors.ts';
import { type Family, isPython } from '../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../tree.ts';

/** The block of the branch behind a block, or where it is the last, in front of it; null where there is none. */
function besideOf(block: Branch): Branch | null {
  const { parent } = block;
  const clause = parent !== null && /^(?:elif|else)_clause$/.test(parent.type) ? parent : null;
  const condition = clause?.parent ?? parent;
  if (condition?.type !== 'if_statement') return null;
  const clauses = condition.children.filter(({ type }) => /^(?:elif|else)_clause$/.test(type));
  const blocks = [fieldOf(condition, 'consequence'), ...clauses.map((each) => fieldOf(each, 'consequence') ?? fieldOf(each, 'body'))];
  const at = blocks.indexOf(block);
  return at < 0 ? null : (blocks[at + 1] ?? blocks[at - 1] ?? null);
}

const mirrored: Family = {
  name: 'mirrored branch',
  share: 0.1,
  *propose(branch, scene) {
    const block = branch.parent?.type === 'block' ? branch.parent : null;
    const beside = !isPython(scene) || block === null ? null : besideOf(block);
    if (block === null || beside === null) return;
    const all = namedChildren(block);
    const own = all.length === 1 && all[0]?.type === 'pass_statement' ? [] : all;
    for (const { text, at } of lostMirrors(own.map(scene.text), namedChildren(beside).map(scene.text))) {
      const label = `as the branch beside: ${brief(text)}`;
      if (own.length === 0) yield { start: branch.start, end: branch.end, text, label, odds: 1 };
      else if (at === 0 && branch === own[0])
        yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label, odds: 1 };
      else if (at > 0 && branch === own[at - 1])
        yield { start: branch.end, end: branch.end, text: `\n${scene.indent(branch)}${text}`, label, odds: 1 };
    }
  },
};

export const mirrorFamilies: readonly Family[] = [mirrored];
