import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, renderPullRequest, renderSummary, renderTerminal } from '../../src/report/index.ts';
import { hostileReport } from './sample.ts';

const key = `sk-proj-Ab3/+"'&<\\ x${'9zQ'.repeat(3)}=`;
const shell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const encodings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 with one byte before': (text) => Buffer.from(`x${text}yy`).toString('base64'),
  'base64 with two bytes before': (text) => Buffer.from(`xx${text}y`).toString('base64'),
  'basic authentication': (text) => `Basic ${Buffer.from(`x-access-token:${text}`).toString('base64')}`,
  base64url: (text) => Buffer.from(`u:${text}`).toString('base64url'),
  URL: encodeURIComponent,
  'URL in lower case': (text) => encodeURIComponent(text).replace(/%../g, (octet) => octet.toLowerCase()),
  form: (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  JSON: (text) => JSON.stringify({ text }),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify([text])),
  HTML: (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  shell,
  hex: (text) => Buffer.from(text).toString('hex'),
};

/** Stretches of 8 characters that tell the secret, or its encoding, apart from anything else. */
function traces(encoded: string, text: string): string[] {
  return Array.from({ length: Math.max(text.length - 8, 0) }, (_, n) => text.slice(n, n + 8)).filter((part) => encoded.includes(part));
}

describe('the redactor', () => {
  const { text } = createRedactor([key]);

  it.each(Object.entries(encodings))('finds a secret as %s', (_, encode) => {
    const clean = text(`before ${encode(key)} after`);
    expect(clean).toContain('***');
    expect(traces(clean, key)).toEqual([]);
    expect(clean).toMatch(/^before .*after$/);
  });

  it('finds random secrets in every encoding', () => {
    const secret = fc.string({ minLength: 8, maxLength: 60, unit: 'grapheme-ascii' }).filter((value) => value.trim() === value);
    fc.assert(
      fc.property(secret, fc.constantFrom(...Object.values(encodings)), (value, encode) => {
        const encoded = encode(value);
        const clean = createRedactor([value]).text(`[${encoded}]`);
        expect(clean).not.toBe(`[${encoded}]`);
        expect(clean).not.toContain(encoded);
      }),
    );
  });

  it('finds each line of a secret of several lines', () => {
    const pem = '-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END KEY-----';
    expect(createRedactor([pem]).text('at 3: MIIEvQIBADANBg')).toBe('at 3: ***');
    expect(createRedactor([pem]).text(JSON.stringify({ pem }))).not.toContain('kqhkiG9w0BAQEF');
  });

  it('finds a long secret of which somebody cut some characters', () => {
    const token = `ghp_${'aB3dE5fG7hI9jK1lM3nO5pQ7rS9t'}`;
    expect(createRedactor([token]).text(`x=${token.slice(7)};`)).toBe('x=***;');
    expect(createRedactor([token]).text(`x=${token.slice(0, -7)};`)).toBe('x=***;');
  });

  it('redacts keys and values of JSON, and leaves the rest as it is', () => {
    const { json } = createRedactor(['s3cret-value']);
    expect(json({ 'a s3cret-value': [1, null, true, 's3cret-value!'], n: 2 })).toEqual({ 'a ***': [1, null, true, '***!'], n: 2 });
  });

  it('finds a secret in a document that was drawn before it was redacted', () => {
    const token = 'ghp_a*b@c#1$d|e<f>';
    const { text: redact } = createRedactor([token]);
    const report = hostileReport(`a text that holds ${token} within`);
    const documents = [renderPullRequest(report).body, renderPullRequest(report).title, renderSummary(report), renderTerminal(report)];
    for (const document of documents) expect(redact(document).replace(/[^a-z]/g, '')).not.toMatch(/ghpab|ghpa.?b/);
  });

  it('leaves words alone: an empty or very short value is no secret', () => {
    expect(createRedactor(['', ' ', 'test', 'x']).text('a test of x')).toBe('a test of x');
  });

  it('leaves no part of a longer secret when a shorter one is within it', () => {
    expect(createRedactor(['secret', 'my-secret-token']).text('my-secret-token')).toBe('***');
  });
});
