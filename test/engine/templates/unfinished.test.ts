import { beforeAll, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates, type TemplateInput } from '../../../src/engine/templates/index.ts';
import { input, rankOf } from './ranks.ts';

/** What is missing, the file without it, and the file as it was. */
const UNFINISHED: readonly (readonly [string, string, string])[] = [
  [
    'the sum that nothing is added to',
    'function f(list) { let sum = 0; let all = 1; for (const n of list) { all *= n; } return [sum, all]; }',
    'function f(list) { let sum = 0; let all = 1; for (const n of list) { all *= n; sum += n; } return [sum, all]; }',
  ],
  [
    'the count of what is gone over by its index',
    'function f(list) { let total = 0; for (let i = 0; i < list.length; i++) { log(i); } return total; }',
    'function f(list) { let total = 0; for (let i = 0; i < list.length; i++) { log(i); total += list[i]; } return total; }',
  ],
  [
    'the list that nothing is put into',
    'function f(words) { const made = []; for (const word of words) { const short = cut(word); } return made; }',
    'function f(words) { const made = []; for (const word of words) { const short = cut(word); made.push(short); } return made; }',
  ],
  [
    'the step of what a loop waits for',
    'function f(text) { let at = 0; while (ends(text.slice(at))) { note(text); } return at; }',
    'function f(text) { let at = 0; while (ends(text.slice(at))) { note(text); at++; } return at; }',
  ],
  [
    'the digits that a loop takes off one by one',
    'function f(n, base) { let text = ""; while (n > 0) { text = String(n % base) + text; } return text; }',
    'function f(n, base) { let text = ""; while (n > 0) { text = String(n % base) + text; n = Math.floor(n / base); } return text; }',
  ],
  [
    'what is used before the loop moves on',
    'function f(here) { let before = null; while (here) { const next = here.next; here.next = before; here = next; } return before; }',
    'function f(here) { let before = null; while (here) { const next = here.next; here.next = before; before = here; here = next; } return before; }',
  ],
  [
    'the flag that is never raised',
    'function f(list) { let seen = false; for (const n of list) { if (n > 3) { note(n); } } return seen; }',
    'function f(list) { let seen = false; for (const n of list) { if (n > 3) { note(n); seen = true; } } return seen; }',
  ],
  [
    'the counter in the test of a loop',
    'function f(list) { for (let i = 0; list.length; i++) note(list[i]); }',
    'function f(list) { for (let i = 0; i < list.length; i++) note(list[i]); }',
  ],
  [
    'the counter in the test of a loop that runs down',
    'function f(list) { for (let i = list.length - 1; 0; i--) note(list[i]); }',
    'function f(list) { for (let i = list.length - 1; i >= 0; i--) note(list[i]); }',
  ],
  ['the other of two that are ordered', 'const f = (list) => list.sort((a, b) => a);', 'const f = (list) => list.sort((a, b) => a - b);'],
  [
    'the other of two that are ordered by what is read of them',
    'const f = (list) => list.sort((a, b) => { return size(b.parts); });',
    'const f = (list) => list.sort((a, b) => { return size(b.parts) - size(a.parts); });',
  ],
  [
    'the branch that takes back what the other one does',
    'function f(s) { let deep = 0; for (const c of s) { if (c === "(") { deep += 1; } } return deep; }',
    'function f(s) { let deep = 0; for (const c of s) { if (c === "(") { deep += 1; } else { deep -= 1; } } return deep; }',
  ],
];

const OWN: ReadonlySet<string> = new Set(['step added', 'bound compared', 'order of two']);
const templatesFor = (given: TemplateInput): readonly string[] => generateCandidates(given).map(({ template }) => template);

it.each(UNFINISHED)('%s is among the first', (_, without, wanted) => {
  const rank = rankOf(wanted, input(without));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(60);
});

it('a step of what nothing reads goes before one of what the loop goes over', () => {
  const text =
    'function f(list) { let sum = 0; for (const x of list) { let isNew = 1; for (const y of list) { if (y < x) { isNew = 0; } } } return sum; }';
  const given = input(text);
  const rank = (step: string) => rankOf(text.replace('} } } return', `} } ${step} } return`), given);
  expect(rank('sum += isNew;')).toBeGreaterThan(0);
  expect(rank('sum += isNew;')).toBeLessThan(rank('sum += x;'));
});

it('a loop that asks for its own counter, for what it goes along, or for what is called compares with nothing more', () => {
  const text =
    'function f(n, a, ends) { for (let i = n; i; i--) g(i); for (let p = a; p; p = p.next) g(p); while (ends(n)) { n = g(n); } }';
  expect(templatesFor(input(text)).filter((name) => OWN.has(name))).toEqual([]);
});

it('what is changed, filled or compared already gets no step', () => {
  const text =
    'function f(list) { const made = []; let n = 0; for (const x of list) { made.push(x); n++; } return made.sort((a, b) => a - b + n); }';
  const templates = templatesFor(input(text));
  expect(templates.length).toBeGreaterThan(100);
  expect(templates.filter((name) => OWN.has(name))).toEqual([]);
});

beforeAll(() => loadGrammars(['a.py']));

/** The same for Python: what is added at the end. */
const STEPS: readonly (readonly [string, string, string])[] = [
  ['the sum that nothing is added to', 'def f(xs):\n    s = 0\n    p = 1\n    for n in xs:\n        p *= n', 's += n'],
  ['the product that nothing is multiplied with', 'def f(xs):\n    s = 0\n    p = 1\n    for n in xs:\n        s += n', 'p *= n'],
  ['the list that nothing is put into', 'def f(xs):\n    made = []\n    for x in xs:\n        short = cut(x)', 'made.append(short)'],
  [
    'the digits that a loop takes off one by one',
    "def f(n, b, p, made, at):\n    s = ''\n    while n > 0:\n        s = str(n % b) + s",
    'n //= b',
  ],
  ['the flag that a while loop waits for', 'def f(s, p, made, at):\n    done = False\n    while not done:\n        note(s)', 'done = True'],
  ['the counter that a while loop compares', 'def f(s, p, made):\n    at = 0\n    while at < len(s):\n        note(s)', 'at += 1'],
  ['the counter of a while loop', 'def f(s):\n    at = 0\n    while ends(s[at:]):\n        note(s)', 'at += 1'],
];

it.each(STEPS)('in Python %s is among the first', (_, loop, step) => {
  const rest = '\n    return s, p, made, at\n';
  const candidates = generateCandidates(input(`${loop}${rest}`, {}, 'src/a.py'));
  const rank = candidates.findIndex(({ template, text }) => template === 'step added' && text === `\n        ${step}`);
  expect(rank).toBeGreaterThanOrEqual(0);
  expect(rank).toBeLessThan(60);
});

it('in Python what moves on at the end of a loop is used before', () => {
  const loop =
    'def f(here):\n    before = None\n    while here:\n        next = here.next\n        here.next = before\n        here = next\n    return before\n';
  const made = generateCandidates(input(loop, {}, 'src/a.py'));
  const wanted = loop.replace('        here = next', '        before = here\n        here = next');
  const rank = made.findIndex(({ start, end, text }) => loop.slice(0, start) + text + loop.slice(end) === wanted);
  expect(rank).toBeGreaterThanOrEqual(0);
  expect(rank).toBeLessThan(60);
});

it('in Python what is changed or filled already gets no step', () => {
  const text = 'def f(xs):\n    made = []\n    n = 0\n    for x in xs:\n        made.append(x)\n        n += 1\n    return made, n\n';
  const templates = templatesFor(input(text, {}, 'src/a.py'));
  expect(templates.length).toBeGreaterThan(50);
  expect(templates.filter((name) => OWN.has(name))).toEqual([]);
});
