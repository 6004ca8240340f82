// A loop of Python that is after the largest or smallest value and keeps the last one.
import { brief } from '../../family.ts';
import type { Family } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, below, fieldOf, nearest } from '../tree.ts';

const LONGEST = 60;
const NO_NUMBER =
  /^(?:string|list|dictionary|set|tuple|true|false|none|integer|float|lambda|await|yield|.*_comprehension|generator_expression|comparison_operator|boolean_operator|not_operator|conditional_expression)$/;

/** `x = e` -> `x = max(x, e)`, where `x` has a value from before. */
const extremeKept: Family = {
  name: 'extreme kept',
  share: 0.05,
  *propose(branch, scene) {
    if (scene.language.name !== 'python' || branch.type !== 'assignment' || branch.parent?.type !== 'expression_statement') return;
    const [target, value] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    if (target === null || value === null || branch.end - branch.start > LONGEST || NO_NUMBER.test(value.type)) return;
    if (!/^(?:identifier|attribute|subscript)$/.test(target.type)) return;
    const [name, text] = [scene.text(target), scene.text(value)];
    if (text.includes(name) || name.includes('(')) return;
    const fn = nearest(branch, scene.language.functions) ?? scene.program;
    const around = [...above(branch)];
    // Given a value in front of the loop, or of the call.
    const isHeld =
      target.type !== 'identifier' ||
      around.some(
        (at) =>
          /^(?:for|while)_statement$/.test(at.type) &&
          [...below(fn)].some((each) => each.end <= at.start && isPythonTarget(each) && scene.text(each) === name),
      );
    const isCompared = around.some((at) => {
      const test = /^(?:if_statement|elif_clause)$/.test(at.type) ? fieldOf(at, 'condition') : null;
      return test !== null && scene.text(test).includes(name) && scene.text(test).includes(text);
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

export const extremeFamilies: readonly Family[] = [extremeKept];
