// What is after the largest or smallest value in Python: it keeps the last one, or begins with one that is no bound.
import { brief, hasWord } from '../../family.ts';
import { parametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const LONGEST = 60;
const NO_NUMBER =
  /^(?:string|list|dictionary|set|tuple|true|false|none|integer|float|lambda|await|yield|.*_comprehension|generator_expression|comparison_operator|boolean_operator|not_operator|conditional_expression|assignment|expression_list|concatenated_string)$/;

/** `x = e` -> `x = max(x, e)`, where `x` has a value from before. */
const extremeKept: Family = {
  name: 'extreme kept',
  share: 0.05,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'assignment' || branch.parent?.type !== 'expression_statement') return;
    const [target, value] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    if (target === null || value === null || branch.end - branch.start > LONGEST || NO_NUMBER.test(value.type)) return;
    if (!/^(?:identifier|attribute|subscript)$/.test(target.type)) return;
    const [name, text] = [scene.text(target), scene.text(value)];
    if (hasWord(text, name) || name.includes('(')) return;
    const fn = nearest(branch, scene.language.functions) ?? scene.program;
    const around = [...above(branch)];
    // Given a value in front of the loop, or of the call.
    const isHeld =
      target.type !== 'identifier' ||
      around.some(
        (at) =>
          /^(?:for|while)_statement$/.test(at.type) &&
          below(fn).some((each) => each.end <= at.start && isPythonTarget(each) && scene.text(each) === name),
      );
    const isCompared = around.some((at) => {
      const test = /^(?:if_statement|elif_clause)$/.test(at.type) ? fieldOf(at, 'condition') : null;
      return test !== null && hasWord(scene.text(test), name) && hasWord(scene.text(test), text);
    });
    if (!isHeld || isCompared) return;
    for (const [method, odds] of [
      ['max', 1],
      ['min', 0.7],
    ] as const) {
      const label = `${brief(name)} = the ${method} of itself and ${brief(text)}`;
      yield { start: value.start, end: value.end, text: `${method}(${name}, ${text})`, label, odds };
    }
  },
};

const LIMITS: readonly (readonly [string, number])[] = [
  ["float('-inf')", 0.8],
  ["float('inf')", 0.8],
  ['0', 0.3],
];

/** What a search for the largest or the smallest value begins with: a first value, or one that all are larger or smaller than. */
const begun: Family = {
  name: 'first value',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'assignment') return;
    const [target, value] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    const fn = nearest(branch, scene.language.functions);
    if (target?.type !== 'identifier' || value === null || fn === null) return;
    if (!/^(?:integer|float|unary_operator|none|call)$/.test(value.type) || value.end - value.start > 16) return;
    const name = scene.text(target);
    const isExtreme = new RegExp(`\\b(?:max|min)\\(${name}\\b|\\b(?:max|min)\\([^()]*, ${name}\\)|[<>]=? ${name}\\b|\\b${name} [<>]`).test(
      scene.text(fn),
    );
    if (!isExtreme) return;
    for (const [text, odds] of [...firstOf(fn, scene).map((each) => [each, 1] as const), ...LIMITS])
      if (text !== scene.text(value)) yield replaced(value, text, `${name} begins as ${text}`, odds);
  },
};

/** The first items of what a function is given. */
function firstOf(fn: Branch, scene: Scene): readonly string[] {
  const text = scene.text(fn);
  return parametersOf(fn, scene)
    .filter((name) => new RegExp(`\\bin ${name}\\b|\\b${name}\\[|\\blen\\(${name}\\)|\\(${name}\\)`).test(text))
    .map((name) => `${name}[0]`);
}

export const extremeFamilies: readonly Family[] = [extremeKept, begun];
