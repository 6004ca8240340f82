import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Atom, atomsOf, splitLines, undoEdits } from '../../src/engine/changes.ts';
import { reductions } from '../../src/engine/ddmin.ts';
import { parseDiff } from '../../src/engine/diff.ts';
import { applyChanges, exactEdits, isRange, joinTouching, restoringEdits, type TextEdit } from '../../src/engine/edits.ts';
import { splitTokens } from '../../src/engine/tokens.ts';
import { gitDiff } from './two-files-patch.ts';

type Files = Readonly<Record<string, string>>;

/** Atoms of the change from `before` to `after`, as git tells it. */
function change(before: Files, after: Files): readonly Atom[] {
  return parseDiff(gitDiff(before, after)).flatMap((file) => {
    const raw = after[file.newPath];
    return atomsOf(file, raw === undefined ? null : { text: raw.replaceAll('\r\n', '\n'), crlf: raw.includes('\r\n') });
  });
}

/** The tree after the edits, by the rules of the tools. Range edits of one file refer to the file as it was. */
function applied(files: Files, atoms: readonly Atom[]): Files {
  const edits = undoEdits(atoms, (path) => (files[path] ?? '').replaceAll('\r\n', '\n'));
  const after = new Map(Object.entries(files));
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const own = edits.filter((edit) => edit.path === path);
    if (own.some((edit) => (isRange(edit) ? edit.text : edit.new_text) === null)) after.delete(path);
    const created = own.find((edit) => !isRange(edit) && edit.new_text !== null);
    if (created && !isRange(created)) after.set(path, created.new_text ?? '');
    const changes = own.flatMap((edit) => (isRange(edit) && edit.text !== null ? [{ ...edit, text: edit.text }] : []));
    if (changes.length === 0) continue;
    const raw = files[path] ?? '';
    const text = applyChanges(
      raw.replaceAll('\r\n', '\n'),
      changes.toSorted((a, b) => a.start - b.start),
    );
    after.set(path, raw.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text);
  }
  return Object.fromEntries([...after].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const line = fc.constantFrom('a', 'b', 'c', '', '-- x', '++ y', '@@ -1 +1 @@', 'diff --git a/x b/x', 'é😀');
const text = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 25 }), final: fc.boolean() })
  .map(({ lines, final }) => lines.join('\n') + (final ? '\n' : ''));

describe('undoing a change that git describes', () => {
  it('gives back the text from before, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (before, after, crlf) => {
        const [old, now] = crlf ? [before, after].map((one) => one.replaceAll('\n', '\r\n')) : [before, after];
        fc.pre(old !== undefined && now !== undefined && (!crlf || (old.includes('\r\n') && now.includes('\r\n'))));
        const atoms = change({ f: old ?? '' }, { f: now ?? '' });
        expect(applied({ f: now ?? '' }, atoms)).toEqual({ f: old });
        expect(applied({ f: now ?? '' }, atoms.flatMap(splitLines))).toEqual({ f: old });
        expect(applied({ f: now ?? '' }, atoms.flatMap(splitTokens))).toEqual({ f: old });
      }),
      { numRuns: 20 },
    );
  });

  it('one part at a time and all parts but one are what undoing them one after another gives', () => {
    const before = { f: 'a\nb\nc\nd\ne\nf\ng\nh\n' };
    const after = { f: 'A\nb\nc\nd\nnew\ne\nf\nh\n' };
    const atoms = change(before, after);
    expect(atoms.map(({ startLine, endLine, size }) => [startLine, endLine, size])).toEqual([
      [1, 1, 2],
      [5, 5, 1],
      [8, 8, 1],
    ]);
    expect(atoms.map((atom) => applied(after, [atom]).f)).toEqual([
      'a\nb\nc\nd\nnew\ne\nf\nh\n',
      'A\nb\nc\nd\ne\nf\nh\n',
      'A\nb\nc\nd\nnew\ne\nf\ng\nh\n',
    ]);
    expect(applied(after, atoms.slice(1)).f).toBe('A\nb\nc\nd\ne\nf\ng\nh\n');
  });

  it('covers new, deleted and renamed files, quoted paths and paths with spaces', () => {
    const body = 'one\ntwo\nthree\nfour\nfive\nsix\n';
    const before = { 'gone.js': 'old\n', 'from here.js': body, 'grün "x".js': 'a\n', 'a b/c.js': '1\n' };
    const after = { 'new.js': 'new\n', 'to there.js': body.replace('two', '2'), 'grün "x".js': 'b\n', 'a b/c.js': '2\n' };
    expect(applied(after, change(before, after))).toEqual(before);
  });

  it('passes over binary files and modes, and what does not fit the file as it is now', () => {
    expect(parseDiff(gitDiff({ 'a.bin': 'x\0y' }, { 'a.bin': 'x\0z' }))).toMatchObject([{ newPath: 'a.bin', binary: true, hunks: [] }]);
    const [file] = parseDiff('diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n');
    expect(file).toMatchObject({ status: 'modified', oldPath: 'run.sh', newPath: 'run.sh', hunks: [] });
    const [moved] = parseDiff(gitDiff({ f: 'a\nb\n' }, { f: 'a\nc\n' }));
    expect(moved && atomsOf(moved, { text: 'something else\n', crlf: false })).toEqual([]);
  });

  it('reads nonsense as no change, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            line,
            fc.constantFrom('diff --git a/f b/f', '--- a/f', '+++ b/f', '@@ -1,2 +1 @@', '\\ No newline at end of file', '+x', '-y', ' z'),
          ),
        ),
        (lines) => {
          for (const file of parseDiff(lines.join('\n'))) expect(Array.isArray(atomsOf(file, { text: 'z\n', crlf: false }))).toBe(true);
        },
      ),
    );
  });
});

describe('edits by text', () => {
  it('match exactly once and lead to the same text as the edits by offset; taking them back gives the text from before', () => {
    const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(8), fc.constantFrom('', 'x', 'a\n', 'b')), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(text, ranges, (before, raw) => {
        fc.pre(before !== '');
        const changes = joinTouching(
          raw.map(([at, length, fresh]) => ({
            start: Math.min(at, before.length),
            end: Math.min(at + length, before.length),
            text: fresh,
          })),
        );
        const after = applyChanges(before, changes);
        const edits = changes.map((change) => ({ path: 'f', ...change }));
        expect(
          applyByText(
            before,
            exactEdits(edits, () => before),
          ),
        ).toBe(after);
        fc.pre(after !== '' && after !== before);
        expect(
          applyByText(
            after,
            restoringEdits(edits, () => before),
          ),
        ).toBe(before);
      }),
    );
  });
});

function applyByText(before: string, edits: readonly TextEdit[]): string {
  const changes = edits.map(({ old_text: old, new_text: fresh }) => {
    const start = before.indexOf(old);
    if (old === '' || start === -1 || before.indexOf(old, start + 1) !== -1) throw new Error(`${JSON.stringify(old)} does not match once`);
    return { start, end: start + old.length, text: fresh ?? '' };
  });
  const sorted = changes.toSorted((a, b) => a.start - b.start);
  if (sorted.some((change, index) => change.start < (sorted[index - 1]?.end ?? 0))) throw new Error('edits overlap');
  return applyChanges(before, sorted);
}

describe('delta debugging', () => {
  it('reduces to a 1-minimal set: every smaller step is among the parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 4 }), (size, wanted) => {
        const needed = wanted.filter((element) => element < size);
        fc.pre(needed.length > 0);
        const works = (set: readonly number[]) => needed.every((element) => set.includes(element));
        let set: readonly number[] = Array.from({ length: size }, (_, index) => index);
        for (;;) {
          const smaller = reductions(set).filter((part) => part.length > 0 && works(part));
          const best = smaller.toSorted((a, b) => a.length - b.length)[0];
          if (best === undefined) break;
          expect(best.length).toBeLessThan(set.length);
          set = best;
        }
        expect(set.toSorted((a, b) => a - b)).toEqual(needed.toSorted((a, b) => a - b));
      }),
    );
  });
});
