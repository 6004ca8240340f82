import { beforeAll, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { lostMirrors } from '../../../src/engine/templates/mirrors.ts';
import { input, rankOf } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py']));

it.each([
  [['size[j] += size[i];'], ['id[j] = i;', 'size[i] += size[j];'], [{ text: 'id[i] = j;', at: 0 }]],
  [['id[i] = j;'], ['id[j] = i;', 'size[i] += size[j];'], [{ text: 'size[j] += size[i];', at: 1 }]],
  [['a.left = b;', 'b.up = a;'], ['a.right = b;', 'a.count++;', 'b.up = a;'], [{ text: 'a.count++;', at: 1 }]],
  [[], ['node.left = made;'], [{ text: 'node.right = made;', at: 0 }]],
])('%j lacks of what %j does: %j', (own, other, lost) => {
  expect(lostMirrors(own, other)).toEqual(lost);
});

it.each([
  ['what is all there', ['id[i] = j;', 'go(i);'], ['id[j] = i;', 'go(j);']],
  ['what does something else', ['log(i);'], ['id[j] = i;', 'size[i] += size[j];']],
  ['what differs in more than names', ['n += 1;'], ['n += 2;', 'go(n);']],
  ['what exchanges one name for two', ['a(b, b);'], ['a(c, d);', 'e(c);']],
  ['what has no opposite', [], ['go(i);']],
  ['what is much shorter', ['a(i);'], ['a(j);', 'b(j);', 'c(j);', 'd(j);']],
])('%s lacks nothing', (_, own, other) => {
  expect(lostMirrors(own, other)).toEqual([]);
});

const union =
  'function union(i, j) {\n  if (size[i] < size[j]) {\n    id[i] = j;\n    size[j] += size[i];\n  } else {\n    id[j] = i;\n    size[i] += size[j];\n  }\n}\n';
const insert = 'function put(node, made) {\n  if (made.key < node.key) { node.left = made; }\n  else { node.right = made; }\n}\n';
const python =
  'def union(i, j):\n    if size[i] < size[j]:\n        id[i] = j\n        size[j] += size[i]\n    else:\n        id[j] = i\n        size[i] += size[j]\n';
const tree = 'def put(node, made):\n    if made.key < node.key:\n        node.left = made\n    else:\n        node.right = made\n';

it.each([
  ['src/a.js', union, '    id[i] = j;\n', ''],
  ['src/a.js', union, '    size[i] += size[j];\n', ''],
  ['src/a.js', insert, ' node.right = made; ', ''],
  ['src/a.py', python, '        id[i] = j\n', ''],
  ['src/a.py', python, '        size[i] += size[j]\n', ''],
  ['src/a.py', tree, 'node.right = made', 'pass'],
])('in %s what a branch lost is among the first', (path, whole, lost, left) => {
  const rank = rankOf(whole, input(whole.replace(lost, left), {}, path));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(20);
});
