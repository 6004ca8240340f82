// A tree in which some files have another text, while the tree itself stays as it is.
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

/**
 * Makes the folder `to` look like `root`, but for `texts` (relative paths, `/` between names): these are files of their own, all others are
 * links into `root`. Only folders that hold one of them, at any depth, are made; the rest is one link each. Throws what the disk says.
 */
export async function shadowTree(root: string, to: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const folders = new Set<string>();
  for (const path of texts.keys()) for (let at = posix.dirname(path); !folders.has(at); at = posix.dirname(at)) folders.add(at);
  folders.add('.');
  for (const folder of [...folders].sort()) {
    await mkdir(join(to, folder), { recursive: true });
    const names = (await readdir(join(root, folder))).filter((name) => name !== '.git');
    const linked = names.filter((name) => !folders.has(posix.join(folder, name)) && !texts.has(posix.join(folder, name)));
    await Promise.all(linked.map((name) => symlink(join(root, folder, name), join(to, folder, name))));
  }
  await Promise.all([...texts].map(([path, text]) => writeFile(join(to, path), text)));
}
