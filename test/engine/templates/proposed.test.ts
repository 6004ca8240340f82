import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { proposeEdits, type TemplateCandidate } from '../../../src/engine/templates/index.ts';
import { input } from './ranks.ts';

const PYTHON = (at: number): string => `def f${at}(a, b):\n    if a < b:\n        return a - ${at}\n    return b\n\n\n`;
const JAVASCRIPT = (at: number): string => `export function f${at}(a, b) {\n  if (a < b) {\n    return a - ${at};\n  }\n  return b;\n}\n\n`;

/** A module of many functions, the lines of each a little less suspicious than those of the one before. */
function moduleOf(path: string, functions: number): ReturnType<typeof input> {
  const make = path.endsWith('.py') ? PYTHON : JAVASCRIPT;
  const text = Array.from({ length: functions }, (_, at) => make(at)).join('');
  const lines = text.split('\n').flatMap((line, at) => (/^\s+\w/.test(line) ? [at + 1] : []));
  return { ...input(text, {}, path), suspects: lines.map((line, at) => ({ path, line, score: 1 - at / (lines.length * 2) })) };
}

const changeOf = ({ path, start, end, text }: TemplateCandidate): string => JSON.stringify([path, start, end, text]);

beforeAll(() => loadGrammars(['a.py']));

describe.each(['src/a.py', 'src/a.js'])('what is proposed for %s', (path) => {
  it('is made at once where little is suspected', () => {
    const proposed = proposeEdits(moduleOf(path, 10));
    expect(proposed.all()).toBe(proposed.first);
    expect(proposed.first.length).toBeGreaterThan(50);
  });

  it('begins with what the most suspicious lines give where much is, and holds each change once', () => {
    const many = moduleOf(path, 160);
    const { first, all } = proposeEdits(many);
    const whole = all();
    expect(whole.slice(0, first.length)).toEqual(first);
    expect(whole.length).toBeGreaterThan(first.length);
    expect(new Set(whole.map(changeOf)).size).toBe(whole.length);
    const lineOf = ({ start }: TemplateCandidate): number => many.files[0]?.text.slice(0, start).split('\n').length ?? 0;
    const half = (many.files[0]?.text.split('\n').length ?? 0) / 2;
    expect(first.every((candidate) => lineOf(candidate) <= half)).toBe(true);
    expect(whole.some((candidate) => lineOf(candidate) > half)).toBe(true);
  });
});
