// Ways of JavaScript to answer without being seen: code made from text, a report that nobody wrote, another module's function replaced.
import type { Node } from '@babel/types';
import { constantOf, print } from './javascript-print.ts';
import type { Rule } from './javascript-rule.ts';
import { imitatesReport } from './vocabulary.ts';

const madeFromText: Rule = ({ node, isTest }) => {
  if (isTest || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) return null;
  const callee = print(node.callee);
  const evaluates = /^(?:(?:globalThis|global|window)\.)?(?:eval|Function)$|^vm\.\w+|^\(0, ?eval\)$|\bFunction\.constructor$/.test(callee);
  return evaluates ? ['unreadable', 'code is made from text while running, which nobody can judge'] : null;
};

const imitated: Rule = ({ node, isTest }) => {
  const text = node.type === 'TemplateElement' ? node.value.raw : constantOf(node);
  return !isTest && typeof text === 'string' && imitatesReport.test(text)
    ? ['failure-hidden', 'the code prints what the report of a test runner looks like']
    : null;
};

/** `const price = require('./price'); price.discount = …`: everybody who loads the module gets the other function. */
const replacedExport: Rule = ({ node, parents, isTest }) => {
  if (isTest || node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return null;
  const { object } = node.left;
  if (object.type !== 'Identifier' || !/Function|^CallExpression$/.test(node.right.type)) return null;
  const program = parents.find((parent) => parent.type === 'Program');
  return program?.type === 'Program' && program.body.some((statement) => requires(statement, object.name))
    ? ['monkey-patch', 'a function of another module is replaced while running']
    : null;
};

function requires(statement: Node, name: string): boolean {
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations.some(
      ({ id, init }) =>
        id.type === 'Identifier' && id.name === name && init?.type === 'CallExpression' && /^require\("\./.test(print(init)),
    )
  );
}

export const disguises: readonly Rule[] = [madeFromText, imitated, replacedExport];
