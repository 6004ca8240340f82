import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FileContent, resolveEdits } from '../../src/workspace/edits.ts';
import { createPathPolicy, type Edit } from '../../src/workspace/index.ts';
import { decodeText, encodeText } from '../../src/workspace/text-file.ts';
import { unifiedDiff } from '../../src/workspace/unified-diff.ts';

const free = createPathPolicy({ protectedPaths: [], allowTestChanges: true });

/** Edits of one file `f`; the new bytes, or the reason of the refusal. */
async function edited(
  content: string | Buffer | null,
  ...edits: readonly (Omit<Extract<Edit, { oldText: string }>, 'path'> | { start: number; end: number; text: string | null })[]
) {
  const before: FileContent | null = content === null ? null : { bytes: Buffer.from(content), executable: false };
  const result = await resolveEdits(
    edits.map((edit) => ({ path: 'f', ...edit })),
    async () => before,
    free,
  );
  if (!result.ok) return `refused: ${result.reason}`;
  const after = result.changes[0]?.after;
  return after === undefined ? 'unchanged' : after === null ? 'deleted' : Buffer.from(after.bytes);
}
const text = async (...args: Parameters<typeof edited>) => String(await edited(...args));

describe('a text edit', () => {
  test('replaces what is there once', async () => {
    expect(await text('a b c', { oldText: 'b', newText: 'B' })).toBe('a B c');
  });

  test('that matches nothing names the nearest line', async () => {
    const reason = await text('one\n  return a - b;\n', { oldText: '\treturn a - b;', newText: '' });
    expect(reason).toMatch(/not found.*nearest line is 2: " {2}return a - b;"/);
  });

  test('that matches several times says how many and where, overlapping ones too', async () => {
    expect(await text('x\ny\nx\n', { oldText: 'x', newText: '' })).toMatch(/2 times \(lines 1, 3\)/);
    expect(await text('aaa', { oldText: 'aa', newText: '' })).toMatch(/2 times/);
  });

  test('keeps dollar signs as they are', async () => {
    expect(await text('a', { oldText: 'a', newText: '$& $1 $$' })).toBe('$& $1 $$');
  });

  test('creates a file, also over an empty one, and never over another', async () => {
    expect(await text(null, { oldText: '', newText: 'new' })).toBe('new');
    expect(await text('', { oldText: '', newText: 'new' })).toBe('new');
    expect(await text('old', { oldText: '', newText: 'new' })).toMatch(/exists and is not empty/);
  });

  test('deletes a file that is there', async () => {
    expect(await text('old', { oldText: '', newText: null })).toBe('deleted');
    expect(await text(null, { oldText: '', newText: null })).toMatch(/does not exist/);
  });

  test('of a missing file says so', async () => {
    expect(await text(null, { oldText: 'a', newText: 'b' })).toMatch(/does not exist/);
  });

  test('and another that overlaps refuse both', async () => {
    expect(await text('abcdef', { oldText: 'abc', newText: '' }, { oldText: 'cde', newText: '' })).toMatch(/overlap/);
  });
});

describe('the manner of a file is kept', () => {
  test('CRLF, whatever the edit uses', async () => {
    expect(await text('a\r\nb\r\nc\r\n', { oldText: 'a\nb', newText: 'x\ny\nz' })).toBe('x\r\ny\r\nz\r\nc\r\n');
    expect(await text('a\r\nb\r\n', { oldText: 'a\r\nb', newText: 'c\r\nd' })).toBe('c\r\nd\r\n');
    expect(await text('a\nb\n', { oldText: 'a\r\nb', newText: 'c\r\nd' })).toBe('c\nd\n');
  });

  test('mixed line ends, where an edit takes on those it replaces', async () => {
    expect(await text('a\r\nb\nc\n', { oldText: 'a\nb', newText: 'x\ny' })).toBe('x\r\ny\nc\n');
    expect(await text('a\r\nb\nc\n', { oldText: 'b\nc', newText: 'x\ny' })).toBe('a\r\nx\ny\n');
  });

  test('BOM and missing final newline', async () => {
    expect(await text('\ufeffa\nb', { oldText: 'b', newText: 'c' })).toBe('\ufeffa\nc');
    expect(await text('\ufeffa', { start: 0, end: 1, text: 'c' })).toBe('\ufeffc');
  });

  test('bytes that are not UTF-8, as long as the edit is ASCII', async () => {
    const latin1 = Buffer.from('na\xefve = 1; // \x80\xff', 'latin1');
    expect(await edited(latin1, { oldText: '= 1', newText: '= 2' })).toEqual(Buffer.from('na\xefve = 2; // \x80\xff', 'latin1'));
    expect(await text(latin1, { oldText: '= 1', newText: '= "é"' })).toMatch(/not UTF-8/);
  });

  test.each([
    ['binary', Buffer.from([1, 0, 2])],
    ['UTF-16', Buffer.from('\ufeffabc', 'utf16le')],
  ])('%s files are refused', async (kind, bytes) => {
    expect(await text(bytes, { oldText: 'b', newText: 'c' })).toMatch(new RegExp(`cannot be edited: it is ${kind}`));
    expect(await text(bytes, { oldText: '', newText: null })).toBe('deleted');
  });

  test('decoding and encoding any bytes that are text gives the same bytes', () => {
    const parts = fc.array(fc.constantFrom('a', 'é', '\r\n', '\n', '\r', '😀', '\ufeff', '\x80'));
    fc.assert(
      fc.property(parts, fc.constantFrom('utf8' as const, 'latin1' as const), (pieces, encoding) => {
        const bytes = Buffer.from(pieces.join(''), encoding);
        const file = decodeText(bytes);
        if (typeof file !== 'string') expect(encodeText(file.text, file)).toEqual(bytes);
      }),
    );
  });
});

describe('range edits', () => {
  test('refer to the text as read: no BOM, CRLF as LF', async () => {
    expect(await text('\ufeffa\r\nb\r\n', { start: 2, end: 3, text: 'x\ny' })).toBe('\ufeffa\r\nx\r\ny\r\n');
  });

  test.each([
    [{ start: -1, end: 0, text: '' }, /not inside/],
    [{ start: 2, end: 1, text: '' }, /not inside/],
    [{ start: 0, end: 99, text: '' }, /not inside/],
    [{ start: 0.5, end: 1, text: '' }, /not inside/],
    [{ start: 0, end: 1, text: '' }, /character in half/],
    [{ start: 0, end: 2, text: '\ud800' }, /half a character/],
    [{ start: 0, end: 2, text: '\0' }, /NUL/],
  ])('%j is refused', async (edit, reason) => {
    expect(await text('😀', edit)).toMatch(reason);
  });

  test('in any order do what replacing from the back does', async () => {
    const unit = fc.constantFrom('a', 'b', '\n', 'é', ' ');
    const cuts = fc.uniqueArray(fc.nat(40), { maxLength: 10 });
    const words = fc.array(fc.string({ unit, maxLength: 3 }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 40 }), cuts, words, fc.boolean(), async (original, points, fresh, reversed) => {
        const at = points.filter((point) => point <= original.length).sort((a, b) => a - b);
        const ranges = [];
        for (let i = 0; i + 1 < at.length; i += 2) ranges.push({ start: at[i] ?? 0, end: at[i + 1] ?? 0, text: fresh[i / 2] ?? '' });
        let expected = original;
        for (const { start, end, text: word } of [...ranges].reverse()) expected = expected.slice(0, start) + word + expected.slice(end);
        const got = await edited(original, ...(reversed ? [...ranges].reverse() : ranges));
        expect(got === 'unchanged' ? original : String(got)).toBe(ranges.length === 0 ? original : expected);
      }),
    );
  });
});

describe('several files', () => {
  const source = (files: Record<string, string>) => async (path: string) => {
    const content = files[path];
    return content === undefined ? null : { bytes: Buffer.from(content), executable: true };
  };

  test('are changed all or not at all', async () => {
    const edits = [
      { path: 'a', oldText: '1', newText: '2' },
      { path: 'b', oldText: 'missing', newText: '' },
    ];
    expect(await resolveEdits(edits, source({ a: '1', b: '1' }), free)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^b: old_text was not found/),
    });
  });

  test('keep their mode', async () => {
    const result = await resolveEdits([{ path: './a', oldText: '1', newText: '2' }], source({ a: '1' }), free);
    expect(result).toMatchObject({ ok: true, changes: [{ path: 'a', after: { executable: true } }] });
  });

  test('one of which would be a folder for the other are refused', async () => {
    const edits = [
      { path: 'a', oldText: '', newText: '1' },
      { path: 'a/b', oldText: '', newText: '1' },
    ];
    expect(await resolveEdits(edits, source({}), free)).toMatchObject({ ok: false, reason: expect.stringMatching(/file and a folder/) });
  });
});

test('the diff of edits is one that git applies, with the result of the edits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diff-'));
  const run = promisify(execFile);
  const line = fc.constantFrom('a', 'b', '', 'c c');
  const body = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
    .map(([lines, final]) => lines.join('\n') + (final && lines.length > 0 ? '\n' : ''));
  const cut = fc.record({ at: fc.nat(60), length: fc.nat(8), text: fc.constantFrom('', 'x', '\n', 'x\ny\n', 'longer\n') });
  await fc.assert(
    fc.asyncProperty(body, fc.array(cut, { minLength: 1, maxLength: 4 }), async (before, cuts) => {
      let floor = 0;
      const replacements = [];
      for (const { at, length, text: fresh } of [...cuts].sort((a, b) => a.at - b.at)) {
        const start = Math.max(floor, Math.min(at, before.length));
        const end = Math.min(before.length, start + length);
        replacements.push({ start, end, text: fresh });
        floor = end;
      }
      let after = before;
      for (const { start, end, text: fresh } of [...replacements].reverse()) after = after.slice(0, start) + fresh + after.slice(end);
      const diff = unifiedDiff('f', before, after, replacements);
      if (before === after) return;
      const cwd = await mkdtemp(join(folder, 'case-'));
      await mkdir(join(cwd, '.git'), { recursive: true });
      await writeFile(join(cwd, 'f'), before);
      await writeFile(join(cwd, 'p'), diff);
      await run('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', 'p'], {
        cwd,
        env: { ...process.env, GIT_CEILING_DIRECTORIES: folder },
      });
      expect(await readFile(join(cwd, 'f'), 'utf8')).toBe(after);
    }),
    { numRuns: 100 },
  );
  await rm(folder, { recursive: true });
});
