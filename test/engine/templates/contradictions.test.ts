import { describe, expect, it } from 'vitest';
import { contradictions } from '../../../src/engine/templates/contradictions.ts';
import { parseFile } from '../../../src/engine/templates/tree.ts';

function contradictedIn(text: string): string[] {
  const program = parseFile({ path: 'src/a.js', text });
  expect(program).not.toBeNull();
  return program === null ? [] : [...contradictions(program, text)].map(({ start, end }) => text.slice(start, end));
}

describe('a check that the code behind it contradicts', () => {
  it.each([
    ['calls what is no function', "if (key in o && typeof f !== 'function') o[key] = f(o[key]);", "typeof f !== 'function'"],
    ['calls it where that alone leads there', "if (key in o || typeof f !== 'function') { o[key] = f(); }", "typeof f !== 'function'"],
    ['reads of nothing', 'const n = a === null ? a.length : 0;', 'a === null'],
    ['reads of nothing in the same condition', 'if (a.b == null && a.b.c) go();', 'a.b == null'],
    ['reads of nothing where the other operand is reached with it', 'go(a !== undefined || a.b);', 'a !== undefined'],
    ['reads of nothing behind a way out', 'function f(a) { if (a !== null) return 0; return a.size; }', 'a !== null'],
    ['pushes to what is no array', 'if (!Array.isArray(a)) a.push(1);', 'Array.isArray(a)'],
    ['asks for the end of what is no string', "if (typeof a !== 'string' && a.endsWith(b)) go();", "typeof a !== 'string'"],
  ])('%s', (_, text, check) => {
    expect(contradictedIn(text)).toEqual([check]);
  });

  it.each([
    ['agrees with it', "if (typeof f === 'function') f();"],
    ['gives a value first', 'if (a === null) { a = make(); a.go(); }'],
    ['asks again', 'if (a == null || b) { if (a) a.go(); }'],
    ['may be missing', 'if (a == null) a?.go();'],
    ['runs later', "if (typeof f !== 'function') later(() => f());"],
    ['takes the other way', 'function f(a) { if (a === null) return 0; return a.size; }'],
    ['uses another member', 'if (a.b === undefined) a.c.d();'],
  ])('is not one where it %s', (_, text) => {
    expect(contradictedIn(text)).toEqual([]);
  });
});
