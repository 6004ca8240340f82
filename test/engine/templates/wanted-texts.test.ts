import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { differencesOf, wantedFor } from '../../../src/engine/templates/wanted-texts.ts';
import { input, rankOf, red } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py']));

const wantedOf = (value: string, actual: string, expected: string) => wantedFor(value, differencesOf([{ actual, expected }]));

describe('what a text that a program holds would have to be', () => {
  it.each([
    ['week', '1 week', '1 weeks', ['weeks']],
    ['Wonat', '3 Wonat', '3 Monat', ['Monat']],
    [', ', 'a, b', 'a; b', ['; ']],
    ['day', '1 week', '1 weeks', []],
    // What stands beside the difference has nothing to do with it.
    ['1 ', '1 week', '1 weeks', []],
    ['', '1 week', '1 weeks', []],
    // Numbers are reckoned.
    ['12', '12', '13', []],
    ['same', 'same', 'same', []],
  ])('%j, where %j came for %j', (value, actual, expected, wanted) => {
    expect(wantedOf(value, actual, expected)).toEqual(wanted);
  });
});

describe('a table that no test executes', () => {
  const differs = { suspects: [], failing: [red('it differs', { expected: "'3 Wochen'", actual: "'3 Wohen'" })] };

  it.each([
    ['src/a.js', "const words = { day: ['Tag', 'Tage'], week: ['Woche', 'Wohen'] };\n"],
    ['src/a.py', "WORDS = {'day': ['Tag', 'Tage'], 'week': ['Woche', 'Wohen']}\n"],
  ])('is mended in %s', (path, text) => {
    expect(rankOf(text.replace('Wohen', 'Wochen'), input(text, differs, path))).toBe(1);
  });

  it('is left alone where nothing in it is what came', () => {
    const text = "const words = { day: ['Tag', 'Tage'] };\n";
    expect(generateCandidates(input(text, differs)).filter(({ template }) => template === 'text as wanted')).toEqual([]);
  });
});
