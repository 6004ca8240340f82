import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlighter } from '../../src/report/html/highlight.ts';
import { exchangesOf } from '../../src/report/html/items.ts';
import { Html, html } from '../../src/report/html/markup.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { packLanes } from '../../src/report/lanes.ts';
import { largeConversation, largeReport } from './large.ts';
import { hostileReport, sampleReport, sampleTurn } from './sample.ts';

const said = (text: string) => ({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] });
const call = (id: string) => ({ type: 'function_call', call_id: id, name: 'read', arguments: '{"path":"a.js"}' });
const result = (id: string) => ({ type: 'function_call_output', call_id: id, output: 'text' });
const only = (items: readonly unknown[]) => ({ by: 'attempt 1', chosen: true, items });
const words = { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'It adds now.' }] };

describe('markup', () => {
  it('holds untrusted text as text, in content and in attributes', () => {
    expect(html`<p title="${`"'<&>`}">${['<b>', null, 3, html`<i>${'&'}</i>`]}</p>`.text).toBe(
      '<p title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;3<i>&amp;</i></p>',
    );
  });

  it('lets no text end the element or the attribute it stands in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '\u0000', '\u202e', '\ud800', '/', 'a', ' ', '=') }),
        (text) => {
          expect(/[<>"'\u0000-\u0008\u202e]/.test(html`${text}`.text)).toBe(false);
        },
      ),
    );
    expect(html`${new Html('<br>')}`.text).toBe('<br>');
  });
});

describe('report.html', () => {
  it('is one file: it refers to nothing, and its policy allows its own style and script alone', () => {
    const page = renderHtml(sampleReport(), []);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
    const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      `style-src '${hashOf(style)}'`,
      `script-src '${hashOf(script)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(
      page.match(/(?:src|href)="[^"]*"/g)?.filter((link) => !/="(?:#|https:\/\/github\.com\/octo\/sums\/pull\/7")/.test(link)),
    ).toEqual([]);
    expect(page).not.toMatch(/ (?:style|on\w+)="/);
  });

  it('tells at its top what failed, why, and what the run waited for', () => {
    const [top = ''] = /<header>.*?<\/header>/s.exec(renderHtml(sampleReport(), [])) ?? [];
    const text = top.replace(/<[^>]*>/g, '').replaceAll('&gt;', '>');
    expect(text).toContain('npm test failed: 3 of 120 tests were red, the first of them test/a.test.js > adds.');
    expect(text).toContain('The change of the operator in add made it subtract.');
    expect(text).toContain('model 2.0 s (16 %)tests 9.0 s (72 %)');
  });

  it('stays bounded whatever a report holds', () => {
    const text = '<&"\u202e'.repeat(25_000);
    expect(renderHtml(hostileReport(text), [only([said(text)]), { ...only([said(text)]), by: text }]).length).toBeLessThan(2_000_000);
    const long = Array.from({ length: 400 }, () => said('y'.repeat(30_000)));
    expect(renderHtml(sampleReport(), [only(long)]).length).toBeLessThan(6_500_000);
    expect(renderHtml(largeReport(), [only(largeConversation())]).length).toBeLessThan(5_000_000);
  });
});

it('shows how much of each bound was used, in whatever order a report names them', () => {
  const { limits, used } = sampleReport().budget;
  const budget = { limits, used: Object.fromEntries(Object.entries({ ...used, minutes: 3, costUsd: 0 }).reverse()) as typeof used };
  const page = renderHtml(sampleReport({ budget }), []);
  const gauge = (name: string) => new RegExp(`<meter[^>]* max="([^"]*)"[^>]* value="([^"]*)" aria-label="${name}: `).exec(page)?.slice(1);
  expect(gauge('minutes')).toEqual([`${limits.minutes}`, '3']);
  expect(gauge('US dollars')).toEqual([`${limits.costUsd}`, '0']);
  expect(gauge('turns')).toEqual([`${limits.turns}`, `${used.turns}`]);
});

describe('the conversation in turns', () => {
  it('begins a turn with what we say after the model has spoken, and finds its numbers by the ids of its calls', () => {
    const turns = [
      sampleTurn({ n: 0, mode: 'warm', calls: [] }),
      ...['a', 'b'].map((id, index) =>
        sampleTurn({ n: index + 1, calls: [{ id, name: 'read', start: 1, end: 2, testSeconds: 0, note: null }] }),
      ),
      sampleTurn({ n: 3, calls: [] }),
    ];
    const exchanges = exchangesOf([[said('Repair it.'), call('a'), result('a'), call('b'), result('b'), words]], turns).flat();
    expect(exchanges.map(({ items, turn }) => [turn?.n, items.map(({ who }) => who)])).toEqual([
      [1, ['to the model', 'call']],
      [2, ['result', 'call']],
      [3, ['result', 'model']],
    ]);
  });

  it('does not take the turns of another conversation for its own', () => {
    const engine = sampleTurn({ n: 1, calls: [{ id: 'x', name: 'scan', start: 1, end: 2, testSeconds: 0, note: null }] });
    const model = [sampleTurn({ n: 2 }), sampleTurn({ n: 3, calls: [] })];
    const exchanges = exchangesOf([[said('Repair it.'), call('call-1'), result('call-1'), words]], [engine, ...model]).flat();
    expect(exchanges.map(({ turn }) => turn?.n)).toEqual([2, 3]);
  });

  it('shows every line of thought, marked, in the order of their turns', () => {
    const calls = (id: string) => [{ id, name: 'edit', start: 1, end: 2, testSeconds: 0, note: null }];
    const turns = [
      sampleTurn({ n: 1, calls: calls('a1') }),
      sampleTurn({ n: 2, calls: calls('b1') }),
      sampleTurn({ n: 3, calls: [] }),
      sampleTurn({ n: 4, calls: calls('a2') }),
    ];
    // The last word of the first one was never answered.
    const one = [said('Repair it.'), call('a1'), result('a1'), call('a2'), result('a2')];
    const two = [said('Look elsewhere.'), call('b1'), result('b1'), words];
    const attempts = [
      { by: 'attempt 1', chosen: false, items: one },
      { by: 'attempt 2', chosen: true, items: two },
    ];
    expect(exchangesOf([one, two], turns).map((exchanges) => exchanges.map(({ turn }) => turn?.n))).toEqual([
      [1, 4, undefined],
      [2, 3],
    ]);
    const page = renderHtml(sampleReport({ turns }), attempts);
    const marks = [...page.matchAll(/id="turn-(\d)"><summary><b>[^<]+<\/b> <span class="by( chosen)?">/g)].map(
      ([, n, chosen]) => `${n}${chosen ?? ''}`,
    );
    expect(marks).toEqual(['1', '2 chosen', '3 chosen', '4']);
    expect(page).toContain('Look elsewhere.');
    expect(page).not.toContain('is not part of this report');
  });

  it('reads whatever stands in a report', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (conversation) => {
        const items = exchangesOf([conversation], [])
          .flat()
          .flatMap((exchange) => exchange.items);
        expect(items).toHaveLength(conversation.length);
      }),
    );
  });
});

describe('the colours of a diff', () => {
  it('are those of the language, also where a token spans lines', () => {
    const rows = highlighter('src/a.ts')(['/* one', 'two */ const x = "y";']);
    expect(rows[0]).toEqual([{ text: '/* one', kind: 't-comment' }]);
    expect(rows[1]?.map(({ text, kind }) => [kind, text.trim()])).toEqual(
      expect.arrayContaining([
        ['t-comment', 'two */'],
        ['t-keyword', 'const'],
        ['t-string', '"y"'],
      ]),
    );
  });

  it('change no character of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 }).map((line) => line.replaceAll('\n', ''))),
        fc.constantFrom('a.js', 'a.py', 'a.html', 'a'),
        (lines, path) => {
          const rows = highlighter(path)(lines.length === 0 ? [''] : lines);
          expect(rows.map((row) => row.map(({ text }) => text).join(''))).toEqual(lines.length === 0 ? [''] : lines);
        },
      ),
    );
  });
});

describe('lanes', () => {
  it('hold everything once, and nothing beside something else', () => {
    const stretch = fc.tuple(fc.nat(100), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const lanes = packLanes(stretches);
        expect(lanes.flat()).toHaveLength(stretches.length);
        for (const lane of lanes) {
          for (const [index, { start }] of lane.entries()) expect(start).toBeGreaterThanOrEqual(lane[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});
