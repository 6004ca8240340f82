// What a module or a class gives a name once is as suspicious as what leans on it.
import { describe, expect, it } from 'vitest';
import { raiseDefinitions } from '../../../src/engine/templates/definitions.ts';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf } from './ranks.ts';

const script = `import { LIMIT } from './limits.js';

const ENDING = /\\.([a-z]+)$/;
const OTHER = /^[a-z]+/;

export function ending(name) {
  const found = ENDING.exec(name);
  return found === null || name.length > LIMIT ? '' : found[1];
}

export function begin(name) {
  return OTHER.exec(name)?.[0];
}
`;
const module = `import re

from .limits import LIMIT


class Name:
    ENDING = re.compile(r"\\.([a-z]+)$")
    OTHER = re.compile(r"^[a-z]+")

    def ending(self, name):
        found = self.ENDING.search(name)
        return "" if found is None or len(name) > LIMIT else found[1]

    def begin(self, name):
        return self.OTHER.search(name)
`;

describe.each([
  {
    path: 'src/name.js',
    text: script,
    lines: [7, 8],
    beside: { path: 'src/limits.js', text: 'export const LIMIT = 40;\nexport const LEAST = 41;\n' },
  },
  { path: 'src/name.py', text: module, lines: [11, 12], beside: { path: 'src/limits.py', text: 'LIMIT = 40\nLEAST = 41\n' } },
])('a definition that suspicious lines lean on, in $path', ({ path, text, lines, beside }) => {
  // Each line ran when the module was loaded: of all tests, by those that pass as well.
  const suspects = [
    ...lines.map((line) => ({ path, line, score: 1 })),
    ...text.split('\n').map((_, at) => ({ path, line: at + 1, score: 0.1 })),
    ...[1, 2].map((line) => ({ path: beside.path, line, score: 0.1 })),
  ];
  const given = { suspects, files: [{ path, text }, beside] };

  it('is tried among the first', async () => {
    await loadGrammars([path]);
    const rank = rankOf(text.replace('a-z]+)$', 'a-z]*)$'), input(text, given, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(120);
    const other = rankOf(text.replace('^[a-z]+', '^[a-z]*'), input(text, given, path));
    expect(other === 0 || other > 3 * rank).toBe(true);
  });

  it('is tried where another file holds it', async () => {
    await loadGrammars([path]);
    const made = generateCandidates(input(text, given, path)).filter((each) => each.path === beside.path);
    const first = made.findIndex(({ start }) => beside.text.slice(start).startsWith('40'));
    const second = made.findIndex(({ start }) => beside.text.slice(start).startsWith('41'));
    expect(first).toBeGreaterThanOrEqual(0);
    expect(second === -1 || first < second).toBe(true);
  });
});

describe('what a file takes from another one', () => {
  const raised = (user: string, path = 'src/limits.js') => {
    const lines = new Map<number, number>();
    raiseDefinitions([
      { file: { path, text: 'LIMIT' }, lines, definitions: [{ name: 'LIMIT', line: 1, endLine: 1 }] },
      { file: { path: 'src/user', text: user }, lines: new Map([[user.split('\n').length, 1]]), definitions: [] },
    ]);
    return lines.has(1);
  };

  it.each([
    [true, "import other from './other.js';\nimport all, {\n  MORE,\n  LIMIT as most,\n} from '../lib/limits.js'\nuse(LIMIT)"],
    [true, "const { MORE, LIMIT } = require('./limits');\nuse(LIMIT)"],
    [true, 'from .limits import (\n    MORE,\n    LIMIT,\n)\nuse(LIMIT)'],
    [true, "import * as limits from './limits.js';\nuse(limits.LIMIT)"],
    [false, "import { LIMIT } from './other.js';\nimport { MORE } from './limits.js';\nuse(LIMIT)"],
    [false, "import { LIMIT } from './speed-limits.js';\nuse(LIMIT)"],
    [false, 'from limits import MORE\nuse(LIMIT)'],
  ])('is read from its imports: %s, %j', (is, user) => {
    expect(raised(user)).toBe(is);
  });

  it.each(['import LIMIT ', '\n', '{LIMIT ', 'import LIMIT from '])('is read in no time from many of %j', (piece) => {
    const startedAt = performance.now();
    raised(`// limits LIMIT\n${piece.repeat(100_000 / piece.length)}`);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
