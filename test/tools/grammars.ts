// What the grammars' loader reads at run time, put beside the bundle it lies in: the parser as it is, the grammars compressed.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { languages } from '../../src/engine/templates/grammar/languages.ts';

const loader = 'src/engine/templates/grammar/loader.ts';
const parser = 'node_modules/web-tree-sitter';
const grammars = 'node_modules/@vscode/tree-sitter-wasm/wasm';

/** Returns the files that were placed, relative to `root`. Fails when no bundle holds the loader: it would find nothing. */
export async function placeGrammars(root: string, { outputs }: Metafile): Promise<readonly string[]> {
  const bundle = Object.entries(outputs).find(([path, { inputs }]) => path.endsWith('.js') && Object.hasOwn(inputs, loader))?.[0];
  if (bundle === undefined) throw new Error(`no bundle holds ${loader}`);
  const folder = join(dirname(resolve(root, bundle)), 'grammars');
  await mkdir(folder, { recursive: true });
  const parts = ['web-tree-sitter.js', 'web-tree-sitter.wasm'];
  await Promise.all(parts.map((name) => copyFile(join(root, parser, name), join(folder, name))));
  const names = languages.map(({ name }) => `tree-sitter-${name}.wasm`);
  for (const [index, { name }] of languages.entries()) {
    const bytes = await readFile(join(root, grammars, names[index] ?? ''));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
    await writeFile(join(folder, `${name}.wasm.br`), brotliCompressSync(bytes, { params }));
  }
  return [...parts.map((name) => `${parser}/${name}`), ...names.map((name) => `${grammars}/${name}`)];
}
