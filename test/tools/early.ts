// Reading a file takes a millisecond or two before anything in it runs, and what is loaded before the first request would be spread over
// two dozen of them: the bundler makes a chunk of all modules that the same entry points need. So every module that begins a chunk is told
// that it needs all that is loaded early, and what is loaded at the same time ends up together.
import { join, resolve } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

/** What is loaded at one time. All paths are absolute. */
interface Early {
  readonly modules: ReadonlySet<string>;
  /** Modules that are loaded not before this one is. */
  readonly needed: ReadonlySet<string>;
}

/** What each of `stages` loads at once, beyond the ones before it, as a build before has found. The first is the Action's own module. */
export function earlyOf({ inputs, outputs }: Metafile, root: string, stages: readonly string[]): readonly Early[] {
  const absolute = (path: string): string => join(root, path);
  const dynamic = Object.values(inputs).flatMap(({ imports }) => imports.filter(({ kind }) => kind === 'dynamic-import'));
  const later = dynamic.map(({ path }) => path);
  const loaded = new Set<string>();
  return stages.map((stage) => {
    const modules = modulesOf(outputs, stage).filter((path) => /^src\/.*\.ts$/.test(path) && !stages.includes(path) && !loaded.has(path));
    for (const path of modules) loaded.add(path);
    return { modules: new Set(modules.map(absolute)), needed: new Set([stage, ...later].map(absolute)) };
  });
}

/** The modules in the chunk of `entry` and in those that it imports at once. */
function modulesOf(outputs: Metafile['outputs'], entry: string): string[] {
  const chunks = new Set<string>();
  const visit = (chunk: string): void => {
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const { path, kind, external } of outputs[chunk]?.imports ?? []) if (kind === 'import-statement' && external !== true) visit(path);
  };
  for (const [chunk, { entryPoint }] of Object.entries(outputs)) if (entryPoint === entry) visit(chunk);
  return [...chunks].flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? {}));
}

/** What a module's source gets at its end. */
export function needs(early: readonly Early[], path: string): string {
  return early.map(({ needed }, stage) => (needed.has(path) ? `\nimport 'early:${stage}';\n` : '')).join('');
}

export function earlyTogether(early: readonly Early[]): Plugin {
  return {
    name: 'early-together',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^early:\d+$/ }, ({ path }) => ({ path, namespace: 'early', sideEffects: true }));
      onLoad({ filter: /.*/, namespace: 'early' }, ({ path }) => {
        const modules = early[Number(path.replace('early:', ''))]?.modules ?? [];
        return { contents: [...modules].map((module) => `import ${JSON.stringify(module)};`).join('\n'), loader: 'js' };
      });
      // The import of a module for nothing is kept only where the module is said to have side effects.
      onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) => {
        const found = resolve(resolveDir, path);
        return early.some(({ modules }) => modules.has(found)) ? { path: found, sideEffects: true } : null;
      });
    },
  };
}
