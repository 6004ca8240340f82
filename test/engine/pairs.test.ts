import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { isAlike } from '../../src/engine/pairs.ts';
import { repair } from '../../src/engine/repair.ts';
import { createThinker } from '../../src/engine/replay.ts';
import { converse, fakeHost } from './host.ts';

/** Two functions that fill in defaults, each with a way to make a value of the default. */
const filled = (comparison: string): string =>
  [
    'const fill = (merge) => (own, defaults) => {',
    '  const made = { ...defaults };',
    '  for (const key of Object.keys(own)) {',
    '    if (own[key] === undefined || merge(made, key, own[key])) continue;',
    '    made[key] = own[key];',
    '  }',
    '  return made;',
    '};',
    'exports.fillAny = fill((made, key, value) => {',
    `  if (made[key] !== undefined && typeof value ${comparison} 'function') {`,
    '    made[key] = value(made[key]);',
    '    return true;',
    '  }',
    '});',
    'exports.fillLists = fill((made, key, value) => {',
    `  if (Array.isArray(made[key]) && typeof value ${comparison} 'function') {`,
    '    made[key] = value(made[key]);',
    '    return true;',
    '  }',
    '});',
    '',
  ].join('\n');

describe('two edits', () => {
  it('turn the same comparison back in two functions, rather than reach both calls by another way', async () => {
    const [one, list] = [() => 20, () => ['c']];
    const host = fakeHost({
      files: { 'src/fill.js': filled('!==') },
      tests: {
        'test/all.test.js > any': (load) =>
          assert.deepEqual(load('src/fill.js').fillAny?.({ one, other: one } as never, { one: 10 } as never), { one: 20, other: one }),
        'test/all.test.js > lists': (load) =>
          assert.deepEqual(load('src/fill.js').fillLists?.({ list, one } as never, { list: ['a'], one: 10 } as never), {
            list: ['c'],
            one,
          }),
      },
      // Singles, of which none passes, are judged to the end.
      secondsEach: 0.2,
      coverage: ['src/fill.js:10 1.00', 'src/fill.js:16 1.00'],
    });
    await converse(createThinker(repair), host);
    expect(host.files.get('src/fill.js')).toBe(filled('==='));
  });

  it('are alike where they put the same in the place of the same, wherever they stand', () => {
    const text = 'a !== b && c !== d && e === f';
    const edit = (before: string, after: string, label = '') => {
      const start = text.indexOf(before);
      return { path: 'a.js', start, end: start + before.length, text: after, template: 'operator', weight: 1, label };
    };
    const [first, second, third] = [edit('a !== b', 'a === b'), edit('c !== d', 'c === d'), edit('e === f', 'e !== f')];
    const files = [{ path: 'a.js', text }];
    expect(isAlike([first, second], files)).toBe(true);
    expect(isAlike([first, third], files)).toBe(false);
    expect(isAlike([first], files)).toBe(false);
  });
});
