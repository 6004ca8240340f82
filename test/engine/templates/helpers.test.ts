import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py']));

const js = `function isKnown(name) {
  if (table[name]) return true;
  return (aliases[name] || []).some((other) => table[other]);
}

function take(list, word) {
  return table[word] ? list.concat(word) : list;
}
`;
const py = `def is_known(name):
    if name in TABLE:
        return True
    return any(other in TABLE for other in ALIASES.get(name, []))


def take(items, word):
    return items + [word] if word in TABLE else items
`;
const method = `class Words:
    def is_known(self, name):
        return name in self.table or name in self.others

    def take(self, items, word):
        return items + [word] if word in self.table else items
`;

describe('what a function of the file asks for whole', () => {
  it.each([
    ['src/a.js', js, 'table[word]', 'isKnown(word)'],
    ['src/a.js', `module.exports = function (table, aliases) {\n${js}\n};\n`, 'table[word]', 'isKnown(word)'],
    ['src/a.py', py, 'word in TABLE', 'is_known(word)'],
    ['src/a.py', method, 'word in self.table', 'self.is_known(word)'],
  ])('is asked of it in %s', (path, text, wrong, right) => {
    const rank = rankOf(text.replace(wrong, right), input(text, {}, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(25);
  });

  it.each([
    ['src/a.js', js],
    ['src/a.py', py],
    ['src/a.py', method],
  ])('is not asked of it by itself in %s', (path, text) => {
    const made = generateCandidates(input(text, {}, path)).filter(({ template }) => template === 'the function for it');
    expect(made.length).toBeGreaterThan(0);
    const behind = text.search(/(?:function|def) take/);
    expect(made.filter(({ start }) => start < behind)).toEqual([]);
  });

  it('is not asked of a function that is not known there', () => {
    const text = js
      .replace('function isKnown', 'function around() {\n  function isKnown')
      .replace('\n\nfunction take', '\n}\n\nfunction take');
    expect(generateCandidates(input(text)).filter(({ template }) => template === 'the function for it')).toEqual([]);
  });
});
