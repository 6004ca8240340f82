// What is read of failing tests before anything is proposed.
import { describe, expect, it } from 'vitest';
import { readClues } from '../../../src/engine/templates/clues.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';

describe('how many arguments tests give', () => {
  const givenIn = (text: string) => {
    const failing = [{ id: 'a.test.js > works', file: 'a.test.js', message: 'boom', expected: null, actual: null, line: null, frames: [] }];
    return readClues(failing, [{ path: 'a.test.js', text }], []).given;
  };

  it('is counted by commas outside of all brackets and quotes', () => {
    const given = givenIn("none(); one(a, ); two('a, b', [1, 2]); three({ a: 1, b }, (c, d) => c(d), 'it\\'s, so');\n  open(a, b");
    expect(Object.fromEntries(given)).toEqual({ one: 1, two: 2, three: 3, c: 1 });
  });

  it.each([
    ['calls in each other', 'f('],
    ['quotes that never end', "f(\\'"],
    ['commas and blanks', `f(a,${' '.repeat(390)}`],
  ])('is counted in no time over %s', (_what, piece) => {
    const text = piece.repeat(200_000 / piece.length);
    const startedAt = performance.now();
    givenIn(text);
    expect(performance.now() - startedAt).toBeLessThan(600);
  });
});

it('a character that a parser did not expect is one that may be meant', () => {
  const failing = [
    {
      id: 'a.test.js > works',
      file: 'a.test.js',
      message: 'SyntaxError: unexpected . at 1',
      expected: null,
      actual: null,
      line: null,
      frames: [],
    },
  ];
  expect(readClues(failing, [], []).marks).toEqual(['.']);
  const before = "const isPart = (c) => isDigit(c) || c === ',';";
  const files = [{ path: 'a.js', text: before }];
  const rank = generateCandidates({
    files,
    suspects: [{ path: 'a.js', line: 1, score: 1 }],
    failing,
    testSources: [],
    priors: [],
  }).findIndex(({ text }) => text === "'.'");
  expect(rank).toBeGreaterThanOrEqual(0);
  expect(rank).toBeLessThan(12);
});
