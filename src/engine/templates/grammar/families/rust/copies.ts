import { functionAround, isRust, methodCallOf } from '../../rust.ts';
import type { Family } from '../../scene.ts';
import { below, fieldOf } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Changes made to a copy: `for mut each in self.items.clone()`, `let mut item = items[at];`. */
const copied: Family = {
  name: 'change of a copy',
  share: 0.2,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    if (branch.type === 'let_declaration' && branch.children.some(({ type }) => type === 'mutable_specifier')) {
      const [pattern, value] = [fieldOf(branch, 'pattern'), fieldOf(branch, 'value')];
      const whole = methodCallOf(value, scene);
      const isCopy = whole !== null && /^(?:clone|to_vec|to_owned)$/.test(whole.name);
      const source = isCopy ? whole.object : value?.type === 'index_expression' ? value : null;
      if (pattern === null || source === null || !/^self\b|^\w+\[/.test(scene.text(source))) return;
      const fn = functionAround(branch);
      const later = fn === null ? '' : scene.file.text.slice(branch.end, fn.end);
      if (new RegExp(`(?:=|\\(|return|push\\()\\s*${scene.text(pattern)}\\s*[;)\\n]|Some\\(${scene.text(pattern)}\\)`).test(later)) return;
      yield {
        start: branch.start,
        end: branch.end,
        text: `let ${scene.text(pattern)} = &mut ${scene.text(source)};`,
        label: 'changed where it is',
        odds: 1,
      };
    }
    const list = branch.type === 'for_expression' ? fieldOf(branch, 'value') : null;
    const head = fieldOf(branch, 'pattern');
    if (list === null || head === null) return;
    const made = /^(.*?)(?:\.iter\(\))?\.(?:clone|cloned|to_vec)\(\)(?:\.into_iter\(\))?$/.exec(scene.text(list))?.[1];
    if (made === undefined) return;
    yield {
      start: branch.start,
      end: list.end,
      text: `for ${scene.text(head).replace(/^mut /, '')} in ${made}.iter_mut()`,
      label: 'changed where they are',
      odds: 1,
    };
    yield {
      start: branch.start,
      end: list.end,
      text: `for ${scene.text(head).replace(/^mut /, '')} in &mut ${made}`,
      label: 'changed where they are',
      odds: 0.8,
    };
  },
};

/** What is handed out and must be gone here: `self.items.clone()` -> `std::mem::take(&mut self.items)`. */
const handedOut: Family = {
  name: 'handed out and kept',
  share: 0.06,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const taken = /^(?:std::)?mem::take\(&mut (.+)\)$/.exec(branch.type === 'call_expression' ? scene.text(branch) : '')?.[1];
    if (taken !== undefined) yield replaced(branch, `${taken}.clone()`, 'a copy', 1);
    if (call === null || !scene.text(call.object).startsWith('self.')) return;
    const of = scene.text(call.object);
    if (call.name === 'clone') yield replaced(branch, `std::mem::take(&mut ${of})`, `${of} taken`, 1);
    if (/^(?:take|swap_remove|pop|pop_front|remove)$/.test(call.name)) {
      const other = { take: 'clone', swap_remove: 'remove', pop: 'last', pop_front: 'front', remove: 'get' }[call.name];
      if (other !== undefined && (call.name === 'swap_remove' || call.name === 'take'))
        yield replaced(call.method, other, `${call.name} -> ${other}`, 1);
    }
  },
};

/** A name that is made anew where it should be set: `let total = total + n;` within a block. */
const madeAnew: Family = {
  name: 'name made anew',
  share: 0.3,
  *propose(branch, scene) {
    const [pattern, value] =
      isRust(scene) && branch.type === 'let_declaration' ? [fieldOf(branch, 'pattern'), fieldOf(branch, 'value')] : [];
    const fn = functionAround(branch);
    if (pattern?.type !== 'identifier' || value == null || fn === null || branch.parent?.parent === fn) return;
    const name = scene.text(pattern);
    const before = below(fn).some((each) => {
      const own = each.type === 'let_declaration' && each.end < branch.start ? fieldOf(each, 'pattern') : null;
      return (
        own !== null &&
        scene.text(own) === name &&
        each.children.some(({ type }) => type === 'mutable_specifier') &&
        each.parent !== branch.parent
      );
    });
    if (!before) return;
    yield { start: branch.start, end: value.start, text: `${name} = `, label: `${name} set`, odds: 1 };
  },
};

export const rustCopyFamilies: readonly Family[] = [copied, handedOut, madeAnew];
