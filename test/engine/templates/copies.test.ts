import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py', 'a.php', 'a.rb']));

const list = `export function paths(tree) {
  const found = [];
  const path = [];
  function walk(node) {
    path.push(node.name);
    if (node.last) found.push(path);
    for (const child of node.children) walk(child);
    path.pop();
  }
  walk(tree);
  return found;
}
`;
const dates = `export function days(start, count) {
  const found = [];
  const day = new Date(start);
  while (found.length < count) {
    found.push(day);
    day.setDate(day.getDate() + 1);
  }
  return found;
}
`;
const rows = `export function rows(cells) {
  const found = [];
  const row = {};
  for (const cell of cells) {
    row.name = cell.name;
    found.push(row);
  }
  return found;
}
`;
const python = `def paths(tree):
    found = []
    path = []

    def walk(node):
        path.append(node.name)
        if node.last:
            found.append(path)
        for child in node.children:
            walk(child)
        path.pop()

    walk(tree)
    return found
`;
const php = `<?php
function days(DateTime $day, int $count): array
{
    $found = [];
    while (count($found) < $count) {
        $found[] = $day;
        $day->modify('+1 day');
    }
    return $found;
}
`;
const ruby = `def paths(node, path, found)
  path << node.name
  found << path if node.last
  node.children.each { |child| paths(child, path, found) }
  path.pop
  found
end
`;

describe('what is kept while it goes on changing', () => {
  it.each([
    ['src/a.js', list, 'found.push(path)', 'found.push([...path])'],
    ['src/a.js', dates, 'found.push(day)', 'found.push(new Date(day))'],
    ['src/a.js', rows, 'found.push(row)', 'found.push({ ...row })'],
    ['a.py', python, 'found.append(path)', 'found.append(list(path))'],
    ['a.php', php, '$found[] = $day', '$found[] = clone $day'],
    ['a.rb', ruby, 'found << path if', 'found << path.dup if'],
  ])('is copied in %s: %#', (path, text, wrong, right) => {
    const rank = rankOf(text.replace(wrong, right), input(text, {}, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(10);
  });

  it.each([
    ['src/a.js', rows.replace('  const row = {};\n', '').replace('    row.name', '    const row = {};\n    row.name')],
    ['src/a.js', 'export function all(given) {\n  const found = [];\n  for (const each of given) found.push(each);\n  return found;\n}\n'],
    [
      'a.py',
      'def rows(cells):\n    found = []\n    for cell in cells:\n        row = []\n        row.append(cell)\n        found.append(row)\n    return found\n',
    ],
    ['a.rb', 'def all(given, found)\n  given.each { |each| found << each }\n  found\nend\n'],
  ])('is left alone where each round has its own, or nothing changes it, in %s: %#', (path, text) => {
    const made = generateCandidates(input(text, {}, path));
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter(({ template }) => / of what goes on$/.test(template)).map(({ label }) => label)).toEqual([]);
  });
});
