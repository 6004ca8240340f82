// Where the loops and functions of a source begin, so that a counter in each can end what would run for ever.
import { isFunction, isLoop, type Node, nodesOf, parseProgram, startInside } from './program.ts';

/** Offsets where the body of every loop and function begins, in order; none for a source that is neither JavaScript nor TypeScript. */
export function loopPlaces(path: string, text: string): number[] {
  const program = parseProgram(path, text);
  return program === null ? [] : placesIn(program.root);
}

export function placesIn(root: Node): number[] {
  const places: number[] = [];
  for (const node of nodesOf(root)) {
    if ((isFunction(node) || isLoop(node)) && node.body.type === 'BlockStatement') places.push(startInside(node.body));
  }
  return places.sort((a, b) => a - b);
}
