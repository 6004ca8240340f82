// Where the loops of a source begin, so that a counter in each can end what would run for ever.
import { parse } from '@babel/parser';

const loopTypes = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);

/** Offsets just behind the opening brace of every loop's body, in order; none for a source that is no plain JavaScript. */
export function loopPlaces(path: string, text: string): number[] {
  if (!/\.[cm]?js$/.test(path)) return [];
  try {
    const tree = parse(text, {
      sourceType: 'unambiguous',
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowNewTargetOutsideFunction: true,
      allowSuperOutsideMethod: true,
      errorRecovery: true,
      plugins: ['jsx'],
    });
    const places: number[] = [];
    collect(tree.program, places);
    return places.sort((a, b) => a - b);
  } catch {
    return [];
  }
}

function collect(node: unknown, places: number[]): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, places);
    return;
  }
  if (!isNode(node)) return;
  if (loopTypes.has(node.type) && 'body' in node && isNode(node.body) && node.body.type === 'BlockStatement')
    places.push(node.body.start + 1);
  for (const [key, child] of Object.entries(node)) if (key !== 'loc' && typeof child === 'object' && child !== null) collect(child, places);
}

function isNode(value: unknown): value is { readonly type: string; readonly start: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value &&
    typeof value.start === 'number'
  );
}
