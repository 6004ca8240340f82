// Limits that numbers of Rust keep to: the most and the least, the largest one so far, around again behind the last.
import { brief, type Proposal } from '../../../family.ts';
import { bracketed, declaredIn, functionAround, isRust, methodCallOf, operatorOf, ownFields, parametersOf } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, fieldOf, namedChildren, sidesOf } from '../../tree.ts';
import { replaced } from '../names.ts';

const LIMIT = /(?:^|_)(?:max|maximum|limit|cap|capacity|ceiling|most|upper|total|size|high)(?:_|$)/i;
const FLOOR = /(?:^|_)(?:min|minimum|floor|least|lower|low)(?:_|$)/i;

/** Names of limits that a function knows: its own, those of the object and constants. */
function limitsOf(branch: Branch, pattern: RegExp, scene: Scene): readonly string[] {
  const fn = functionAround(branch);
  const own = fn === null ? [] : parametersOf(fn, scene).flatMap(({ name, type }) => (/^[iuf]\d|size$/.test(type) ? [name] : []));
  const fields = [...ownFields(branch, scene)].flatMap(([name, type]) => (/^[iuf](?:\d|size)/.test(type) ? [`self.${name}`] : []));
  const names = [...own, ...fields, ...declaredIn(scene).constants];
  return names.filter((name) => pattern.test(name.replace(/^self\./, ''))).slice(0, 3);
}

/** A sum that may go past a limit: `self.level += by` -> `self.level = (self.level + by).min(self.capacity)`. */
const limited: Family = {
  name: 'limit',
  share: 0.1,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    const operator = operatorOf(branch);
    const sides = /^[-+*]=$/.test(operator) ? sidesOf(branch) : null;
    const statement = branch.parent?.type === 'expression_statement' ? branch.parent : null;
    if (sides !== null && statement !== null && scene.text(sides[1]) !== '1') {
      const [left, right] = sides.map(scene.text);
      const isDown = operator === '-=';
      const around = [...above(branch)].find(({ type }) => type === 'if_expression');
      for (const limit of limitsOf(branch, isDown ? FLOOR : LIMIT, scene)) {
        if (limit === left || (around !== undefined && scene.text(fieldOf(around, 'condition') ?? around).includes(limit))) continue;
        const [keep, sign] = isDown ? ['max', '<'] : ['min', '>'];
        yield replaced(
          branch,
          `${left} = (${left} ${operator.slice(0, 1)} ${right}).${keep}(${limit})`,
          `at ${isDown ? 'least' : 'most'} ${limit}`,
          1,
        );
        const pad = scene.indent(statement);
        const text = `\n${pad}if ${left} ${sign} ${limit} {\n${pad}    ${left} = ${limit};\n${pad}}`;
        yield { start: statement.end, end: statement.end, text, label: `at ${isDown ? 'least' : 'most'} ${limit}`, odds: 0.7 };
      }
    }
    yield* valueLimited(branch, scene);
  },
};

/** What is computed, and set or returned, without the limit that the function knows. */
function* valueLimited(branch: Branch, scene: Scene): Generator<Proposal> {
  const isWhole = branch.field === 'value' && branch.parent?.type === 'let_declaration';
  const isSet = branch.field === 'right' && branch.parent?.type === 'assignment_expression';
  const isLast =
    branch.parent?.type === 'block' && namedChildren(branch.parent).at(-1) === branch && branch.parent.parent?.type === 'function_item';
  const isSum = /^[-+*/]$/.test(operatorOf(branch)) || /^(?:saturating|wrapping)_/.test(methodCallOf(branch, scene)?.name ?? '');
  if (!(isWhole || isSet || isLast) || !isSum) return;
  const own = scene.text(branch);
  for (const [method, pattern] of [
    ['min', LIMIT],
    ['max', FLOOR],
  ] as const)
    for (const limit of limitsOf(branch, pattern, scene).slice(0, 2))
      if (!own.includes(limit)) yield replaced(branch, `(${own}).${method}(${limit})`, `${method} ${limit}`, 0.4);
}

const LARGEST = /(?:^|_)(?:max|best|high|highest|peak|longest|largest|biggest|top|record)(?:_|$)/i;
const SMALLEST = /(?:^|_)(?:min|low|lowest|smallest|shortest|least|cheapest|nearest)(?:_|$)/i;

/** What is named after the largest one, and takes any. */
const kept: Family = {
  name: 'largest kept',
  share: 0.1,
  *propose(branch, scene) {
    const sides = isRust(scene) && branch.type === 'assignment_expression' ? sidesOf(branch) : null;
    if (sides === null) return;
    const [left, right] = sides.map(scene.text) as [string, string];
    const name = /(\w+)$/.exec(left)?.[1] ?? '';
    const method =
      LARGEST.test(name) || /^(?:end|until|latest|stop|1)$/.test(name)
        ? 'max'
        : SMALLEST.test(name) || /^(?:earliest|since)$/.test(name)
          ? 'min'
          : '';
    if (method === '' || right.includes(left) || /^[\d.]+$|^(?:Some|None|String|Vec)\b/.test(right)) return;
    const conditions = [...above(branch)].filter(({ type }) => type === 'if_expression').slice(0, 1);
    if (conditions.some((at) => scene.text(fieldOf(at, 'condition') ?? at).includes(left))) return;
    const value = bracketed(sides[1], scene);
    yield replaced(branch, `${left} = ${left}.${method}(${right})`, `${method} kept`, 1);
    yield replaced(
      branch,
      `if ${value} ${method === 'max' ? '>' : '<'} ${left} {\n${scene.indent(branch)}    ${scene.text(branch)};\n${scene.indent(branch)}}`,
      `only if ${method}`,
      0.5,
    );
  },
};

/** The place behind the last one is the first: `at + 1` -> `(at + 1) % all.len()`. */
const around: Family = {
  name: 'around again',
  share: 0.05,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    if (branch.type === 'index_expression') {
      const [of, index] = namedChildren(branch);
      if (of !== undefined && index !== undefined && /^[-+]$/.test(operatorOf(index)))
        yield replaced(index, `(${scene.text(index)}) % ${scene.text(of)}.len()`, 'around again', 1);
    }
    const sides = operatorOf(branch) === '+=' ? sidesOf(branch) : null;
    const field = sides === null ? null : scene.text(sides[0]);
    if (sides === null || field === null || !/^self\.\w*(?:pos|head|tail|start|next|index|cursor|current|write|read|at)\w*$/.test(field))
      return;
    const modulus = /%\s*((?:self\.)?[\w.]+(?:\(\))?)/.exec(scene.file.text)?.[1];
    const lists = [...ownFields(branch, scene)].flatMap(([name, type]) =>
      /^(?:Vec|\[|VecDeque)/.test(type) ? [`self.${name}.len()`] : [],
    );
    for (const by of [...new Set([...(modulus === undefined ? [] : [modulus]), ...lists])].slice(0, 2))
      yield replaced(branch, `${field} = (${field} + ${scene.text(sides[1])}) % ${by}`, `around again at ${brief(by)}`, 1);
  },
};

export const rustLimitFamilies: readonly Family[] = [limited, kept, around];
