// Bounds in Java and C#: ends behind the end, sums above what is allowed, first values no item reaches.
import { brief, type Proposal } from '../../../family.ts';
import { declaredFor, isFraction, isJava, isWhole, methodCall, typeOf, wordsOf } from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Ends behind the end. */
const bounds: Family = {
  name: 'end behind the end',
  share: 0.08,
  *propose(branch, scene) {
    const call = methodCall(branch, scene);
    if (call?.object == null || !/^(?:substring|subList|Substring|GetRange|copyOfRange)$/.test(call.name)) return;
    const [from, to] = call.given;
    const object = scene.text(call.object);
    if (from === undefined || to === undefined || !/^[\w.]+$/.test(object)) return;
    const said = [...scene.clues.said].some((word) => /OutOfBounds|OutOfRange/.test(word)) ? 4 : 1;
    const size = call.name === 'subList' ? `${object}.size()` : isJava(scene) ? `${object}.length()` : `${object}.Length`;
    const [start, end] = [scene.text(from), scene.text(to)];
    if (!isJava(scene)) {
      if (!/^\d+$/.test(start)) yield replaced(to, `${end} - ${start}`, 'a length, not an end', 1.5);
      yield replaced(to, `Math.Min(${end}, ${object}.Length${start === '0' ? '' : ` - ${start}`})`, 'up to the end', said);
      return;
    }
    if (!/size\(\)|length\(\)|^\d+$/.test(end) || end.includes('+')) yield replaced(to, `Math.min(${end}, ${size})`, 'up to the end', said);
    else if (/^\d+$/.test(end)) yield replaced(to, `Math.min(${end}, ${size})`, 'up to the end', said / 2);
  },
};

const CAP = /^(?:max|limit|cap|capacity|ceiling|upper)|(?:[mM]ax|MAX|Limit|LIMIT|[cC]apacity|CAPACITY)(?:$|[A-Z_])/;
const FLOOR = /^(?:min|floor|lower)|(?:MIN|Minimum|FLOOR)(?:$|_)/;

/** A sum that may not pass a bound which the class knows. */
const capped: Family = {
  name: 'bound of a sum',
  share: 0.08,
  *propose(branch, scene) {
    const words = wordsOf(scene);
    if (words === null) return;
    const target = sumAt(branch, scene);
    if (target === null) return;
    const [low, high] = isJava(scene) ? ['Math.max', 'Math.min'] : ['Math.Max', 'Math.Min'];
    const { value, sign, put } = target;
    if (sign !== '-') for (const name of boundsIn(CAP, branch, scene)) yield put(`${high}(${value}, ${name})`, 1.2);
    if (sign !== '+') {
      for (const name of boundsIn(FLOOR, branch, scene)) yield put(`${low}(${value}, ${name})`, 1);
      yield put(`${low}(0, ${value})`, 0.8);
    }
  },
};

interface Sum {
  readonly value: string;
  readonly sign: string;
  readonly put: (text: string, odds: number) => Proposal;
}

/** `a + b` that is returned or kept, and `a += b`, as one expression that may be bounded. */
function sumAt(branch: Branch, scene: Scene): Sum | null {
  const own = scene.text(branch);
  if (branch.type === 'assignment_expression' && branch.parent?.type === 'expression_statement') {
    const [, name, sign, value] = /^([\w.]+) ([-+])= (.+)$/s.exec(own) ?? [];
    const left = fieldOf(branch, 'left');
    if (name === undefined || sign === undefined || value === undefined || left === null || !isNumber(typeOf(left, scene))) return null;
    return { value: `${name} ${sign} ${value}`, sign, put: (text, odds) => replaced(branch, `${name} = ${text}`, brief(text), odds) };
  }
  const place = branch.parent?.type ?? '';
  if (branch.type !== 'binary_expression' || !/^(?:return_statement|assignment_expression|variable_declarator)$/.test(place)) return null;
  const sign = branch.children.find(({ named }) => !named)?.type ?? '';
  if (!/^[-+*]$/.test(sign) || !isNumber(typeOf(branch, scene))) return null;
  return { value: own, sign, put: (text, odds) => replaced(branch, text, brief(text), odds * 0.7) };
}

function isNumber(type: string | null): boolean {
  return isWhole(type) || isFraction(type);
}

function boundsIn(pattern: RegExp, branch: Branch, scene: Scene): readonly string[] {
  const found = new Set<string>();
  for (const each of below(scene.program)) {
    if (each.type !== 'variable_declarator' && each.type !== 'formal_parameter') continue;
    const name = scene.text(fieldOf(each, 'name') ?? each);
    if (pattern.test(name) && isNumber(declaredFor(name, branch, scene)?.type ?? null)) found.add(name);
  }
  return [...found].slice(0, 2);
}

/** Where the largest or smallest is looked for, and the first value is one that no item reaches. */
const firstBest: Family = {
  name: 'first value of the best',
  share: 0.12,
  *propose(branch, scene) {
    if (branch.type !== 'variable_declarator' || wordsOf(scene) === null) return;
    const name = scene.text(branch.children[0] ?? branch);
    const value = branch.children.at(-1);
    const type = declaredFor(name, branch, scene)?.type ?? '';
    if (value === undefined || !/^(?:0|0\.0|-1|0L|1)$/.test(scene.text(value)) || !isNumber(type)) return;
    const isHigh = /max|best|high|largest|top|longest/i.test(name);
    if (!isHigh && !/min|low|small|least|short|cheap/i.test(name)) return;
    const java = isJava(scene);
    const ends = isFraction(type)
      ? java
        ? ['Double.NEGATIVE_INFINITY', 'Double.POSITIVE_INFINITY']
        : [`${type}.MinValue`, `${type}.MaxValue`]
      : java
        ? type === 'long'
          ? ['Long.MIN_VALUE', 'Long.MAX_VALUE']
          : ['Integer.MIN_VALUE', 'Integer.MAX_VALUE']
        : [`${type}.MinValue`, `${type}.MaxValue`];
    const end = ends[isHigh ? 0 : 1];
    if (end !== undefined) yield replaced(value, end, `${name} from ${end} on`, isHigh ? 0.6 : 1.5);
  },
};

export const managedBoundFamilies: readonly Family[] = [bounds, capped, firstBest];
