import { mkdtemp, readdir, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReportFolder, openScratch } from '../../src/phases/folders.ts';

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'folders-')));
  await writeFile(join(folder, 'file'), '');
});
afterEach(() => rm(folder, { recursive: true }));

test('a scratch folder is named by its real path and goes with its run', async () => {
  await symlink(folder, join(folder, 'link'));
  {
    await using scratch = await openScratch(join(folder, 'link'));
    expect(scratch.path.startsWith(`${folder}/regreen-`)).toBe(true);
    await writeFile(join(scratch.path, 'left'), '');
  }
  expect((await readdir(folder)).sort()).toEqual(['file', 'link']);
});

test('where none can be made, that is a wrong configuration which names the folder and the variable', async () => {
  for (const [parent, why] of [
    ['file', 'it is no folder'],
    ['missing', 'it does not exist'],
  ] as const) {
    const opening = openScratch(join(folder, parent));
    await expect(opening).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringContaining(`${folder}/${parent} (${why})`),
    });
    await expect(opening).rejects.toThrow('TMPDIR');
  }
});

test('the folder for a report is made with those above it, by two at once too', async () => {
  const report = join(folder, 'a/b/c');
  await Promise.all([openReportFolder(report), openReportFolder(report), openReportFolder(null)]);
  expect((await stat(report)).isDirectory()).toBe(true);
});

// In /proc nothing can be made though it is there: a recursion that looks for the folder above does not end.
test.each(process.platform === 'linux' ? ['file', 'file/below', '/proc/nothing/here'] : ['file', 'file/below'])(
  'a report cannot go to %s, and that is said before anything is done',
  async (place) => {
    const opening = openReportFolder(place.startsWith('/') ? place : join(folder, place));
    await expect(opening).rejects.toMatchObject({ name: 'ConfigurationError', message: expect.stringContaining('cannot be written to') });
  },
);
