import { describe, expect, it } from 'vitest';
import { type Atom, atomsOf } from '../../src/engine/changes.ts';
import { parseDiff } from '../../src/engine/diff.ts';
import { leaningOver } from '../../src/engine/leaning.ts';

const now = `const limit = 3;
const clamp = (n) => Math.min(n, limit);
function first(n) {
  return clamp(n);
}
function second(n) {
  return n + limit;
}
`;
const change = `diff --git a/a.js b/a.js
--- a/a.js
+++ b/a.js
@@ -1,7 +1,8 @@
 const limit = 3;
+const clamp = (n) => Math.min(n, limit);
 function first(n) {
-  return n;
+  return clamp(n);
 }
 function second(n) {
-  return n - limit;
+  return n + limit;
 }
diff --git a/b.js b/b.js
new file mode 100644
--- /dev/null
+++ b/b.js
@@ -0,0 +1 @@
+export const b = 1;
diff --git a/c.js b/c.js
--- a/c.js
+++ b/c.js
@@ -1 +1,2 @@
+import { b } from './b.js';
 run();
`;
const texts: Readonly<Record<string, string>> = {
  'a.js': now,
  'b.js': 'export const b = 1;\n',
  'c.js': "import { b } from './b.js';\nrun();\n",
};

describe('whether one part of a change may lean on another', () => {
  const currentOf = (path: string): string => texts[path] ?? '';
  const atoms = parseDiff(change).flatMap((file) => atomsOf(file, { text: currentOf(file.newPath), crlf: false }));
  const leans = leaningOver(atoms, currentOf);
  const [definition, use, other, file, loading] = atoms as [Atom, Atom, Atom, Atom, Atom];

  it.each([
    ['the use of a function on its definition', use, definition, true],
    ['the definition on its use, as nobody says which of them brings the name', definition, use, true],
    ['what names only what stood there before', other, definition, false],
    ['what was there before on what names it', definition, other, false],
    ['an import on the new file it loads', loading, file, true],
    ['a new file not on what stood there before', file, other, false],
    ['nothing on itself', use, use, false],
  ])('%s', (_, atom, on, expected) => {
    expect(leans(atom, on)).toBe(expected);
  });
});
