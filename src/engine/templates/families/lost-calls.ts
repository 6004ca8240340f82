// What an emptied branch or loop may have done with the value it was about.
import { isOnly } from '../kinds.ts';
import { parametersOf } from '../retell.ts';
import type { Scene } from '../scene.ts';
import { calleeName, functionOf, isCall, isFunction } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';

/** Code of a statement, and its odds. */
type Statement = readonly [string, number];

const MOST_GIVEN = 3;
const MOST_METHODS = 6;
const MOST_COLLECTIONS = 4;

/** Calls of what the condition makes sure is a function, and what is done with each element of a loop. */
export function* doneWith(block: Site, scene: Scene): Generator<Statement> {
  for (const name of functionsAskedFor(block, scene)) yield* callsOf(name, block, scene);
  const loop = loopAround(block);
  if (loop === null) return;
  const { element, list } = loop;
  yield* callsOf(element, block, scene);
  const inEach = list === null ? [element] : [element, `${element}, ${list}[${element}]`];
  const methods = [...(scene.words.ofReceiver.get('this')?.keys() ?? [])].filter((name) => scene.words.methods.has(name));
  for (const [at, method] of methods.slice(0, MOST_METHODS).entries())
    for (const given of inEach) yield [`this.${method}(${given});`, 0.6 / (1 + at / 3)];
  for (const [at, statement] of collectionsOf(block, element, scene).entries()) yield [statement, 1 / (1 + at / 3)];
}

/** Names whose being functions, or being there at all, the branch depends on. */
function functionsAskedFor(block: Site, scene: Scene): readonly string[] {
  const test = block.parent?.node.type === 'IfStatement' && block.key === 'consequent' ? child(block.parent, 'test') : null;
  if (test === null) return [];
  const asked = /\btypeof ([\w$]+) ===? (["'])function\2/.exec(scene.text(test))?.[1];
  const { node } = test;
  const isHeld = node.type === 'Identifier' && scene.fit.kindsNamed(node.name, block)?.has('function') === true;
  return [...(asked === undefined ? [] : [asked]), ...(isHeld ? [node.name] : [])];
}

function* callsOf(name: string, block: Site, scene: Scene): Generator<Statement> {
  const kinds = scene.fit.kindsNamed(name, block);
  if (kinds !== null && !kinds.has('function')) return;
  const sure = isOnly(kinds, 'function') ? 1.5 : 1;
  const fn = functionOf(block);
  const params = fn === null ? [] : parametersOf(fn, scene).map((each) => each.name);
  for (const call of [`${name}()`, ...params.flatMap((given) => (given === name ? [] : [`${name}(${given})`])).slice(0, MOST_GIVEN)]) {
    yield [`${call};`, sure];
    yield [`return ${call};`, 0.4 * sure];
  }
}

/** What a loop, or a callback that gets each element, is at; with the object where it goes over names of one. */
function loopAround(block: Site): { readonly element: string; readonly list: string | null } | null {
  const { parent } = block;
  if (parent === null || block.key !== 'body') return null;
  if (parent.node.type === 'ForOfStatement' || parent.node.type === 'ForInStatement') {
    const { left, right, type } = parent.node;
    const id = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
    if (id?.type !== 'Identifier') return null;
    return { element: id.name, list: type === 'ForInStatement' && right.type === 'Identifier' ? right.name : null };
  }
  const isCallback = isFunction(parent) && parent.key === 'arguments' && parent.parent !== null && isCall(parent.parent);
  const [first] = isCallback && calleeName(parent.parent ?? parent) === 'forEach' ? childList(parent, 'params') : [];
  return first?.node.type === 'Identifier' ? { element: first.node.name, list: null } : null;
}

/** The element put into what the function, or the object around it, collects. */
function collectionsOf(block: Site, element: string, scene: Scene): readonly string[] {
  const found = new Set<string>();
  const fill = (receiver: string): void => {
    const methods = scene.words.ofReceiver.get(receiver);
    for (const method of ['add', 'push', 'delete']) if (methods?.has(method)) found.add(`${receiver}.${method}(${element});`);
  };
  for (const { name, scope } of scene.visible(block)) {
    if (scope.node.type === 'Program' || name === element) continue;
    fill(name);
    const isSet = isOnly(scene.fit.kindsNamed(name, block), 'set');
    if (isSet) found.add(`${name}.add(${element});`);
  }
  for (const receiver of scene.words.ofReceiver.keys()) if (receiver.startsWith('this.')) fill(receiver);
  for (const member of newSetsOf(scene.program)) found.add(`this.${member}.add(${element});`);
  return [...found].slice(0, MOST_COLLECTIONS);
}

/** Members of classes that begin as a set. */
function newSetsOf(program: Site): readonly string[] {
  return [...walk(program)].flatMap(({ node }) =>
    node.type === 'ClassProperty' &&
    node.key.type === 'Identifier' &&
    node.value?.type === 'NewExpression' &&
    node.value.callee.type === 'Identifier' &&
    node.value.callee.name === 'Set'
      ? [node.key.name]
      : [],
  );
}
