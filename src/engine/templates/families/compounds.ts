// Conditions of two tests that go together.

/** Two questions about one name: whether it is there, and what it is. */
export function* guardsOf(name: string): Generator<readonly [string, number]> {
  for (const kind of ['string', 'object', 'function', 'number']) {
    const odds = kind === 'string' || kind === 'object' ? 0.3 : 0.1;
    yield [`!${name} || typeof ${name} !== "${kind}"`, odds];
    yield [`${name} && typeof ${name} === "${kind}"`, odds];
    yield [`typeof ${name} === "${kind}" && ${name} !== null`, odds / 2];
    yield [`${name} !== null && typeof ${name} === "${kind}"`, odds / 2];
    yield [`typeof ${name} !== "${kind}" || ${name} === null`, odds / 2];
    yield [`${name} === null || typeof ${name} !== "${kind}"`, odds / 2];
  }
  yield [`${name} !== null && ${name} !== undefined`, 0.2];
  yield [`${name} === null || ${name} === undefined`, 0.3];
  yield [`${name} && ${name}.length > 0`, 0.15];
  yield [`!${name} || ${name}.length === 0`, 0.25];
}

/** Two truth values at once, each the one way or the other, asked as the file asks: `!a`, or `a === false`. */
export function* truthsOf(names: readonly string[], areSpelled = false): Generator<readonly [string, number]> {
  const waysOf = (name: string): readonly string[] => (areSpelled ? [`${name} === true`, `${name} === false`] : [name, `!${name}`]);
  for (const [at, a] of names.entries())
    for (const b of names.slice(at + 1))
      for (const one of waysOf(a))
        for (const other of waysOf(b)) {
          yield [`${one} && ${other}`, 0.15];
          yield [`${one} || ${other}`, 0.08];
        }
}

/** Two numbers, the one before or behind the other. */
export function* ordered(names: readonly string[]): Generator<readonly [string, number]> {
  for (const [at, a] of names.entries())
    for (const b of names.slice(at + 1))
      for (const [operator, odds] of [
        ['<', 0.3],
        ['>', 0.3],
        ['<=', 0.2],
        ['>=', 0.2],
        ['===', 0.2],
        ['!==', 0.15],
      ] as const)
        yield [`${a} ${operator} ${b}`, odds / (1 + at / 3)];
}

/** One of two texts, or neither. */
export function* eitherOf(name: string, texts: readonly string[]): Generator<readonly [string, number]> {
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1)) {
      yield [`${name} === ${one} || ${name} === ${other}`, 0.12];
      yield [`${name} !== ${one} && ${name} !== ${other}`, 0.05];
    }
}

/** The same question, given by what stands before and behind a value, about two values. */
export function* sameOfTwo(
  questions: readonly (readonly [string, string])[],
  values: readonly string[],
): Generator<readonly [string, number]> {
  for (const [before, after] of questions)
    for (const [at, a] of values.entries())
      for (const b of values.slice(at + 1)) {
        yield [`${before}${a}${after} && ${before}${b}${after}`, 0.12 / (1 + at)];
        yield [`${before}${a}${after} || ${before}${b}${after}`, 0.05 / (1 + at)];
      }
}

/** What a text begins or ends with, asked in the ways that the file asks it. */
export function* endsOf(name: string, texts: readonly string[], file: string): Generator<readonly [string, number]> {
  const ways = [
    [/\[0\] [!=]==?/, `${name}[0]`],
    [/\.length - 1\] [!=]==?/, `${name}[${name}.length - 1]`],
    [/\.at\(-1\) [!=]==?/, `${name}.at(-1)`],
    [/\.charAt\(0\) [!=]==?/, `${name}.charAt(0)`],
  ] as const;
  for (const [way, asked] of ways)
    if (way.test(file))
      for (const text of texts) {
        yield [`${asked} === ${text}`, 0.5];
        yield [`${asked} !== ${text}`, 0.3];
      }
  for (const method of ['startsWith', 'endsWith'])
    if (file.includes(`.${method}(`))
      for (const text of texts) {
        yield [`${name}.${method}(${text})`, 0.3];
        yield [`!${name}.${method}(${text})`, 0.2];
      }
}
