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
  it.each([
    ['nothing but coverage tells where to look', undefined],
    ['one half was found where the traces point', ['src/fill.js:4', 'src/fill.js:13', 'src/fill.js:16', 'src/fill.js:10']],
  ])('turn the same comparison back in two functions, rather than reach both calls by another way, where %s', async (_, frames) => {
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
      ...(frames === undefined ? {} : { frames }),
      // Singles, of which none passes, are judged to the end.
      secondsEach: 0.2,
      coverage: ['src/fill.js:10 1.00', 'src/fill.js:16 1.00'],
    });
    await converse(createThinker(repair), host);
    expect(host.files.get('src/fill.js')).toBe(filled('==='));
  });

  it('are put together of what a first look found and what comes later', async () => {
    const text = 'exports.first = (n) => n - 1;\nexports.second = (n) => n - 1;\n';
    const host = fakeHost({
      files: { 'src/a.js': text },
      tests: {
        'test/all.test.js > first': (load) =>
          assert.deepEqual(
            [1, 4].map((n) => load('src/a.js').first?.(n as never)),
            [2, 5],
          ),
        'test/all.test.js > second': (load) =>
          assert.deepEqual(
            [5, 9].map((n) => load('src/a.js').second?.(n as never)),
            [6, 10],
          ),
      },
      frames: ['src/a.js:1'],
      coverage: ['src/a.js:2 1.00', 'src/a.js:1 0.50'],
      // No candidate can be judged after the first look before coverage is known.
      secondsEach: 0.5,
    });
    await converse(createThinker(repair), host);
    expect(host.files.get('src/a.js')).toBe('exports.first = (n) => n + 1;\nexports.second = (n) => n + 1;\n');
  });

  it('may be three, or as many as there are mistakes', async () => {
    const names = ['first', 'second', 'third', 'fourth'];
    const textOf = (sign: string): string => names.map((name, at) => `exports.${name} = (n) => n ${sign} ${at + 3};\n`).join('');
    const host = fakeHost({
      files: { 'src/a.js': textOf('-') },
      tests: Object.fromEntries(
        names.map((name, at) => [
          `test/all.test.js > ${name}`,
          (load) =>
            assert.deepEqual(
              [1, 4, 9].map((n) => load('src/a.js')[name]?.(n as never)),
              [1, 4, 9].map((n) => n + at + 3),
            ),
        ]),
      ),
      frames: names.map((_, at) => `src/a.js:${at + 1}`),
      coverage: names.map((_, at) => `src/a.js:${at + 1} 1.00`),
    });
    await converse(createThinker(repair), host);
    expect(host.files.get('src/a.js')).toBe(textOf('+'));
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
