/** A condition, and the lines of the statements that it leads to. */
export interface Decider {
  readonly line: number;
  readonly ways: readonly number[];
}

const raised = 1.05;

/**
 * A condition that lets the wrong ones pass is executed by all tests, and what it leads to by those that fail: coverage points behind it. It is
 * made as suspicious as the most suspicious statement that it decides about, and a little more (the idea that one decision the other way is often
 * all there is to a failure is that of predicate switching: Zhang, Gupta & Gupta, ICSE 2006).
 */
export function raiseDeciders(deciders: Iterable<Decider>, scores: Map<number, number>): void {
  const found: (readonly [number, number])[] = [];
  for (const { line, ways } of deciders) {
    const most = Math.max(0, ...ways.filter((way) => way !== line).map((way) => scores.get(way) ?? 0));
    if (most > (scores.get(line) ?? 0)) found.push([line, raised * most]);
  }
  for (const [line, score] of found) scores.set(line, Math.max(scores.get(line) ?? 0, score));
}
