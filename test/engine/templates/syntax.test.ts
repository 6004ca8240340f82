import { describe, expect, test } from 'vitest';
import { generateCandidates } from '../../../src/engine/templates/index.ts';

const program = `'use strict'
const limits = { low: 1, high: 9 }

function clamp (value) {
  let result = value
  if (result < limits.low) {
    result = limits.low
  }
  return [result, Math.min(limits.high, result)]
}

const names = ['a', 'b']

module.exports = { clamp, names }
`;

/** What the engine would try for a file that was broken like this, and how far down the list the original is. */
function rankOfOriginal(broken: string, path = 'src/clamp.js', original = program): number {
  const failing = [
    {
      id: 'test/clamp.test.js > (file)',
      file: 'test/clamp.test.js',
      line: 1,
      message: 'SyntaxError: Unexpected token',
      expected: null,
      actual: null,
      frames: [],
    },
  ];
  const candidates = generateCandidates({ files: [{ path, text: broken }], suspects: [], failing, testSources: [], priors: [] });
  const strict = (text: string): string => text.replaceAll(/\s+|;/g, '');
  return candidates.findIndex(({ start, end, text }) => strict(broken.slice(0, start) + text + broken.slice(end)) === strict(original));
}

describe('a file that does not parse is made to', () => {
  test.each([
    ['a keyword that is none', 'let result', 'lte result'],
    ['a bracket too few in an expression', 'result)]', 'result]'],
    ['a bracket too many', 'Math.min(', 'Math.min(('],
    ['a comma too few', "'a', 'b'", "'a' 'b'"],
    ['a quote too few', "'b']", "'b]"],
    ['a colon too few', 'low: 1', 'low 1'],
    ['the brace of a block that is not closed', '    result = limits.low\n  }\n', '    result = limits.low\n'],
    ['the brace of a function that is not closed', 'result)]\n}\n', 'result)]\n'],
    ['a brace too many', '  return [result', '  }\n  return [result'],
  ])('%s', (_, right, wrong) => {
    const rank = rankOfOriginal(program.replace(right, wrong));
    expect(rank).toBeGreaterThanOrEqual(0);
    expect(rank).toBeLessThan(200);
  });

  test('TypeScript and modules too', () => {
    const original = 'export interface A { b: string }\nexport const a = (b: string): A => ({ b })\n';
    expect(rankOfOriginal(original.replace('({ b })', '({ b }'), 'src/a.ts', original)).toBeGreaterThanOrEqual(0);
    expect(rankOfOriginal(original.replace('export const', 'export cosnt'), 'src/a.ts', original)).toBeGreaterThanOrEqual(0);
  });
});
