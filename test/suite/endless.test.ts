import { describe, expect, test } from 'vitest';
import { insertionsFor } from '../../src/suite/ecosystems/javascript/endless.ts';
import { loopName } from '../../src/suite/ecosystems/javascript/endless-source.ts';

function changed(path: string, text: string): string {
  let out = '';
  let at = 0;
  for (const [offset, more] of insertionsFor(path, text)) {
    out += text.slice(at, offset) + more;
    at = offset;
  }
  return out + text.slice(at);
}

/** What a body returns with its loops asking in each round, how many rounds asked, and how many loops began to. */
async function runs(body: string): Promise<unknown> {
  let [rounds, loops] = [0, 0];
  Reflect.set(process, loopName, (last: unknown) => {
    rounds += 1;
    if (last === undefined) loops += 1;
    return { rounds: 0 };
  });
  try {
    const program = new Function(changed('a.js', `return (async () => {${body}})();`));
    return [await program(), rounds, loops];
  } finally {
    Reflect.deleteProperty(process, loopName);
  }
}

describe('every loop asks, and does what it did', () => {
  test.each([
    ['let n = 0; for (let i = 0; i < 3; i++) n += i; return n;', 3, 3, 1],
    ['let n = 0; for (const a of [1, 2]) for (const b in [1, 2]) n += Number(b) + a; return n;', 8, 6, 3],
    ['let n = 0; do n++; while (n < 4); return n;', 4, 4, 1],
    ['let n = 0; do { n++; } while (n < 4)\nreturn n;', 4, 4, 1],
    ['let n = 3, m = 0; if (n) while (n--) m++; else m = 9; return m;', 3, 3, 1],
    ['let n = 0; while (n++ < 3); return n;', 4, 3, 1],
    ['let n = 0; for (;;) if (n++ > 1) break; return n;', 3, 3, 1],
    [
      'const out = []; outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue outer; out.push(a + b); } } return out.join();',
      '2,3',
      6,
      3,
    ],
    ['let n = 0; outer: for (;;) for (;;) if (n++ > 1) break outer; return n;', 3, 4, 2],
    ['let n = 0; a: b: for (;;) { if (n++ > 1) break a; continue b; } return n;', 3, 3, 1],
    ['const g = function* () { for (const a of [1, 2]) yield a; }; return [...g()].length;', 2, 2, 1],
    ['let n = 0; for await (const a of [1, Promise.resolve(2)]) n += a; return n;', 3, 2, 1],
    ['let n = 0\nfor (const a of [1, 2])\n  n += a\n;[1].forEach((a) => { n += a })\nreturn n', 4, 2, 1],
    ['let n = 0; while (n < 2) { "use x"; n++; } return n;', 2, 2, 1],
    ['switch (1) { case 1: for (var n = 0; n < 2; n++); case 2: n++; } return n;', 3, 2, 1],
    ['const f = (n) => { while (n > 9) n /= 2; return n; }; return f(20);', 5, 2, 1],
    ['const f = (a = [1, 2].map((n) => { for (;;) { return n; } })) => a.join(); return f();', '1,2', 2, 2],
  ])('%s', async (body, returned, rounds, loops) => {
    expect(await runs(body)).toEqual([returned, rounds, loops]);
    expect(await new Function(changed('a.js', `return (async () => {${body}})();`))()).toEqual(returned);
  });

  test('and in as few rounds as it is told, but in its 16th when it begins', () => {
    let asked = 0;
    Reflect.set(process, loopName, () => {
      asked += 1;
      return { rounds: 63 };
    });
    const ask = (loop: string): number => {
      asked = 0;
      expect(new Function(changed('a.js', loop))()).toBe(200);
      return asked;
    };
    try {
      expect(ask('let n = 0; while (n < 200) n++; return n;')).toBe(4);
      expect(ask('let n = 0, m = 0; while (m++ < 64); while (n < 200) n++; return n;')).toBe(1 + 1 + 3);
    } finally {
      Reflect.deleteProperty(process, loopName);
    }
    // A function that is run elsewhere, as its text.
    const text = changed('a.js', "'use strict';\nfunction f(n) { while (n > 9) n /= 2; return n; }");
    expect(new Function(`const process = null; return (${text.slice(text.indexOf('function'))})(20);`)()).toBe(5);
  });

  test('in its lines, behind what must stand first, in typed text as well; what is no program stays as it is', () => {
    const text = '/** @license none */\nexport function f(n: number): number {\n  while (n > 1)\n    n -= 1;\n  return n as number;\n}\n';
    const typed = changed('a.ts', text);
    expect(typed.split('\n')).toHaveLength(text.split('\n').length);
    expect(typed).toContain('none */\n;var regreenRounds=0;export');
    expect(typed).toContain('{let regreenAnswer:any;');
    expect(typed).toContain('rounds:63);n -= 1;}}');
    expect(changed('a.js', '"use strict";for (;;) break;')).toMatch(/^"use strict";;var /);
    expect(changed('a.js', 'for (')).toBe('for (');
    expect(changed('a.js', 'const while_ = 1;')).toBe('const while_ = 1;');
    expect(changed('a.js', '// for what it is worth\nlet a;')).toBe('// for what it is worth\nlet a;');
  });
});
