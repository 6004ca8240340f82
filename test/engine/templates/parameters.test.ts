import { beforeAll, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf } from './ranks.ts';

/** A file with a constant where a parameter should stand, and the two. */
const FORGOTTEN: readonly (readonly [path: string, text: string, constant: string, parameter: string])[] = [
  [
    'a.js',
    "function line(cells, sep = ' ') {\n  const made = [];\n  for (const cell of cells) made.push(String(cell).trim());\n  return made.join(' ');\n}\n",
    "join(' ')",
    'join(sep)',
  ],
  [
    'a.ts',
    'export function round(value: number, digits: number): number {\n  const factor = 10 ** 2;\n  return Math.round(value * factor) / factor;\n}\n',
    '** 2',
    '** digits',
  ],
  [
    'a.py',
    'def line(cells, sep=\' \'):\n    made = []\n    for cell in cells:\n        made.append(str(cell).strip())\n    return " ".join(made)\n',
    '" "',
    'sep',
  ],
  ['b.py', 'def top(rows, count: int = 3, *, key=None):\n    found = sorted(rows, key=key)\n    return found[:3]\n', ':3]', ':count]'],
  ['c.py', 'class A:\n    def load(self, path, strict):\n        return read(path, strict=False)\n', 'False', 'strict'],
  [
    'a.go',
    'package a\n\nfunc Line(cells []string, sep string) string {\n\tmade := cells[:len(cells)]\n\treturn strings.Join(made, " ")\n}\n',
    '" "',
    'sep',
  ],
  [
    'A.java',
    'class A {\n  static String line(List<String> cells, String sep) {\n    return String.join(" ", cells);\n  }\n}\n',
    '" "',
    'sep',
  ],
  ['a.rb', 'def line(cells, sep = " ")\n  made = cells.map { |cell| cell.strip }\n  made.join(" ")\nend\n', 'join(" ")', 'join(sep)'],
  [
    'a.php',
    '<?php\nfunction line($cells, $sep = " ") {\n  $made = array_map("trim", $cells);\n  return implode(" ", $made);\n}\n',
    'implode(" "',
    'implode($sep',
  ],
  ['a.rs', 'fn line(cells: &[String], sep: &str) -> String {\n    let made = cells.to_vec();\n    made.join(" ")\n}\n', '" "', 'sep'],
  ['a.cs', 'class A {\n  static string Line(string[] cells, string sep) {\n    return string.Join(" ", cells);\n  }\n}\n', '" "', 'sep'],
];

beforeAll(() => loadGrammars(FORGOTTEN.map(([path]) => path)));

it.each(FORGOTTEN)('%s: the parameter that nothing reads is among the first', (path, text, constant, parameter) => {
  const rank = rankOf(
    text.replace(constant, () => parameter),
    input(text, {}, path),
  );
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(12);
});

it('one that is read, that says it is not to be, or that every method has takes no place', () => {
  const text =
    "class A:\n    def line(self, cells, sep, _how, *rest):\n        match sep:\n            case 1:\n                note(f'{sep}')\n        return ' '.join(cells)\n";
  const templates = generateCandidates(input(text, {}, 'a.py')).map(({ template }) => template);
  expect(templates.length).toBeGreaterThan(20);
  expect(templates).not.toContain('parameter for a constant');
});
