import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Atom } from '../../src/engine/changes.ts';
import { isRange } from '../../src/engine/edits.ts';
import { revert } from '../../src/engine/revert.ts';
import type { Candidate, Tools, Trial } from '../../src/engine/tools.ts';
import { leastRuns } from '../bench/npm-bugs/test-runs.ts';

/** Line `n` of one file, changed; in hunks of two. */
function atom(n: number): Atom {
  const change = { start: n * 10, end: n * 10 + 5, text: 'old' };
  return {
    path: 'f.js',
    hunk: `f.js#${Math.floor(n / 2)}`,
    startLine: n,
    endLine: n,
    size: 2,
    undo: { kind: 'lines', change, removed: ['old'], added: ['new'] },
  };
}

interface Host {
  /** Undoing a superset of these turns the failing tests green … */
  readonly needed: readonly number[];
  /** … and the whole suite only with these too. */
  readonly hidden?: readonly number[];
  readonly rate?: number;
  /** So many answers of the whole suite come too late, and count as red. */
  readonly late?: number;
  /** The file is broken when only some of these are undone. */
  readonly joined?: readonly (readonly number[])[];
  /** Candidates judged side by side; of these the last one given ends first, and the rest is not judged when enough are green. */
  readonly beside?: number;
}

function hostFor({ needed, hidden = [], rate = 500, joined = [], late = 0, beside = 1 }: Host): Tools & { readonly judged: () => number } {
  let total = 0;
  let stillLate = late;
  const unused = (): never => {
    throw new Error('not used here');
  };
  return {
    judged: () => total,
    read: unused,
    list: unused,
    matching: unused,
    suspects: unused,
    edit: unused,
    giveUp: unused,
    meanwhile: () => {},
    turns: () => 0,
    spent: () => ({ seconds: 0, testRuns: 0, judged: total, rate, warm: false, left: null, last: null }),
    tryEdits: async (candidates, scope, keep): Promise<Trial> => {
      const green: number[] = [];
      const breaks: { index: number; broke: string[] }[] = [];
      let judged = 0;
      const judge = (index: number): void => {
        judged += 1;
        const undone = candidates[index]?.edits.flatMap((edit) => (isRange(edit) ? [edit.start / 10] : [])) ?? [];
        if (!needed.every((n) => undone.includes(n))) return;
        if (scope === 'all' && stillLate-- > 0) return;
        if (joined.some((group) => group.some((n) => undone.includes(n)) && !group.every((n) => undone.includes(n)))) return;
        if (scope === 'failing' || hidden.every((n) => undone.includes(n))) green.push(index);
        else breaks.push({ index, broke: ['a test behind the crash'] });
      };
      for (let at = 0; at < candidates.length && green.length < keep; at += beside) {
        const last = Math.min(candidates.length, at + beside) - 1;
        for (let index = last; index >= at && green.length < keep; index -= 1) judge(index);
      }
      total += judged;
      return { judged, green, partial: [], breaks, invalid: [], error: null };
    },
  };
}

describe('the smallest part of a change whose undoing repairs', () => {
  it.each([
    ['tests are fast', { rate: 500 }],
    ['tests are slow', { rate: 1 }],
    ['larger parts are judged beside smaller ones, and are green sooner', { beside: 2 }],
    ['many are judged side by side', { beside: 5 }],
  ])('is found among any number of innocent parts when %s', async (_, how) => {
    const scene = fc
      .integer({ min: 1, max: 40 })
      .chain((count) => fc.tuple(fc.constant(count), fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 4 })));
    await fc.assert(
      fc.asyncProperty(scene, async ([count, needed]) => {
        const atoms = Array.from({ length: count }, (__, n) => atom(n));
        const room = () => 5_000;
        const result = await revert({ tools: hostFor({ needed, ...how }), atoms, currentOf: () => '', room, lastRoom: room });
        expect(result.kind === 'green' && result.atoms.map((one) => one.startLine).toSorted((a, b) => a - b)).toEqual(
          needed.toSorted((a, b) => a - b),
        );
      }),
    );
  });

  it.each([500, 1])('grows by what a crash had hidden, and by nothing else (%d a second)', async (rate) => {
    const room = () => 5_000;
    const atoms = Array.from({ length: 20 }, (_, n) => atom(n));
    const result = await revert({
      tools: hostFor({ needed: [3], hidden: [11, 16], rate }),
      atoms,
      currentOf: () => '',
      room,
      lastRoom: room,
    });
    expect(result.kind === 'green' && result.atoms.map((one) => one.startLine)).toEqual([3, 11, 16]);
  });

  it.each([
    ['opens brackets and another one closes them', ['if (x) {'], ['}'], []],
    ['no longer opens brackets and another one no longer closes them', [], [], ['if (x) {']],
  ])('leaves alone what is half a change by itself: one part %s', async (_, opening, closing, was) => {
    const room = () => 5_000;
    const lines = new Map([
      [0, { added: opening, removed: was }],
      [2, { added: closing, removed: was.map(() => '}') }],
    ]);
    // All in one hunk, so that the search begins with everything.
    const atoms = Array.from({ length: 5 }, (__, n): Atom => {
      const { undo, ...rest } = atom(n);
      return { ...rest, hunk: 'f.js#0', undo: { ...undo, ...lines.get(n) } as Atom['undo'] };
    });
    const tools = hostFor({ needed: [1, 3], joined: [[0, 2]] });
    const result = await revert({ tools, atoms, currentOf: () => '', room, lastRoom: room });
    expect(result.kind === 'green' && result.atoms.map((one) => one.startLine)).toEqual([1, 3]);
  });

  it('is one hunk alone where no other can be left out of everything, as each needs the others', async () => {
    const room = () => 5_000;
    const atoms = Array.from({ length: 12 }, (_, n) => atom(2 * n));
    const places = atoms.map((one) => one.startLine * 10);
    const undone = (candidate: Candidate): readonly number[] =>
      candidate.edits.flatMap((edit) => (isRange(edit) ? [places.indexOf(edit.start)] : []));
    // All but the sixth go together.
    const works = (some: readonly number[]): boolean => some.includes(6) && [0, 11].includes(some.filter((n) => n !== 6).length);
    const tools: Tools = {
      ...hostFor({ needed: [] }),
      tryEdits: async (candidates, _, keep) => {
        const green = candidates.flatMap((candidate, index) => (works(undone(candidate)) ? [index] : [])).slice(0, keep);
        return { judged: candidates.length, green, partial: [], breaks: [], invalid: [], error: null };
      },
    };
    const result = await revert({ tools, atoms, currentOf: () => '', room, lastRoom: room });
    expect(result.kind === 'green' && result.atoms).toEqual([atoms[6]]);
  });

  it('is found though the machine was too busy for the whole suite once: the failing tests had passed with it', async () => {
    const room = () => 5_000;
    const atoms = Array.from({ length: 6 }, (_, n) => atom(n));
    const result = await revert({ tools: hostFor({ needed: [3], late: 1 }), atoms, currentOf: () => '', room, lastRoom: room });
    expect(result.kind === 'green' && result.atoms.map((one) => one.startLine)).toEqual([3]);
  });

  it('is only the cause when not even undoing everything repairs the whole suite', async () => {
    const room = () => 5_000;
    const atoms = Array.from({ length: 6 }, (_, n) => atom(n));
    const result = await revert({ tools: hostFor({ needed: [3], hidden: [99] }), atoms, currentOf: () => '', room, lastRoom: room });
    expect(result).toMatchObject({ kind: 'cause', broke: ['a test behind the crash'] });
    expect(result.kind === 'cause' && result.atoms.map((one) => one.startLine)).toEqual([3]);
  });

  it('costs few runs: a small multiple of those that could tell the parts apart', async () => {
    const room = () => 5_000;
    for (const [count, needed] of [
      [12, [3]],
      [30, [4, 21]],
      [100, [70]],
      [9, [0, 2, 4, 6]],
      [16, [1, 5, 8, 12, 15]],
    ] as const) {
      const tools = hostFor({ needed, rate: 1 });
      const atoms = Array.from({ length: count }, (_, n) => atom(n));
      await revert({ tools, atoms, currentOf: () => '', room, lastRoom: room });
      expect(tools.judged()).toBeLessThanOrEqual(4 * leastRuns(count, needed.length));
    }
  });

  it('is none when no part repairs, and when there is no room', async () => {
    const none = { atoms: [atom(0), atom(3)], currentOf: () => '', room: () => 5_000, lastRoom: () => 5_000 };
    expect(await revert({ ...none, tools: hostFor({ needed: [99] }) })).toEqual({ kind: 'none' });
    expect(await revert({ ...none, tools: hostFor({ needed: [0] }), room: () => 0 })).toEqual({ kind: 'none' });
    expect(await revert({ ...none, tools: hostFor({ needed: [0] }), atoms: [] })).toEqual({ kind: 'none' });
  });
});
