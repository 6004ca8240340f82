// Where the loops and functions of a source begin, so that a counter in each can end what would run for ever.
import { parse } from '@babel/parser';

const counted = new Set([
  ...['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'],
  ...['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ObjectMethod', 'ClassMethod', 'ClassPrivateMethod'],
]);

/** Offsets where the body of every loop and function begins, in order; none for a source that is neither JavaScript nor TypeScript. */
export function loopPlaces(path: string, text: string): number[] {
  const typescript = /\.[cm]?tsx?$/.test(path);
  if (!typescript && !/\.[cm]?jsx?$/.test(path)) return [];
  try {
    const tree = parse(text, {
      sourceType: 'unambiguous',
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowNewTargetOutsideFunction: true,
      allowSuperOutsideMethod: true,
      errorRecovery: true,
      plugins: typescript ? [...(path.endsWith('x') ? (['jsx'] as const) : []), 'typescript', 'decorators-legacy'] : ['jsx'],
    });
    const places: number[] = [];
    collect(tree.program, places);
    return places.sort((a, b) => a - b);
  } catch {
    return [];
  }
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function collect(node: unknown, places: number[]): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, places);
    return;
  }
  if (!isNode(node)) return;
  if (counted.has(node.type) && 'body' in node && isNode(node.body) && node.body.type === 'BlockStatement') places.push(startOf(node.body));
  for (const [key, child] of Object.entries(node)) if (key !== 'loc' && typeof child === 'object' && child !== null) collect(child, places);
}

/** Behind the brace, and behind directives: these are none when something stands before them. */
function startOf(block: Node): number {
  const directives = 'directives' in block && Array.isArray(block.directives) ? block.directives.filter(isNode) : [];
  return directives.at(-1)?.end ?? block.start + 1;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  );
}
