// What tests give the functions that they call.

/** Calls beyond this are of another statement. */
const LONGEST_CALL = 400;
/** Nor do calls of tests hold more brackets in each other. */
const DEEPEST_CALL = 30;

/** How many arguments calls in a text have at most, by the name of what is called; read from brackets and commas alone. */
export function givenIn(texts: readonly string[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const text of texts)
    for (const { 1: name = '', 0: whole, index } of text.slice(0, 100_000).matchAll(/(?<![\w$])([A-Za-z_$][\w$]*)\(/g)) {
      const count = argumentsFrom(text, index + whole.length);
      if (count > (most.get(name) ?? 0)) most.set(name, count);
    }
  return most;
}

/** Arguments of the call whose brackets were opened just before `from`; 0 where they are not closed soon. */
function argumentsFrom(text: string, from: number): number {
  const end = Math.min(text.length, from + LONGEST_CALL);
  let [depth, count, isNext] = [0, 0, true];
  for (let at = from; at < end && depth <= DEEPEST_CALL; at += 1) {
    const char = text.charAt(at);
    if (' \n\t\r'.includes(char)) continue;
    if (char === ')' && depth === 0) return count;
    // Behind a last comma, or where nothing is given, there is no argument.
    if (isNext) count += 1;
    isNext = char === ',' && depth === 0;
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === '\\') at += 1;
    else if (`'"\``.includes(char)) at = endOfQuoted(text, at, end);
  }
  return 0;
}

/** Where what is quoted from `at` ends; `at` itself where it does not end before `end`. */
function endOfQuoted(text: string, at: number, end: number): number {
  const quote = text.charAt(at);
  for (let to = at + 1; to < end; to += 1) {
    if (text.charAt(to) === '\\') to += 1;
    else if (text.charAt(to) === quote) return to;
  }
  return at;
}
