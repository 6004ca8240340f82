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
    spent: () => ({ seconds: 0, testRuns: 0, judged, rate, warm: false, left: null, last: null }),
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

/**
 * Of `green`, as many as are wanted, at `rate` a second in a warm process; the first batch, which pays for the start of that, at one a second.
 */
function warmTools(green: readonly string[], rate: number): Pick<Tools, 'tryEdits' | 'spent'> & { readonly judged: () => number } {
  let judged = 0;
  let seconds = 0;
  let pace: number | null = null;
  return {
    tryEdits: async (batch, scope, keep) => {
      // To choose among them they are compared, by the failing tests alone.
      if (scope === 'failing') return { judged: batch.length, green: [], partial: [], breaks: [], invalid: [], error: null };
      pace = pace === null ? 1 : rate;
      const all = batch.flatMap(({ label }, index) => (green.includes(label) ? [index] : []));
      const last = all[keep - 1];
      const done = last === undefined ? batch.length : last + 1;
      judged += done;
      seconds += done / pace;
      return { judged: done, green: all.slice(0, keep), partial: [], breaks: [], invalid: [], error: null };
    },
    spent: () => ({ seconds, testRuns: 0, judged, rate: pace, warm: pace !== null, left: null, last: null }),
    judged: () => judged,
  };
}

describe('the search in a warm process', () => {
  const passing = ['leaf !== null', 'leaf !== 0', 'leaf === ""', '!leaf'].map((text) => candidate("leaf === ''", text, 0.5));
  const labels = passing.map(({ label }) => label);
  const all = [...passing, ...red.slice(0, 248), ...red.map((each) => ({ ...each, label: `${each.label} again` }))];

  it.each([
    ['takes its start for no sign that the tests are slow, and looks at more to choose among', 400, all.length],
    ['looks further for some seconds where it is not fast', 20, 2 + 24 + 8 * 20],
  ])('%s', async (_, rate, most) => {
    const tools = warmTools(labels, rate);
    const result = await search({ tools, candidates: all, failing: [], files: [file], testSources: [], recent: [], room: () => 250 });
    expect(result.green.map(([edit]) => edit?.label).toSorted()).toEqual(labels.toSorted());
    expect(tools.judged()).toBeGreaterThan(most / 2);
    expect(tools.judged()).toBeLessThanOrEqual(most);
  });

  it('ends with the first that passes where each candidate takes long', async () => {
    const tools = warmTools(['!leaf'], 0.5);
    const candidates = [...red.slice(0, 30), candidate("leaf === ''", '!leaf', 0.6), ...red.slice(30)];
    await search({ tools, candidates, failing: [], files: [file], testSources: [], recent: [], room: () => 24 });
    expect(tools.judged()).toBe(48);
  });

  it('asks for more each time while nothing passes, as what a batch costs may be the same for many', async () => {
    const sizes: number[] = [];
    const tools: Pick<Tools, 'tryEdits' | 'spent'> = {
      tryEdits: async (batch) => {
        sizes.push(batch.length);
        return { judged: batch.length, green: [], partial: [], breaks: [], invalid: [], error: null };
      },
      spent: () => ({ seconds: 0, testRuns: 0, judged: 0, rate: (sizes.at(-1) ?? 0) / 20, warm: sizes.length > 0, left: null, last: null }),
    };
    const room = (): number => (sizes.length === 0 ? 24 : 1_000);
    await search({ tools, candidates: all, failing: [], files: [file], testSources: [], recent: [], room, alone: true });
    expect(sizes.slice(0, 3)).toEqual([24, 96, 382]);
  });

  it('has the time of the whole search once something passes in a shorter one', async () => {
    const tools = warmTools(labels, 400);
    const candidates = [...passing.slice(0, 2), ...red.slice(0, 100), ...passing.slice(2)];
    let left = 1;
    const room = (): number => (left-- > 0 ? 24 : 0);
    const result = await search({ tools, candidates, failing: [], files: [file], testSources: [], recent: [], room, further: () => 1_000 });
    expect(result.green).toHaveLength(labels.length);
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
