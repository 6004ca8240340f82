import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { looseEnds } from '../../../src/engine/templates/loose-ends.ts';

beforeAll(() => loadGrammars(['x.py']));

function endsOf(path: string, text: string): readonly string[] | null {
  const found = looseEnds({ path, text });
  return found === null ? null : [...found].flatMap(([end, count]) => Array<string>(count).fill(end)).toSorted();
}

describe('loose ends of JavaScript and TypeScript', () => {
  it.each([
    ['what is only declared', 'function f(a, b) { return a; }', ['unread b']],
    ['what is only assigned', 'function f(a) { let sum = 0; for (const n of a) sum += n; }', ['unread sum']],
    ['a variable of a loop', 'function f(a) { let n = 0; for (const each of a) n += 1; return n; }', ['unread each']],
    ['what nothing changes', 'function f(a) { let n = 0; for (const each of a) go(each); return n; }', ['unchanged n']],
    ['the list of a loop', 'function f(a) { for (const each of a) a += each; return a; }', ['list changed a']],
    ['what a loop counts for nobody', 'function f(a) { let i = 0; while (i < a) i++; }', ['counted in vain i']],
    [
      'a loop that goes nowhere',
      'function f(a) { let i = 0, j = 0; while (i < a.length) j++; return i + j; }',
      ['still loop a i', 'unchanged i'],
    ],
    ['what is only put into a new list', 'function f(a) { const all = []; all.push(a); all[1] = a; }', ['unread all']],
    ['what is only read for its own next value', 'function f(a) { let n = a; n = Math.max(n, 2); }', ['unread n']],
    [
      'what does nothing',
      'function f(a, b) { a -= 0; b = b; a *= 1; return Math.max(a, a) + Math.min(b) + (a < a); }',
      ['idle assignment', 'idle assignment', 'idle assignment', 'idle call', 'idle call', 'idle operator a < a'],
    ],
    [
      'what is a power only to look at',
      'function f(a) { return (-1) ** 2 * a + 1 ** (2 * a) + 3 ** 1 + (-1) ** a + (-1) ** 3 + 10 ** -1 + 2 ** 2 + (-1) ** (2 + a) + (-1) ** (2 * a / 3) + (-1) ** (2 * a - 1); }',
      ['idle operator (-1) ** 2', 'idle operator 1 ** (2 * a)'],
    ],
    [
      'what lies between two places that are the same',
      'function f(a, b) { return a.slice(b, b) + a.substring(b.c, b.c) + a.slice(b, b + 1) + a.slice(b) + a.set(b, b); }',
      ['idle call', 'idle call'],
    ],
    [
      'a loop that takes the variable of another',
      'function f(a) { for (const b of a) for (const b of a) go(b); }',
      ['loop variable taken b'],
    ],
    [
      'a branch with nothing in it',
      'function f(a) { if (a) {} else { go(a); } for (const b of a.b) { } a - 1; return a; }',
      ['idle branch', 'idle branch', 'idle statement', 'unread b'],
    ],
    ['each time', 'const f = (a) => 0;\nconst g = (a) => 1;', ['unread a', 'unread a']],
  ])('%s', (_, text, ends) => {
    expect(endsOf('src/a.ts', text)).toEqual(ends);
  });

  it.each([
    ['a loop whose head does all', "function f(a) { let i = 0; for (; a[i] === ' '; i++) {} return i; }"],
    [
      'a branch that says why',
      'function f(a) { if (a) { /* as it is */ } if (a) /* so */ {} try { go(a); } catch {} a.b; return () => {}; }',
    ],
    ['what is read within a pattern or a function', 'function f({ a }, [b], ...c) { const d = a; return () => [d, b, c]; }'],
    ['what is declared first and given later', 'function f(a) { let b; if (a) b = 1; return b; }'],
    ['what a loop counts', 'function f(a) { let i = 0; while (i < a) i++; return i; }'],
    ['what is put into a list that came from elsewhere', 'function f(a) { const all = a.all; all.push(a); }'],
    ['a list that is filled for somebody', 'function f(a) { const all = []; all.push(a); return all; }'],
    ['a list whose new length is asked for', 'function f(a) { const all = []; return all.push(a); }'],
    ['calls that may answer otherwise', 'function f(a) { return Math.max(a(), a()) - a.b + Math.max(...a) * (a() - a()); }'],
    ['the question for what is no number', 'function f(a, b) { return a === b || (a !== a && b.c !== b.c); }'],
    ['what may do something', 'function f(a, b) { a.src = a.src; let text = b; text += 0; return text; }'],
    ['what a class of its own is given', "function f(a) { const store = new Store('a'); store.set('a', a); }"],
    ['loops beside each other', 'function f(a) { for (const b of a) go(b); for (const b of a) go(b); }'],
    [
      'loops that are left, or whose tests or bodies call',
      'function f(a) { while (a.at) { if (g()) break; } while (h(a)) g(); while (a.at) g(a); }',
    ],
    ['names of the module', 'let a = 0;\nconst b = 1;\nimport c from "c";\nexport function f() {}'],
  ])('not %s', (_, text) => {
    expect(endsOf('src/a.js', text)).toEqual([]);
  });

  it('are not known of what does not parse', () => {
    expect(endsOf('src/a.js', 'function (')).toBeNull();
  });
});

describe('loose ends of Python', () => {
  it.each([
    ['what is only declared', 'def f(a, b: int, c=1, *d):\n    return a\n', ['unread b', 'unread c', 'unread d']],
    ['what is only assigned', 'def f(a):\n    total = 0\n    for n in a:\n        total += n\n', ['unread total']],
    ['a variable of a loop', 'def f(a):\n    for i, each in a:\n        go(each)\n', ['unread i']],
    ['what nothing changes', 'def f(a):\n    n = 0\n    go(a)\n    return n\n', ['unchanged n']],
    [
      'a loop that goes nowhere',
      'def f(a):\n    i = 0\n    j = 0\n    while i < a[0]:\n        j += 1\n    return i + j\n',
      ['still loop', 'unchanged i'],
    ],
    ['the list of a loop', 'def f(a):\n    for each in a:\n        a += each\n    return a\n', ['list changed a']],
    [
      'what is only put into a new list',
      'def f(a):\n    found = set()\n    found.add(a)\n    by = {}\n    by[a] = 1\n',
      ['unread by', 'unread found'],
    ],
    ['what is only read for its own next value', 'def f(a):\n    n = a\n    n = max(n, 2)\n    n = n + 1\n', ['unread n']],
    [
      'what does nothing',
      'def f(a, b):\n    a += 0\n    b *= 1\n    a = a\n    return max(a, a) + (b <= b) + (a and a) + (a[0] == a[0])\n',
      [
        'idle assignment',
        'idle assignment',
        'idle assignment',
        'idle call',
        'idle operator a and a',
        'idle operator a[0] == a[0]',
        'idle operator b <= b',
      ],
    ],
    [
      'what is a power only to look at',
      'def f(a):\n    return (-1) ** 2 * a + 1 ** (2 * a) + 3 ** (-1) + (-1) ** a + (-1) ** 3 + 10 ** -1 + 2 ** 2 + (-1) ** (2 + a) + (-1) ** (2 * a // 3) + (-1) ** (2 * a if a else 1) + (-1) ** (2 * g(a)) + (-1) ** (2 * len(a) - len(a)) + (-1) ** (4 * len(a))\n',
      ['idle operator (-1) ** (4 * len(a))', 'idle operator (-1) ** 2', 'idle operator 1 ** (2 * a)', 'idle operator 3 ** (-1)'],
    ],
    [
      'what lies between two places that are the same',
      'def f(a, b):\n    a[b:b] = [b]\n    return [a[b:b], a[b : b], a[:], a[b:], a[b:b + 1], range(b, b), range(b, b, 2), range(b), range(b, a, a), range(1)]\n',
      ['idle call', 'idle call', 'idle slice', 'idle slice'],
    ],
    [
      'a branch with nothing in it',
      'def f(a):\n    if a:\n        pass\n    for b in a:\n        if b:\n            go(b)\n        else:\n            pass\n    a - 1\n    return a\n',
      ['idle branch', 'idle branch', 'idle statement'],
    ],
    [
      'a loop that takes the variable of another',
      'def f(a):\n    for b in a:\n        for i, b in enumerate(a):\n            go(i, b)\n',
      ['loop variable taken b'],
    ],
  ])('%s', (_, text, ends) => {
    expect(endsOf('a.py', text)).toEqual(ends);
  });

  it.each([
    [
      'a branch that says why',
      'def f(a):\n    """Words."""\n    if a:\n        pass  # as it is\n    if a:  # so\n        pass\n    if a > 1:\n        pass\n    else:\n        go(a)\n    a.b\n    try:\n        go(a)\n    except ValueError:\n        pass\n',
    ],
    ['what is read within a pattern or a function', 'def f(a):\n    (b, c) = a\n    return [x + b for x in c]\n'],
    ['what an object keeps', 'def f(self, a):\n    self.a = a\n'],
    ['a list that is filled for somebody', 'def f(a):\n    found = []\n    found.append(a)\n    return found\n'],
    ['what is put into a list that came from elsewhere', 'def f(a):\n    found = a.found\n    found.append(a)\n'],
    ['what a function gives', 'def f(a):\n    cart = get_cart()\n    cart.add(a)\n'],
    [
      'what is new in some cases only',
      'def f(self, a):\n    if a:\n        out = []\n    else:\n        out = self.out\n    out.append(a)\n',
    ],
    ['what something else takes too', 'def f(self, a):\n    self.all[a] = found = []\n    found.append(a)\n'],
    ['what makes another number of it', 'def f(a):\n    a //= 1\n    a /= 1\n    return a != a\n'],
    ['a name for what nobody needs', 'def f(a):\n    for _ in a:\n        for _ in a:\n            go(_)\n'],
    ['a default that is read', 'LIMIT = 1\ndef f(a=LIMIT):\n    return a\n'],
    [
      'loops that are left, or change what they ask for in part',
      'def f(a, b):\n    while a:\n        g(a)\n    while b[0]:\n        b[0] -= 1\n',
    ],
    ['what an assignment in an expression names', 'def f(a):\n    if (b := a):\n        return b\n'],
  ])('not %s', (_, text) => {
    expect(endsOf('a.py', text)).toEqual([]);
  });

  it('are not known of other languages and of what does not parse', () => {
    expect([endsOf('a.py', 'def f(:\n'), endsOf('a.go', 'package a\n')]).toEqual([null, null]);
  });
});
