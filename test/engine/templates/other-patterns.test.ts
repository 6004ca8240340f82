import { describe, expect, it } from 'vitest';
import { otherPatterns } from '../../../src/engine/templates/other-patterns.ts';

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
