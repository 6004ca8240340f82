import type { FailingTest, SourceFile } from './types.ts';

/** Longest stretch of a test file, in characters, that is taken for one test. */
const LONGEST = 4000;
const MOST_TESTS = 10;

/** The source of the failing tests themselves: from where their title stands, or their decorators, to the next test. Empty where no title is found. */
export function ownSources(failing: readonly FailingTest[], testSources: readonly SourceFile[]): readonly string[] {
  const found: string[] = [];
  for (const { id, file } of failing.slice(0, MOST_TESTS)) {
    const source = testSources.find(({ path }) => path === file) ?? testSources[0];
    const whole = id.split(/ > | › /).at(-1) ?? '';
    const isPython = source?.path.endsWith('.py') === true;
    // What pytest puts behind a name is the case, of which the source says it in other words.
    const title = isPython ? whole.replace(/\[.*$/s, '') : whole;
    const at = source === undefined || title.length < 3 ? -1 : source.text.indexOf(title);
    if (source === undefined || at < 0) continue;
    const rest = source.text.slice(at, at + LONGEST);
    const next = /^\s*(?:it|test|describe)\b/m.exec(rest)?.index ?? rest.length;
    if (isPython) {
      const end = /^[ \t]*(?:async[ \t]+)?def[ \t]+test|^@/m.exec(rest)?.index ?? rest.length;
      // Decorators hold the values of the cases.
      found.push(source.text.slice(source.text.lastIndexOf('\n\n', at) + 1, at + end));
      continue;
    }
    // Behind the quote that ends the title: the quotes that follow are pairs.
    found.push(rest.slice(title.length + 1, next));
  }
  return found;
}
