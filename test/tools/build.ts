// Builds dist/: one bundle for each way to start, what they share in chunks that are loaded when they are needed, and, for the Action and
// the terminal, a small start file that refuses an old Node before anything else is parsed. `--out DIR` builds somewhere else.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { pastTheDoors } from './doors.ts';
import { earlyOf, earlyTogether, needs } from './early.ts';
import { placeGrammars } from './grammars.ts';
import { licensesOf } from './licenses.ts';
import { prepared, readOnUse } from './prepared.ts';
import { hashFile, sourcesHash } from './sources-hash.ts';

const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const dist = resolve(values.out ?? join(root, 'dist'));

const bundles = { action: 'src/main.ts', cli: 'src/cli.ts', engine: 'src/engine/worker.ts' };

/** Plain old syntax: it must parse on the versions it refuses. */
function startFile(bundle: string): string {
  return `// Made by \`npm run build\`.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error('Regreen needs Node 20.19 or newer; this is Node ' + process.versions.node + '.');
  process.exit(2);
}
import('${bundle}').catch(function (error) {
  console.error(error);
  process.exit(3);
});
`;
}

/** The toolkit's modules only define things; without its word for it, a client for HTTP would be loaded that no code of ours reaches. */
const toolkitIsPure: Plugin = {
  name: 'toolkit-is-pure',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
      const isToolkit = /^@actions\//.test(path) || /[\\/]@actions[\\/]core[\\/]/.test(from.importer);
      if (!isToolkit || pluginData === 'resolved' || from.kind === 'entry-point') return null;
      const found = await resolve(path, { ...from, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
  },
};

const options = {
  absWorkingDir: root,
  entryPoints: Object.entries(bundles).map(([name, entry]) => ({ in: entry, out: `${name}/index` })),
  outdir: join(dist, 'lib'),
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  // Some packages are CommonJS still, and ask for Node's modules in its way.
  banner: { js: "import { createRequire as regreenRequire } from 'node:module';\nconst require = regreenRequire(import.meta.url);" },
} as const satisfies BuildOptions;
const plugins = [toolkitIsPure, prepared, readOnUse];

await rm(dist, { recursive: true, force: true });
const first = await build({ ...options, plugins: [...plugins, pastTheDoors(() => '')], write: false });
const early = earlyOf(first.metafile, root, [bundles.action, 'src/action.ts']);
const { metafile } = await build({ ...options, plugins: [...plugins, earlyTogether(early), pastTheDoors((path) => needs(early, path))] });
await mkdir(join(dist, 'cli'), { recursive: true });
await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
await writeFile(join(dist, 'index.js'), startFile('./lib/action/index.js'));
await writeFile(join(dist, 'cli', 'index.js'), startFile('../lib/cli/index.js'));
const placed = await placeGrammars(root, metafile);
await writeFile(join(dist, 'lib', 'licenses.txt'), await licensesOf(root, [...Object.keys(metafile.inputs), ...placed]));
await mkdir(dirname(hashFile), { recursive: true });
if (values.out === undefined) await writeFile(hashFile, `${await sourcesHash()}\n`);
for (const name of Object.keys(bundles)) {
  const { length } = await readFile(join(dist, 'lib', name, 'index.js'));
  console.log(`dist/lib/${name}/index.js  ${Math.round(length / 1024)} KiB`);
}
