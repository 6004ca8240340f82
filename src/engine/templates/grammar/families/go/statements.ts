// What Go's functions leave undone: bounds kept, results in order, locks given back.
import { escapeRegex } from '../../../../escape.ts';
import { brief, type Proposal } from '../../../family.ts';
import { declaredType, functionAround, givingUp, imports, isGo, isStatement } from '../../go.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const LONGEST = 60;
const MOST_BOUNDS = 3;

function after(branch: Branch, text: string, label: string, odds: number): Proposal {
  return { start: branch.end, end: branch.end, text, label, odds };
}

/** `target = value`, `target += value`: its parts; null for what is none, or gives several values at once. */
function assignmentOf(branch: Branch, scene: Scene): { readonly target: string; readonly sign: string; readonly value: string } | null {
  if (branch.type !== 'assignment_statement') return null;
  const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
  if (left === null || right === null || namedChildren(left).length > 1) return null;
  const sign = scene.file.text.slice(left.end, right.start).trim();
  const [target, value] = [scene.text(left), scene.text(right)];
  return target.length > LONGEST || value.length > LONGEST ? null : { target, sign, value };
}

const TOP = /^(?:max|limit|cap|capacity|burst|size|top|upper|high|hi|ceiling|total)|(?:Max|Limit|Cap|Capacity|Size)$/i;
const BOTTOM = /^(?:min|floor|lower|low|lo|bottom|least)|(?:Min|Floor)$/i;

/** Names and members of the function's own object that are bounds by what they are called. */
function boundsOf(branch: Branch, pattern: RegExp, scene: Scene): readonly string[] {
  const fn = functionAround(branch);
  const receiver = fn === null ? null : fieldOf(fn, 'receiver');
  const owner = receiver === null ? undefined : /^\((\w+)/.exec(scene.text(receiver))?.[1];
  const members = [...scene.file.text.matchAll(/^\t(\w+(?:, \w+)*)[ \t]+[\w.*[\]]+/gm)].flatMap(([, names = '']) => names.split(', '));
  const own = owner === undefined ? [] : [...new Set(members)].filter((name) => pattern.test(name)).map((name) => `${owner}.${name}`);
  return [...scene.variables(branch).filter((name) => pattern.test(name)), ...own].slice(0, MOST_BOUNDS);
}

/** What grows or shrinks stays within its bounds. */
const bounded: Family = {
  name: 'kept within bounds',
  share: 0.08,
  *propose(branch, scene) {
    if (!isGo(scene) || !isStatement(branch)) return;
    const made = assignmentOf(branch, scene);
    if (made === null) return;
    const { target, sign, value } = made;
    const indent = scene.indent(branch);
    const keeps = (test: string, bound: string): string =>
      `\n${indent}if ${target} ${test} ${bound} {\n${indent}\t${target} = ${bound}\n${indent}}`;
    const isSum = sign === '=' && /^[\w.]+ [-+*/] /.test(value);
    if (/^[+*]=$/.test(sign) || isSum)
      for (const bound of boundsOf(branch, TOP, scene))
        if (bound !== target) yield after(branch, keeps('>', bound), `${brief(target)} is at most ${bound}`, 1.5);
    if (sign === '-=' || isSum) {
      for (const bound of boundsOf(branch, BOTTOM, scene))
        if (bound !== target) yield after(branch, keeps('<', bound), `${brief(target)} is at least ${bound}`, 1);
      yield after(branch, keeps('<', '0'), `${brief(target)} is at least 0`, 0.7);
    }
    if (sign !== '=' || !/^[\w.[\]()-]+$/.test(value) || /^(?:nil|true|false|-?\d+)$/.test(value)) return;
    const last = (each: string): string => /(\w+)$/.exec(each)?.[1]?.toLowerCase() ?? '';
    const isKept =
      last(target) === last(value) || /^(?:max|min|best|last|largest|smallest|longest|shortest|high|low|end|start)/.test(last(target));
    for (const test of ['>', '<'])
      yield replaced(
        branch,
        `if ${value} ${test} ${target} {\n${indent}\t${scene.text(branch)}\n${indent}}`,
        `only where ${brief(value)} ${test} ${brief(target)}`,
        isKept ? 1.5 : 0.15,
      );
  },
};

/** How many are needed for all, where the rest of a division was dropped. */
const rest: Family = {
  name: 'rest of a division',
  share: 0.06,
  *propose(branch, scene) {
    if (!isGo(scene) || branch.type !== 'binary_expression' || !branch.children.some(({ type }) => type === '/')) return;
    const [left, right] = namedChildren(branch);
    if (left === undefined || right === undefined) return;
    const [all, size] = [scene.text(left), scene.text(right)];
    if (/float64|\.\d/.test(all + size) || all.length + size.length > LONGEST) return;
    const own = /^[\w.]+(?:\([^()]*\))?$/.test(all) ? all : `(${all})`;
    const fn = functionAround(branch);
    const name = fn === null ? null : fieldOf(fn, 'name');
    const counts = name !== null && /page|count|chunk|batch|num|group|row|block|size/i.test(scene.text(name)) ? 2 : 0.5;
    yield replaced(branch, `(${own} + ${size} - 1) / ${size}`, `the rest of ${brief(scene.text(branch))} counts`, counts);
    yield replaced(branch, `float64(${all}) / float64(${size})`, `fractions of ${brief(scene.text(branch))}`, 0.6);
  },
};

/** A branch that was to end the function, or the round. */
const endings: Family = {
  name: 'end forgotten',
  share: 0.06,
  *propose(branch, scene) {
    if (!isGo(scene) || branch.type !== 'if_statement' || fieldOf(branch, 'alternative') !== null) return;
    const body = fieldOf(branch, 'consequence');
    const list = body === null ? undefined : namedChildren(body)[0];
    const last = list === undefined ? undefined : namedChildren(list).at(-1);
    const fn = functionAround(branch);
    if (last === undefined || fn === null || /^(?:return|continue|break|goto)_statement$/.test(last.type)) return;
    if (/^(?:panic|os\.Exit|\w+\.Fatal)/.test(scene.text(last))) return;
    const indent = scene.indent(last);
    const [inLoop] = [...above(branch)].filter(({ type }) => type === 'for_statement' || /^func|_declaration$/.test(type));
    const isCheck = /\b(?:err|nil|ok)\b|len\(|== ""/.test(scene.text(fieldOf(branch, 'condition') ?? branch));
    yield after(
      last,
      `\n${indent}${givingUp(fn, scene, /\berr\b/.test(scene.text(branch)) ? 'err' : 'nil')}`,
      'return added',
      isCheck ? 1.5 : 0.7,
    );
    if (inLoop?.type === 'for_statement') {
      yield after(last, `\n${indent}continue`, 'continue added', 1);
      yield after(last, `\n${indent}break`, 'break added', 0.7);
    }
  },
};

/** A lock that is not given back. */
const locks: Family = {
  name: 'lock kept',
  share: 0.06,
  *propose(branch, scene) {
    if (!isGo(scene) || !isStatement(branch)) return;
    const [, mutex, kind] = /^([\w.]+)\.(R?)Lock\(\)$/.exec(scene.text(branch)) ?? [];
    const fn = functionAround(branch);
    if (mutex === undefined || fn === null || scene.text(fn).includes(`${mutex}.${kind}Unlock()`)) return;
    yield after(branch, `\n${scene.indent(branch)}defer ${mutex}.${kind}Unlock()`, `${mutex} is given back`, 3);
  },
};

/** The keys of a map come in any order. */
const ordered: Family = {
  name: 'order of a map',
  share: 0.06,
  *propose(branch, scene) {
    if (!isGo(scene) || !isStatement(branch) || branch.type !== 'for_statement') return;
    const clause = branch.children.find(({ type }) => type === 'range_clause');
    const over = clause === undefined ? null : fieldOf(clause, 'right');
    const fn = functionAround(branch);
    if (over === null || fn === null || declaredType(scene.text(over), scene)?.startsWith('map[') !== true) return;
    const filled = new Set([...scene.text(branch).matchAll(/\b(\w+) = append\(\1\b/g)].map(([, name = '']) => name));
    const indent = scene.indent(branch);
    for (const name of filled) {
      if (new RegExp(`\\b(?:sort|slices)\\.\\w+\\(${name}\\b`).test(scene.text(fn))) continue;
      const type = declaredType(name, scene);
      const by = type === '[]string' ? 'Strings' : type === '[]int' ? 'Ints' : null;
      if (by !== null && imports(scene, 'sort')) yield after(branch, `\n${indent}sort.${by}(${name})`, `${name} is sorted`, 2);
      else if (imports(scene, 'slices')) yield after(branch, `\n${indent}slices.Sort(${name})`, `${name} is sorted`, 2);
      else if (imports(scene, 'sort')) {
        const less = `func(i, j int) bool { return ${name}[i] < ${name}[j] }`;
        yield after(branch, `\n${indent}sort.Slice(${name}, ${less})`, `${name} is sorted`, 1);
      }
    }
  },
};

/** Equal ones stay as they stood; texts are compared and kept without case and blanks. */
const words: Family = {
  name: 'words as they are meant',
  share: 0.05,
  *propose(branch, scene) {
    if (!isGo(scene)) return;
    if (branch.type === 'selector_expression' && scene.text(branch) === 'sort.Slice')
      yield replaced(branch, 'sort.SliceStable', 'a stable order', 1);
    if (!imports(scene, 'strings')) return;
    if (branch.type === 'binary_expression') {
      const [left, right] = namedChildren(branch);
      const isSame = left !== undefined && right !== undefined && /^\s*==\s*$/.test(scene.file.text.slice(left.end, right.start));
      if (isSame && [left, right].some((each) => each && declaredType(scene.text(each), scene) === 'string'))
        yield replaced(branch, `strings.EqualFold(${scene.text(left)}, ${scene.text(right)})`, 'whatever the case', 0.7);
    }
    const isText = /^(?:identifier|selector_expression|index_expression|call_expression)$/.test(branch.type);
    const isGiven = branch.parent?.type === 'argument_list' || branch.parent?.type === 'expression_list' || branch.field === 'index';
    if (!isText || !isGiven || branch.parent?.field === 'left') return;
    const own = scene.text(branch);
    const type =
      branch.type === 'call_expression'
        ? /^strings\.(?:TrimSpace|ToLower|ToUpper)\(/.test(own)
          ? 'string'
          : null
        : declaredType(own, scene);
    if (type !== 'string' || own.length > LONGEST) return;
    for (const [call, odds] of [
      ['ToLower', 0.8],
      ['TrimSpace', 0.8],
      ['ToUpper', 0.3],
    ] as const)
      if (!own.includes(call)) yield replaced(branch, `strings.${call}(${own})`, `strings.${call}(${brief(own)})`, odds);
  },
};

/** What other methods of the same type call on its members, and this one does not. */
const habits: Family = {
  name: 'habit of the type',
  share: 0.06,
  *propose(branch, scene) {
    if (!isGo(scene) || branch.type !== 'method_declaration') return;
    const body = fieldOf(branch, 'body');
    const list = body === null ? undefined : namedChildren(body)[0];
    const receiver = fieldOf(branch, 'receiver');
    if (list === undefined || receiver === null) return;
    const [, name, type] = /^\((\w+) \*?(\w+)/.exec(scene.text(receiver)) ?? [];
    if (name === undefined || type === undefined) return;
    const known = new Set(
      below(branch)
        .filter((each) => each.type === 'identifier')
        .map(scene.text),
    );
    const statements = statementsOf(type, branch, scene)
      .map((text) => text.replace(new RegExp(`\\b${escapeRegex(text.match(/^(?:delete\()?(\w+)/)?.[1] ?? '')}\\.`, 'g'), `${name}.`))
      .filter((text) => !scene.text(branch).includes(text))
      .filter((text) =>
        (text.replace(/\.\w+|"[^"]*"/g, '').match(/[A-Za-z_]\w*/g) ?? []).every(
          (word) => known.has(word) || word === 'delete' || word === 'len',
        ),
      );
    const places = namedChildren(list);
    const [first] = places;
    for (const text of [...new Set(statements)].slice(0, 5)) {
      if (first !== undefined)
        yield { start: first.start, end: first.start, text: `${text}\n${scene.indent(first)}`, label: brief(text), odds: 0.8 };
      for (const place of places)
        if (place.type !== 'return_statement')
          yield after(place, `\n${scene.indent(place)}${text}`, brief(text), place.type === 'if_statement' ? 1 : 0.7);
    }
  },
};

/** Short calls that stand alone in the other methods of a type, and what they assign to its members. */
function statementsOf(type: string, own: Branch, scene: Scene): readonly string[] {
  const methods = namedChildren(scene.program).filter(
    (each) =>
      each.type === 'method_declaration' &&
      each !== own &&
      new RegExp(`\\*?\\b${type}\\b`).test(scene.text(fieldOf(each, 'receiver') ?? each)),
  );
  return methods.flatMap((method) =>
    below(method)
      .filter((each) => isStatement(each) && each.line === each.endLine)
      .map(scene.text)
      .filter(
        (text) =>
          text.length <= LONGEST && /^(?:\w+(?:\.\w+)+\(.*\)|delete\(\w+\.\w+, .*\)|\w+(?:\.\w+)+(?:\+\+|--| [-+]?= .*))$/.test(text),
      )
      .filter((text) => !/\b(?:R?Unlock|R?Lock)\(\)/.test(text)),
  );
}

export const goStatementFamilies: readonly Family[] = [bounded, rest, endings, locks, ordered, words, habits];
