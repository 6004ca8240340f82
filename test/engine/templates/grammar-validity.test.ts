import { beforeAll, describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/engine/templates/grammar/languages.ts';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { spoilingChanges } from '../../../src/engine/templates/grammar/validity.ts';

const language = languageOf('a.py') ?? expect.unreachable('Python has a grammar');
const text = Array.from({ length: 60 }, (_, at) => `def f${at}(a, b):\n    return (a + b) * ${at}\n`).join('\n');

/** Replaces the operator of one function. */
function changeAt(at: number, put: string): { readonly start: number; readonly end: number; readonly text: string } {
  const start = text.indexOf('+', text.indexOf(`def f${at}(`));
  return { start, end: start + 1, text: put };
}

beforeAll(() => loadGrammars(['a.py']));

describe('the changes that spoil a file', () => {
  it('are told from the others, wherever they stand among them', () => {
    const spoilers = [0, 7, 16, 17, 41, 59];
    const changes = Array.from({ length: 60 }, (_, at) => changeAt(at, spoilers.includes(at) ? ')' : '-'));
    expect(new Set(spoilingChanges(language, text, changes))).toEqual(new Set(spoilers.map((at) => changes[at])));
  });

  it('are told from others on the same line', () => {
    const changes = ['-', ')', '*', '+ (', '//'].map((put) => changeAt(3, put));
    expect(new Set(spoilingChanges(language, text, changes))).toEqual(new Set([changes[1], changes[3]]));
  });

  it('are told where a change spans lines', () => {
    const start = text.indexOf('def f5(');
    const end = text.indexOf('def f6(');
    const changes = [changeAt(5, '-'), { start, end, text: '' }, { start, end, text: 'def f5(:\n' }, changeAt(6, '-')];
    expect(spoilingChanges(language, text, changes)).toEqual([changes[2]]);
  });
});
