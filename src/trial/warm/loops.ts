// Where the loops and functions of a source begin, so that a counter in each can end what would run for ever.
import { isFunction, isLoop, type Node, nodeOf, nodesOf, parseProgram, startInside } from './program.ts';

/** Where a counter is put: in the body of a loop or function, as a statement, or before the condition of a loop without braces. */
export interface LoopPlace {
  readonly at: number;
  readonly in: 'body' | 'condition';
  /** Where the loop or function begins. */
  readonly from: number;
}

/** Places in every loop and function, in order; none for a source that is neither JavaScript nor TypeScript. */
export function loopPlaces(path: string, text: string): LoopPlace[] {
  const program = parseProgram(path, text);
  return program === null ? [] : placesIn(program.root);
}

export function placesIn(root: Node): LoopPlace[] {
  const places: LoopPlace[] = [];
  for (const node of nodesOf(root)) {
    if (!isFunction(node) && !isLoop(node)) continue;
    const condition = isLoop(node) ? nodeOf(node, 'test') : null;
    if (node.body.type === 'BlockStatement') places.push({ at: startInside(node.body), in: 'body', from: node.start });
    else if (condition !== null) places.push({ at: condition.start, in: 'condition', from: node.start });
  }
  return places.sort((a, b) => a.at - b.at);
}

/** What is put there: a call. */
export function tickAt(place: LoopPlace, call: string): string {
  return place.in === 'body' ? `;${call};` : `${call},`;
}
