// What may not be there in Rust, and what may fail: swallowed, taken for granted, handed on as another error.
import { brief, type Proposal } from '../../../family.ts';
import {
  declaredIn,
  earlyResults,
  errorsFor,
  functionAround,
  isInBlock,
  isRust,
  type MethodCall,
  methodCallOf,
  parametersOf,
  returnTypeOf,
  type Variant,
} from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../../tree.ts';
import { replaced } from '../names.ts';

const SWALLOWS = /^(?:unwrap_or|unwrap_or_default|unwrap_or_else)$/;
const IS_RESULT =
  /\.(?:parse(?:::<[^>]*>)?|try_into|try_from|from_str_radix|read_to_string|write_all|checked_\w+)\(|::(?:try_from|from_str_radix|from_utf8|from_str)\(/;
const MOST_ERRORS = 5;

/** Whether what stands in front of a call is of a closure's own: `?` would end the closure. */
function isInClosure(branch: Branch): boolean {
  return [...above(branch)].find(({ type }) => type === 'closure_expression' || type === 'function_item')?.type === 'closure_expression';
}

/** A failure that is turned into a value: `text.parse().unwrap_or(0)` -> `text.parse().map_err(|_| E)?`. */
const swallowed: Family = {
  name: 'failure swallowed',
  share: 0.12,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const fn = functionAround(branch);
    if (call === null || fn === null || isInClosure(branch)) return;
    const isTaken = /^(?:unwrap|expect)$/.test(call.name);
    if (!(isTaken || SWALLOWS.test(call.name))) return;
    const likely =
      (scene.clues.complaints.rust.unwrapped && isTaken ? 3 : 1) * (isMeant(call, scene) ? 0.3 : 1) * (isError(scene) ? 1.5 : 1);
    for (const { text, odds } of handedOn(call.object, fn, scene)) yield replaced(branch, text, `${brief(text)}`, odds * likely);
    if (isTaken)
      for (const [rank, text] of ['unwrap_or_default()', 'unwrap_or(0)'].entries())
        yield replaced(branch, `${scene.text(call.object)}.${text}`, text, (0.4 * likely) / (1 + rank));
  },
};

/** Whether a default says more than nothing: what stands for the end, or another value that is computed. */
function isMeant({ name, given }: MethodCall, scene: Scene): boolean {
  const [value] = given;
  return (
    name !== 'unwrap' &&
    name !== 'expect' &&
    value !== undefined &&
    !/^(?:-?[\d._]+|""|false|true|String::new\(\)|\|_\| .*)$/.test(scene.text(value))
  );
}

/** Whether a test waits for an error and gets a value. */
function isError({ clues }: Scene): boolean {
  return clues.pairs.some(({ expected, actual }) => /^(?:Err\(|None$)/.test(expected) && !/^(?:Err\(|None$)/.test(actual));
}

/** The ways in which a function that may fail hands on what fails in it. */
function handedOn(value: Branch, fn: Branch, scene: Scene): readonly { text: string; odds: number }[] {
  const [type, own] = [returnTypeOf(fn, scene), scene.text(value)];
  const isResult = IS_RESULT.test(own.slice(-80));
  if (/^Option\b/.test(type))
    return isResult && !/checked_/.test(own) ? [{ text: `${own}.ok()?`, odds: 1.2 }] : [{ text: `${own}?`, odds: 1.2 }];
  if (!/\bResult\b/.test(type)) return [];
  const names = [...own.matchAll(/\b[a-z_]\w*\b/g)].map(([name]) => name);
  const errors = [...new Set([...errorsFor(fn, scene), ...errorsAbout(own, fn, scene)])].sort(
    (a, b) => Number(names.some((name) => b.includes(name))) - Number(names.some((name) => a.includes(name))),
  );
  const made = errors.slice(0, MOST_ERRORS).map((error, rank) => {
    const plain =
      isResult && !/checked_/.test(own) ? `map_err(|_| ${error})` : /[({]/.test(error) ? `ok_or_else(|| ${error})` : `ok_or(${error})`;
    return { text: `${own}.${plain}?`, odds: 1.5 / (1 + rank / 3) };
  });
  return [...made, { text: `${own}?`, odds: 0.8 }];
}

/** Errors of the type that a function gives, made of the text that could not be read: `BadAge(text.to_string())`. */
function errorsAbout(value: string, fn: Branch, scene: Scene): readonly string[] {
  const type = /Result<.*,\s*(?:\w+::)*(\w+)>$/.exec(returnTypeOf(fn, scene))?.[1] ?? '';
  const about = /^[*&]?(\w+)(?:\.|$)/.exec(value)?.[1];
  if (type === 'String') return about === undefined ? [] : [`format!("invalid value: {${about}}")`];
  const variants = declaredIn(scene).variants.get(type) ?? [];
  return variants.flatMap(({ name, payload }) =>
    payload === '(String)' && about !== undefined ? [`${type}::${name}(${about}.to_string())`] : [],
  );
}

/** A result that nobody looks at: `let _ = f();` and `f().ok();` -> `f()?;`. */
const unseen: Family = {
  name: 'failure not handed on',
  share: 0.25,
  *propose(branch, scene) {
    const fn = functionAround(branch);
    if (!isRust(scene) || fn === null || !/\b(?:Result|Option)\b/.test(returnTypeOf(fn, scene)) || isInClosure(branch)) return;
    if (branch.type === 'let_declaration') {
      const [pattern, value] = [fieldOf(branch, 'pattern'), fieldOf(branch, 'value')];
      if (value?.type !== 'call_expression' || (pattern !== null && scene.text(pattern) !== '_')) return;
      yield replaced(branch, `${scene.text(value)}?;`, 'failure handed on', 1);
    }
    const [only] = branch.type === 'expression_statement' ? namedChildren(branch) : [];
    const call = methodCallOf(only, scene);
    if (only === undefined || call === null) return;
    if (call.name === 'ok' && call.given.length === 0) yield replaced(only, `${scene.text(call.object)}?`, 'failure handed on', 1);
    else if (isOwnFallible(only, scene)) yield { start: only.end, end: only.end, text: '?', label: 'failure handed on', odds: 1 };
  },
};

/** Whether the file declares the function that is called as one that may fail. */
function isOwnFallible(call: Branch, scene: Scene): boolean {
  const callee = fieldOf(call, 'function');
  const name = callee === null ? '' : (/(\w+)$/.exec(scene.text(callee))?.[1] ?? '');
  return new RegExp(`\\bfn ${name}\\b[^{;]*->\\s*(?:[\\w:]*::)?Result\\b`).test(scene.file.text);
}

/** Items that fail are left out: `filter_map(|each| each.parse().ok())` and `flatten()`. */
const leftOut: Family = {
  name: 'failures left out',
  share: 0.15,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const [closure] = call?.given ?? [];
    const fn = functionAround(branch);
    if (call === null || fn === null || closure?.type !== 'closure_expression' || !/^(?:filter_map|flat_map)$/.test(call.name)) return;
    const body = fieldOf(closure, 'body');
    const inner = methodCallOf(body, scene);
    if (inner?.name !== 'ok' || body === null || !/\b(?:Result|Option)\b/.test(returnTypeOf(fn, scene))) return;
    const head = scene.file.text.slice(closure.start, body.start);
    const value = scene.text(inner.object);
    if (/^Option\b/.test(returnTypeOf(fn, scene)))
      yield replaced(branch, `${scene.text(call.object)}.map(${head}${scene.text(body)})`, 'failures handed on', 1);
    for (const [rank, error] of errorsFor(fn, scene).slice(0, MOST_ERRORS).entries())
      yield replaced(
        branch,
        `${scene.text(call.object)}.map(${head}${value}.map_err(|_| ${error}))`,
        'failures handed on',
        1 / (1 + rank / 3),
      );
    yield replaced(branch, `${scene.text(call.object)}.map(${head}${value})`, 'failures handed on', 0.7);
  },
};

/** An index that may be past the end: `items[at]` -> `*items.get(at)?`. */
const pastEnd: Family = {
  name: 'index past the end',
  share: 0.25,
  *propose(branch, scene) {
    const { outOfBounds, overflow } = scene.clues.complaints.rust;
    const fn = functionAround(branch);
    if (!isRust(scene) || branch.type !== 'index_expression' || fn === null || !(outOfBounds || overflow.has('subtract'))) return;
    const [of, index] = namedChildren(branch);
    if (of === undefined || index === undefined || branch.field === 'left') return;
    const [list, at] = [scene.text(of), scene.text(index)];
    const type = returnTypeOf(fn, scene);
    const get = `${list}.get(${at})`;
    if (outOfBounds) {
      if (/^Option\b/.test(type)) yield* gotten(branch, get, scene);
      yield replaced(branch, `${get}.copied().unwrap_or_default()`, 'empty past the end', 0.5);
    }
    if (!/\.\./.test(at))
      yield* checkedBefore(
        branch,
        fn,
        outOfBounds && !/ - 1$/.test(at) ? [`${at} >= ${list}.len()`, `${list}.is_empty()`] : [`${list}.is_empty()`],
        scene,
      );
  },
};

function* gotten(branch: Branch, get: string, scene: Scene): Generator<Proposal> {
  const around = branch.parent?.type === 'call_expression' || branch.parent?.type === 'arguments' ? branch.parent : null;
  const some = around?.parent?.type === 'call_expression' && /^Some\(/.test(scene.text(around.parent)) ? around.parent : null;
  if (some !== null) yield replaced(some, `${get}.copied()`, 'nothing past the end', 1);
  if (branch.parent?.type === 'reference_expression') yield replaced(branch.parent, `${get}?`, 'nothing past the end', 1);
  else yield replaced(branch, `*${get}?`, 'nothing past the end', 1);
}

/** A way out in front of the statement, by what the function returns. */
function* checkedBefore(branch: Branch, fn: Branch, tests: readonly string[], scene: Scene): Generator<Proposal> {
  const statement = [branch, ...above(branch)].find(isInBlock);
  if (statement === undefined) return;
  const pad = scene.indent(statement);
  for (const [order, test] of tests.entries())
    for (const [rank, value] of earlyResults(fn, scene).entries()) {
      const text = `if ${test} {\n${pad}    return${value === '' ? '' : ` ${value}`};\n${pad}}\n${pad}`;
      yield {
        start: statement.start,
        end: statement.start,
        text,
        label: `${brief(value)} if ${brief(test)}`,
        odds: 1 / (1 + rank / 2) / (1 + order / 2),
      };
    }
}

const EMPTIABLE = /^&?(?:mut )?(?:\[|Vec\b|str\b|String\b|HashMap\b|BTreeMap\b|HashSet\b)/;
const COUNT = /^(?:[iu](?:8|16|32|64|128|size)|f64|f32)$/;

/** Nothing is given: an early end by the type of what is given and of what is returned. */
const nothingGiven: Family = {
  name: 'nothing given',
  share: 0.06,
  *propose(branch, scene) {
    const fn = branch.parent?.type === 'block' ? branch.parent.parent : null;
    if (
      !isRust(scene) ||
      fn?.type !== 'function_item' ||
      !isInBlock(branch) ||
      branch.parent === null ||
      namedChildren(branch.parent)[0] !== branch
    )
      return;
    const body = scene.text(branch.parent);
    const pad = scene.indent(branch);
    const { byZero, outOfBounds, overflow, unwrapped } = scene.clues.complaints.rust;
    const likely = byZero || outOfBounds || unwrapped || overflow.has('subtract') ? 2 : 1;
    for (const [order, { name, type }] of parametersOf(fn, scene).slice(0, 3).entries()) {
      const isList = EMPTIABLE.test(type);
      const tests = isList
        ? [`${name}.is_empty()`]
        : COUNT.test(type)
          ? [
              `${name} == ${type.startsWith('f') ? '0.0' : '0'}`,
              ...(/^[if]/.test(type) ? [`${name} < ${type.startsWith('f') ? '0.0' : '0'}`] : []),
            ]
          : [];
      for (const [at, test] of tests.entries()) {
        if (body.includes(test)) continue;
        for (const [rank, value] of earlyResults(fn, scene).slice(0, 4).entries()) {
          const text = `if ${test} {\n${pad}    return${value === '' ? '' : ` ${value}`};\n${pad}}\n${pad}`;
          yield {
            start: branch.start,
            end: branch.start,
            text,
            label: `${brief(value)} if ${test}`,
            odds: (likely * (isList ? 1 : 0.5)) / (1 + order / 2) / (1 + rank / 2) / (1 + at / 2),
          };
        }
      }
    }
  },
};

/** One of the kinds of an enum instead of another: of an error before all. */
const otherVariant: Family = {
  name: 'variant',
  share: 0.06,
  *propose(branch, scene) {
    if (!isRust(scene) || branch.field !== 'name' || !/^scoped_(?:type_)?identifier$/.test(branch.parent?.type ?? '')) return;
    const path = branch.parent === null ? null : fieldOf(branch.parent, 'path');
    const own = scene.text(branch);
    const type = path === null ? '' : /(\w+)$/.exec(scene.text(path))?.[1];
    const impl = nearest(branch, new Set(['impl_item']));
    const name = type === 'Self' && impl !== null ? scene.text(fieldOf(impl, 'type') ?? impl) : type;
    const variants = declaredIn(scene).variants.get(name ?? '') ?? [];
    const mine = variants.find((each) => each.name === own);
    if (mine === undefined || isPattern(branch)) return;
    const wanted = scene.clues.pairs.map(({ expected }) => expected).join('\n');
    const came = scene.clues.pairs.map(({ actual }) => actual).join('\n');
    const isAlike = (one: Variant): boolean => one.payload === mine.payload;
    for (const [rank, other] of variants
      .filter((each) => each !== mine && isAlike(each))
      .slice(0, 6)
      .entries()) {
      const likely = new RegExp(`\\b${other.name}\\b`).test(wanted) ? (new RegExp(`\\b${own}\\b`).test(came) ? 4 : 1) : 0.5;
      yield replaced(branch, other.name, `${own} -> ${other.name}`, likely / (1 + rank / 4));
    }
  },
};

function isPattern(branch: Branch): boolean {
  return [...above(branch)].slice(0, 4).some(({ type }) => /pattern$/.test(type));
}

/** A default that is made of nothing is not what is said: `unwrap_or(0)`, another one that the file knows. */
const otherDefault: Family = {
  name: 'other default',
  share: 0.04,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    const [value] = call?.given ?? [];
    if (call === null || value === undefined || !/^(?:unwrap_or|map_or)$/.test(call.name)) return;
    const own = scene.text(value);
    const others = own === 'false' ? ['true'] : own === 'true' ? ['false'] : [...declaredIn(scene).constants].slice(0, 3);
    for (const other of others) yield replaced(value, other, `${own} -> ${other}`, 1);
    const fn = functionAround(branch);
    const lists =
      fn === null ? [] : [...new Set(below(fn).flatMap((each) => (methodCallOf(each, scene)?.name === 'len' ? [scene.text(each)] : [])))];
    for (const other of lists.slice(0, 2)) if (other !== own && /^\d/.test(own)) yield replaced(value, other, `${own} -> ${other}`, 0.7);
  },
};

export const rustFailureFamilies: readonly Family[] = [swallowed, unseen, leftOut, pastEnd, nothingGiven, otherVariant, otherDefault];
