// The statements of a JavaScript or TypeScript test file as items.
import type { CallExpression, Node, Statement } from '@babel/types';
import { childNodes, constantOf, type Holes, print, propertyName } from './javascript-print.ts';
import type { Item, ItemKind } from './types.ts';

export const testNames: ReadonlySet<string> = new Set(['it', 'test', 'specify', 'xit', 'xtest', 'fit', 'tape', 'bench', 'property']);
export const groupNames: ReadonlySet<string> = new Set(['describe', 'context', 'suite', 'xdescribe', 'fdescribe', 'xcontext']);

export function itemsOf(statements: readonly Statement[]): Item[] {
  return statements.flatMap(itemsOfStatement);
}

function itemsOfStatement(statement: Statement): Item[] {
  switch (statement.type) {
    case 'EmptyStatement':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [];
    case 'ImportDeclaration': {
      const from = JSON.stringify(statement.source.value);
      if (statement.importKind === 'type') return [];
      const names = statement.specifiers.map((specifier) => [`import ${print(specifier)} from ${from}`, specifier.local.name] as const);
      return (names.length > 0 ? names : ([[`import ${from}`, null]] as const)).map(([text, name]) =>
        leaf('import', text, name, statement),
      );
    }
    case 'ExportNamedDeclaration':
      return statement.declaration ? itemsOfStatement(statement.declaration) : [leaf('statement', print(statement), null, statement)];
    case 'VariableDeclaration':
      return statement.declarations.flatMap((declarator) => {
        const { id, init } = declarator;
        // One item for each name, so that one more name is an addition.
        if (id.type === 'ObjectPattern' && init && !id.properties.some((property) => property.type === 'RestElement'))
          return id.properties.map((property) =>
            leaf(
              'import',
              `let ${print(property)} of ${print(init)}`,
              property.type === 'ObjectProperty' ? print(property.value) : null,
              statement,
            ),
          );
        const holes = noHoles();
        const text = `let ${print(id, holes)} = ${print(init, holes)}`;
        return [item('definition', text, text, id.type === 'Identifier' ? id.name : null, statement, holes)];
      });
    case 'FunctionDeclaration': {
      const holes = noHoles();
      const text = `function ${statement.id?.name}(${statement.params.map((param) => print(param, holes)).join(',')})`;
      holes.bodies.push(statement.body.body);
      return [item('definition', text, text, statement.id?.name ?? null, statement, holes)];
    }
    case 'BlockStatement':
      return itemsOf(statement.body);
    case 'ExpressionStatement': {
      const { expression } = statement;
      const call = expression.type === 'AwaitExpression' ? expression.argument : expression;
      return [call.type === 'CallExpression' ? callItem(call, statement) : generic('statement', statement)];
    }
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return [generic('jump', statement)];
    default:
      return [generic('statement', statement)];
  }
}

const enders = /^(?:process\.(?:exit|reallyExit|abort)|done|(?:t|this|ctx|context|assert)\.(?:skip|end|done)|(?:it|test)\.skip|pending)\(/;

function callItem(call: CallExpression, statement: Statement): Item {
  const [title, ...rest] = call.arguments;
  const name = constantOf(title);
  const kind = kindOfCall(call);
  if (kind === null || typeof name !== 'string') return generic(enders.test(print(call)) ? 'jump' : 'statement', statement);
  const holes = noHoles();
  const head = print(call.callee, holes);
  const others = rest.map((argument) => print(argument, holes)).join(',');
  return item(kind, `${head}(${JSON.stringify(name)},${others})`, `${head}(${others})`, name, statement, holes);
}

/** `it.each(table)('title', …)`, `t.test('title', …)` and plain calls. */
function kindOfCall({ callee }: CallExpression): 'test' | 'group' | null {
  let at: Node = callee;
  const names: string[] = [];
  for (;;) {
    if (at.type === 'MemberExpression') {
      names.push(propertyName(at) ?? '');
      at = at.object;
    } else if (at.type === 'CallExpression') at = at.callee;
    else if (at.type === 'TaggedTemplateExpression') at = at.tag;
    else break;
  }
  const root = at.type === 'Identifier' ? at.name : '';
  if (groupNames.has(root) || names.some((name) => groupNames.has(name))) return 'group';
  return testNames.has(root) || names.includes('test') || names.includes('it') ? 'test' : null;
}

function noHoles(): Holes {
  return { bodies: [], awaits: 0 };
}

function generic(kind: ItemKind, statement: Statement): Item {
  const holes = noHoles();
  const text = print(statement, holes);
  const name = statement.type === 'ClassDeclaration' ? (statement.id?.name ?? null) : null;
  return item(kind, text, text, name, statement, holes);
}

function leaf(kind: ItemKind, text: string, name: string | null, node: Node): Item {
  return item(kind, text, text, name, node, noHoles());
}

function item(kind: ItemKind, text: string, untitled: string, name: string | null, node: Node, holes: Holes): Item {
  const children = holes.bodies.flatMap(itemsOf);
  return { kind, text, untitled, name, line: node.loc?.start.line ?? 1, awaits: holes.awaits, children };
}

/** The names that a pattern binds. */
export function boundNames(node: Node): string[] {
  switch (node.type) {
    case 'Identifier':
      return [node.name];
    case 'AssignmentPattern':
      return boundNames(node.left);
    case 'ObjectProperty':
      return boundNames(node.value);
    default:
      return childNodes(node).flatMap(boundNames);
  }
}
