// Branches and statements of Rust that stand beside each other: copied and not changed, asked in the wrong order.
import { brief, type Proposal } from '../../../family.ts';
import { isInBlock, isRust } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Words and signs of a piece of code. */
function wordsOf(branch: Branch): readonly Branch[] {
  return below(branch).filter(({ children }) => children.length === 0);
}

/** A statement copied from the one beside it, of which a name was not changed, or changed that should not be. */
const copiedStatement: Family = {
  name: 'copied from beside',
  share: 0.14,
  *propose(branch, scene) {
    if (!isRust(scene) || !(isInBlock(branch) || /^(?:match_arm|field_initializer)$/.test(branch.type)) || branch.parent === null) return;
    const list = namedChildren(branch.parent);
    const before = list[list.indexOf(branch) - 1];
    if (before === undefined || before.type !== branch.type || branch.end - branch.start > 300) return;
    const [mine, theirs] = [wordsOf(branch), wordsOf(before)];
    if (mine.length < 5 || mine.length !== theirs.length || mine.some(({ type }, at) => type !== theirs[at]?.type)) return;
    const pairs = mine.flatMap((word, at): [Branch, string, string][] => {
      const other = theirs[at];
      return other === undefined || !word.named ? [] : [[word, scene.text(word), scene.text(other)]];
    });
    const different = pairs.filter(([, own, other]) => own !== other);
    const changes = new Map(different.map(([, own, other]) => [other, own]));
    if (different.length === 0 || different.length > pairs.length / 2) return;
    for (const [word, own, other] of pairs) {
      const isName = /identifier$/.test(word.type);
      if (!isName) continue;
      const renamedAs = changes.get(own);
      // What is replaced everywhere else was forgotten here; what is replaced here alone should perhaps not be.
      if (own === other && renamedAs !== undefined) yield replaced(word, renamedAs, `${own} -> ${renamedAs}`, 1.5);
      const alone = different.filter(([, mineToo, theirsToo]) => mineToo === own && theirsToo === other).length === 1;
      if (own !== other && alone && different.length > 1 && different.some(([, mineToo]) => mineToo !== own))
        yield replaced(word, other, `${own} -> ${other}`, 1);
    }
  },
};

/** The arms or branches that come first take what a later one is for. */
const tooSoon: Family = {
  name: 'branch too soon',
  share: 0.06,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    if (branch.type === 'match_arm' && branch.parent !== null) {
      const list = namedChildren(branch.parent).filter(({ type }) => type === 'match_arm');
      const next = list[list.indexOf(branch) + 1];
      const hasGuard = (arm: Branch): boolean =>
        / if /.test(scene.text(fieldOf(arm, 'pattern') ?? arm)) || /\.\.|^_/.test(scene.text(fieldOf(arm, 'pattern') ?? arm));
      if (next !== undefined && (hasGuard(branch) || hasGuard(next)) && list.at(-1) !== next) yield exchanged(branch, next, scene);
    }
    const [condition, body, other] =
      branch.type === 'if_expression' ? ['condition', 'consequence', 'alternative'].map((name) => fieldOf(branch, name)) : [];
    const inner = other == null ? undefined : namedChildren(other)[0];
    if (condition == null || body == null || inner?.type !== 'if_expression') return;
    const [next, nextBody] = [fieldOf(inner, 'condition'), fieldOf(inner, 'consequence')];
    if (next === null || nextBody === null) return;
    const text = `${scene.text(next)} ${scene.text(nextBody)} else if ${scene.text(condition)} ${scene.text(body)}`;
    yield { start: condition.start, end: nextBody.end, text, label: `${brief(scene.text(next))} asked first`, odds: 1 };
  },
};

function exchanged(one: Branch, other: Branch, scene: Scene): Proposal {
  const between = scene.file.text.slice(one.end, other.start);
  return { start: one.start, end: other.end, text: `${scene.text(other)}${between}${scene.text(one)}`, label: 'arms exchanged', odds: 1 };
}

export const rustBranchFamilies: readonly Family[] = [copiedStatement, tooSoon];
