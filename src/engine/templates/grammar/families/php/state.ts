// The state of PHP's objects: what other methods of a class keep up to date and this one does not, what is reset, bounded, or kept in order.
import { brief, hasWord, type Proposal } from '../../../family.ts';
import {
  atEnd,
  before,
  behind,
  classAround,
  isJump,
  loopAround,
  membersOf,
  methodAround,
  methodsOf,
  nameOf,
  operatorOf,
  parametersOf,
  phpFamily,
  phpFunctionFamily,
  statementsOf,
  variablesIn,
} from '../../php.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Longer code is no statement that a method has forgotten. */
const LONGEST = 220;
const MOST = 4;

/** The first member that a statement changes or unsets; null where it changes none. */
function memberChanged(code: string): string | null {
  return (
    /^(?:unset\(|array_(?:push|unshift|shift|pop|splice)\(|\+\+|--|[uka]*r?sort\()?\$this->(\w+)(?:\[[^=]*\])? *(?:[-+.*/|&]?=(?![=>])|\?\?=|\+\+|--|\)|,)/.exec(
      code,
    )?.[1] ?? null
  );
}

interface Habit {
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly methods: ReadonlySet<Branch>;
}

const habits = new WeakMap<Branch, readonly Habit[]>();

/** Statements of a class's methods that stand directly in them, those of the constructor aside. */
function habitsOf(owner: Branch, scene: Scene): readonly Habit[] {
  const known = habits.get(owner);
  if (known !== undefined) return known;
  const found = new Map<string, { first: boolean; last: boolean; methods: Set<Branch> }>();
  for (const method of methodsOf(owner)) {
    if (nameOf(method, scene) === '__construct') continue;
    const list = statementsOf(method);
    for (const [index, statement] of list.entries()) {
      const text = scene.text(statement);
      const isGuard =
        statement.type === 'if_statement' &&
        isJump(statementsOf(fieldOf(statement, 'body')).at(-1)) &&
        fieldOf(statement, 'alternative') === null;
      if (text.length > LONGEST || !(isGuard || /^(?:expression|unset)_statement$/.test(statement.type))) continue;
      const habit = found.get(text) ?? { first: false, last: false, methods: new Set<Branch>() };
      habit.first ||= index === 0 || (index === 1 && list.length > 2);
      habit.last ||= index >= list.length - 2 && index > 0;
      habit.methods.add(method);
      found.set(text, habit);
    }
  }
  const made = [...found].map(([text, habit]) => ({ text, ...habit }));
  habits.set(owner, made);
  return made;
}

/** What the other methods do and this one does not: check, normalise, count, forget. */
const habit = phpFunctionFamily('as the other methods do', 0.1, 'method_declaration', function* (branch, scene) {
  const owner = classAround(branch);
  const list = statementsOf(branch);
  const [first, last] = [list[0], list.at(-1)];
  if (owner === null || first === undefined || last === undefined || nameOf(branch, scene) === '__construct') return;
  const given = new Set(['$this', ...parametersOf(branch, scene).map(({ name }) => name)]);
  const own = scene.text(branch);
  const fitting = habitsOf(owner, scene).filter(
    (each) =>
      !each.methods.has(branch) &&
      !own.includes(each.text) &&
      variablesIn(each.text.replace(/catch \(.*/s, '')).every((name) => given.has(name)),
  );
  const names = (text: string): number => variablesIn(text).filter((name) => name !== '$this').length;
  const ranked = fitting.map((each) => ({ ...each, odds: oddsOf(each, own, names(each.text), scene) })).filter(({ odds }) => odds > 0);
  for (const { text, first: isFirst, odds } of ranked.toSorted((a, b) => b.odds - a.odds).slice(0, MOST)) {
    const changes = memberChanged(text) !== null;
    if (isFirst || !changes) yield before(first, text, scene, `${brief(text)} as in other methods`, odds);
    if (!changes || nameOf(branch, scene) === '') continue;
    const at = isJump(last)
      ? before(last, text, scene, `${brief(text)} as in other methods`, odds)
      : behind(last, text, scene, `${brief(text)} as in other methods`, odds);
    if (!(isFirst && last === first)) yield at;
  }
});

/** How likely a method has forgotten what others do. */
function oddsOf({ text, methods, first }: Habit, own: string, names: number, { text: textOf }: Scene): number {
  const member = memberChanged(text);
  const times = Math.min(2, methods.size);
  if (/^(?:return|throw)/.test(text) || (/^\$this->\w+\[\] = /.test(text) && names === 0)) return 0;
  if (member !== null) {
    const touches = new RegExp(`\\$this->${member}\\b(?:\\[[^\\]]*\\])? *(?:[-+.*/]?=(?![=>])|\\+\\+|--)`).test(own);
    // A method that changes nothing of its object, and is only asked, keeps nothing up to date.
    const changes =
      /\$this->\w+(?:\[[^\]]*\])* *(?:[-+.*/]?=(?![=>])|\+\+|--)|unset\(\$this|array_(?:push|pop|shift|unshift|splice)\(\$this/.test(own);
    return touches ? 0 : (changes ? 0.6 : 0.25) * times;
  }
  const isCheck =
    /^if \(/.test(text) ||
    /^\$this->(?:check|assert|ensure|validate|guard|load|init|boot|refresh|sort|notify|invalidate|touch|purge|expire|evict|prune)\w*\(/i.test(
      text,
    ) ||
    /^self::/.test(text);
  const normalises = /^(\$\w+) = .*\1/s.test(text);
  const beside = [...methods].some(
    (method) =>
      textOf(method)
        .split('\n')[0]
        ?.replace(/function \w+/, '') === own.split('\n')[0]?.replace(/function \w+/, ''),
  );
  if (names === 0 && !isCheck) return 0.3 * times;
  return (isCheck || normalises ? 0.8 : 0.4) * (first ? 1 : 0.6) * times * (beside ? 1.3 : 1);
}

/** Members and what they begin with: by their declaration, or in the constructor. */
function beginnings(owner: Branch, scene: Scene): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { name, initial } of membersOf(owner, scene)) if (initial !== null) first.set(name, initial);
  for (const method of methodsOf(owner)) {
    if (nameOf(method, scene) !== '__construct') continue;
    for (const [, name, value] of scene.text(method).matchAll(/\$this->(\w+) = (\[\]|0|0\.0|null|false|true|''|""|\d+);/g))
      if (name !== undefined && value !== undefined) first.set(name, value);
  }
  return first;
}

const BEGINS_ANEW =
  /^(?:reset|clear|flush|rewind|build|finish|restart|start|begin|drain|close|truncate|empty|commit|rollback|stop|parse|run)/i;

/** A method that begins anew, and leaves a member as it was. */
const reset = phpFunctionFamily('begun anew', 0.12, 'method_declaration', function* (branch, scene) {
  const owner = classAround(branch);
  const list = statementsOf(branch);
  const last = list.at(-1);
  if (owner === null || last === undefined || nameOf(branch, scene) === '__construct') return;
  const own = scene.text(branch);
  const first = beginnings(owner, scene);
  const isReset = [...first].filter(([name, value]) => own.includes(`$this->${name} = ${value};`));
  if (isReset.length === 0 && !BEGINS_ANEW.test(nameOf(branch, scene))) return;
  const left = [...first].filter(
    ([name, value]) => !own.includes(`$this->${name} = `) && /^(?:\[\]|0|0\.0|null|false|''|true)$/.test(value),
  );
  const changed = left.filter(([name]) =>
    methodsOf(owner).some(
      (each) => each !== branch && new RegExp(`\\$this->${name}(?:\\[[^\\]]*\\])* *(?:[-+.]?=(?![=>])|\\+\\+|--)`).test(scene.text(each)),
    ),
  );
  const odds = (isReset.length > 0 ? 1.2 : 0.8) / Math.sqrt(Math.max(1, changed.length));
  for (const [name, value] of changed.slice(0, 3)) {
    const code = `$this->${name} = ${value};`;
    if (isJump(last)) yield* handedOut(last, name, code, scene, odds);
    else yield behind(last, code, scene, `${code} as in the beginning`, odds);
    if (/^(?:start|begin|parse|run|build|rewind)/i.test(nameOf(branch, scene)) && list[0] !== undefined)
      yield before(list[0], code, scene, `${code} as in the beginning`, odds);
  }
});

/** `return $this->parts;` hands out what is begun anew. */
function* handedOut(last: Branch, name: string, code: string, scene: Scene, odds: number): Generator<Proposal> {
  const [value] = namedChildren(last);
  if (value === undefined || !hasWord(scene.text(value), name)) return yield before(last, code, scene, `${code} as in the beginning`, odds);
  const pad = scene.indent(last);
  const kept = /^\$this->\w+$/.test(scene.text(value)) ? `$${name}` : '$result';
  yield replaced(last, `${kept} = ${scene.text(value)};\n${pad}${code}\n${pad}return ${kept};`, `${code} before it is returned`, odds);
}

/** Whether a class takes the first key of a member for the oldest. */
function keepsOrder(member: string, owner: Branch, scene: Scene): boolean {
  const code = scene.text(owner);
  const own = `\\$this->${member}`;
  return (
    new RegExp(`(?:array_key_first|array_shift|reset|array_keys|key|current|array_slice)\\(${own}\\b`).test(code) &&
    new RegExp(`unset\\(${own}\\[`).test(code)
  );
}

/** What is used goes to the end of an array that knows its oldest by its place. */
const lastUsed = phpFamily('order of use', 0.14, 'return_statement assignment_expression', function* (branch, scene) {
  const owner = classAround(branch);
  const method = methodAround(branch);
  const value = branch.type === 'return_statement' ? namedChildren(branch)[0] : fieldOf(branch, 'left');
  const source = value?.type === 'binary_expression' && operatorOf(value) === '??' ? fieldOf(value, 'left') : value;
  const [object, key, more] = source?.type === 'subscript_expression' ? namedChildren(source) : [];
  if (
    owner === null ||
    method === null ||
    source == null ||
    object?.type !== 'member_access_expression' ||
    key === undefined ||
    more !== undefined
  )
    return;
  const member = /^\$this->(\w+)$/.exec(scene.text(object))?.[1];
  const own = scene.text(source);
  if (member === undefined || !keepsOrder(member, owner, scene) || scene.text(method).includes(`unset(${own})`)) return;
  const pad = scene.indent(branch);
  if (branch.type === 'return_statement') {
    const moved = `$value = ${own};\n${pad}unset(${own});\n${pad}${own} = $value;`;
    yield replaced(branch, `${moved}\n${pad}return $value;`, `${brief(own)} put at the end`, value === source ? 1.2 : 0.6);
  } else if (branch.parent?.type === 'expression_statement' && loopAround(branch) === null)
    yield before(branch.parent, `unset(${own});`, scene, `${brief(own)} put at the end`, 1);
});

/** A key that elsewhere in the class goes through a function first: `$this->items[strtolower($key)]`. */
const normalisedKey = phpFamily('key as elsewhere', 0.12, 'subscript_expression function_call_expression', function* (branch, scene) {
  const owner = classAround(branch);
  const [table, key] = branch.type === 'subscript_expression' ? namedChildren(branch) : arrayKeyOf(branch, scene);
  const member = table === undefined ? undefined : /^\$this->\w+$/.exec(scene.text(table))?.[0];
  if (owner === null || member === undefined || key?.type !== 'variable_name') return;
  const code = scene.text(owner);
  const pattern = new RegExp(`\\${member}\\[((?:\\$this->|self::|static::)?\\w+\\()(?:\\w+\\()?\\$\\w+(\\)+)\\]`, 'g');
  const wraps = new Set(
    [...code.matchAll(pattern)].map(([whole]) => whole.slice(whole.indexOf('[') + 1, -1).replace(/\$(?!this)\w+/, scene.text(key))),
  );
  for (const wrap of [...wraps].slice(0, 2)) yield replaced(key, wrap, `${brief(scene.text(key))} -> ${brief(wrap)}`, 1);
});

function arrayKeyOf(branch: Branch, scene: Scene): readonly Branch[] {
  const list = fieldOf(branch, 'arguments');
  const given = list === null ? [] : namedChildren(list).map((each) => namedChildren(each).at(-1) ?? each);
  const [key, table] = given;
  return /^array_key_exists\(/.test(scene.text(branch)) && key !== undefined && table !== undefined ? [table, key] : [];
}

/** An own cache that is still answered with after what it was made of has changed. */
const stale = phpFunctionFamily('remembered too long', 0.09, 'method_declaration', function* (branch, scene) {
  const owner = classAround(branch);
  const body = fieldOf(branch, 'body');
  if (owner === null || body === null || nameOf(branch, scene) === '__construct') return;
  const own = scene.text(body);
  if (!/\$this->\w+(?:\[[^\]]*\])* *(?:[-+.]?=(?![=>])|\+\+|--)|unset\(\$this/.test(own)) return;
  for (const { name, initial, type } of membersOf(owner, scene)) {
    const isCache =
      /cache|memo|computed|sorted|compiled|resolved|index|total/i.test(name) &&
      (initial === 'null' || initial === '[]' || initial === 'false' || type.startsWith('?'));
    if (!isCache || hasWord(own, name)) continue;
    const code = `$this->${name} = ${initial ?? 'null'};`;
    const last = statementsOf(branch).at(-1);
    const at = last !== undefined && isJump(last) ? [before(last, code, scene, code, 1)] : atEnd(body, code, scene, 1);
    for (const proposal of at) yield proposal;
  }
});

/** What a method is given, and does nothing with. */
const unused = phpFunctionFamily('given and not used', 0.15, 'method_declaration', function* (branch, scene) {
  const list = statementsOf(branch);
  const last = list.at(-1);
  const code = list.map(scene.text).join('\n');
  if (last === undefined || nameOf(branch, scene) === '__construct') return;
  for (const { name } of parametersOf(branch, scene)) {
    if (hasWord(code, name) || /func_get_args|compact\(/.test(code)) continue;
    const members = membersOf(classAround(branch), scene).filter((each) => each.name.startsWith(name.slice(1)));
    for (const [rank, member] of members.slice(0, 2).entries()) {
      const text = `$this->${member.name}${member.type === 'array' ? '[]' : ''} = ${name};`;
      yield isJump(last) ? before(last, text, scene, text, 1 / (1 + rank)) : behind(last, text, scene, text, 1 / (1 + rank));
    }
  }
});

/** What is done to one member, and not to the one beside it. */
const besides = phpFamily('member beside', 0.1, 'expression_statement unset_statement', function* (branch, scene) {
  const own = scene.text(branch);
  const member = memberChanged(own);
  const method = methodAround(branch);
  if (member === null || method === null || !/[-+]=|\+\+|--|^unset/.test(own) || nameOf(method, scene) === '__construct') return;
  const members = membersOf(classAround(branch), scene);
  const type = members.find(({ name }) => name === member)?.type;
  const body = scene.text(method);
  const others = members.filter(
    (each) => each.name !== member && each.type === type && (hasWord(body, each.name) || own.startsWith('unset')),
  );
  for (const [rank, { name }] of others.slice(0, 2).entries()) {
    const text = own.replaceAll(`$this->${member}`, `$this->${name}`);
    if (body.includes(text)) continue;
    yield behind(branch, text, scene, brief(text), 1 / (1 + rank));
    yield before(branch, text, scene, brief(text), 0.7 / (1 + rank));
  }
});

export const phpStateFamilies: readonly Family[] = [unused, besides, habit, reset, lastUsed, normalisedKey, stale];
