// How a JavaScript package is installed and tested, found out from its files.
import { join, posix } from 'node:path';
import type { DetectRequest, Found } from '../../ecosystem.ts';
import { namesIn } from '../../files.ts';
import { isTestFile } from '../../test-files.ts';
import type { SuitePlan } from '../../types.ts';
import type { CiCommand } from '../../workflows.ts';
import { buildScript, isBuilt, loadsBuilt, runsBuilt } from './build-need.ts';
import { ciBuildCommand, ciInstallOptions, ciRunsTestScript, ciTestCommand } from './ci-choice.ts';
import { ImportGraph, listFiles } from './imports.ts';
import { findManager, installLine, type ManagerFound, type Manifest, readManifest, requiredDependencies } from './manifest.ts';
import { recognise } from './recognise.ts';
import { siblingsOf, type WorkspacePackage, workspacePackages } from './workspaces.ts';

type Command = { readonly command: string; readonly reason: string; readonly isFailedStep?: boolean };

/** The plan of a package, each guess with its reason. Of a workspace, also the plans of its packages. */
export async function detect(request: DetectRequest): Promise<Found> {
  const { root, directory, names, testCommand } = request;
  const reading = await readManifest(join(root, directory));
  if (reading.kind === 'broken') return { kind: 'broken', reason: `${posix.join(directory, 'package.json')}: ${reading.reason}.` };
  if (reading.kind === 'missing') return { kind: 'foreign' };
  const { manifest } = reading;
  const manager = await managerFor(root, directory, manifest, names);
  const packages = await workspacePackages(root, directory, manifest);
  const found: Command | { readonly looked: readonly string[] } =
    testCommand === null
      ? await findCommand(request, manifest, manager.manager, packages.length > 0)
      : { command: testCommand, reason: 'test command: as given' };
  const setup = setupOf(request, manifest, manager);
  if ('looked' in found) return ofPackages(request, manager, packages, found.looked, setup);
  const recognised = await recognise(root, directory, manifest, found.command);
  const built =
    testCommand === null && recognised.runner !== 'workspaces' ? await withBuild(request, manifest, manager, found.command) : null;
  const parts = recognised.runner === 'workspaces' ? await partsOf(request, manager, packages) : [];
  const plan: SuitePlan = {
    ecosystem: 'javascript',
    directory,
    packageManager: manager.manager,
    runner: recognised.runner,
    testCommand: built?.command ?? found.command,
    setupCommand: setup.command,
    reasons: [
      manager.reason,
      found.reason,
      ...(built === null ? [] : [built.reason]),
      recognised.reason,
      ...recognised.leftOut.map((each) => `left out: \`${each}\` asks a registry, which tests cannot reach`),
      setup.reason,
    ],
    ...(parts.length === 0 ? {} : { parts }),
  };
  return { kind: 'plan', plan, isFailedStep: found.isFailedStep === true };
}

function setupOf(
  { setupCommand, ci, directory }: DetectRequest,
  manifest: Manifest,
  manager: ManagerFound,
): { readonly command: string | null; readonly reason: string } {
  if (setupCommand !== null) return { command: setupCommand, reason: 'setup command: as given' };
  const nothing = Object.keys(requiredDependencies(manifest)).length === 0 && manager.lock === null && manifest.workspaces === undefined;
  if (nothing) return { command: null, reason: 'nothing to install: no dependencies' };
  const options = ciInstallOptions(ci, directory, manager.manager);
  const command = [installLine(manager), ...options].join(' ');
  return { command, reason: `setup command: ${command}${options.length === 0 ? '' : ', with the options that CI gives'}` };
}

/** A workspace whose root tests nothing is tested by its packages, one after the other. */
async function ofPackages(
  request: DetectRequest,
  manager: ManagerFound,
  packages: readonly WorkspacePackage[],
  looked: readonly string[],
  setup: { readonly command: string | null; readonly reason: string },
): Promise<Found> {
  const parts = await partsOf(request, manager, packages);
  if (parts.length === 0) return { kind: 'untested', looked, hint: null };
  const where = parts.map((part) => part.directory).join(', ');
  const plan: SuitePlan = {
    ecosystem: 'javascript',
    directory: request.directory,
    packageManager: manager.manager,
    runner: 'several',
    testCommand: parts.map((part) => `(cd ${part.directory} && ${part.testCommand})`).join(' && '),
    setupCommand: setup.command,
    reasons: [
      manager.reason,
      `test command: none in the root, so that of each package of the workspace (${where})`,
      setup.reason,
      ...parts.flatMap((part) => part.reasons),
    ],
    parts,
  };
  return { kind: 'plan', plan };
}

/** The plans of the packages that say how they are tested. */
async function partsOf(request: DetectRequest, manager: ManagerFound, packages: readonly WorkspacePackage[]): Promise<SuitePlan[]> {
  const parts: SuitePlan[] = [];
  for (const { directory, manifest } of packages) {
    const names = await namesIn(join(request.root, directory));
    const found = await findCommand({ ...request, directory, names, testCommand: null }, manifest, manager.manager);
    if ('looked' in found) continue;
    const recognised = await recognise(request.root, directory, manifest, found.command);
    const built = await withSiblings(request.root, manifest, packages, found.command);
    parts.push({
      ecosystem: 'javascript',
      directory,
      packageManager: manager.manager,
      runner: recognised.runner,
      testCommand: built ?? found.command,
      setupCommand: null,
      reasons: [`${directory}: ${found.reason}, ${recognised.reason}`],
    });
  }
  return parts;
}

/** `command` behind the builds of the packages it loads as their outputs; null when it needs none. */
async function withSiblings(
  root: string,
  manifest: Manifest,
  packages: readonly WorkspacePackage[],
  command: string,
): Promise<string | null> {
  const order: WorkspacePackage[] = [];
  const visit = (own: Manifest, above: readonly Manifest[]): void => {
    for (const sibling of siblingsOf(own, packages)) {
      if (order.includes(sibling) || above.includes(sibling.manifest)) continue;
      visit(sibling.manifest, [...above, own]);
      if (!order.includes(sibling)) order.push(sibling);
    }
  };
  visit(manifest, []);
  const own = packages.find((each) => each.manifest === manifest);
  const builds: string[] = [];
  for (const { directory, manifest: sibling } of order) {
    if (own === undefined || sibling.scripts.build === undefined || !(await isBuilt(root, directory, sibling))) continue;
    builds.push(`npm --prefix ${posix.relative(own.directory, directory)} run build`);
  }
  return builds.length === 0 ? null : [...builds, command].join(' && ');
}

/** `command` behind the build that its tests load the output of; null when they load the sources. */
async function withBuild(request: DetectRequest, manifest: Manifest, manager: ManagerFound, command: string): Promise<Command | null> {
  const { root, directory, ci } = request;
  const before = manifest.scripts.pretest ?? '';
  if (/\b(?:build|compile|prepare|tsc|tshy)\b/.test(`${before} ${manifest.scripts.test ?? ''}`)) return null;
  const test = ciTestCommand(ci, directory);
  const inCi = test === null ? null : ciBuildCommand(ci, test);
  const script = buildScript(manifest.scripts);
  const build = inCi?.command ?? (script === null ? null : `${manager.manager} run ${script}`);
  if (build === null) return null;
  const source = inCi === null ? `script "${script}" in package.json` : inCi.file;
  const run = await runsBuilt(root, directory, command, manifest.scripts);
  if (run !== null) return { command: `${build} && ${command}`, reason: `built before each run (${source}): the tests are ${run}` };
  // Looked at last: it walks the package.
  const loaded = await loadsBuilt(root, directory);
  if (loaded === null) return null;
  return { command: `${build} && ${command}`, reason: `built before each run (${source}): ${loaded.file} loads ${loaded.output}` };
}

const isPlaceholder = (script: string): boolean => /Error: no test specified/.test(script) || script.trim() === '';

async function findCommand(
  { root, directory, names, ci }: DetectRequest,
  manifest: Manifest,
  manager: ManagerFound['manager'],
  hasPackages = false,
): Promise<Command | { looked: readonly string[] }> {
  const { scripts } = manifest;
  const test = scripts.test;
  const run = (name: string): string =>
    name === 'test' ? (manager === 'bun' ? 'bun run test' : `${manager} test`) : `${manager} run ${name}`;
  const inCi = ciTestCommand(ci, directory);
  if (inCi?.failed === true) return { ...fromCi(inCi, `the step that failed in job ${inCi.job} of ${inCi.file}`), isFailedStep: true };
  if (test !== undefined && !isPlaceholder(test)) {
    const isUsed = ciRunsTestScript(ci, directory, scripts);
    const isKnown = async (command: string): Promise<boolean> => (await recognise(root, directory, manifest, command)).runner !== 'other';
    if (!isUsed && inCi !== null && ((await isKnown(inCi.command)) || !(await isKnown(run('test')))))
      return fromCi(inCi, `job ${inCi.job} of ${inCi.file}, where script "test" is not run`);
    return { command: run('test'), reason: `test command: script "test" in package.json${isUsed ? ', which CI runs too' : ''}` };
  }
  if (inCi !== null && !/\b(?:npm|pnpm|yarn|bun)\s+(?:t|tst|test)(?:\s|$)/.test(inCi.command))
    return fromCi(inCi, `job ${inCi.job} of ${inCi.file}`);
  for (const name of ['test:unit', 'unit', 'tests', 'test:ci', 'test:node', 'mocha', 'jest', 'vitest', 'tape']) {
    const script = scripts[name];
    if (script !== undefined && !isPlaceholder(script))
      return { command: run(name), reason: `test command: script "${name}" in package.json` };
  }
  const configured = await byConfiguration(root, directory, manifest, names, hasPackages);
  const saw =
    test === undefined
      ? 'script "test" in package.json (there is none)'
      : 'script "test" in package.json (npm\'s default, which runs nothing)';
  return (
    configured ?? {
      looked: [
        saw,
        'scripts such as "test:unit"',
        'commands of .github/workflows',
        'configuration and dependencies of jest, vitest, mocha and others',
        'test files that use node:test',
      ],
    }
  );
}

function fromCi({ command }: CiCommand, source: string): Command {
  return { command, reason: `test command: ${source}` };
}

/** No script: a runner's configuration, or test files for a runner that is a dependency. */
async function byConfiguration(
  root: string,
  directory: string,
  manifest: Manifest,
  names: readonly string[],
  hasPackages: boolean,
): Promise<Command | null> {
  const config = (pattern: RegExp): string | null => names.find((name) => pattern.test(name)) ?? null;
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };
  const jest = config(/^jest\.config\.\w+$/) ?? (manifest.jest === undefined ? null : '"jest" in package.json');
  if (jest !== null) return { command: 'npx jest', reason: `test command: ${jest}` };
  const vitest = config(/^vitest\.(?:config|workspace)\.\w+$/);
  if (vitest !== null) return { command: 'npx vitest run', reason: `test command: ${vitest}` };
  const mocha = config(/^\.mocharc\.\w+$/) ?? (manifest.mocha === undefined ? null : '"mocha" in package.json');
  if (mocha !== null) return { command: 'npx mocha', reason: `test command: ${mocha}` };
  // The files below a workspace's root belong to its packages.
  const files = hasPackages ? [] : await listFiles(root, directory, isTestFile);
  if (files.length === 0) return null;
  for (const [name, command] of [
    ['vitest', 'npx vitest run'],
    ['jest', 'npx jest'],
    ['mocha', 'npx mocha'],
    ['ava', 'npx ava'],
    ['tap', 'npx tap'],
    ['jasmine', 'npx jasmine'],
  ] as const) {
    if (dependencies[name] !== undefined) return { command, reason: `test command: ${name} is a dependency and there are test files` };
  }
  const graph = new ImportGraph(root, join(root, directory));
  for (const file of files.slice(0, 20)) {
    if ((await graph.packages(file)).has('node:test')) return { command: 'node --test', reason: `test command: ${file} uses node:test` };
  }
  return null;
}

async function managerFor(root: string, directory: string, manifest: Manifest, names: readonly string[]): Promise<ManagerFound> {
  const own = await findManager(join(root, directory), manifest, names);
  if (own.lock !== null || directory === '' || manifest.packageManager !== undefined) return own;
  // A package of a workspace is installed from the root, whose lock file tells the manager.
  const parent = await readManifest(root);
  const above = parent.kind === 'read' ? await findManager(root, parent.manifest, await namesIn(root)) : null;
  return above === null || above.lock === null ? own : { ...above, reason: `${above.reason} in the root` };
}
