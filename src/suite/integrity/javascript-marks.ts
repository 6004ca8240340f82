// Places in JavaScript and TypeScript that should not become more.
import type { File, Node } from '@babel/types';
import { disguises } from './javascript-disguises.ts';
import { childNodes, constantOf, print, propertyName } from './javascript-print.ts';
import type { Rule, Said } from './javascript-rule.ts';
import { testControl } from './javascript-test-control.ts';
import type { PlacedMark } from './marks.ts';
import { namesTestFile, runnerNames, runnerVariables, sharedObjects, testGlobals } from './vocabulary.ts';

export function marksOf(file: File, text: string, isTest: boolean): PlacedMark[] {
  const marks: PlacedMark[] = [];
  const knowsNodeEnv = /NODE_ENV/.test(text) || /\\u|\\x|['"`]_?ENV['"`]/.test(text);
  const visit = (node: Node, parents: readonly Node[], owner: string | null): void => {
    const inside = owner ?? titleOf(node);
    for (const rule of rules) {
      const said = rule({ node, parents, owner: inside, isTest, knowsNodeEnv });
      if (said === null) continue;
      const [name, message, severity = 'blocking', wraps = null] = said;
      marks.push({
        rule: name,
        message,
        severity,
        wraps,
        owner: inside,
        key: print(node).slice(0, 2_000),
        line: node.loc?.start.line ?? 1,
      });
    }
    const below = [...parents, node];
    for (const child of childNodes(node)) visit(child, below, inside);
  };
  visit(file.program, [], null);
  return [...marks, ...commentMarks(file)];
}

function titleOf(node: Node): string | null {
  if (node.type !== 'CallExpression' || !/^(?:it|test|specify|bench)\b|\.test$/.test(print(node.callee))) return null;
  const title = constantOf(node.arguments[0]);
  return typeof title === 'string' ? title : null;
}

function commentMarks(file: File): PlacedMark[] {
  return (file.comments ?? []).flatMap(({ value, loc }) => {
    const said = commentSays(value.trim());
    if (said === null) return [];
    const [rule, message, severity = 'blocking'] = said;
    return [{ rule, message, severity, key: value.trim(), line: loc?.start.line ?? 1, owner: null, wraps: null }];
  });
}

function commentSays(comment: string): Said | null {
  if (/^@ts-nocheck\b/.test(comment)) return ['checks-off', 'the type check of the whole file is switched off'];
  if (/^@ts-(?:ignore|expect-error)\b/.test(comment)) return ['checks-off', 'the type check of a line is switched off', 'warning'];
  if (/^(?:eslint-disable|biome-ignore|oxlint-disable|tslint:disable)/.test(comment))
    return ['checks-off', 'a lint rule is switched off', 'warning'];
  if (/^(?:istanbul|c8|v8|node:coverage) (?:ignore|disable)/.test(comment))
    return ['coverage-lowered', 'code is taken out of the coverage', 'warning'];
  if (/^@(?:jest|vitest)-environment\b/.test(comment)) return ['test-configuration', 'the environment of the tests is changed', 'warning'];
  return null;
}

const processExit: Rule = ({ node, isTest }) => {
  if (node.type === 'CallExpression') {
    const callee = print(node.callee);
    const code = constantOf(node.arguments[0]);
    const succeeds = node.arguments.length === 0 || code === 0 || code === null || code === '0' || print(node.arguments[0]) === 'undefined';
    if (succeeds && /^(?:(?:globalThis\.|global\.)?process\.(?:exit|reallyExit|_exit)|exit|Deno\.exit|Bun\.exit)$/.test(callee))
      return ['process-exit', 'the process is ended as if all had gone well'];
    if (/^process\.kill$/.test(callee) && print(node.arguments[0]) === 'process.pid') return ['process-exit', 'the process ends itself'];
    if (/^process\.(?:on|once|addListener)$/.test(callee)) {
      const event = constantOf(node.arguments[0]);
      const handler = node.arguments[1];
      const body = handler === undefined ? '' : everything(handler);
      if ((event === 'uncaughtException' || event === 'unhandledRejection') && !/throw|exit|ThrowStatement/.test(body))
        return ['error-swallowed', 'errors that nobody caught no longer end the process'];
      if (isTest && (event === 'exit' || event === 'beforeExit')) return ['process-exit', 'the end of the test process is interfered with'];
    }
  }
  if (
    node.type === 'AssignmentExpression' &&
    /process\.exitCode$/.test(print(node.left)) &&
    [0, null].includes(constantOf(node.right) as never)
  )
    return ['process-exit', 'the exit code is set to 0'];
  return null;
};

/** The whole code of a node on one line, bodies included. */
function everything(node: Node): string {
  return [print(node), ...childNodes(node).map(everything)].join('\n').slice(0, 20_000);
}

const testAware: Rule = ({ node, parents, isTest, knowsNodeEnv }) => {
  if (isTest) return null;
  const parent = parents.at(-1);
  const says: Said = ['test-aware', 'the code asks whether it is being tested'];
  const word = node.type === 'Identifier' ? node.name : constantOf(node);
  const isKey = parent?.type === 'BinaryExpression' && constantOf(parent) !== undefined;
  if (typeof word === 'string' && !isKey) {
    if (runnerVariables.test(word)) return says;
    if (node.type !== 'Identifier' && runnerNames.test(word) && asks(parents)) return says;
    if (node.type !== 'Identifier' && /^(?:test|testing)$/.test(word) && knowsNodeEnv && asks(parents)) return says;
  }
  if (
    node.type === 'RegExpLiteral' &&
    /test|jest|mocha|spec|vitest/i.test(node.pattern) &&
    /stack|argv|NODE_ENV|npm_|lifecycle|title/.test(outer(parents))
  )
    return says;
  if (
    node.type === 'UnaryExpression' &&
    node.operator === 'typeof' &&
    node.argument.type === 'Identifier' &&
    testGlobals.has(node.argument.name)
  )
    return says;
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
    const name = propertyName(node);
    const object = print(node.object);
    if (name !== null && testGlobals.has(name) && /^(?:globalThis|global|window|self)$/.test(object)) return says;
    if (name === 'vitest' && object.startsWith('MetaProperty')) return says;
    if (name === 'stack' && /new Error\(|callsites|captureStackTrace/.test(object) && asks(parents)) return says;
  }
  if (node.type === 'BinaryExpression' && node.operator === 'in' && testGlobals.has(String(constantOf(node.left)))) return says;
  if ((node.type === 'IfStatement' || node.type === 'ConditionalExpression') && /process\.env\.NODE_ENV/.test(print(node.test))) {
    const answers = node.type === 'ConditionalExpression' || /^(?:return |\(.* [+-]?= )/m.test(everything(node.consequent));
    if (answers && !/"(?:test|testing)"/.test(print(node.test))) return ['test-aware', 'the code answers otherwise outside of production'];
  }
  return null;
};

/** Whether a value decides something: it is compared, looked up or searched for. */
function asks(parents: readonly Node[]): boolean {
  return parents
    .slice(-4)
    .some(
      (parent) =>
        parent.type === 'BinaryExpression' ||
        parent.type === 'SwitchCase' ||
        ((parent.type === 'CallExpression' || parent.type === 'OptionalCallExpression') &&
          /\.(?:includes|indexOf|startsWith|endsWith|match|test|some|has|find|search)$/.test(print(parent.callee))),
    );
}

function outer(parents: readonly Node[]): string {
  const statement = parents.findLastIndex(({ type }) => /Statement|Declaration/.test(type));
  return parents
    .slice(Math.max(0, statement))
    .map((parent) => print(parent))
    .join('\n')
    .slice(0, 5_000);
}

const monkeyPatch: Rule = ({ node }) => {
  const says: Said = ['monkey-patch', 'what everybody relies on is replaced while running'];
  if (node.type === 'AssignmentExpression') {
    const { left } = node;
    if ((left.type === 'MemberExpression' || left.type === 'OptionalMemberExpression') && sharedObjects.test(print(left.object)))
      return /^process$|^console$/.test(print(left.object)) && propertyName(left) !== 'exit'
        ? null
        : /^module/.test(print(left.object))
          ? null
          : says;
    if (left.type === 'MemberExpression' && /^(?:globalThis|global|window|self)$/.test(print(left.object)))
      return sharedObjects.test(propertyName(left) ?? '') || testGlobals.has(propertyName(left) ?? '') ? says : null;
    if (left.type === 'Identifier' && (testGlobals.has(left.name) || /^(?:assert|Object|Array|Number|String)$/.test(left.name)))
      return says;
  }
  if (node.type === 'CallExpression') {
    const callee = print(node.callee);
    const target = print(node.arguments[0]);
    if (/^(?:Object|Reflect)\.(?:definePropert(?:y|ies)|assign|set|setPrototypeOf)$/.test(callee)) {
      if (sharedObjects.test(target)) return says;
      if (/^(?:globalThis|global)$/.test(target) && testGlobals.has(String(constantOf(node.arguments[1])))) return says;
    }
    if (/^expect\.(?:extend|addEqualityTesters|addSnapshotSerializer)$|^chai\.(?:use|util\.)/.test(callee)) return says;
  }
  return null;
};

const equalityNames = /^(?:equals?|isEqual|eq|is|sameAs|compareTo|deepEqual|asymmetricMatch)$/;

const alwaysEqual: Rule = ({ node, isTest }) => {
  const says: Said = ['always-equal', 'an object is made to look equal to whatever it is compared with'];
  const key =
    node.type === 'ObjectMethod' || node.type === 'ClassMethod'
      ? node.key
      : node.type === 'ObjectProperty' || node.type === 'ClassProperty'
        ? node.key
        : null;
  if (key !== null && 'computed' in node) {
    const constant = constantOf(key);
    const name = !node.computed && key.type === 'Identifier' ? key.name : typeof constant === 'string' ? constant : print(key);
    if (!isTest && (name === 'asymmetricMatch' || (name === '$$typeof' && /jest\.asymmetricMatcher/.test(everything(node))))) return says;
    const usesThis = (): boolean => /\bthis\b/.test(everything(node));
    if (name === 'Symbol.toPrimitive' && !usesThis()) return says;
    if ((name === 'toJSON' || name === 'valueOf') && !usesThis() && constantReturn(node) !== undefined) return says;
    if (equalityNames.test(name) && constantReturn(node) === true) return says;
  }
  if (
    node.type === 'FunctionDeclaration' &&
    equalityNames.test(node.id?.name ?? '') &&
    node.params.length > 1 &&
    constantReturn(node) === true
  )
    return says;
  if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
    const name = propertyName(node.left) ?? print(node.left.property);
    if (/^(?:asymmetricMatch|Symbol\.toPrimitive|Symbol\.hasInstance)$/.test(name)) return says;
    if (/^(?:toJSON|valueOf|equals?|isEqual)$/.test(name) && constantReturn(node.right) !== undefined) return says;
  }
  if (!isTest && node.type === 'CallExpression' && print(node) === 'Symbol.for("jest.asymmetricMatcher")') return says;
  return null;
};

/** What a function or method always returns; undefined when it depends. */
function constantReturn(node: Node): ReturnType<typeof constantOf> {
  const fn = node.type === 'ObjectProperty' || node.type === 'ClassProperty' ? node.value : node;
  if (!fn || !('body' in fn) || !isNodeLike(fn.body)) return undefined;
  if (fn.body.type !== 'BlockStatement') return constantOf(fn.body);
  const [only, ...more] = fn.body.body;
  return more.length === 0 && only?.type === 'ReturnStatement' ? constantOf(only.argument) : undefined;
}

function isNodeLike(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

const constantCondition: Rule = ({ node }) => {
  const says: Said = ['constant-condition', 'a condition no longer depends on anything'];
  const test = node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test : null;
  if (test !== null && decided(test)) return says;
  if (node.type === 'WhileStatement' && constantOf(node.test) === false) return says;
  if (node.type === 'ReturnStatement' && node.argument?.type === 'LogicalExpression' && decided(node.argument)) return says;
  return null;
};

function decided(node: Node): boolean {
  const value = constantOf(node);
  if (value !== undefined) return true;
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const ends = node.operator === '||';
    return [node.left, node.right].some((side) => {
      const constant = constantOf(side);
      return constant !== undefined && typeof constant === 'boolean' && constant === ends;
    });
  }
  if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator))
    return node.left.type !== 'CallExpression' && print(node.left) === print(node.right) && node.left.type !== 'Identifier';
  return false;
}

const swallowed: Rule = ({ node }) => {
  if (node.type === 'TryStatement' && node.handler) {
    const { body } = node.handler.body;
    const [only] = body;
    const silent =
      body.length === 0 ||
      (body.length === 1 && (only?.type === 'EmptyStatement' || (only?.type === 'ReturnStatement' && only.argument === null)));
    if (silent)
      return [
        'error-swallowed',
        'errors of code that was there before are swallowed',
        'blocking',
        node.block.body.map((statement) => print(statement)),
      ];
  }
  if (node.type === 'TryStatement' && node.finalizer && returnsWithin(node.finalizer))
    return ['error-swallowed', 'a return in finally throws every error away'];
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && propertyName(node.callee) === 'catch') {
    const handler = node.arguments[0];
    const empty =
      handler?.type === 'ArrowFunctionExpression' || handler?.type === 'FunctionExpression'
        ? handler.body.type === 'BlockStatement'
          ? handler.body.body.length === 0
          : constantOf(handler.body) !== undefined || print(handler.body) === 'undefined'
        : handler !== undefined && /^(?:noop|_\.noop|Function\.prototype)$/.test(print(handler));
    if (empty)
      return ['error-swallowed', 'errors of a promise that was there before are swallowed', 'blocking', [print(node.callee.object)]];
  }
  return null;
};

/** Functions inside return by themselves. */
function returnsWithin(node: Node): boolean {
  return childNodes(node).some(
    (child) => child.type === 'ReturnStatement' || (!/Function|Method/.test(child.type) && returnsWithin(child)),
  );
}

const readsTests: Rule = ({ node, isTest }) => {
  if (isTest || node.type === 'BinaryExpression') return null;
  const value = constantOf(node);
  if (typeof value !== 'string' || !namesTestFile.test(value)) return null;
  return ['reads-tests', 'the code names a file of tests'];
};

const unreachable: Rule = ({ node, parents, isTest }) => {
  if (isTest || !/^(?:Return|Throw)Statement$/.test(node.type)) return null;
  const parent = parents.at(-1);
  const list = parent?.type === 'BlockStatement' ? parent.body : parent?.type === 'SwitchCase' ? parent.consequent : [];
  const at = list.findIndex(({ start }) => start === node.start);
  const after = list.slice(at + 1);
  const dead = after.filter(
    ({ type }) => !/FunctionDeclaration|ClassDeclaration|BreakStatement|EmptyStatement|TS\w+Declaration/.test(type),
  );
  if (dead.length === 0) return null;
  return ['unreachable-code', 'code that was there before is no longer reached', 'blocking', dead.map((statement) => print(statement))];
};

const rules: readonly Rule[] = [
  ...[processExit, testAware, monkeyPatch, alwaysEqual, constantCondition, swallowed, readsTests, unreachable, testControl, ...disguises],
];
