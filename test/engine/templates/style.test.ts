import { describe, expect, it } from 'vitest';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { apply, input } from './ranks.ts';

/** The texts that the candidates for a file make. */
function made(text: string): readonly string[] {
  const given = input(text);
  return generateCandidates(given).map((each) => apply(text, each));
}

describe('what a candidate puts into a file', () => {
  it('has the quotes of the file', () => {
    const double = 'function f(a) {\n  if (a) return "x";\n  return g(a);\n}\n';
    const wanted = double.replace('if (a)', 'if (typeof a === "string")');
    expect(made(double)).toContain(wanted);
    expect(made(double).filter((each) => each.includes("'"))).toEqual([]);
    expect(made(double.replaceAll('"', "'"))).toContain(wanted.replaceAll('"', "'"));
  });

  it('keeps the quotes of a text that holds others', () => {
    const text = 'function f(a) {\n  if (a === 1) return \'say "x"\';\n  if (a === 2) return "y";\n  return "z";\n}\n';
    expect(made(text)).toContain(text.replace('"z"', '\'say "x"\''));
  });

  it('ends statements as the file does, and stands on lines of its own where blocks do', () => {
    const text = 'function f(a) {\n\tif (a > 1) {\n\t\treturn g(a)\n\t}\n\tif (a < 0) {}\n\treturn h(a)\n}\n';
    expect(made(text)).toContain(text.replace('{}', '{\n\t\treturn h(a)\n\t}'));
    expect(made(text).filter((each) => each.includes('return h(a);'))).toEqual([]);
  });
});
