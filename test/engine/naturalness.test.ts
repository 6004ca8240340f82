import { describe, expect, it } from 'vitest';
import { naturalness } from '../../src/engine/naturalness.ts';

/** How natural `after` is in the place of `before`, in a line and in a file with others. */
function of(line: string, before: string, after: string, others = ''): number {
  const text = `${line}\n${others}\n`;
  const start = text.indexOf(before);
  return naturalness(text, { start, end: start + before.length, text: after }, []);
}

describe('how natural an operator is', () => {
  it.each([
    ['if (list.length <= 0) {', '<=', '>', '>='],
    ['for (let i = list.length - 1; i < 0; i--) {', '<', '>=', '>'],
    ['for (let i = 0; i >= list.length; i++) {', '>=', '<', '<='],
    ['if (at === undefined) {', '===', '!==', '<'],
    ['if (list.length <= 2) {', '<=', '>', '>='],
    ['    return n % 2 != 0', '!=', '==', '<='],
    ['if (count != 0) {', '!=', '==', '>='],
    ['if (width <= height) {', '<=', '>', '>='],
    ['if (text.indexOf(a) < -1) {', '<', '!==', '>='],
  ])('in %s, of %s, tells %s from %s', (line, before, right, wrong) => {
    expect(of(line, before, right)).toBeGreaterThan(of(line, before, wrong));
  });

  it('goes by what the file writes elsewhere', () => {
    const others = Array.from({ length: 9 }, (_, at) => `if (a${at}.length >= b.length) g();`).join('\n');
    const line = 'if (a.length <= c.length) {';
    expect(of(line, '<=', '>')).toBeLessThan(of(line, '<=', '<'));
    expect(of(line, '<=', '>=', others)).toBeGreaterThan(of(line, '<=', '<', others));
  });

  it.each([
    ['if (a.b', ') {', '  throw new Error(c);\n}', '  g(a.b);\n}'],
    ['if (a.b', ') {', '  a.b = c;\n}', '  c = a.b;\n}'],
    ['x = a.b', ' ? c : a.b;', '', null],
    ['x = a.b', ' ? a.b : c;', null, ''],
    ['x = a.b', ' && a.b > 0;', null, ''],
  ])('asks whether a value is missing or there by what is done with it: %s … %s', (head, tail, missing, there) => {
    const toThere = (others: string): number => of(`${head} === null${tail}`, '===', '!==', others);
    const toMissing = (others: string): number => of(`${head} !== null${tail}`, '!==', '===', others);
    if (missing !== null) expect(toMissing(missing)).toBeGreaterThan(2 * toThere(missing));
    if (there !== null) expect(toThere(there)).toBeGreaterThan(toMissing(there));
  });

  it('asks whether there is such a thing at all more often than whether there is none', () => {
    expect(of("const isBrowser = typeof window === 'undefined';", '===', '!==')).toBeGreaterThan(1);
    expect(of("const isText = typeof value === 'string';", '===', '!==')).toBeLessThan(1);
  });

  it('asks for a truth value rather than for anything but it, unless the file does', () => {
    const line = 'if (isOpen === true) {';
    expect(of(line, '===', '!==')).toBeLessThan(of(line, 'true', 'false'));
    const others = Array.from({ length: 9 }, (_, at) => `if (a${at} !== true) g();`).join('\n');
    expect(of(line, '===', '!==', others)).toBeGreaterThan(of(line, 'true', 'false', others));
  });

  it('is worth the more the less usual is what was there', () => {
    const line = "if (key === 'a' || key !== 'b' || key === 'c') {";
    expect(of(line, '!==', '===')).toBeGreaterThan(2);
    expect(of("if (key !== 'a' || key === 'b' || key === 'c') {", '===', '!==')).toBeLessThan(1);
  });

  it('asks one of several texts of the name that the others are asked of', () => {
    const line = "if (type === 'function') {";
    const others = ["if (type === 'string') a();", "if (type !== 'number') b();", 'const name = type;'].join('\n');
    expect(of(line, 'type', 'value', others)).toBeLessThan(0.5);
    expect(of(line, 'type', 'value', `${others}\nif (value === 'none') c();`)).toBe(1);
    expect(of("if (value === 'function') {", 'value', 'type', others)).toBe(1);
    expect(of('if (type === other) {', 'type', 'value', others)).toBe(1);
  });

  it('falls back as the file does', () => {
    const line = 'const a = b.a && {};';
    expect(of(line, '&&', '??', 'const c = d ?? {};\nconst e = f ?? [];')).toBeGreaterThan(
      of(line, '&&', '||', 'const c = d ?? {};\nconst e = f ?? [];'),
    );
    expect(of(line, '&&', '||', 'const c = d || {};')).toBeGreaterThan(of(line, '&&', '??', 'const c = d || {};'));
  });

  it('divides as far as the root, which may itself divide', () => {
    const loop = (bound: string): string => `for (let d = 2; ${bound}; d += 1) {`;
    expect(of(loop('d * d < n'), '<', '<=')).toBeGreaterThan(1);
    expect(of(loop('d * d <= n'), '<=', '<')).toBeLessThan(1);
    expect(of(loop('d * e < n'), '<', '<=')).toBeLessThan(1);
  });

  it('says nothing of what is moved', () => {
    expect(of('if (a.length !== b.length) return;', 'if (a.length !== b.length) return;', 'if (a === b)\n  return;')).toBe(1);
  });

  it('says nothing of other changes, nor of types', () => {
    expect(of('const a = b + 1;', '+', '-')).toBe(1);
    expect(of('const a: Map<string, number> = f(b);', 'b', 'c')).toBe(1);
  });
});
