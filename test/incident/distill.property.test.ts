import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../src/incident/distill/lines.ts';
import { templateOf } from '../../src/incident/distill/template.ts';
import { type Distillate, distillate, nothingGathered, readStream } from '../../src/incident/index.ts';

const runs = Number(process.env.REGREEN_PROVE_RUNS ?? 60);
const stamp = '2026-11-25T10:00:00.1234567Z ';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function distilled(
  log: string | Uint8Array,
  { chunk = 65_536, maxChars = 14_000, mask = (text: string) => text } = {},
): Promise<Distillate> {
  const gathered = nothingGathered();
  await readStream('log', inChunks(typeof log === 'string' ? Buffer.from(log) : log, chunk), gathered);
  return distillate(gathered, { mask, maxChars });
}

/** What builds print while nothing is wrong. */
const quietLine = fc.oneof(
  fc.nat(1e6).map((n) => `  ✓ passes ${n} times without an error (${n % 50} ms)`),
  fc.nat(1e6).map((n) => `Downloading package ${n} of 4000 ... done`),
  fc.constantFrom('0 errors, 0 warnings', 'ok 3 - handles failure', '##[group]Run actions/checkout@v5', '##[endgroup]', ''),
  fc.string({ maxLength: 60 }).map((text) => text.replace(/[^a-g ,.\t]/g, '')),
);
const failingLine = fc.constantFrom(
  'AssertionError: expected 3 to be 4',
  'src/cart.ts(12,5): error TS2322: Type string is not assignable to type number.',
  'not ok 7 - adds the tax',
  '--- FAIL: TestTotal (0.00s)',
  'FAILED tests/test_cart.py::test_total - assert 3 == 4',
  "thread 'tests::total' panicked at src/lib.rs:9:5:",
  '##[error]The runner has received a shutdown signal.',
  'src/main.c:10:3: error: expected declaration',
  "Error: Cannot find module './cart'",
  'java.lang.NullPointerException: cart is null',
);

describe('distilling a log', () => {
  it('never loses the only line that says what failed, wherever it stands and however the bytes arrive', async () => {
    const property = fc.asyncProperty(
      ...([
        fc.array(quietLine, { maxLength: 400 }),
        fc.array(quietLine, { maxLength: 400 }),
        failingLine,
        fc.integer({ min: 1, max: 5_000 }),
        fc.boolean(),
      ] as const),
      async (before, after, failing, chunk, stamped) => {
        const lines = [...before, failing, ...after].map((line) => (stamped ? stamp + line : line));
        const { excerpts, failed } = await distilled(lines.join('\n'), { chunk });
        expect(failed).toBe(true);
        expect(excerpts).toContain(failing.replace('##[error]', ''));
      },
    );
    await fc.assert(property, { numRuns: runs });
  });

  it('never crashes and never exceeds its bound, whatever the bytes are', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 4_000 }),
      fc
        .array(fc.oneof(failingLine, quietLine, fc.string({ unit: 'binary', maxLength: 300 })), { maxLength: 200 })
        .map((lines) => Buffer.from(lines.join('\r\n'))),
      fc
        .constantFrom('<?xml version="1.0"?><testsuites>', '{"testResults":[', 'TAP version 14\n1..', 'PK\u0003\u0004', '\u{feff}')
        .map((text) => Buffer.from(text)),
    );
    const property = fc.asyncProperty(
      bytes,
      fc.integer({ min: 200, max: 20_000 }),
      fc.integer({ min: 1, max: 999 }),
      async (log, maxChars, chunk) => {
        const { excerpts } = await distilled(log, { maxChars, chunk });
        expect(excerpts.length).toBeLessThanOrEqual(maxChars);
        expect(excerpts).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
      },
    );
    await fc.assert(property, { numRuns: runs });
  });

  it('shows no secret that it was told of, nor one that the log names', async () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+/=_-]{12,40}$/);
    const property = fc.asyncProperty(secret, secret, failingLine, async (told, named, failing) => {
      const log = `::add-mask::${named}\nkey ${told}\n${failing} ${named} ${told}\n${named}`;
      const { excerpts, tests } = await distilled(log, { mask: (text) => text.replaceAll(told, '***') });
      expect(JSON.stringify([excerpts, tests])).not.toContain(told);
      expect(JSON.stringify([excerpts, tests])).not.toContain(named);
    });
    await fc.assert(property, { numRuns: runs });
  });
});

describe('lines', () => {
  it('are the same however the bytes are cut into chunks', () => {
    const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 20 }), (text, size) => {
      const read = (step: number): string[] => {
        const lines: string[] = [];
        const splitter = new LineSplitter((line) => lines.push(line));
        const bytes = Buffer.from(text);
        for (let at = 0; at < bytes.length; at += step) splitter.push(bytes.subarray(at, at + step));
        splitter.end();
        return lines;
      };
      expect(read(size)).toEqual(read(1_000));
    });
    fc.assert(property, { numRuns: runs });
  });
});

describe('a template', () => {
  it.each([
    ['✓ adds (12 ms)', '✓ adds (3.5 s)'],
    ['commit 3f2a9c1d done', 'commit 77aa01bb done'],
    ['at /tmp/regreen-18/a.js:10:3', 'at /tmp/regreen-7/a.js:99:12'],
    ['took 5ms   at   worker3', 'took 1200ms at worker12'],
  ])('is the same for %j and %j', (one, other) => expect(templateOf(one)).toBe(templateOf(other)));

  it.each([
    ['adds the tax', 'adds the tip'],
    ['FAILED', 'PASSED'],
    ['expected true', 'expected false'],
  ])('differs for %j and %j', (one, other) => expect(templateOf(one)).not.toBe(templateOf(other)));
});
