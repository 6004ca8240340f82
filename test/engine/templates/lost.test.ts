import { describe, expect, it } from 'vitest';
import { input, rankOf, red } from './ranks.ts';

/** What was lost, the file without it, the file as it was, and what the failing test's file holds. */
const LOST: readonly (readonly [string, string, string, string?])[] = [
  [
    "a body that is another one's but for what the names say",
    'const upperFirst = (t) => { return t[0].toUpperCase() + t.slice(1); };\nfunction lowerFirst(s) {}',
    'const upperFirst = (t) => { return t[0].toUpperCase() + t.slice(1); };\nfunction lowerFirst(s) { return s[0].toLowerCase() + s.slice(1); }',
  ],
  [
    'a body that is another one but for a text of the tests',
    'function flat(s) { return join(s, ""); }\nfunction snake(s) {}',
    'function flat(s) { return join(s, ""); }\nfunction snake(s) { return join(s, "_"); }',
    'it("a test", () => { expect(snake("aB")).toBe("_"); });',
  ],
  [
    'a body that asks the pattern nobody else asks',
    'const A = /a/;\nconst B = /b/;\nfunction hasA(s) { return A.test(s); }\nfunction hasB(s) {}',
    'const A = /a/;\nconst B = /b/;\nfunction hasA(s) { return A.test(s); }\nfunction hasB(s) { return B.test(s); }',
  ],
  [
    'a body without the names that only another function has',
    'function one(a) { const t = g(a); return t; }\nfunction two(b) {}',
    'function one(a) { const t = g(a); return t; }\nfunction two(b) { const t = g(b); return t; }',
  ],
  [
    'a body that hands on another function',
    'import { serial, beside } from "./x.js";\nfunction call(a) { return run(serial, a); }\nfunction callAll(a) {}',
    'import { serial, beside } from "./x.js";\nfunction call(a) { return run(serial, a); }\nfunction callAll(a) { return run(beside, a); }',
  ],
  [
    'the call of what the branch makes sure is a function',
    'function f(stop) { if (typeof stop === "function") {} return g(); }',
    'function f(stop) { if (typeof stop === "function") { stop(); } return g(); }',
  ],
  [
    'the call of each function of a loop',
    'function f(list, a) { for (const each of list) {} }',
    'function f(list, a) { for (const each of list) { each(a); } }',
  ],
  [
    'what a loop hands on to a method',
    'class A { add(a) { this.x = a; } all(list) { this.add(1); for (const name in list) {} } }',
    'class A { add(a) { this.x = a; } all(list) { this.add(1); for (const name in list) { this.add(name, list[name]); } } }',
  ],
  [
    'what a callback collects',
    'class A { items = new Set(); all(list) { list.forEach((each) => {}); } }',
    'class A { items = new Set(); all(list) { list.forEach((each) => { this.items.add(each); }); } }',
  ],
  [
    'what a case says by its label',
    'function f(a) { switch (a) { case "no": { return false; } case "true": } return a; }',
    'function f(a) { switch (a) { case "no": { return false; } case "true": { return true; } } return a; }',
  ],
  [
    'the body of a case',
    'function f(a) { switch (a) { case 1: { return g(a); } case 2: {} } return a; }',
    'function f(a) { switch (a) { case 1: { return g(a); } case 2: { return g(a); } } return a; }',
  ],
  [
    'an error that is handed on',
    'function f(a) { try { g(a); } catch (error) { if (a.strict) {} } }',
    'function f(a) { try { g(a); } catch (error) { if (a.strict) { throw error; } } }',
  ],
  [
    'an error that the test speaks of',
    'function f(a) { if (!a) {} return g(a); }',
    'function f(a) { if (!a) { throw new Error("no value given"); } return g(a); }',
    'it("a test", () => { expect(() => f(0)).toThrow("no value given"); });',
  ],
  [
    'the only call of a function',
    'function warn(a) { console.warn(a); }\nexport function f(a) { if (!a) {} return g(a); }',
    'function warn(a) { console.warn(a); }\nexport function f(a) { if (!a) { warn(a); return; } return g(a); }',
  ],
  [
    'several statements that another branch has',
    'function f(a, p) { if (a > 1) { p.push(a); a = 0; } else if (a < 1) {} return p; }',
    'function f(a, p) { if (a > 1) { p.push(a); a = 0; } else if (a < 1) { p.push(a); a = 0; } return p; }',
  ],
  ['a kind', 'const f = (a) => typeof a === "";', 'const f = (a) => typeof a === "object";'],
  [
    'a text that the failing test holds',
    'const f = (a) => a.endsWith("");',
    'const f = (a) => a.endsWith("/");',
    'it("another", () => { f("x"); });\nit("a test", () => { expect(f("b/")).toBe(true); });',
  ],
  [
    'an object of what was read for it',
    'function f(a) { const left = g(a); const right = h(a); return {}; }',
    'function f(a) { const left = g(a); const right = h(a); return { left, right }; }',
  ],
  [
    'a setting',
    'const f = (a, o) => (o.strict ? g(a) : h(a, {}));',
    'const f = (a, o) => (o.strict ? g(a) : h(a, { ...o, strict: true }));',
  ],
  [
    'two questions about one value',
    'function f(a) { if (true) return 1; return g(a); }',
    'function f(a) { if (a === null || a === undefined) return 1; return g(a); }',
  ],
  [
    'two patterns that nobody asks',
    'const A = /a/;\nconst B = /b/;\nfunction f(s) { if (true) return 1; return g(s); }',
    'const A = /a/;\nconst B = /b/;\nfunction f(s) { if (A.test(s) || B.test(s)) return 1; return g(s); }',
  ],
  [
    'what is done for another label',
    'function f(a, s) { switch (a) { case "low": { s += "; Weight=Low"; break; } case "high": } return s; }',
    'function f(a, s) { switch (a) { case "low": { s += "; Weight=Low"; break; } case "high": { s += "; Weight=High"; break; } } return s; }',
  ],
  [
    'what is kept under its own name',
    'function f(a) { const made = {}; made.left = g(a); const size = h(a); if (size === 1 || size === 2) {} return made; }',
    'function f(a) { const made = {}; made.left = g(a); const size = h(a); if (size === 1 || size === 2) { made.size = size; } return made; }',
  ],
  [
    'a text that the failing test looks for',
    'function f(a) { if (!a) throw new TypeError(``); }',
    'function f(a) { if (!a) throw new TypeError("name is invalid"); }',
    'it("a test", () => { expect(() => f()).toThrow(/name is invalid/); });',
  ],
  ['brackets of a chain', 'const f = (a, b, c) => g(a || b || c);', 'const f = (a, b, c) => g(a && (b || c));'],
  ['a chain without brackets', 'const f = (a, b, c) => g((a || b) && c);', 'const f = (a, b, c) => g(a || b || c);'],
  [
    'the same question about two values',
    'function f(o, k, v) { if (true) { o[k] = [...v, ...o[k]]; } else { o[k] = g(v); } }',
    'function f(o, k, v) { if (Array.isArray(v) && Array.isArray(o[k])) { o[k] = [...v, ...o[k]]; } else { o[k] = g(v); } }',
  ],
  [
    'that nothing is there',
    'function f(a, b) { if (true) return null; return g(b, a); }',
    'function f(a, b) { if (!a && !b) return null; return g(b, a); }',
  ],
  [
    'an order of two numbers',
    'function f(s, p) { const one = s.indexOf("="); const end = s.indexOf(";"); if (true) return g(s, one); return h(s, end); }',
    'function f(s, p) { const one = s.indexOf("="); const end = s.indexOf(";"); if (one >= end) return g(s, one); return h(s, end); }',
  ],
  [
    'one of two texts',
    'const f = (a, b) => (false ? g(b) : a === "left" ? b : a === "right" ? 1 : h(b));',
    'const f = (a, b) => (a === "left" || a === "right" ? g(b) : a === "left" ? b : a === "right" ? 1 : h(b));',
  ],
  [
    'a method on the way to another name',
    'function f(a, b) { const one = a; return [one, b.slice(2)]; }',
    'function f(a, b) { const one = a.slice(2); return [one, b.slice(2)]; }',
  ],
  [
    'a callback that is the only one to call a function',
    'function add(a, b) { return a + b; }\nexport const f = (list) => list.reduce(() => undefined);',
    'function add(a, b) { return a + b; }\nexport const f = (list) => list.reduce((a, b) => add(a, b));',
  ],
  [
    'what a loop asks',
    'function f(a, i) { while (false) { a.pop(); i++; } }',
    'function f(a, i) { while (a.length > 1) { a.pop(); i++; } }',
  ],
  [
    'what is added to a text',
    'function f(parts) { let path = ""; for (const part of parts) { if (path.length > 0) { path += "/"; } if (part) {} } return path; }',
    'function f(parts) { let path = ""; for (const part of parts) { if (path.length > 0) { path += "/"; } if (part) { path += part; } } return path; }',
  ],
  [
    'what is added to a list',
    'function f(parts) { const all = []; for (const part of parts) {} return all; }',
    'function f(parts) { const all = []; for (const part of parts) { all.push(part); } return all; }',
  ],
  [
    'a text around a name, after another one',
    `function f(path, own) { if (own) return \`/\${path}\`; return \`\`; }`,
    `function f(path, own) { if (own) return \`/\${path}\`; return \`/\${own}\`; }`,
  ],
  [
    'two texts with a mark between them',
    `function f(a, b) { const head = \`\${a}/x\`; return \`\`; }`,
    `function f(a, b) { const head = \`\${a}/x\`; return \`\${b}/x\`; }`,
  ],
  [
    'a truth value and a question',
    `function isOwn(p) { return p[0] === "/"; }\nfunction f(p) { const isOld = isOwn(p); p = g(p); if (true) return \`/\${p}\`; return p; }`,
    `function isOwn(p) { return p[0] === "/"; }\nfunction f(p) { const isOld = isOwn(p); p = g(p); if (isOld && !isOwn(p)) return \`/\${p}\`; return p; }`,
  ],
  [
    'which text a name begins with, where others are asked so',
    'function f(p, q) {\n  const last = q[q.length - 1] === "/";\n  const first = false;\n  return first || last ? p : g(p);\n}',
    'function f(p, q) {\n  const last = q[q.length - 1] === "/";\n  const first = p[p.length - 1] === "/";\n  return first || last ? p : g(p);\n}',
  ],
  [
    'the empty text that more is added to',
    'function f(list) { let text = "something else"; for (const one of list) text += one; return text; }',
    'function f(list) { let text = ""; for (const one of list) text += one; return text; }',
  ],
  [
    'that a truth value is handed on the other way round',
    'function f(path) { const isOwn = g(path) === 1; return h(path, isOwn); }',
    'function f(path) { const isOwn = g(path) === 1; return h(path, !isOwn); }',
  ],
  ['how often', 'const f = (s) => /^[0-9]{2}-[a-f]$/.test(s);', 'const f = (s) => /^[0-9]{2}-[a-f]{2}$/.test(s);'],
];

describe('what was lost', () => {
  it.each(LOST)('brings back %s', (...[, without, right, test]) => {
    const testSources = test === undefined ? [] : [{ path: 'test/a.test.js', text: test }];
    const rank = rankOf(
      right ?? '',
      input(without ?? '', { failing: [red('expected it to throw', { id: 'test/a.test.js > a test' })], testSources }),
    );
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThan(1000);
  });

  it('raises a line once, however often the traces name it', () => {
    const text = 'function f(a) {\n  if (!g(a)) return f({});\n  return a;\n}\nfunction g(a) {\n  return a && typeof a === "";\n}';
    const frame = { path: 'src/a.js', line: 2, column: 3, function: 'f' };
    const failing = Array.from({ length: 12 }, (_, at) =>
      red('Maximum call stack size exceeded', { id: `${at}`, frames: Array.from({ length: 10 }, () => frame) }),
    );
    const suspects = [2, 6].map((line) => ({ path: 'src/a.js', line, score: 1 }));
    expect(rankOf(text.replace('""', '"object"'), input(text, { suspects, failing }))).toBeLessThan(20);
  });

  it('looks at the labels of a switch that is executed', () => {
    const text = 'function f(a) {\n  switch (a) {\n    case "":\n      return 1;\n  }\n}';
    const given = input(text, {
      suspects: [{ path: 'src/a.js', line: 2, score: 1 }],
      failing: [red('no')],
      testSources: [{ path: 'a', text: 'it("a test", () => { f("on"); });' }],
    });
    expect(rankOf(text.replace('""', '"on"'), given)).toBeGreaterThan(0);
  });

  it('leaves the names of another function alone where they mean nothing', () => {
    const text = 'function one(a) { const limit = 3; function in1() { return limit + a; } return in1; }\nfunction two(b) {}';
    expect(rankOf(text.replace('two(b) {}', 'two(b) { return limit + a; }'), input(text))).toBe(0);
  });

  it('knows the texts of the failing test from those beside it', () => {
    const text = 'const f = (a) => a.startsWith("");';
    const source = 'it("first one", () => { f("#"); });\nit("second one", () => { f("@"); });';
    const given = (id: string) => input(text, { failing: [red('no', { id })], testSources: [{ path: 'test/a.test.js', text: source }] });
    const rank = (mark: string, id: string) => rankOf(text.replace('""', `"${mark}"`), given(id));
    expect(rank('#', 'a > first one')).toBeLessThan(rank('@', 'a > first one'));
    expect(rank('@', 'a > second one')).toBeLessThan(rank('#', 'a > second one'));
  });
});

it.each([
  [
    'the last of a table',
    'function f(n) {\n  const ways = [1, 1];\n  for (let i = 2; i <= n; i++) ways[i] = ways[i - 1] + ways[i - 2];\n  return ways[n];\n}\n',
  ],
  ['a member that is set', 'class A {\n  grow(by) {\n    this.size = this.size + by;\n    return this.size;\n  }\n}\n'],
  ['a member of what is made', 'function f(a) {\n  const made = {};\n  made.list = go(a);\n  return made.list;\n}\n'],
  [
    'what a function beside it answers',
    'function f(a) {\n  go(a);\n  return a.next.value;\n}\nfunction g(a) {\n  stay(a);\n  return a.next.value;\n}\n',
  ],
])('a function that ends without an answer gives %s, where nothing came', (_, whole) => {
  const failing = [red('expected undefined to be 3', { expected: '3', actual: 'undefined' })];
  const lost = whole.replace(/\n *return [^\n]*/, '');
  const rank = rankOf(whole, input(lost, { failing }));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(60);
});
