import { lstat, mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { shadowTree } from '../../src/workspace/index.ts';
import { makeRepository } from '../suite/repository.ts';

test('a shadow of a tree has other texts for some files, and links to all others', async () => {
  await using repository = await makeRepository({ 'a/b/c.rs': 'old', 'a/b/d.rs': 'd', 'a/e/f.rs': 'f', 'g.txt': 'g' });
  const to = await mkdtemp(join(tmpdir(), 'regreen shadow-'));
  onTestFinished(() => rm(to, { recursive: true }));
  await shadowTree(repository.root, to, new Map([['a/b/c.rs', 'new']]));
  const texts = await Promise.all(['a/b/c.rs', 'a/b/d.rs', 'a/e/f.rs', 'g.txt'].map((path) => readFile(join(to, path), 'utf8')));
  expect(texts).toEqual(['new', 'd', 'f', 'g']);
  expect(await readlink(join(to, 'a/e'))).toBe(join(repository.root, 'a/e'));
  expect((await lstat(join(to, 'a/b'))).isDirectory()).toBe(true);
  expect(await readFile(join(repository.root, 'a/b/c.rs'), 'utf8')).toBe('old');
});
