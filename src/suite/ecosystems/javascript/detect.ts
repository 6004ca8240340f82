// How a JavaScript package is installed and tested, found out from its files.
import { join, posix } from 'node:path';
import type { DetectRequest, Found } from '../../ecosystem.ts';
import { namesIn } from '../../files.ts';
import { isTestFile } from '../../test-files.ts';
import type { Runner, SuitePlan } from '../../types.ts';
import { ImportGraph, listFiles } from './imports.ts';
import { scriptFile } from './instrument.ts';
import { findManager, installLine, type Manifest, readManifest, requiredDependencies } from './manifest.ts';
import { readTestLine } from './test-line.ts';

type Command = { readonly command: string; readonly reason: string };

/** The plan of a package, each guess with its reason. */
export async function detect({ root, directory, names, testCommand, setupCommand }: DetectRequest): Promise<Found> {
  const reading = await readManifest(join(root, directory));
  if (reading.kind === 'broken') return { kind: 'broken', reason: `${posix.join(directory, 'package.json')}: ${reading.reason}.` };
  if (reading.kind === 'missing') return { kind: 'foreign' };
  const { manifest } = reading;
  const found: Command | { readonly looked: readonly string[] } =
    testCommand === null ? await findCommand(root, directory, manifest, names) : { command: testCommand, reason: 'test command: as given' };
  if ('looked' in found) return { kind: 'untested', looked: found.looked, hint: await workspacePackages(root, directory, manifest) };
  const manager = await managerFor(root, directory, manifest, names);
  const nothing = Object.keys(requiredDependencies(manifest)).length === 0 && manager.lock === null;
  const setup = setupCommand ?? (nothing ? null : installLine(manager));
  const recognised = await recognise(root, directory, manifest, found.command);
  const plan: SuitePlan = {
    ecosystem: 'javascript',
    directory,
    packageManager: manager.manager,
    runner: recognised.runner,
    testCommand: found.command,
    setupCommand: setup,
    reasons: [
      manager.reason,
      found.reason,
      recognised.reason,
      setupCommand !== null ? 'setup command: as given' : nothing ? 'nothing to install: no dependencies' : `setup command: ${setup}`,
    ],
  };
  return { kind: 'plan', plan };
}

const isPlaceholder = (script: string): boolean => /Error: no test specified/.test(script) || script.trim() === '';

async function findCommand(
  root: string,
  directory: string,
  manifest: Manifest,
  names: readonly string[],
): Promise<Command | { looked: readonly string[] }> {
  const { scripts } = manifest;
  const test = scripts.test;
  const manager = findManager(manifest, names).manager;
  const run = (name: string): string =>
    name === 'test' ? (manager === 'bun' ? 'bun run test' : `${manager} test`) : `${manager} run ${name}`;
  if (test !== undefined && !isPlaceholder(test)) return { command: run('test'), reason: 'test command: script "test" in package.json' };
  for (const name of ['test:unit', 'unit', 'tests', 'test:ci', 'test:node', 'mocha', 'jest', 'vitest', 'tape']) {
    const script = scripts[name];
    if (script !== undefined && !isPlaceholder(script))
      return { command: run(name), reason: `test command: script "${name}" in package.json` };
  }
  const configured = await byConfiguration(root, directory, manifest, names);
  const saw =
    test === undefined
      ? 'script "test" in package.json (there is none)'
      : 'script "test" in package.json (npm\'s default, which runs nothing)';
  return (
    configured ?? {
      looked: [
        saw,
        'scripts such as "test:unit"',
        'configuration and dependencies of jest, vitest and mocha',
        'test files that use node:test',
      ],
    }
  );
}

/** No script: a runner's configuration, or test files for a runner that is a dependency. */
async function byConfiguration(root: string, directory: string, manifest: Manifest, names: readonly string[]): Promise<Command | null> {
  const config = (pattern: RegExp): string | null => names.find((name) => pattern.test(name)) ?? null;
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };
  const jest = config(/^jest\.config\.\w+$/) ?? (manifest.jest === undefined ? null : '"jest" in package.json');
  if (jest !== null) return { command: 'npx jest', reason: `test command: ${jest}` };
  const vitest = config(/^vitest\.(?:config|workspace)\.\w+$/);
  if (vitest !== null) return { command: 'npx vitest run', reason: `test command: ${vitest}` };
  const mocha = config(/^\.mocharc\.\w+$/) ?? (manifest.mocha === undefined ? null : '"mocha" in package.json');
  if (mocha !== null) return { command: 'npx mocha', reason: `test command: ${mocha}` };
  const files = await listFiles(root, directory, isTestFile);
  if (files.length === 0) return null;
  for (const [name, command] of [
    ['vitest', 'npx vitest run'],
    ['jest', 'npx jest'],
    ['mocha', 'npx mocha'],
  ] as const) {
    if (dependencies[name] !== undefined) return { command, reason: `test command: ${name} is a dependency and there are test files` };
  }
  const graph = new ImportGraph(root, join(root, directory));
  for (const file of files.slice(0, 20)) {
    if ((await graph.packages(file)).has('node:test')) return { command: 'node --test', reason: `test command: ${file} uses node:test` };
  }
  return null;
}

async function managerFor(
  root: string,
  directory: string,
  manifest: Manifest,
  names: readonly string[],
): Promise<ReturnType<typeof findManager>> {
  const own = findManager(manifest, names);
  if (own.lock !== null || directory === '' || manifest.packageManager !== undefined) return own;
  // A package of a workspace is installed from the root, whose lock file tells the manager.
  const parent = await readManifest(root);
  const above = parent.kind === 'read' ? findManager(parent.manifest, await namesIn(root)) : null;
  return above === null || above.lock === null ? own : { ...above, reason: `${above.reason} in the root` };
}

async function recognise(
  root: string,
  directory: string,
  manifest: Manifest,
  command: string,
): Promise<{ runner: Runner; reason: string }> {
  const line = readTestLine(command, manifest.scripts);
  if (line === null)
    return { runner: 'other', reason: 'runner: not known, the line is more than simple commands; results by exit code and text' };
  const kinds = [...line.runners.values()];
  const [first] = kinds.filter(({ kind }) => kind !== 'script');
  if (first !== undefined && first.kind !== 'script')
    return { runner: first.kind, reason: `runner ${first.kind}: \`${first.command.raw}\`` };
  const graph = new ImportGraph(root, join(root, directory));
  for (const script of kinds) {
    const file = scriptFile(script);
    if (file === null) continue;
    const packages = await graph.packages(posix.normalize(posix.join(directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`)));
    for (const [name, runner] of [
      ['node:test', 'node:test'],
      ['tape', 'tape'],
      ['tap', 'tap'],
    ] as const) {
      if (packages.has(name)) return { runner, reason: `runner ${runner}: ${file} uses it` };
    }
  }
  return { runner: 'other', reason: 'runner: none that is known; results by exit code and text' };
}

async function workspacePackages(root: string, directory: string, manifest: Manifest): Promise<string | null> {
  const found: string[] = [];
  for (const pattern of manifest.workspaces ?? []) {
    const parent = pattern.replace(/\/\*+$/, '');
    const folders = parent === pattern ? [pattern] : (await namesIn(join(root, directory, parent))).map((name) => posix.join(parent, name));
    for (const folder of folders) {
      const reading = await readManifest(join(root, directory, folder));
      const test = reading.kind === 'read' ? reading.manifest.scripts.test : undefined;
      if (test !== undefined && !isPlaceholder(test)) found.push(folder);
    }
  }
  return found.length === 0 ? null : `set working-directory to one of ${found.slice(0, 10).join(', ')}`;
}
