// Ways out in PHP: for nothing, for an empty list, for what may not be given; and what is thrown, caught, and let pass.
import { brief, type Proposal } from '../../../family.ts';
import {
  bare,
  before,
  behind,
  callOf,
  classAround,
  emptyOf,
  expressionOf,
  functionAround,
  guarded,
  isFunction,
  leavesOf,
  methodsOf,
  nameOf,
  nextOf,
  operatorOf,
  parametersOf,
  phpFamily,
  phpFunctionFamily,
  returnTypeOf,
  says,
  statementAround,
  statementsOf,
} from '../../php.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** The first or the largest of a list, or its share: there is none of nothing. */
const ofSome = (name: string): RegExp =>
  new RegExp(
    `(?:max|min|reset|end|current|array_key_first|array_key_last|array_shift|array_pop|array_rand)\\(\\${name}\\)|\\${name}\\[(?:0|count)|/ *count\\(\\${name}\\)|array_combine|range\\(`,
  );

/** Nothing, or an empty list or text, given to a function that counts on more. */
const emptyGiven = phpFunctionFamily('nothing given', 0.09, 'method_declaration function_definition', function* (branch, scene) {
  const [first] = statementsOf(branch);
  const body = fieldOf(branch, 'body');
  if (first === undefined || body === null) return;
  const [code, isMade] = [scene.text(body), nameOf(branch, scene) === '__construct'];
  for (const { name, type } of isMade ? [] : parametersOf(branch, scene).slice(0, 4)) {
    const nothing = type.startsWith('?') || /\bnull\b/.test(type) ? 'null' : type === 'array' ? '[]' : type === 'string' ? "''" : null;
    if (nothing === null || new RegExp(`\\${name} (?:===?|!==?) |!\\${name}\\b|(?:empty|isset)\\(\\${name}|\\${name} \\?\\??`).test(code))
      continue;
    const reads =
      nothing === 'null'
        ? new RegExp(`\\${name}(?:->|\\[)`).test(code)
        : nothing === '[]'
          ? ofSome(name).test(code)
          : new RegExp(`\\${name}\\[|(?:explode|str_split|str_repeat|strpos|str_contains|str_starts_with|preg_\\w+)\\(.*\\${name}`).test(
              code,
            );
    const odds = reads ? 1.2 : nothing === "''" ? 0.15 : 0.3;
    for (const [rank, leave] of leavesOf(branch, scene).entries())
      yield before(
        first,
        guarded(`${name} === ${nothing}`, leave, scene.indent(first)),
        scene,
        `if ${name} === ${nothing}: ${leave}`,
        odds / (1 + rank),
      );
  }
});

/** What an array has not: `max([])`, `$total / count($items)`. */
const noneOfMember = phpFamily('none there', 0.09, 'return_statement expression_statement', function* (branch, scene) {
  const code = scene.text(branch);
  const fn = functionAround(branch);
  const [whole, list] =
    /(?:\b(?:max|min|reset|end|array_shift|array_pop|array_key_first|array_key_last)\(|\/ *count\()(\$this->\w+|\$\w+)\)/.exec(code) ?? [];
  if (
    whole === undefined ||
    list === undefined ||
    fn === null ||
    code.includes('?') ||
    new RegExp(`${list.replace('$', '\\$')} === \\[\\]|empty\\(${list.replace('$', '\\$')}\\)`).test(scene.text(fn))
  )
    return;
  for (const [rank, leave] of leavesOf(fn, scene).entries())
    yield before(branch, guarded(`${list} === []`, leave, scene.indent(branch)), scene, `if there is none: ${leave}`, 1.1 / (1 + rank));
});

/** What a look-up may have answered with nothing, and is used at once. */
const nothingFound = phpFamily('nothing found', 0.1, 'expression_statement', function* (branch, scene) {
  const value = expressionOf(branch);
  const [target, right] = value?.type === 'assignment_expression' ? [fieldOf(value, 'left'), fieldOf(value, 'right')] : [null, null];
  const next = nextOf(branch);
  const fn = functionAround(branch);
  if (target?.type !== 'variable_name' || right === null || next === undefined || fn === null) return;
  const own = scene.text(target);
  const name = callOf(bare(right), scene)?.name ?? '';
  const endsInNull = operatorOf(right) === '??' && scene.text(fieldOf(right, 'right') ?? right) === 'null';
  const isFalse =
    /^(?:array_search|(?:mb_)?str(?:i|r)?pos|json_decode|file_get_contents|strtotime|createFromFormat|filter_var|fopen|parse_url)$/.test(
      name,
    );
  if (!(endsInNull || isFalse || /^(?:find|get|first|last|lookup|resolve|search|array_pop|array_shift|pop|current)/.test(name))) return;
  const rest = scene.file.text.slice(branch.end, fn.end);
  if (new RegExp(`^\\s*(?:if|while) \\([^{]*\\${own}\\b`).test(rest)) return;
  const reads = new RegExp(`\\${own}(?:->|\\[)`).test(rest);
  const nothing = isFalse ? 'false' : 'null';
  const inLoop = [...above(branch)].find((at) => isFunction(at) || /^(?:foreach|for|while)_statement$/.test(at.type));
  const leaves = inLoop !== undefined && !isFunction(inLoop) ? ['continue;'] : leavesOf(fn, scene);
  for (const [rank, leave] of leaves.entries())
    yield behind(
      branch,
      guarded(`${own} === ${nothing}`, leave, scene.indent(branch)),
      scene,
      `if ${own} === ${nothing}: ${leave}`,
      (endsInNull || isFalse ? 1.2 : reads ? 0.6 : 0.3) / (1 + rank),
    );
});

/** `$this->owner->name()` where there may be no owner. */
const safely = phpFamily('called on nothing', 0.12, 'member_call_expression member_access_expression', function* (branch, scene) {
  const object = fieldOf(branch, 'object');
  const arrow = branch.children.find(({ type }) => type === '->');
  if (object === null || arrow === undefined || scene.text(object) === '$this' || branch.field === 'left') return;
  const said = scene.clues.complaints.nothing;
  const own = scene.text(object);
  const fn = functionAround(branch);
  const isMaybe =
    (fn !== null && parametersOf(fn, scene).some(({ name, type }) => name === own && type.startsWith('?'))) ||
    says(scene, new RegExp(`\\?\\w+ \\$${own.replace(/\$this->|\W/g, '')}\\b`));
  if (!said && !isMaybe) return;
  yield replaced(arrow, '?->', `${brief(own)}?->`, (said ? 1 : 0) + (isMaybe ? 0.4 : 0));
});

/** What a method of PHP may be given, and others refuse: a number below its least, an empty name. */
const refused = phpFunctionFamily('given in vain', 0.08, 'method_declaration function_definition', function* (branch, scene) {
  const [first] = statementsOf(branch);
  const { awaited, unknown } = scene.clues.complaints;
  const error = [...awaited][0] ?? /throw new (\\?\w+)\(/.exec(scene.file.text)?.[1];
  const waits = awaited.size > 0;
  if (first === undefined || error === undefined || unknown.has(error) || (!waits && !says(scene, /throw new/))) return;
  const own = scene.text(branch);
  const shown =
    error.startsWith('\\') || says(scene, new RegExp(`^use [\\w\\\\]*\\b${error};`, 'm')) || !says(scene, /^namespace/m)
      ? error
      : `\\${error}`;
  const message = scene.clues.expectedStrings.find((each) => /\w \w/.test(each)) ?? 'Not allowed';
  for (const { name, type } of parametersOf(branch, scene).slice(0, 3)) {
    const tests = /^(?:int|float)$/.test(type)
      ? [`${name} < 0`, `${name} <= 0`, `${name} < 1`, `${name} === 0`]
      : type === 'string'
        ? [`${name} === ''`, `trim(${name}) === ''`]
        : type === 'array'
          ? [`${name} === []`]
          : [];
    if (new RegExp(`if \\([^{]*\\${name}\\b[^{]*\\{\\s*throw`).test(own)) continue;
    for (const [rank, test] of tests.entries())
      yield before(
        first,
        guarded(test, `throw new ${shown}('${message.replaceAll("'", '')}');`, scene.indent(first)),
        scene,
        `refused if ${test}`,
        (waits ? 1.2 : 0.2) / (1 + rank / 2),
      );
  }
});

/** What is thrown for another reason, or only made. */
const thrown = phpFamily('thrown', 0.12, 'object_creation_expression', function* (branch, scene) {
  const name = namedChildren(branch).find(({ type }) => /name$/.test(type));
  const own = name === undefined ? '' : scene.text(name).replace(/^.*\\/s, '');
  if (name === undefined || !/(?:Exception|Error)$/.test(own)) return;
  const { parent } = branch;
  if (parent?.type === 'expression_statement') yield { start: branch.start, end: branch.start, text: 'throw ', label: 'thrown', odds: 1.3 };
  if (parent?.type === 'return_statement') yield replaced(parent, `throw ${scene.text(branch)};`, 'thrown instead of returned', 1.2);
  if (parent?.type !== 'throw_expression') return;
  const { awaited } = scene.clues.complaints;
  const tested = [...scene.clues.testNames.keys()].filter((each) => /^[A-Z]\w*(?:Exception|Error)$/.test(each));
  const isNamed = (each: string): boolean =>
    !says(scene, /^namespace/m) ||
    says(scene, new RegExp(`^use [\\w\\\\]*\\b${each};`, 'm')) ||
    scene.clues.paths.some((path) => path.endsWith(`/${each}.php`));
  const others = [...new Set([...awaited, ...tested])].filter((each) => each !== own);
  for (const [rank, other] of others.slice(0, 3).entries())
    yield replaced(name, isNamed(other) ? other : `\\${other}`, `${own} -> ${other}`, (awaited.has(other) ? 2 : 0.6) / (1 + rank));
});

/** What is caught: of too few or too many kinds, and then let pass. */
const caught = phpFamily('caught', 0.1, 'catch_clause', function* (branch, scene) {
  const [type, name, body] = ['type', 'name', 'body'].map((field) => fieldOf(branch, field));
  if (type == null || body == null) return;
  const own = scene.text(type);
  const root = says(scene, /^namespace/m) ? '\\' : '';
  if (/^\\?Exception$/.test(own) || /Error$/.test(own)) yield replaced(type, `${root}Throwable`, 'whatever is thrown', 1);
  const tried = branch.parent === null ? null : fieldOf(branch.parent, 'body');
  const makes = new Set([...(scene.file.text.matchAll(/throw new \\?(\w+)\(/g) ?? [])].map(([, each]) => each ?? ''));
  for (const [rank, other] of [...makes]
    .filter((each) => !own.includes(each))
    .slice(0, 2)
    .entries()) {
    yield replaced(type, `${own} | ${other}`, `${other}, too`, 0.7 / (1 + rank));
    yield replaced(type, other, `${own} -> ${other}`, 0.6 / (1 + rank));
  }
  if (/\bjson_(?:decode|encode)\(/.test(tried === null ? '' : scene.text(tried)) && !/Json|Throwable/.test(own))
    yield replaced(type, `${root}JsonException`, 'JsonException', 1);
  if (name == null) return;
  const error = scene.text(name);
  const isThrown = below(body).some(({ type: kind }) => kind === 'throw_expression');
  const last = statementsOf(body).at(-1);
  if (!isThrown && last === undefined)
    yield replaced(body, `{\n${scene.indent(branch)}    throw ${error};\n${scene.indent(branch)}}`, `${error} thrown again`, 1);
  if (!isThrown && last !== undefined) {
    if (last.type === 'return_statement') yield replaced(last, `throw ${error};`, `${error} thrown again`, 0.5);
    else yield behind(last, `throw ${error};`, scene, `${error} thrown again`, 0.8);
  }
  yield* withCause(body, error, scene);
});

/** `throw new X($message)` in a catch, without what was caught. */
function* withCause(body: Branch, error: string, scene: Scene): Generator<Proposal> {
  for (const at of below(body)) {
    const list = at.type === 'object_creation_expression' ? at.children.find(({ type }) => type === 'arguments') : undefined;
    const given = list === undefined ? [] : namedChildren(list);
    if (
      list === undefined ||
      at.parent?.type !== 'throw_expression' ||
      scene.text(list).includes(`${error},`) ||
      new RegExp(`\\${error}[,)]`).test(scene.text(list))
    )
      continue;
    const text = given.length === 1 ? `, 0, ${error}` : given.length === 2 ? `, ${error}` : null;
    if (text !== null) yield { start: list.end - 1, end: list.end - 1, text, label: 'with its cause', odds: 1 };
  }
}

/** An element of a loop that has to be left out before anything is done with it. */
const leftOut = phpFamily('left out of a loop', 0.06, 'foreach_statement', function* (branch, scene) {
  const [first] = statementsOf(branch);
  const target = namedChildren(branch)[1];
  const value = target?.type === 'pair' ? namedChildren(target)[1] : target;
  if (first === undefined || value?.type !== 'variable_name' || first.type === 'if_statement') return;
  const own = scene.text(value);
  const isText = new RegExp(`(?:trim|explode|strtolower|strlen|substr|str_\\w+|preg_\\w+)\\([^)]*\\${own}\\b`).test(scene.text(branch));
  const assigned = expressionOf(first);
  const made =
    assigned?.type === 'assignment_expression' && /^\$\w+ = (?:trim|strtolower)\(/.test(scene.text(assigned))
      ? scene.text(fieldOf(assigned, 'left') ?? assigned)
      : null;
  if (made !== null) yield behind(first, guarded(`${made} === ''`, 'continue;', scene.indent(first)), scene, `no empty ${made}`, 1.2);
  else
    for (const [rank, test] of (isText ? [`${own} === ''`, `trim(${own}) === ''`] : [`${own} === null`]).entries())
      yield before(first, guarded(test, 'continue;', scene.indent(first)), scene, `not where ${test}`, (isText ? 1 : 0.4) / (1 + rank));
});

/** A `match` that has no answer for the rest. */
const noRest = phpFamily('no answer for the rest', 0.06, 'match_block switch_block', function* (branch, scene) {
  const parts = namedChildren(branch);
  const last = parts.at(-1);
  if (last === undefined || parts.some(({ type }) => /default/.test(type)) || branch.type !== 'match_block') return;
  const statement = statementAround(branch);
  const empty = (statement?.type === 'return_statement' ? emptyOf(returnTypeOf(functionAround(branch), scene)) : null) ?? 'null';
  yield { start: last.end, end: last.end, text: `,\n${scene.indent(last)}default => ${empty}`, label: `default => ${empty}`, odds: 1 };
});

/** A key that a member has not, a case that a method beside tells apart. */
const notKnown = phpFamily('not known here', 0.09, 'expression_statement return_statement', function* (branch, scene) {
  const fn = functionAround(branch);
  if (fn?.type !== 'method_declaration' || nameOf(fn, scene) === '__construct') return;
  const given = parametersOf(fn, scene);
  const [whole, table = ''] = /(\$this->\w+)\[(\$\w+)\](?! *(?:\?\?|=(?!=)))/.exec(scene.text(branch)) ?? [];
  const key = given.find(({ name }) => whole?.endsWith(`[${name}]`));
  const isAsked =
    key === undefined ||
    new RegExp(`(?:isset|array_key_exists|\\?\\?)[^;]*\\${table}\\b`).test(scene.file.text.slice(fn.start, branch.end));
  const leaves = leavesOf(fn, scene);
  if (whole !== undefined && !isAsked && !/^unset/.test(scene.text(branch)))
    for (const [rank, leave] of leaves.entries())
      yield before(
        branch,
        guarded(`!isset(${whole})`, leave, scene.indent(branch)),
        scene,
        `if there is no ${whole}: ${leave}`,
        1 / (1 + rank),
      );
  if (statementsOf(fn)[0] !== branch || given.length === 0) return;
  const heads = given.map(({ name, type }) => `${type} ${name}`).join();
  for (const each of methodsOf(classAround(fn))) {
    const same =
      parametersOf(each, scene)
        .map(({ name, type }) => `${type} ${name}`)
        .join() === heads;
    const call = `$this->${nameOf(each, scene)}(${given.map(({ name }) => name).join(', ')})`;
    if (!same || returnTypeOf(each, scene) !== 'bool' || each === fn || scene.text(fn).includes(call)) continue;
    yield before(branch, guarded(`!${call}`, leaves[0] ?? 'return;', scene.indent(branch)), scene, `if not ${call}: ${leaves[0]}`, 0.8);
  }
});

export const phpFlowFamilies: readonly Family[] = [
  notKnown,
  emptyGiven,
  noneOfMember,
  nothingFound,
  safely,
  refused,
  thrown,
  caught,
  leftOut,
  noRest,
];
