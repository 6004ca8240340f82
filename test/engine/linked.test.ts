import { describe, expect, it } from 'vitest';
import { atomsOf } from '../../src/engine/changes.ts';
import { parseDiff } from '../../src/engine/diff.ts';
import { withLinked } from '../../src/engine/linked.ts';

const after = `function total(list, start, by) {
  let sum = start;
  for (const one of list) sum += one;
  return sum;
}

function mean(list) {
  return total(
    list,
    0,
  ) / list.length;
}

function label(name) {
  return name + '!';
}
`;

const diff = `diff --git a/sum.js b/sum.js
--- a/sum.js
+++ b/sum.js
@@ -1,2 +1,2 @@
-function total(list, start, by, more) {
-  let sum = 0;
+function total(list, start, by) {
+  let sum = start;
@@ -8,3 +8,4 @@
   return total(
     list,
+    0,
   ) / list.length;
@@ -13,3 +14,3 @@
 function label(name) {
-  return name;
+  return name + '!';
 }
`;

const [file] = parseDiff(diff);
if (file === undefined) throw new Error('the diff cannot be read');
const atoms = atomsOf(file, { text: after, crlf: false });
const lines = (part: readonly { readonly startLine: number }[]): number[] => part.map((atom) => atom.startLine);
const textOf = (): string => after;

describe('what belongs to a part of a change', () => {
  it('is the call that passes what the function now takes, and the function that takes what is passed', () => {
    expect(lines(atoms)).toEqual([1, 10, 15]);
    expect(lines(withLinked(atoms.slice(0, 1), atoms, textOf))).toEqual([1, 10]);
    expect(lines(withLinked(atoms.slice(1, 2), atoms, textOf))).toEqual([1, 10]);
  });

  it('is nothing else', () => {
    expect(lines(withLinked(atoms.slice(2), atoms, textOf))).toEqual([15]);
  });

  it('is not told by lines that only stand beside a list that stayed as it was', () => {
    const text = 'const twice = (n) => n * 2;\nexport const four = twice(2) + 1;\n';
    const [other] = parseDiff(
      'diff --git a/a.js b/a.js\n--- a/a.js\n+++ b/a.js\n@@ -1,2 +1,2 @@\n-const twice = (n) => n + n;\n-export const four = twice(2);\n+const twice = (n) => n * 2;\n+export const four = twice(2) + 1;\n',
    );
    if (other === undefined) throw new Error('the diff cannot be read');
    const both = atomsOf(other, { text, crlf: false });
    expect(withLinked(both, both, () => text)).toEqual(both);
  });

  it('leaves files alone that do not parse', () => {
    expect(withLinked(atoms.slice(0, 1), atoms, () => 'function (')).toEqual(atoms.slice(0, 1));
  });
});
