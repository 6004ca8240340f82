// The licences of everything that is bundled: each package's name, version and the text it comes with.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** `inputs`: the files of a bundle, relative to `root`. */
export async function licensesOf(root: string, inputs: readonly string[]): Promise<string> {
  const folders = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const parts = await Promise.all([...folders].sort().map((folder) => licenseOf(join(root, folder))));
  return `${[...new Set(parts)].join('\n\n----\n\n')}\n`;
}

async function licenseOf(folder: string): Promise<string> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).sort().find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined && manifest.license === undefined) throw new Error(`${manifest.name} names no licence: it cannot be bundled`);
  const text = file === undefined ? '' : `\n\n${(await readFile(join(folder, file), 'utf8')).trim().replaceAll('\r\n', '\n')}`;
  return `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})${text}`;
}
