import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { otherPatterns, withOneMark } from '../../../src/engine/templates/other-patterns.ts';
import { input, rankOf, red } from './ranks.ts';

describe('classes of characters that may hold all control characters', () => {
  const wider = (pattern: string): string[] => [...otherPatterns(pattern, [])].map(([other]) => other).filter((other) => /x00/.test(other));

  it('are those that hold some', () => {
    expect(wider('[^\\r\\n ,]')).toEqual(['[^\\x00-\\x20,]']);
    expect(wider('[\\\\\\n]')).toEqual(['[\\x00-\\x20\\\\]']);
  });

  it('are none that hold a backslash and a letter', () => {
    expect(wider('[\\\\n ]')).toEqual([]);
  });
});

describe('a class that lists characters', () => {
  it('may lack one that the case which fails is about, above all where the pattern speaks of it nowhere', () => {
    const odds = new Map(withOneMark('[a-z?/]*[@]', ['%', '@', '/']));
    expect([...odds.keys()]).toEqual(['[a-z?/%]*[@]', '[a-z?/@]*[@]', '[a-z?/]*[@%]', '[a-z?/]*[@/]']);
    expect(odds.get('[a-z?/%]*[@]')).toBeGreaterThan(odds.get('[a-z?/@]*[@]') ?? 1);
    expect([...withOneMark('[a-z]*[^?]', ['%'])]).toEqual([]);
  });

  beforeAll(() => loadGrammars(['a.py']));
  it('does in Python, by the name of the case', () => {
    const source = 'import re\n\n\ndef is_part(text):\n    return bool(re.fullmatch(r"[a-z?/:]*", text))\n';
    const named = (id: string) => input(source, { failing: [red('assert False', { id: `tests/test_a.py > ${id}` })] }, 'a.py');
    const right = source.replace('/:]', '/:%]');
    expect(rankOf(right, named('test_part[a%20b]'))).toBeGreaterThan(0);
    expect(rankOf(right, named('test_part[a b]'))).toBe(0);
  });
});
