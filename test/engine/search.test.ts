import { describe, expect, it } from 'vitest';
import { search } from '../../src/engine/search.ts';
import type { SourceFile, TemplateCandidate } from '../../src/engine/templates/types.ts';
import type { Tools } from '../../src/engine/tools.ts';

const file: SourceFile = {
  path: 'src/a.js',
  text: "function parse(on, leaf) {\n  return on && leaf === '' ? [] : [leaf];\n}\nexports.parse = parse;\n",
};

function candidate(before: string, text: string, weight: number): TemplateCandidate {
  const start = file.text.indexOf(before);
  return { label: text, path: file.path, start, end: start + before.length, text, template: 'condition', weight };
}

/** Candidates that are red, as many as a first batch holds. */
const red = Array.from({ length: 250 }, (_, at) => candidate('[leaf]', `[leaf, ${at}]`, 0.5));

/** Tools that find `green` green and judge `rate` candidates a second. */
function toolsWith(green: readonly string[], rate: number): Pick<Tools, 'tryEdits' | 'spent'> & { readonly judged: () => number } {
  let judged = 0;
  return {
    tryEdits: async (batch) => {
      judged += batch.length;
      const found = batch.flatMap(({ label }, index) => (green.includes(label) ? [index] : []));
      return { judged: batch.length, green: found, partial: [], breaks: [], invalid: [], error: null };
    },
    spent: () => ({ seconds: 0, testRuns: 0, judged, rate }),
    judged: () => judged,
  };
}

async function found(first: TemplateCandidate, later: TemplateCandidate, rate: number): Promise<readonly string[]> {
  const tools = toolsWith([first.label, later.label], rate);
  const candidates = [first, ...red, later];
  const result = await search({ tools, candidates, failing: [], files: [file], testSources: [], recent: [], room: () => 1_000 });
  return result.green.map((repair) => repair[0]?.label ?? '');
}

describe('the search where candidates are judged slowly', () => {
  const later = candidate("leaf === ''", "(leaf === '' || leaf === null)", 0.2);

  it('ends with the batch that holds a repair', async () => {
    expect(await found(candidate("leaf === ''", '!leaf', 0.6), later, 20)).toEqual(['!leaf']);
  });

  it('asks for no more at once than are judged in some seconds', async () => {
    const first = candidate("leaf === ''", '!leaf', 0.6);
    const tools = toolsWith(['!leaf'], 20);
    const candidates = [...red.slice(0, 150), first, ...red.slice(150)];
    await search({ tools, candidates, failing: [], files: [file], testSources: [], recent: [], room: () => 1_000 });
    // Four seconds' worth in the first batch, eight in the second, which holds it.
    expect(tools.judged()).toBe(20 * 4 + 20 * 8);
  });

  it('goes on for a while where the repair only leaves a condition out, and takes another one before it', async () => {
    const first = candidate("on && leaf === ''", 'on', 0.6);
    expect(await found(first, later, 20)).toEqual([later.label, 'on']);
    // A hundred seconds for one more are too many.
    expect(await found(first, later, 1)).toEqual(['on']);
  });
});

describe('the search where candidates are judged fast', () => {
  it('looks three times as far where what passes only asks for an order in the place of an equality', async () => {
    const [order, other] = [candidate("leaf === ''", "leaf < ''", 0.6), candidate("leaf === ''", "leaf == ''", 0.6)];
    const lookedAt = async (first: TemplateCandidate): Promise<number> => {
      const tools = toolsWith([first.label], 500);
      const candidates = [first, ...Array.from({ length: 20 }, () => red).flat()];
      await search({ tools, candidates, failing: [], files: [file], testSources: [], recent: [], room: () => 10_000 });
      return tools.judged();
    };
    expect(await lookedAt(other)).toBe(1_000);
    expect(await lookedAt(order)).toBe(3_000);
  });
});
