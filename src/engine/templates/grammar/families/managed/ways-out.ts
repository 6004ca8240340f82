// Checks and exceptions that are missing in Java and C#: what was not expected, and what is swallowed.
import { brief, type Proposal } from '../../../family.ts';
import {
  bare,
  declaredFor,
  isInBlock,
  isJava,
  isPrimitive,
  made,
  methodAround,
  methodCall,
  parametersIn,
  resultType,
  typeOf,
  withImport,
  wordsOf,
} from '../../managed.ts';
import { csharpNamespace, javaClass } from '../../managed-library.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';
import { emptyOf } from './compiler.ts';

const LOOP = /^(?:for|while|do|enhanced_for|foreach)_statement$/;

/** Checks of what a name holds, likeliest first, by its type. */
function checksOf(name: string, type: string, scene: Scene): readonly string[] {
  const java = isJava(scene);
  const isText = type === wordsOf(scene)?.text;
  if (isText)
    return java
      ? [`${name} == null`, `${name}.isEmpty()`, `${name} == null || ${name}.isEmpty()`, `${name} == null || ${name}.isBlank()`]
      : [`${name} == null`, `string.IsNullOrEmpty(${name})`, `string.IsNullOrWhiteSpace(${name})`];
  if (type.endsWith('[]')) return [`${name} == null`, `${name}.${java ? 'length' : 'Length'} == 0`];
  if (/^(?:I?\w*List|Collection|I?\w*Set|\w*Map|I?\w*Dictionary|\w*Queue|\w*Deque|ICollection|Stack)$/.test(bare(type)))
    return [java ? `${name}.isEmpty()` : `${name}.Count == 0`, `${name} == null`];
  if (/^(?:int|long|double|float|decimal)$/.test(type)) return [`${name} < 0`, `${name} <= 0`, `${name} == 0`];
  return isPrimitive(type) ? [] : [`${name} == null`];
}

/** Names looked at for a way out, and checks of each. */
const MOST_NAMES = 3;
const MOST_CHECKS = 3;

/** A way out in front of the method's first statement, for what it was not written for. */
const wayOut: Family = {
  name: 'way out',
  share: 0.14,
  *propose(branch, scene) {
    const method = branch.parent?.parent ?? null;
    if (
      method === null ||
      !/^(?:method|constructor)_declaration$/.test(method.type) ||
      !isInBlock(branch, scene) ||
      wordsOf(scene) === null
    )
      return;
    if (namedChildren(branch.parent ?? branch).indexOf(branch) !== 0 || branch.type === 'explicit_constructor_invocation') return;
    const type = resultType(method, scene);
    const isEmptyType = type === null || type === 'void';
    const ends = isEmptyType
      ? method.type === 'method_declaration'
        ? ['return;']
        : []
      : emptyOf(type, isJava(scene)).map((value) => `return ${value};`);
    const whole = scene.text(method);
    const { told, complaints } = scene.clues;
    const lacks = complaints.nothing ? 2 : 0.25;
    const indent = scene.indent(branch);
    for (const { name, type: own } of parametersIn(method, scene).slice(0, MOST_NAMES)) {
      for (const [rank, check] of checksOf(name, own, scene).slice(0, MOST_CHECKS).entries()) {
        if (whole.includes(check) || (check.includes('null') && whole.includes(`requireNonNull(${name}`))) continue;
        const isNull = check.includes('null') ? lacks : 1;
        for (const [order, end] of told.throws ? [] : ends.slice(0, 2).entries())
          yield guard(branch, check, end, indent, (0.6 * isNull) / (1 + rank / 2) / (1 + order));
        for (const [order, kind] of exceptionsOf(scene).entries()) {
          const odds = (told.throws ? 2.5 : 0.2) / (1 + rank / 2) / (1 + order * 2);
          yield known(guard(branch, check, `throw new ${kind}(${TOLD});`, indent, odds), kind, scene);
        }
      }
    }
  },
};

function isOfText(type: string, scene: Scene): boolean {
  return type === wordsOf(scene)?.text;
}

/** An edit that throws, with the import of what it throws. */
function known(edit: Proposal, exception: string, scene: Scene): Proposal {
  const from = isJava(scene) ? javaClass(exception) : csharpNamespace(exception);
  return from === null ? edit : withImport(edit, from, scene);
}

function guard(branch: Branch, check: string, body: string, indent: string, odds: number): Proposal {
  const text = `if (${check}) {\n${indent}    ${body}\n${indent}}\n${indent}`;
  return { start: branch.start, end: branch.start, text, label: `if ${check}: ${brief(body)}`, odds };
}

/** What an exception tells where nothing is known of it. */
const TOLD = '"invalid value"';

/** Exceptions that the tests speak of, else those that the file throws. */
function exceptionsOf(scene: Scene): readonly string[] {
  const { said, testNames, told } = scene.clues;
  const named = told.throws ? [...said, ...testNames.keys()].filter((name) => EXCEPTION.test(name)) : [];
  const thrown = [...scene.file.text.matchAll(/throw new (\w+)\(/g)].flatMap(([, name]) => name ?? []);
  const plain = isJava(scene) ? 'IllegalArgumentException' : 'ArgumentException';
  return [...new Set([...named, ...thrown, plain])].slice(0, 2);
}

const EXCEPTION = /^(?!Abstract|Test)\w+Exception$/;

/** A round of a loop that has nothing to do. */
const skipped: Family = {
  name: 'round skipped',
  share: 0.08,
  *propose(branch, scene) {
    if (!/^(?:enhanced_for_statement|foreach_statement)$/.test(branch.type) || wordsOf(scene) === null) return;
    const name = fieldOf(branch, 'name') ?? fieldOf(branch, 'left');
    const body = fieldOf(branch, 'body');
    const [first] = body?.type === 'block' ? namedChildren(body) : [];
    if (name === null || body === null || first === undefined) return;
    const own = scene.text(name);
    const type = typeOf(name, scene) ?? declaredFor(own, body, scene)?.type ?? '';
    const whole = scene.text(body);
    const java = isJava(scene);
    const checks = isOfText(type, scene)
      ? java
        ? [`${own}.isEmpty()`, `${own}.isBlank()`, `${own} == null`]
        : [`string.IsNullOrEmpty(${own})`, `string.IsNullOrWhiteSpace(${own})`]
      : isPrimitive(type) || type === 'var'
        ? []
        : [`${own} == null`];
    for (const [rank, check] of checks.entries())
      if (!whole.includes(check))
        yield guard(
          first,
          check,
          'continue;',
          scene.indent(first),
          (check.includes('null') ? (scene.clues.complaints.nothing ? 2 : 0.4) : 1) / (1 + rank),
        );
  },
};

/** A variable that may be null, where it is first used behind its declaration. */
const foundNothing: Family = {
  name: 'nothing found',
  share: 0.1,
  *propose(branch, scene) {
    if (!/^local_(?:variable_)?declaration/.test(branch.type) || !isInBlock(branch, scene)) return;
    const declarator = below(branch).find(({ type }) => type === 'variable_declarator');
    const value = declarator?.children.at(-1) ?? null;
    const call = methodCall(value, scene);
    if (
      declarator === undefined ||
      call?.object == null ||
      !/^(?:get|remove|poll|peek|find\w*|lookup\w*|Find\w*|FirstOrDefault|SingleOrDefault|GetValueOrDefault|getProperty)$/.test(call.name)
    )
      return;
    const name = scene.text(declarator.children[0] ?? declarator);
    const type = declaredFor(name, declarator, scene)?.type ?? 'var';
    const after = scene.file.text.slice(branch.end, branch.parent?.end ?? branch.end);
    if (isPrimitive(type) || /^Optional/.test(type) || new RegExp(`\\b${name} [!=]= null`).test(after)) return;
    const method = methodAround(branch, scene);
    const result = resultType(method, scene);
    const indent = scene.indent(branch);
    const inLoop = [...above(branch)].find(({ type: kind }) => LOOP.test(kind) || scene.language.functions.has(kind));
    const ends = [
      ...(inLoop !== undefined && LOOP.test(inLoop.type) ? ['continue;'] : []),
      ...(result === null || result === 'void' ? ['return;'] : emptyOf(result, isJava(scene)).map((empty) => `return ${empty};`)),
    ];
    const odds = scene.clues.complaints.nothing ? 3 : 0.5;
    const put = (body: string): string => `\n${indent}if (${name} == null) {\n${indent}    ${body}\n${indent}}`;
    for (const [rank, end] of ends.slice(0, 3).entries())
      yield { start: branch.end, end: branch.end, text: put(end), label: `if ${name} is null: ${end}`, odds: odds / (1 + rank) };
    for (const [rank, kind] of exceptionsOf(scene).entries()) {
      const end = `throw new ${kind}(${TOLD});`;
      yield {
        start: branch.end,
        end: branch.end,
        text: put(end),
        label: `if ${name} is null: ${end}`,
        odds: (scene.clues.told.throws ? 3 : 0.3) / (1 + rank * 2),
      };
    }
  },
};

/** Exceptions that are swallowed, or that lose their cause. */
const swallowed: Family = {
  name: 'exception swallowed',
  share: 0.15,
  *propose(branch, scene) {
    if (branch.type !== 'catch_clause') return;
    const body = fieldOf(branch, 'body');
    const named = below(branch).find(
      ({ field, parent }) => field === 'name' && /^catch_(?:formal_parameter|declaration)$/.test(parent?.type ?? ''),
    );
    if (body === null || named === undefined) return;
    const name = scene.text(named);
    const own = scene.text(body);
    const [first, second] = namedChildren(body);
    const throwing = below(body).find(({ type }) => type === 'throw_statement');
    const maker = throwing === undefined ? null : made(namedChildren(throwing)[0], scene);
    const last = maker?.given.at(-1);
    if (last !== undefined && !new RegExp(`\\b${name}\\b(?!\\.)`).test(own))
      yield { start: last.end, end: last.end, text: `, ${name}`, label: `with its cause ${name}`, odds: 1.5 };
    if (maker !== null && throwing !== undefined) {
      if (isJava(scene)) yield replaced(throwing, `throw ${name};`, 'thrown on', 0.3);
      else if (scene.text(throwing) === `throw ${name};`) yield replaced(throwing, 'throw;', 'thrown on with its trace', 1);
    }
    if (throwing !== undefined || second !== undefined) return;
    const indent = `${scene.indent(branch)}    `;
    const waits = scene.clues.told.throws ? 3 : 0.5;
    const again = isJava(scene) ? `throw new IllegalStateException(${name});` : 'throw;';
    const put = (text: string, odds: number): Proposal =>
      replaced(body, `{\n${indent}${text}\n${scene.indent(branch)}}`, brief(text), odds);
    yield put(again, waits);
    for (const kind of exceptionsOf(scene)) if (scene.clues.told.throws) yield put(`throw new ${kind}("failed", ${name});`, waits / 2);
    if (isJava(scene)) yield put(`throw ${name};`, waits / 2);
    const inLoop = [...above(branch)].some(({ type }) => LOOP.test(type));
    if (inLoop && first !== undefined && /^(?:return|break)/.test(scene.text(first))) yield replaced(first, 'continue;', 'next round', 1);
  },
};

const EXCEPTIONS: readonly (readonly string[])[] = [
  ['IllegalArgumentException', 'IllegalStateException', 'NullPointerException', 'IndexOutOfBoundsException'],
  ['IllegalStateException', 'NoSuchElementException', 'UnsupportedOperationException'],
  ['ArgumentException', 'ArgumentNullException', 'ArgumentOutOfRangeException', 'InvalidOperationException'],
  ['InvalidOperationException', 'KeyNotFoundException', 'NotSupportedException', 'IndexOutOfRangeException'],
];

/** Another class of exception: one that the tests name before all. */
const exceptionClass: Family = {
  name: 'class of exception',
  share: 0.15,
  *propose(branch, scene) {
    const { parent } = branch;
    const isThrown = parent?.type === 'object_creation_expression' && branch.field === 'type';
    const isCaught = /^(?:catch_type|catch_declaration)$/.test(parent?.type ?? '') && branch.field !== 'name';
    const own = scene.text(branch);
    if ((!isThrown && !isCaught) || !/Exception$/.test(own) || (isThrown && parent?.parent?.type !== 'throw_statement')) return;
    const { said, testNames } = scene.clues;
    const wanted = [...new Set([...said, ...testNames.keys()])].filter((name) => EXCEPTION.test(name) && name !== own);
    const isTold = said.has(own) || (!testNames.has(own) && wanted.length > 0);
    for (const [rank, name] of wanted.slice(0, 3).entries())
      yield replaced(branch, name, `${own} -> ${name}`, (isTold ? 2 : 0.25) / (1 + rank));
    if (wanted.length > 0 && isThrown) return;
    const others = new Set(EXCEPTIONS.filter((group) => group.includes(own)).flat());
    for (const name of others) if (name !== own && !/NoSuch|KeyNot/.test(name)) yield replaced(branch, name, `${own} -> ${name}`, 0.15);
    const outer = isJava(scene) ? 'RuntimeException' : 'Exception';
    if (isCaught && own !== outer && own !== 'Exception') yield replaced(branch, outer, `${own} -> ${outer}`, 0.5);
  },
};

export const managedWayOutFamilies: readonly Family[] = [wayOut, skipped, foundNothing, swallowed, exceptionClass];
