// JavaScript and TypeScript: everything the rules want to know of a file.
import type { File, Node } from '@babel/types';
import type { FileFacts } from './facts.ts';
import { branchesOf, functionsOf, literalsOf, walk } from './javascript-code.ts';
import { itemsOf } from './javascript-items.ts';
import { marksOf } from './javascript-marks.ts';
import { parseScript, print } from './javascript-print.ts';

export { parseScript };

/** Null when the text does not parse. */
export function readScript(path: string, text: string, isTest: boolean): FileFacts | null {
  const file = parseScript(path, text);
  if (file === null) return null;
  return {
    items: itemsOf(file.program.body),
    marks: marksOf(file, text, isTest),
    branches: isTest ? [] : branchesOf(file),
    functions: isTest ? [] : functionsOf(file),
    literals: literalsOf(file),
    code: () =>
      [...walk(file.program)]
        .filter(({ node }) => /Statement|Expression|Declaration/.test(node.type))
        .map(({ node }) => print(node))
        .join('\n'),
  };
}

/** What stands under the properties of these names, bodies included. */
export function literalTree(file: File, names: RegExp): string {
  const whole = (node: Node): string => [...walk(node)].map((each) => print(each.node)).join(' ');
  return [...walk(file.program)]
    .flatMap(({ node }) =>
      node.type === 'ObjectProperty' && node.key.type === 'Identifier' && names.test(node.key.name) ? [whole(node)] : [],
    )
    .join('\n');
}
