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

  it('stays bounded whatever a report holds', () => {
    const text = '<&"\u202e'.repeat(25_000);
    expect(renderHtml(hostileReport(text), [said(text)]).length).toBeLessThan(2_000_000);
    const long = Array.from({ length: 400 }, () => said('y'.repeat(30_000)));
    expect(renderHtml(sampleReport(), long).length).toBeLessThan(6_500_000);
    expect(renderHtml(largeReport(), largeConversation()).length).toBeLessThan(5_000_000);
  });
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
    const exchanges = exchangesOf([said('Repair it.'), call('a'), result('a'), call('b'), result('b'), words], turns);
    expect(exchanges.map(({ items, turn }) => [turn?.n, items.map(({ who }) => who)])).toEqual([
      [1, ['to the model', 'call']],
      [2, ['result', 'call']],
      [3, ['result', 'model']],
    ]);
  });

  it('does not take the turns of another conversation for its own', () => {
    const engine = sampleTurn({ n: 1, calls: [{ id: 'x', name: 'scan', start: 1, end: 2, testSeconds: 0, note: null }] });
    const model = [sampleTurn({ n: 2 }), sampleTurn({ n: 3, calls: [] })];
    const exchanges = exchangesOf([said('Repair it.'), call('call-1'), result('call-1'), words], [engine, ...model]);
    expect(exchanges.map(({ turn }) => turn?.n)).toEqual([2, 3]);
  });

  it('reads whatever stands in a report', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (conversation) => {
        const items = exchangesOf(conversation, []).flatMap((exchange) => exchange.items);
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
