// What the compiler of Rust refuses without saying what to write: numbers of two types, references for values, what is not public, a lost branch.
import type { Proposal } from '../../../family.ts';
import { bracketed, earlyResults, functionAround, isRust, operatorOf } from '../../rust.ts';
import type { Mismatch } from '../../rust-complaints.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren, sidesOf } from '../../tree.ts';
import { replaced } from '../names.ts';

const NUMBER = /^(?:[iu](?:8|16|32|64|128|size)|f32|f64)$/;

function isOf(path: string, { file }: Scene): boolean {
  return file.path === path || file.path.endsWith(`/${path}`);
}

function columnOf({ start }: Branch, { file }: Scene): number {
  return start - file.text.lastIndexOf('\n', start - 1);
}

/** A value is made into one of the type that is expected. */
const converted: Family = {
  name: 'value of another type',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    if (!isRust(scene) || !branch.named || branch.parent === null) return;
    for (const mismatch of scene.clues.complaints.rust.mismatches) {
      if (branch.line !== mismatch.line || !isOf(mismatch.path, scene)) continue;
      if (mismatch.ofOperator) yield* operandsConverted(branch, mismatch, scene);
      else if (columnOf(branch, scene) === mismatch.column && branch.parent.start !== branch.start)
        yield* valueConverted(branch, mismatch, scene);
      else if (columnOf(branch, scene) === mismatch.column && branch.parent.type === 'index_expression' && branch.index > 0)
        yield* valueConverted(branch, mismatch, scene);
    }
  },
};

function* valueConverted(branch: Branch, { expected, found }: Mismatch, scene: Scene): Generator<Proposal> {
  const own = bracketed(branch, scene);
  if (NUMBER.test(expected) && NUMBER.test(found)) yield replaced(branch, `${own} as ${expected}`, `as ${expected}`, 1);
  if (expected === 'String' && /str$/.test(found)) yield replaced(branch, `${own}.to_string()`, 'as a text of its own', 1);
  if (/^(?:Option|Result)</.test(found) && !/^(?:Option|Result)\b/.test(expected))
    yield replaced(branch, `${own}?`, 'its value, or what it lacks handed on', 1);
  if (!found.startsWith('&') || expected.startsWith('&')) return;
  yield replaced(branch, `*${own}`, 'what is referred to', 1);
  const made = definitionOf(branch, scene);
  if (made?.type === 'reference_expression') yield { start: made.start, end: made.start + 1, text: '', label: 'no reference', odds: 0.8 };
}

/** What a name is set to where it is declared. */
function definitionOf(branch: Branch, scene: Scene): Branch | null {
  const fn = branch.type === 'identifier' ? functionAround(branch) : null;
  const name = scene.text(branch);
  const declared = fn === null ? [] : below(fn).filter((each) => each.type === 'let_declaration' && each.end <= branch.start);
  const last = declared.findLast((each) => scene.text(fieldOf(each, 'pattern') ?? each) === name);
  return last === undefined ? null : fieldOf(last, 'value');
}

function* operandsConverted(branch: Branch, { expected, found, column }: Mismatch, scene: Scene): Generator<Proposal> {
  const sides = operatorOf(branch) === '' ? null : sidesOf(branch);
  const sign = branch.children.find(({ field }) => field === 'operator');
  if (sides === null || sign === undefined || columnOf(sign, scene) !== column) return;
  const [left, right] = sides;
  const types = [expected, found].map((type) => type.replace(/^&/, ''));
  for (const [at, side] of [left, right].entries()) {
    const [own, other] = [[expected, found][at] ?? '', types[1 - at] ?? ''];
    if (own.startsWith('&')) yield replaced(side, `*${bracketed(side, scene)}`, 'what is referred to', 1);
    // The one with fractions stays.
    if (NUMBER.test(own) && NUMBER.test(other) && own !== other)
      yield replaced(
        side,
        `${bracketed(side, scene)} as ${other}`,
        `as ${other}`,
        other.startsWith('f') ? 2 : own.startsWith('f') ? 0.3 : 1,
      );
    const made = /^(?:Option|Result)</.test(own) ? definitionOf(side, scene) : null;
    if (made !== null) yield { start: made.end, end: made.end, text: '?', label: 'its value, or what it lacks handed on', odds: 1 };
    if (/^(?:Option|Result)</.test(own)) yield replaced(side, `${bracketed(side, scene)}?`, 'its value, or what it lacks handed on', 0.8);
  }
}

/** What is used from outside is public. */
const published: Family = {
  name: 'made public',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    const names = scene.clues.complaints.rust.private;
    if (!isRust(scene) || names.size === 0 || !/^(?:\w+_item|field_declaration)$/.test(branch.type)) return;
    const name = fieldOf(branch, 'name');
    if (name === null || !names.has(scene.text(name)) || branch.children.some(({ type }) => type === 'visibility_modifier')) return;
    yield { start: branch.start, end: branch.start, text: 'pub ', label: `${scene.text(name)} made public`, odds: 1 };
    yield { start: branch.start, end: branch.start, text: 'pub(crate) ', label: `${scene.text(name)} made public within`, odds: 0.4 };
  },
};

/** A reference through which something is to be changed. */
const changeable: Family = {
  name: 'reference to change',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    if (!isRust(scene) || !scene.clues.complaints.rust.immutable || branch.type !== 'reference_expression') return;
    if (!branch.children.some(({ type }) => type === 'mutable_specifier'))
      yield { start: branch.start + 1, end: branch.start + 1, text: 'mut ', label: 'may be changed', odds: 1 };
  },
};

/** The other side of a branch that has a value. */
const otherSide: Family = {
  name: 'other side of a branch',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    const fn = functionAround(branch);
    if (!isRust(scene) || !scene.clues.complaints.rust.withoutElse || fn === null) return;
    if (branch.type !== 'if_expression' || fieldOf(branch, 'alternative') !== null) return;
    const body = fieldOf(branch, 'consequence');
    if (!scene.clues.complaints.rust.lines.has(branch.line)) return;
    const last = body === null ? undefined : namedChildren(body).at(-1);
    const values = [...earlyResults(fn, scene), ...(last === undefined ? [] : [scene.text(last)])].filter((value) => value !== '');
    const pad = scene.indent(branch);
    for (const [rank, value] of [...new Set(values)].slice(0, 5).entries())
      yield {
        start: branch.end,
        end: branch.end,
        text: ` else {\n${pad}    ${value}\n${pad}}`,
        label: `else ${value}`,
        odds: 1 / (1 + rank / 3),
      };
  },
};

export const rustRefusalFamilies: readonly Family[] = [converted, published, changeable, otherSide];
