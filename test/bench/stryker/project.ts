// A small project of a library's sources and tests, with what they import and their runner.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { sh } from '../npm-bugs/data.ts';

const versions = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  peerDependencies: versions,
  optionalDependencies: versions,
});
type Manifest = z.infer<typeof manifestSchema>;

const testReportSchema = z.object({ testResults: z.array(z.object({ name: z.string(), status: z.string() })) });

const COPIED = /^(?:src|tests?|__tests__|specs?|tsconfig(?:\.\w+)?\.json|vite(?:st)?\.config\.\w+)$/;
/** Measured times are none of a library's behaviour. */
const BENCHMARK = /\.bench\.\w+$/;
const RUNNER = { typescript: '^5', vitest: '^3' };
/** Stryker cannot run these. */
const OLD_VITEST = /^\D*[01]\./;

export async function must(command: string, args: readonly string[], cwd: string, timeout = 600_000): Promise<void> {
  const { code, out, err } = await sh(command, args, { cwd, timeout });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${`${out}\n${err}`.trim().slice(-600)}`);
}

/** Installed and green: test files that are red without what was left out (a build, the network) are taken away. Throws where none is left. */
export async function project(library: string, folder: string): Promise<void> {
  const clone = `${folder}-clone`;
  await rm(clone, { recursive: true, force: true });
  await must('git', ['clone', '--quiet', '--depth', '1', library, clone], tmpdir());
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(clone, 'package.json'), 'utf8')));
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(clone))
    if (COPIED.test(name)) await cp(join(clone, name), join(folder, name), { recursive: true, filter: (path) => !BENCHMARK.test(path) });
  await rm(clone, { recursive: true, force: true });
  const devDependencies = { ...RUNNER, ...namedIn(await textsOf(folder), manifest) };
  const made = { name: basename(folder), private: true, type: 'module', scripts: { test: 'vitest run' }, devDependencies };
  await writeFile(join(folder, 'package.json'), JSON.stringify(made, null, 2));
  await writeFile(join(folder, '.gitignore'), 'node_modules\n');
  await must('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps'], folder);
  for (const path of await redTestFiles(folder)) {
    console.error(`${basename(folder)}: without ${path.slice(folder.length + 1)}, which is red`);
    await rm(path);
  }
  await must('npm', ['test'], folder);
}

/** The dependencies that a file names, with the version the library wants; its type declarations come with them. */
function namedIn(texts: readonly string[], manifest: Manifest): Record<string, string> {
  const all = { ...manifest.peerDependencies, ...manifest.optionalDependencies, ...manifest.devDependencies, ...manifest.dependencies };
  const isNamed = (name: string): boolean =>
    texts.some((text) => ['"', "'"].some((quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`)));
  return Object.fromEntries(
    Object.entries(all).filter(
      ([name, version]) =>
        !/^(?:workspace|file|link|catalog):/.test(version) &&
        !(name === 'vitest' && OLD_VITEST.test(version)) &&
        (name in RUNNER || isNamed(name) || isNamed(name.replace(/^@types\//, ''))),
    ),
  );
}

async function textsOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return await Promise.all(paths.filter((path) => /\.(?:[cm]?[jt]sx?|json)$/.test(path)).map((path) => readFile(path, 'utf8')));
}

async function redTestFiles(folder: string): Promise<readonly string[]> {
  const file = join(folder, 'node_modules', '.report.json');
  await sh('npx', ['vitest', 'run', '--reporter=json', `--outputFile=${file}`], { cwd: folder, timeout: 300_000 });
  const report = testReportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  await rm(file);
  return report.testResults.filter(({ status }) => status !== 'passed').map(({ name }) => name);
}
