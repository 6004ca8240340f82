import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { timeBound } from '../../src/workspace/time-bound.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

describe('a bound in time', () => {
  it('is kept whatever is collected meanwhile', async () => {
    using bound = timeBound(50, new AbortController().signal);
    const { signal } = bound;
    for (let turn = 0; turn < 500 && !signal.aborted; turn++) {
      await sleep(5);
      collect();
    }
    expect({ aborted: signal.aborted, expired: bound.expired() }).toEqual({ aborted: true, expired: true });
  });

  it('ends with any of the others, which is not the time', () => {
    const other = new AbortController();
    using bound = timeBound(60_000, undefined, other.signal);
    expect(bound.signal.aborted).toBe(false);
    other.abort();
    expect({ aborted: bound.signal.aborted, expired: bound.expired() }).toEqual({ aborted: true, expired: false });
    using late = timeBound(60_000, other.signal);
    expect(late.signal.aborted).toBe(true);
  });

  it('does not run while it rests, and runs anew when it is renewed', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      using bound = timeBound(100);
      bound.rest();
      vi.advanceTimersByTime(1_000);
      expect(bound.signal.aborted).toBe(false);
      bound.renew(100);
      vi.advanceTimersByTime(60);
      bound.renew(100);
      vi.advanceTimersByTime(60);
      expect(bound.signal.aborted).toBe(false);
      vi.advanceTimersByTime(60);
      expect({ aborted: bound.signal.aborted, expired: bound.expired() }).toEqual({ aborted: true, expired: true });
    } finally {
      vi.useRealTimers();
    }
  });
});
