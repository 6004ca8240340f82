import { isRust, type MethodCall, methodCallOf } from '../../rust.ts';
import type { Family } from '../../scene.ts';
import { type Branch, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const STARTS =
  /^(?:iter|into_iter|iter_mut|chars|bytes|lines|windows|chunks|drain|keys|values|split|split_whitespace|enumerate|char_indices|filter|map)$/;

/** A link that a chain of iterators lacks: the first one skipped, from behind, flat. */
const linkAdded: Family = {
  name: 'link of a chain',
  share: 0.05,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    const call = methodCallOf(branch, scene);
    const rest = scene.file.text.slice(branch.end, branch.end + 30);
    if (branch.type === 'range_expression' && branch.parent?.type === 'for_expression')
      yield replaced(branch, `(${scene.text(branch)}).rev()`, 'from behind', 1);
    if (branch.type === 'parenthesized_expression' && /^\s*\./.test(rest) && bareRange(branch) && !/^\s*\.rev\(/.test(rest))
      yield { start: branch.end, end: branch.end, text: '.rev()', label: 'from behind', odds: 1 };
    if (call === null || !STARTS.test(call.name) || /^\s*\.(?:rev|skip|dedup)\(/.test(rest)) return;
    const isStart = !/^(?:enumerate|filter|map)$/.test(call.name);
    if (!/split_whitespace|\.rev\(/.test(scene.text(branch).slice(-20)))
      yield { start: branch.end, end: branch.end, text: '.rev()', label: 'from behind', odds: isStart ? 1 : 0.5 };
    if (isStart || call.name === 'enumerate')
      yield { start: branch.end, end: branch.end, text: '.skip(1)', label: 'without the first', odds: 0.6 };
  },
};

function bareRange(branch: Branch): boolean {
  return namedChildren(branch)[0]?.type === 'range_expression';
}

const ADAPTERS =
  /^(?:enumerate|skip|take|filter|map|rev|step_by|zip|take_while|skip_while|trim|to_lowercase|dedup|chain|peekable|windows)$/;

/** Two links the other way round: `rev().enumerate()` -> `enumerate().rev()`. */
const linksExchanged: Family = {
  name: 'links exchanged',
  share: 0.08,
  *propose(branch, scene) {
    const outer = isRust(scene) ? methodCallOf(branch, scene) : null;
    const inner = methodCallOf(outer?.object, scene);
    if (outer === null || inner === null || inner.name === outer.name || !ADAPTERS.test(outer.name) || !ADAPTERS.test(inner.name)) return;
    if (inner.name === 'map' || outer.name === 'map') return;
    const link = ({ method, call }: MethodCall): string => scene.file.text.slice(method.start, call.end);
    const [head, between] = [
      scene.file.text.slice(inner.call.start, inner.method.start),
      scene.file.text.slice(inner.call.end, outer.method.start),
    ];
    yield replaced(branch, `${head}${link(outer)}${between}${link(inner)}`, `${outer.name} before ${inner.name}`, 1);
  },
};

/** A link left out of a chain of methods that are called with nothing, or that only choose. */
const linkLeftOut: Family = {
  name: 'link left out',
  share: 0.05,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    if (
      call === null ||
      !/^(?:rev|filter|skip|take|skip_while|take_while|trim|trim_end|trim_start|to_lowercase|to_uppercase|unique|abs|flatten)$/.test(
        call.name,
      )
    )
      return;
    yield replaced(branch, scene.text(call.object), `without ${call.name}`, 1);
  },
};

export const rustChainFamilies: readonly Family[] = [linkAdded, linksExchanged, linkLeftOut];
