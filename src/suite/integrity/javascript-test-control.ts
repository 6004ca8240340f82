import { boundNames } from './javascript-items.ts';
import { constantOf, print, propertyName } from './javascript-print.ts';
import { isTestFunction, type Rule, root } from './javascript-rule.ts';

/** What decides which tests run, how long and how often, and what stands in for the code under test. */
export const testControl: Rule = ({ node, isTest, parents }) => {
  if (!isTest) return null;
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
    const base = root(node);
    if (!isTestFunction(base) && !/^(?:t|this|ctx|context|TestContext)$/.test(base) && node.object.type !== 'ThisExpression') return null;
    const name = propertyName(node);
    if (name === null && isTestFunction(base)) return ['test-skipped', 'which tests run is decided while running'];
    if (/^(?:only)$/.test(name ?? '')) return ['test-focused', 'only some tests are run'];
    if (/^(?:skip|skipIf|runIf|todo|fails|failing|fixme)$/.test(name ?? ''))
      return ['test-skipped', 'a test is skipped or expected to fail'];
  }
  if (node.type === 'CallExpression') {
    const callee = print(node.callee);
    if (/^(?:xit|xtest|xdescribe|xcontext|xspecify|pending)$/.test(callee)) return ['test-skipped', 'a test is skipped'];
    if (/^(?:fit|fdescribe|fcontext)$/.test(callee)) return ['test-focused', 'only some tests are run'];
    if (/(?:^|\.)(?:setTimeout|setConfig|setDefaultTimeout|timeout)$/.test(callee) && /^(?:jest|vi|this|jasmine|t|test)\./.test(callee))
      return ['timeout-raised', 'the time limit of tests is changed'];
    if (/(?:^|\.)(?:retryTimes|retries|retry)$/.test(callee)) return ['retries-added', 'failing tests are tried again'];
    if (
      /^(?:jest|vi|sinon|td|t\.mock|mock|import_mock)\.(?:mock|doMock|setMock|unstable_mockModule|spyOn|stub|replace|method|module|getter|property|hoisted|stubGlobal)$|^(?:proxyquire|rewire|esmock)/.test(
        callee,
      )
    )
      return ['code-mocked', 'a stand-in is put in front of code under test'];
    if (
      parents.some((parent) => parent.type === 'CallExpression') &&
      node.arguments.some((argument) => argument.type === 'Identifier' && isTestFunction(argument.name))
    )
      return ['test-skipped', 'which tests run is decided while running'];
  }
  if (node.type === 'ObjectProperty' && parents.some((parent) => parent.type === 'CallExpression' && isTestFunction(root(parent)))) {
    const name = node.key.type === 'Identifier' ? node.key.name : String(constantOf(node.key));
    if (/^(?:skip|todo|only|fails)$/.test(name) && constantOf(node.value) !== false)
      return [name === 'only' ? 'test-focused' : 'test-skipped', 'a test is skipped or singled out'];
    if (/^(?:retry|retries|repeats)$/.test(name)) return ['retries-added', 'failing tests are tried again'];
  }
  const bound =
    node.type === 'VariableDeclarator' ? boundNames(node.id) : node.type === 'FunctionDeclaration' && node.id ? [node.id.name] : [];
  if (
    bound.some((name) => isTestFunction(name) || name === 'expect') &&
    !(node.type === 'VariableDeclarator' && /require|import|chai/.test(print(node.init)))
  )
    return ['test-not-run', 'a function of the test runner is replaced'];
  if (
    node.type === 'AssignmentExpression' &&
    node.left.type === 'MemberExpression' &&
    /^[a-z]\w*$/i.test(root(node.left)) &&
    /fn\(|=>|jest\.fn|vi\.fn/.test(print(node.right))
  )
    return ['code-mocked', 'a stand-in takes the place of code under test'];
  return null;
};
