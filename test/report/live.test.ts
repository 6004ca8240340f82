import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cells, cutToCells } from '../../src/report/cells.ts';
import { createLiveProgress, createRedactor } from '../../src/report/index.ts';
import { type Spending, statusLine } from '../../src/report/status-line.ts';
import { openScreen, type Screen } from '../e2e/screen.ts';

const limits = { turns: 24, minutes: 15, tokens: 400_000, costUsd: 2, testRuns: 40, changedLines: 200 };
const spent: Spending = {
  limits,
  used: { turns: 3, minutes: 0.2, tokens: 12_345, costUsd: 0.04, testRuns: 4, changedLines: 0 },
  hosted: true,
};

/** A live progress on a screen; what it wrote is on the screen when `shown` answers. */
function watch(columns: number, { color = false, ...screenOf }: { color?: boolean; unknown?: boolean } = {}) {
  const screen = openScreen(columns);
  let clock = 0;
  let written = '';
  let resized = (): void => {};
  let pending = Promise.resolve();
  const progress = createLiveProgress({
    stream: {
      write: (text: string) => {
        written += text;
        // As a terminal in cooked mode does.
        pending = screen.write(text.replaceAll('\n', '\r\n'));
      },
      get columns() {
        return screenOf.unknown ? undefined : screen.columns;
      },
      on: (_event, listener) => {
        resized = listener;
      },
    },
    color,
    now: () => clock,
    redactor: createRedactor(['s3cret-value']),
  });
  return {
    progress,
    written: () => written,
    at: (ms: number) => {
      clock = ms;
    },
    resize: async (wanted: number) => {
      await pending;
      screen.resize(wanted);
      resized();
      await pending;
    },
    shown: async (): Promise<ReturnType<Screen['lines']>> => {
      await pending;
      return screen.lines();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('progress on a terminal', () => {
  it('keeps one status line below the lasting ones, and leaves only those', async () => {
    const { progress, shown, at } = watch(80);
    progress.phase('reproduce');
    progress.status('running npm test');
    expect(await shown()).toEqual(['0.0 s · reproduce · running npm test']);
    at(1_500);
    progress.line('3 of 120 tests fail');
    expect(await shown()).toEqual(['[  1.5 s] 3 of 120 tests fail', '1.5 s · reproduce · running npm test']);
    progress.phase('loop');
    progress.echo('two\nlines');
    expect(await shown()).toEqual(['[  1.5 s] 3 of 120 tests fail', 'two', 'lines', '1.5 s · loop']);
    progress.close();
    expect(await shown()).toEqual(['[  1.5 s] 3 of 120 tests fail', 'two', 'lines']);
  });

  it('shows phase, turn, elapsed time and budget', async () => {
    const { progress, shown, at } = watch(120);
    progress.spending(() => spent);
    progress.phase('loop');
    at(12_340);
    progress.onAgentEvent({ type: 'turn-started', turn: 4 });
    expect(await shown()).toEqual([
      '12.3 s of 15 min · loop · turn 4: waiting for the model · 3/24 turns · 4/40 test runs · 12k/400k tokens · $0.04/$2',
    ]);
    progress.close();
  });

  it('counts the seconds while nothing happens, without a new line, and stops with the run', async () => {
    const { progress, shown, at, written } = watch(80);
    progress.status('waiting for the model');
    at(3_000);
    vi.advanceTimersByTime(1_000);
    expect(await shown()).toEqual(['3.0 s · waiting for the model']);
    expect(written()).not.toContain('\n');
    progress.close();
    const after = written();
    vi.advanceTimersByTime(5_000);
    expect(written()).toBe(after);
  });

  it.each([1, 5, 12, 20, 33, 40, 57, 80, 200])('is one line on a terminal of %i columns, through many redraws', async (columns) => {
    const { progress, shown, at } = watch(columns);
    progress.spending(() => spent);
    progress.phase('loop');
    for (let second = 0; second < 200; second++) {
      at(second * 1_000);
      progress.status(`turn ${second}: 修复 測試 👩‍👩‍👧 ${'x'.repeat(second)}`);
    }
    expect(await shown()).toHaveLength(1);
    progress.close();
    expect(await shown()).toEqual([]);
  });

  it('follows a terminal that is made narrower and wider, and leaves no remains', async () => {
    const { progress, shown, resize } = watch(100);
    progress.spending(() => spent);
    progress.line('a lasting line');
    progress.phase('loop');
    progress.status('turn 2: run_tests, and what else there is to say of it');
    for (const columns of [40, 25, 90, 30, 120, 60]) {
      await resize(columns);
      const lines = await shown();
      expect(lines, `at ${columns}`).toHaveLength(2);
      expect(lines[0]).toBe('[  0.0 s] a lasting line');
      expect(lines[1]).toMatch(/^0\.0 s/);
    }
    progress.close();
    expect(await shown()).toEqual(['[  0.0 s] a lasting line']);
  });

  it('takes 80 columns where the terminal does not say', async () => {
    const { progress, shown } = watch(80, { unknown: true });
    progress.status('x'.repeat(300));
    expect((await shown()).map(cells)).toEqual([79]);
    progress.close();
  });

  it('colours only when it may', () => {
    for (const color of [true, false]) {
      const { progress, written } = watch(80, { color });
      progress.phase('loop');
      progress.line('x');
      expect(written().includes('\u001b[36m')).toBe(color);
      expect(/\u001b\[\d+m/.test(written())).toBe(color);
      progress.close();
    }
  });

  it('redacts, and lets nothing move the cursor', async () => {
    const { progress, shown } = watch(80);
    progress.phase('a \u001b[2J s3cret-value');
    progress.line('key s3cret-value\u001b[A');
    progress.status('s3cret-value');
    progress.echo('s3cret-value\u001b[1A');
    expect(await shown()).toEqual(['[  0.0 s] key ***', '***', '0.0 s · a *** · ***']);
    progress.close();
  });

  it('says what a tool did with the tests, in its own words where it has some', async () => {
    const { progress, shown } = watch(120);
    const ended = { type: 'tool-ended', turn: 2, output: '', at: 0, testSeconds: 3 } as const;
    const call = { name: 'try_edits', arguments: '{}', callId: 'c', id: 'i' } as const;
    progress.onAgentEvent({ ...ended, call, note: 'judged 40 candidates (13/s), in a warm process' });
    progress.onAgentEvent({ ...ended, call: { ...call, name: 'run_tests' } });
    expect(await shown()).toEqual([
      '[  0.0 s] turn 2: try_edits judged 40 candidates (13/s), in a warm process in 3.0 s',
      '[  0.0 s] turn 2: run_tests ran tests in 3.0 s',
    ]);
    progress.close();
  });
});

describe('a status line', () => {
  const status = { seconds: 75, phase: 'loop', activity: 'turn 3: try_edits', spending: spent };
  const at = (width: number): string =>
    statusLine(status, width)
      .map(({ text }) => text)
      .join(' · ');

  it('drops what matters least first', () => {
    expect(at(120)).toBe('1 min 15 s of 15 min · loop · turn 3: try_edits · 3/24 turns · 4/40 test runs · 12k/400k tokens · $0.04/$2');
    expect(at(90)).toBe('1 min 15 s of 15 min · loop · turn 3: try_edits · 3/24 turns · 4/40 test runs');
    expect(at(50)).toBe('1 min 15 s of 15 min · loop · turn 3: try_edits');
    expect(at(38)).toBe('1 min 15 s · loop · turn 3: try_edits');
    expect(at(20)).toBe('1 min 15 s · loop ·…');
  });

  it('says nothing of turns and dollars where nobody is paid', () => {
    const text = statusLine({ ...status, spending: { ...spent, hosted: false } }, 120).map((part) => part.text);
    expect(text).toEqual(['1 min 15 s of 15 min', 'loop', 'turn 3: try_edits', '4/40 test runs']);
  });

  it('never takes more room than there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.option(fc.string({ unit: 'grapheme', maxLength: 200 })),
        fc.boolean(),
        (width, phase, activity, known) => {
          const parts = statusLine({ seconds: 3.2, phase, activity, spending: known ? spent : null }, width);
          expect(cells(parts.map(({ text }) => text).join(' · '))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('cells', () => {
  it.each([
    ['abc', 3],
    ['修复', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['✔', 1],
    ['\u001b[31mred\u001b[0m', 3],
    ['', 0],
  ])('%s takes %i', (text, expected) => {
    expect(cells(text)).toBe(expected);
  });

  it('are cut between characters', () => {
    expect(cutToCells('修复測試', 5)).toBe('修复…');
    expect(cutToCells('修复測試', 4)).toBe('修…');
    expect(cutToCells('修复', 4)).toBe('修复');
    expect(cutToCells('abc', 0)).toBe('');
  });
});
