import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { renderPullRequest, renderSummary } from '../../src/report/index.ts';
import { codeBlock, codeCell, codeSpan, inlineProse, prose, table } from '../../src/report/markdown.ts';
import { hostileReport, sampleReport } from './sample.ts';

const attacks = [
  '@octocat',
  'fixes #1',
  'closes octo/sums#12',
  'Resolves: GH-3',
  'fix https://github.com/o/r/issues/4',
  '<img src=x onerror=alert(1)>',
  '<!-- hidden -->',
  '</details>',
  '[a](https://evil.example)',
  '![a](//evil.example/x.png)',
  'https://evil.example',
  'www.evil.example',
  'a@evil.example',
  '`',
  '``',
  '```',
  '~~~',
  '```diff',
  '\n',
  '\n\n',
  '\n# head',
  '\n- item',
  '\n1. item',
  '\n> quote',
  '\n    code',
  '|',
  '\\',
  '\\|',
  '\n| a | b |\n|---|---|\n',
  '::error::x',
  '\n::set-output name=a::b',
  '##[error]x',
  '\u202e',
  '\u0000',
  '\u001b[31m',
  '&lt;b&gt;',
  '<',
  '>',
  '&',
  '$x$',
  '[^1]',
  '\n[a]: https://evil.example',
  '*',
  '_',
  '\n---\n',
  '\n===\n',
  ' ',
  'words',
  '\ud800',
  'mailto:a@b.co',
  '<https://evil.example>',
  ':tada:',
  '\r\n',
  '\r',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 14 })
  .map((parts) => parts.join(''));

/** Every token of a text as GitHub-flavoured Markdown, by a parser that is not ours. */
function tokens(markdown: string): Token[] {
  const all: Token[] = [];
  const visit = (list: readonly Token[]): void => {
    for (const token of list) {
      all.push(token);
      if ('tokens' in token && Array.isArray(token.tokens)) visit(token.tokens);
      if (token.type === 'list') visit(token.items);
      if (token.type === 'table') for (const row of [token.header, ...token.rows]) for (const cell of row) visit(cell.tokens);
    }
  };
  visit(new Lexer({ gfm: true }).lex(markdown));
  return all;
}

const isCode = (token: Token): boolean => token.type === 'code' || token.type === 'codespan';

/** What GitHub sees outside of code: where mentions and references work. */
function outsideCode(markdown: string): string {
  return tokens(markdown)
    .filter((token) => !isCode(token) && (token.type === 'text' || token.type === 'escape') && !('tokens' in token && token.tokens))
    .map((token) => ('text' in token ? token.text : ''))
    .join('\n');
}

function expectHarmless(markdown: string, allowedLinks: readonly string[] = []): void {
  const found = tokens(markdown);
  expect(found.filter((token) => ['html', 'image', 'def', 'blockquote'].includes(token.type))).toEqual([]);
  const links = found.filter((token) => token.type === 'link').map((token) => ('href' in token ? token.href : ''));
  expect(links.filter((link) => !allowedLinks.includes(link))).toEqual([]);
  expect(outsideCode(markdown)).not.toMatch(/@[A-Za-z0-9]|#\d|\bgh-\d|:\/\/|www\./i);
  expect(markdown).not.toMatch(/\b(clos|fix|resolv)(e|es|ed)?:?\s+([\w.-]+\/[\w.-]+)?(#\d|gh-\d|https?:\/\/)/i);
  expect(markdown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

describe('prose', () => {
  it('keeps no markup, link, mention, reference, closing keyword or command of an untrusted text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = prose(text, 5_000);
        expectHarmless(markdown);
        const kinds = new Set(tokens(markdown).map((token) => token.type));
        expect([...kinds].filter((kind) => !['paragraph', 'text', 'escape', 'codespan', 'space', 'br'].includes(kind))).toEqual([]);
        expect(tokens(markdown).filter((token) => token.type === 'text' && token.raw.includes('<'))).toEqual([]);
        expect(markdown).not.toMatch(/^\s*::|##\[/m);
      }),
      { numRuns: 2_000 },
    );
  });

  it('shows ordinary words, names and code as they were written', () => {
    const markdown = prose('The guard in `add(a, b)` is inverted: snake_case * 2 < 3.', 500);
    const found = tokens(markdown);
    expect(found.filter((token) => token.type === 'codespan').map((token) => ('text' in token ? token.text : ''))).toEqual(['add(a, b)']);
    expect(outsideCode(markdown).replaceAll('\n', '')).toContain('snake_case * 2 &lt; 3.');
  });

  it('is on one line where a list or a heading needs it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const found = tokens(`- ${inlineProse(text, 300)}\n- end`);
        expectHarmless(`- ${inlineProse(text, 300)}\n- end`);
        expect(found.filter((token) => token.type === 'list')).toHaveLength(1);
        expect(found.filter((token) => token.type === 'list_item')).toHaveLength(2);
      }),
    );
  });
});

describe('code', () => {
  it('is one span that the text cannot end', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const found = tokens(`x ${codeSpan(text, 400)} y`).filter((token) => token.type !== 'paragraph');
        expect(found.map((token) => token.type)).toEqual(['text', 'codespan', 'text']);
      }),
    );
  });

  it('stays within its cell of a table', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [parsed] = tokens(
          table(
            ['a', 'b'],
            [
              [codeCell(text, 400), 'end'],
              ['x', 'y'],
            ],
          ),
        );
        if (parsed?.type !== 'table') throw new Error('not a table');
        expect(parsed.rows.map((row: { text: string }[]) => row.map((cell) => cell.text).at(1))).toEqual(['end', 'y']);
      }),
    );
  });

  it('is one block that the text cannot end', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const kinds = tokens(`${codeBlock(text, 'diff', 2_000)}\n\nafter`)
          .map((token) => token.type)
          .filter((type) => type !== 'space');
        expect(kinds).toEqual(['code', 'paragraph', 'text']);
      }),
    );
  });

  it('leaves a diff as it is, so that it can be copied, and shows what cannot be seen', () => {
    const diff = '--- a/x.ts\n+++ b/x.ts\n@@ -1 +1 @@\n-@Decorator() // ::x\n+@Decorator() // a < b && `c`';
    expect(codeBlock(diff, 'diff', 1_000)).toBe(`\`\`\`diff\n${diff}\n\`\`\``);
    expect(codeBlock('+admin\u202e', 'diff', 1_000)).toContain('+admin<U+202E>');
  });
});

describe('whole documents', () => {
  it('a pull request holds nothing but our own structure, whatever the report says', () => {
    const headings = [
      'Look at this first',
      'What failed, and why',
      'What this changes',
      'Proof: red to green',
      'Integrity',
      'What you can do',
      'Cost and budget',
      'Where the time went',
    ];
    fc.assert(
      fc.property(hostile, (text) => {
        const { title, body } = renderPullRequest(hostileReport(text));
        expectHarmless(body);
        expect(
          tokens(body)
            .filter((token) => token.type === 'heading')
            .map((token) => ('text' in token ? token.text : '')),
        ).toEqual(headings);
        expect(title).not.toMatch(/@\w|#\d|\n|[\u0000-\u001f\u202e]/);
        expect(title.length).toBeLessThanOrEqual(120);
      }),
      // A code span with a `|` in a cell.
      { numRuns: 300, examples: [['`|[a](https://evil.example)``']] },
    );
  });

  it('a pull request begins with the fix on one line, and ends with the numbers', () => {
    const { body } = renderPullRequest(sampleReport());
    expect(body).toMatch(/^\*\*3 tests red → green\*\* · whole suite 120 of 120 passed · 1 file \+\d+ −\d+ · \$0\.00 · 12\.5 s\n/);
    expect(renderPullRequest(sampleReport({ proof: null })).body).toMatch(/^### What failed/);
    const { budget } = sampleReport();
    const paid = { budget: { ...budget, used: { ...budget.used, tokens: 9 } }, model: 'unheard-of', cost: { usd: 0, priced: false } };
    expect(renderPullRequest(sampleReport(paid)).body).toMatch(/^.* · cost unknown · 12\.5 s\n/);
    const order = [...body.matchAll(/^### (.+)$/gm)].map(([, title]) => title);
    expect(order.indexOf('What you can do')).toBeLessThan(order.indexOf('Cost and budget'));
  });

  it('a summary does so too', () => {
    fc.assert(
      fc.property(hostile, (text) => expectHarmless(renderSummary(hostileReport(text)))),
      { numRuns: 300, examples: [['https://evil.examplehttps://evil.example'], ['https://evil.example/pull/1']] },
    );
  });
});
