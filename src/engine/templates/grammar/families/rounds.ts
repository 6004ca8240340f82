// What Python does once where it should be done for as long as its condition holds, and the other way round.
import { brief } from '../../family.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget, mayChange } from '../targets.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';

const JUMPS = /^(?:return|raise|break|continue)_statement$/;

/** `if n > limit: n -= limit` -> `while n > limit: ...`, with the step of what nothing moves on yet. */
const again: Family = {
  name: 'loop instead of branch',
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'if_statement') return;
    if (branch.children.some(({ type }) => /^(?:elif|else)_clause$/.test(type))) return;
    const [test, body] = [fieldOf(branch, 'condition'), fieldOf(branch, 'consequence')];
    const last = body === null ? undefined : namedChildren(body).at(-1);
    if (test === null || body === null || last === undefined) return;
    const inside = below(body);
    if (inside.some(({ type }) => JUMPS.test(type))) return;
    const changed = new Set(inside.filter((each) => each.type === 'identifier' && mayChange(each)).map(scene.text));
    // What is called, or has members, is no number.
    const isName = (each: Branch): boolean =>
      each.type === 'identifier' && each.field !== 'function' && !/^(?:attribute|call|keyword_argument)$/.test(each.parent?.type ?? '');
    const asked = [...new Set([...(isName(test) ? [test] : []), ...below(test).filter(isName)].map(scene.text))];
    const label = `while ${brief(scene.text(test))}`;
    const isMoved = asked.some((name) => changed.has(name));
    if (isMoved) yield { start: branch.start, end: branch.start + 2, text: 'while', label, odds: 1 };
    // On one line there is no place for another one.
    if (!scene.file.text.slice(test.end, last.start).includes('\n')) return;
    for (const name of asked.filter((each) => !changed.has(each))) {
      for (const [rank, step] of stepsOf(name, branch, test, scene).entries()) {
        const text = `while${scene.file.text.slice(branch.start + 2, last.end)}\n${scene.indent(last)}${step}`;
        const odds = (isMoved ? 0.6 : 0.4) / (1 + rank / 2);
        yield { start: branch.start, end: last.end, text, label: `${label} with ${step}`, odds };
      }
    }
  },
};

/** Steps towards the end of a condition: down where a name is asked for being larger, up where it is asked for being smaller. */
function stepsOf(name: string, branch: Branch, test: Branch, scene: Scene): readonly string[] {
  const fn = nearest(branch, scene.language.functions);
  const target = fn === null ? undefined : below(fn).find((each) => isPythonTarget(each) && scene.text(each) === name);
  const value = target?.parent?.type === 'assignment' ? fieldOf(target.parent, 'right') : null;
  const factors = value?.type === 'integer' && Number(scene.text(value)) > 1 ? [scene.text(value)] : [];
  const isFalling = !new RegExp(`(?<![\\w.])${name} <|> ${name}(?!\\w)`).test(scene.text(test));
  return isFalling
    ? [`${name} -= 1`, ...[...factors, '2'].map((factor) => `${name} //= ${factor}`)]
    : [...factors.map((factor) => `${name} *= ${factor}`), `${name} += 1`, `${name} *= 2`];
}

/** `while c: ...` -> `if c: ...`. */
const once: Family = {
  name: 'branch instead of loop',
  share: 0.01,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'while_statement') return;
    const test = fieldOf(branch, 'condition');
    if (test === null || below(branch).some(({ type }) => /^(?:break|continue)_statement$|^else_clause$/.test(type))) return;
    yield { start: branch.start, end: branch.start + 5, text: 'if', label: `once if ${brief(scene.text(test))}`, odds: 1 };
  },
};

const MOST_STEPS = 3;

/** What counts in one case begins again in the other one: `else: streak = 0`. */
const begunAgain: Family = {
  name: 'begun again',
  share: 0.05,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'if_statement') return;
    if (branch.children.some(({ type }) => /^(?:elif|else)_clause$/.test(type))) return;
    const body = fieldOf(branch, 'consequence');
    const steps =
      body === null ? [] : namedChildren(body).flatMap((each) => namedChildren(each).filter(({ type }) => type === 'augmented_assignment'));
    const pad = scene.indent(branch);
    for (const step of steps.slice(0, MOST_STEPS)) {
      const target = fieldOf(step, 'left');
      if (target === null || body === null) continue;
      const inner = scene.indent(namedChildren(body)[0] ?? body);
      const text = `${scene.text(target)} = 0`;
      yield { start: branch.end, end: branch.end, text: `\n${pad}else:\n${inner}${text}`, label: `else ${text}`, odds: 1 };
    }
  },
};

export const roundFamilies: readonly Family[] = [again, once, begunAgain];
