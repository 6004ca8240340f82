import { expect, test } from 'vitest';
import { Ahead } from '../../src/phases/ahead.ts';
import type { Patch } from '../../src/workspace/index.ts';

const patchOf = (text: string): Patch => ({ text, files: [] });

/** Work that ends when it is told to, or when it is aborted. */
function recorded() {
  const started: string[] = [];
  const aborted: string[] = [];
  const finish = new Map<string, () => void>();
  const work = (patch: Patch, signal: AbortSignal): Promise<string> => {
    started.push(patch.text);
    return new Promise((resolve) => {
      finish.set(patch.text, () => resolve(`proof of ${patch.text}`));
      signal.addEventListener('abort', () => {
        aborted.push(patch.text);
        resolve('aborted');
      });
    });
  };
  return { started, aborted, finish, work };
}

test('a right guess is kept: the work is done once', async () => {
  const { started, aborted, finish, work } = recorded();
  await using ahead = new Ahead(work, new AbortController().signal);
  ahead.start(Promise.resolve(patchOf('a')));
  await expect.poll(() => started).toEqual(['a']);
  const taken = ahead.take(patchOf('a'));
  finish.get('a')?.();
  expect(await taken).toBe('proof of a');
  expect({ started, aborted }).toEqual({ started: ['a'], aborted: [] });
});

test('a wrong guess is cancelled before the work is done for what it really is', async () => {
  const { started, aborted, finish, work } = recorded();
  await using ahead = new Ahead(work, new AbortController().signal);
  ahead.start(Promise.resolve(patchOf('a')));
  await expect.poll(() => started).toEqual(['a']);
  const taken = ahead.take(patchOf('b'));
  await expect.poll(() => started).toEqual(['a', 'b']);
  expect(aborted).toEqual(['a']);
  finish.get('b')?.();
  expect(await taken).toBe('proof of b');
});

test('a second guess drops the first, and what nobody takes ends with its owner', async () => {
  const { started, aborted, work } = recorded();
  {
    await using ahead = new Ahead(work, new AbortController().signal);
    ahead.start(Promise.resolve(patchOf('a')));
    await expect.poll(() => started).toEqual(['a']);
    ahead.start(Promise.resolve(patchOf('b')));
    await expect.poll(() => started).toEqual(['a', 'b']);
    expect(aborted).toEqual(['a']);
  }
  expect(aborted).toEqual(['a', 'b']);
});

test('a guess that cannot be made costs nothing but the guess', async () => {
  const { started, finish, work } = recorded();
  await using ahead = new Ahead(work, new AbortController().signal);
  ahead.start(Promise.reject(new Error('the disk is full')));
  const taken = ahead.take(patchOf('a'));
  await expect.poll(() => started).toEqual(['a']);
  finish.get('a')?.();
  expect(await taken).toBe('proof of a');
});

test('a guess that is dropped while it is compared is not taken for an answer, and the one after it ends with its owner', async () => {
  const { started, aborted, finish, work } = recorded();
  {
    await using ahead = new Ahead(work, new AbortController().signal);
    let known = (_: Patch): void => {};
    ahead.start(
      new Promise((resolve) => {
        known = resolve;
      }),
    );
    const taken = ahead.take(patchOf('a'));
    ahead.start(Promise.resolve(patchOf('b')));
    known(patchOf('a'));
    await expect.poll(() => started).toEqual(['b', 'a']);
    expect(aborted).toEqual(['b']);
    finish.get('a')?.();
    expect(await taken).toBe('proof of a');
  }
  expect(aborted).toEqual(['b']);
});
