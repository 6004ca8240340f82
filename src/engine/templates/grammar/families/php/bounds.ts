// Limits in PHP: sums that pass theirs, lists that only grow, what is to be the largest.
import { brief, type Proposal } from '../../../family.ts';
import {
  behind,
  classAround,
  functionAround,
  guarded,
  knownAt,
  loopAround,
  membersOf,
  methodAround,
  methodsOf,
  nameOf,
  operatorOf,
  parametersOf,
  phpFamily,
  statementAround,
} from '../../php.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const LIMIT = /(?:max|limit|capacity|most|size|bound|ceiling|cap$|top$)/i;
const LEAST = /(?:min|least|floor|lowest|bottom)/i;

/** Names of limits that are known at a place: members, constants, parameters. */
function limitsOf(branch: Branch, pattern: RegExp, scene: Scene): readonly string[] {
  const owner = classAround(branch);
  const code = owner === null ? '' : scene.text(owner);
  const constants = [...code.matchAll(/\bconst (?:\w+ )?([A-Z_]+)\b/g)].map(([, name]) => `self::${name}`);
  const given = methodsOf(owner).flatMap((each) => parametersOf(each, scene).filter(({ branch: one }) => /promotion/.test(one.type)));
  const members = [...membersOf(owner, scene).map(({ name }) => `$this->${name}`), ...given.map(({ name }) => `$this->${name.slice(1)}`)];
  const known = [...knownAt(branch, scene)];
  return [...new Set([...members, ...constants, ...known])]
    .filter((name) => pattern.test(name.replace(/^\$this->|^self::|^\$/, '')) && !/^\$this$/.test(name))
    .slice(0, 2);
}

/** A sum that may pass its limit, a difference that may fall below nothing. */
const bounds = phpFamily(
  'bounded',
  0.08,
  'assignment_expression augmented_assignment_expression return_statement',
  function* (branch, scene) {
    const statement = statementAround(branch);
    const target = branch.type === 'return_statement' ? null : fieldOf(branch, 'left');
    const value = branch.type === 'return_statement' ? namedChildren(branch)[0] : (fieldOf(branch, 'right') ?? undefined);
    if (value === undefined || statement === null || /^(?:max|min)\(/.test(scene.text(value)) || scene.text(value).length > 100) return;
    const own = target === null ? null : scene.text(target);
    const sign = branch.type === 'augmented_assignment_expression' ? operatorOf(branch).slice(0, 1) : operatorOf(value);
    const isSum = /^[+*]$/.test(sign) && !/\[\]$/.test(own ?? '');
    const code = branch.type === 'augmented_assignment_expression' ? `${own} ${sign} ${scene.text(value)}` : scene.text(value);
    const isMember = own === null || /^\$this->/.test(own);
    const odds = isMember ? 1 : 0.4;
    const put = (text: string, likely: number): Proposal =>
      own === null
        ? replaced(value, text, brief(text), likely)
        : replaced(branch, `${own} = ${text}`, `${brief(own)} = ${brief(text)}`, likely);
    if (sign === '-') yield put(`max(0, ${code})`, 0.9 * odds);
    for (const limit of isSum ? limitsOf(branch, LIMIT, scene) : []) {
      if (code.includes(limit)) continue;
      yield put(`min(${limit}, ${code})`, 0.9 * odds);
      yield put(`min(${code}, ${limit})`, 0.9 * odds);
      if (own !== null)
        yield behind(
          statement,
          guarded(`${own} > ${limit}`, `${own} = ${limit};`, scene.indent(statement)),
          scene,
          `no more than ${limit}`,
          0.8 * odds,
        );
    }
    for (const limit of sign === '-' ? limitsOf(branch, LEAST, scene) : []) {
      if (code.includes(limit)) continue;
      yield put(`max(${limit}, ${code})`, 0.9 * odds);
      if (own !== null)
        yield behind(
          statement,
          guarded(`${own} < ${limit}`, `${own} = ${limit};`, scene.indent(statement)),
          scene,
          `no less than ${limit}`,
          0.7 * odds,
        );
    }
  },
);

/** A list that only grows, of a class that knows a limit; a key that is put in anew. */
const grows = phpFamily('only grows', 0.1, 'assignment_expression', function* (branch, scene) {
  const left = fieldOf(branch, 'left');
  const own = left === null ? undefined : /^(\$this->\w+)\[[^\]]*\]$/.exec(scene.text(left))?.[1];
  const statement = branch.parent;
  const method = methodAround(branch);
  if (
    own === undefined ||
    statement?.type !== 'expression_statement' ||
    method === null ||
    /count\(|array_shift|array_slice/.test(scene.text(method))
  )
    return;
  const isPut = nextIsEnd(statement);
  const first = /\[\]$/.test(scene.text(left ?? branch)) ? `array_shift(${own});` : `unset(${own}[array_key_first(${own})]);`;
  for (const limit of limitsOf(branch, LIMIT, scene).filter((name) => name !== own)) {
    yield behind(
      statement,
      guarded(`count(${own}) > ${limit}`, first, scene.indent(statement)),
      scene,
      `no more than ${limit} kept`,
      isPut ? 1 : 0.5,
    );
    if (/\[\]$/.test(scene.text(left ?? branch)))
      yield behind(statement, `${own} = array_slice(${own}, -${limit});`, scene, `the last ${limit} kept`, 0.4);
  }
});

function nextIsEnd(statement: Branch): boolean {
  const list = namedChildren(statement.parent ?? statement);
  return list.indexOf(statement) >= list.length - 2;
}

/** What is to be the largest or the smallest is set to whatever comes last. */
const extremes = phpFamily('largest kept', 0.09, 'assignment_expression', function* (branch, scene) {
  const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
  if (left === null || right === null || branch.parent?.type !== 'expression_statement' || scene.text(right).length > 60) return;
  const [own, value] = [scene.text(left), scene.text(right)];
  const name = own.replace(/^.*(?:->|\$)/, '');
  const kind = /max|most|high|largest|latest|peak|best|longest|newest|last[A-Z]/i.test(name)
    ? 'max'
    : /(?:^|_)min|least|low|smallest|earliest|shortest|oldest|first[A-Z]|cheapest/i.test(name)
      ? 'min'
      : null;
  const isMember = /^\$this->/.test(own);
  if (kind === null || !(isMember || loopAround(branch) !== null) || /^(?:max|min|null|\d|\[|PHP_)/.test(value)) {
    if (kind !== null && value === '0' && !isMember)
      yield replaced(right, kind === 'max' ? 'PHP_INT_MIN' : 'PHP_INT_MAX', `first ${name}`, 0.8);
    return;
  }
  const fn = functionAround(branch);
  if (fn === null || nameOf(fn, scene) === '__construct' || (isMember && /^(?:set|with)/.test(nameOf(fn, scene)))) return;
  yield replaced(right, `${kind}(${own}, ${value})`, `${kind} of ${own}`, 1);
  const sign = kind === 'max' ? '>' : '<';
  yield replaced(
    branch.parent,
    guarded(`${value} ${sign} ${own}`, `${own} = ${value};`, scene.indent(branch)),
    `only where ${value} ${sign} ${own}`,
    0.7,
  );
});

export const phpBoundFamilies: readonly Family[] = [bounds, grows, extremes];
