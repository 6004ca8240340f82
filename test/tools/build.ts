// Builds dist/: three bundles and, for the Action and the terminal, a small start file that refuses an old Node before anything else is parsed.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { hashFile, sourcesHash } from './sources-hash.ts';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');
const run = promisify(execFile);

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

async function bundle(name: string, entry: string, temporary: string): Promise<void> {
  const out = join(temporary, name);
  const ncc = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  await run(
    process.execPath,
    [ncc, 'build', join(root, entry), '-o', out, '--source-map', '--transpile-only', '--license', 'licenses.txt'],
    {
      cwd: root,
      maxBuffer: 1 << 26,
    },
  );
  const target = join(dist, 'lib', name);
  await mkdir(dirname(target), { recursive: true });
  await rename(out, target).catch(async () => copyFolder(out, target));
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.isDirectory()) await copyFolder(join(from, entry.name), join(to, entry.name));
    else await copyFile(join(from, entry.name), join(to, entry.name));
  }
}

const temporary = await mkdtemp(join(tmpdir(), 'regreen-build-'));
try {
  await rm(dist, { recursive: true, force: true });
  for (const [name, entry] of Object.entries(bundles)) await bundle(name, entry, temporary);
  await mkdir(join(dist, 'cli'), { recursive: true });
  await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(dist, 'index.js'), startFile('./lib/action/index.js'));
  await writeFile(join(dist, 'cli', 'index.js'), startFile('../lib/cli/index.js'));
  await writeFile(hashFile, `${await sourcesHash()}\n`);
  for (const name of Object.keys(bundles)) {
    const { length } = await readFile(join(dist, 'lib', name, 'index.js'));
    console.log(`dist/lib/${name}/index.js  ${Math.round(length / 1024)} KiB`);
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}
