import { describe, expect, it } from 'vitest';
import { isImportedBy, lostLinks, lostLinkWords, mends } from '../../src/engine/linkage.ts';
import { generateCandidates } from '../../src/engine/templates/index.ts';
import { red } from './templates/ranks.ts';

const plan = "import { weigh } from './scales.js';\n\nexport function plan(list) {\n  return list.length > 1 ? weigh(list) : 0;\n}\n";
const files = [{ path: 'src/plan.js', text: plan }];
const gone = red("Cannot find module './scales.js' imported from 'src/plan.js'");

describe('imports that every failing test fails for', () => {
  it.each([
    ["Error: Cannot find module '/work/src/scales.js' imported from /work/src/plan.js", { module: '/work/src/scales.js', name: null }],
    ['Failed to load url ./scales.js (resolved id: ./scales.js) in src/plan.js.', { module: './scales.js', name: null }],
    ["ModuleNotFoundError: No module named 'kit.scales'", { module: 'kit.scales', name: null }],
    ["SyntaxError: The requested module './m.js' does not provide an export named 'weigh'", { module: null, name: 'weigh' }],
    ["ImportError: cannot import name 'weigh' from 'kit.scales' (/work/kit/scales.py)", { module: null, name: 'weigh' }],
  ])('%s', (message, link) => {
    expect(lostLinks([red(message), red(message)])).toEqual([link]);
  });

  it('are none where one test fails for anything else, or says nothing', () => {
    expect(lostLinks([gone, red('expected 1 to be 2')])).toBeNull();
    expect(lostLinks([red(null)])).toBeNull();
    expect(lostLinks([])).toBeNull();
  });

  it('leave only candidates that change the line of the import, what a file exports, or what has the lost name', () => {
    const links = lostLinks([gone]) ?? [];
    const all = generateCandidates({
      files,
      paths: ['src/plan.js', 'src/scale.js'],
      suspects: plan.split('\n').map((_, at) => ({ path: 'src/plan.js', line: at + 1, score: 1 })),
      failing: [gone],
      testSources: [],
      priors: [],
    });
    const kept = all.filter((each) => mends(each, links, files));
    expect(all.length).toBeGreaterThan(kept.length + 20);
    expect(kept.map(({ text }) => text)).toContain("'./scale.js'");
    for (const { start } of kept) expect(start).toBeLessThan(plan.indexOf('\n'));
    const named = [{ module: null, name: 'weigh' }];
    const candidate = { label: '', path: 'src/other.js', start: 0, end: 0, weight: 1 };
    expect(mends({ ...candidate, text: 'export ', template: 'export added' }, named, files)).toBe(true);
    expect(mends({ ...candidate, text: 'weigh', template: 'renamed' }, named, files)).toBe(true);
    expect(mends({ ...candidate, text: 'wait', template: 'renamed' }, named, files)).toBe(false);
  });

  it('are believed only where a file says the name: elsewhere it was made up as the code ran', () => {
    expect(isImportedBy(files, lostLinks([gone]) ?? [])).toBe(true);
    const made = [{ path: 'src/plan.js', text: "export const load = (name) => import('./locale/' + name + '.js');\n" }];
    expect(isImportedBy(made, [{ module: './locale/xx.js', name: null }])).toBe(false);
  });

  it('are told in plain words', () => {
    const links = lostLinks([gone]) ?? [];
    expect(lostLinkWords(links, files, ['src/plan.js'])).toMatch(
      /^src\/plan\.js:1 imports \.\/scales\.js, and no file is called so: .*committed/,
    );
    expect(lostLinkWords(links, files, ['src/plan.js', 'lib/scales.mjs'])).toMatch(/there is lib\/scales\.mjs: correct the path/);
    expect(lostLinkWords([{ module: null, name: 'weigh' }], files, [])).toMatch(
      /^src\/plan\.js:1 imports weigh, which the module does not/,
    );
    const python = [{ path: 'kit/a.py', text: 'from kit.scales import weigh\n' }];
    expect(lostLinkWords([{ module: 'kit.scales', name: null }], python, ['kit/a.py'])).toMatch(
      /^kit\/a\.py:1 imports kit\.scales, and no/,
    );
    // What is said of packages is said elsewhere.
    expect(lostLinkWords([{ module: 'left-pad', name: null }], [], [])).toBeNull();
  });

  it('take a message of any length, and words that mean something in patterns', () => {
    const hostile = red(`${'Cannot find module '.repeat(50_000)}'(((' ${'x'.repeat(100_000)}`);
    expect(lostLinks([hostile])).toHaveLength(1);
    expect(
      mends({ label: '', path: 'a.js', start: 0, end: 0, text: '', template: '', weight: 1 }, [{ module: '(((', name: null }], []),
    ).toBe(false);
  });
});
