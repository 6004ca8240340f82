// Java and Kotlin with Maven or Gradle, by the JUnit reports that both always write.
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type OptionTable, optionsOf, parseArguments, positionalsOf } from '../../arguments.ts';
import type { RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { findCall, programName } from './call.ts';
import type { JUnitCase } from './junit.ts';
import { expectation, readJUnit, reportsIn } from './reading.ts';
import { escapeRegex } from './source-index.ts';
import type { Adapter, Language, Reading, Remains } from './types.ts';

const gradleOptions: OptionTable = {
  values: new Set(
    '-p --project-dir -b --build-file -c --settings-file -I --init-script -x --exclude-task -g --gradle-user-home --tests --max-workers --console'.split(
      ' ',
    ),
  ),
};

const maven: Adapter = {
  runner: 'maven',
  find: (words) =>
    findCall(words, (rest) =>
      /^(?:mvn|mvnw|mvnd)$/.test(programName(rest[0] ?? '')) &&
      rest.some((each) => /^(?:test|verify|package|install|integration-test|surefire:test)$/.test(each))
        ? 1
        : 0,
    ),
  render({ before, program, args }, { cwd }, selection) {
    // The network is not there when tests run, and one module's failure must not hide those of the next.
    const start = [...before, ...program, ...['-B', '-o', '-fae'].map(word), ...args];
    if (selection === null) return start;
    const names = selection.tests.length === 0 ? classesOf(selection.files, cwd) : [...new Set(selection.tests.map(({ name }) => name))];
    // Integration tests are told what to run in another way.
    if (names === null || (selection.tests.length === 0 && !args.some(({ value }) => value === 'test'))) return null;
    return [...start, word(`-Dtest=${names.join(',')}`), word('-Dsurefire.failIfNoSpecifiedTests=false'), word('-DfailIfNoTests=false')];
  },
  read: (remains) => readModules(remains, 'pom.xml', ['target/surefire-reports', 'target/failsafe-reports'], '#'),
};

const gradle: Adapter = {
  runner: 'gradle',
  // Of several projects only those that have one of the tests run any: that the others have none is no failure.
  files: { 'regreen.init.gradle': 'allprojects { tasks.withType(Test) { filter.failOnNoMatchingTests = false } }\n' },
  find: (words) =>
    findCall(words, (rest) =>
      /^gradlew?$/.test(programName(rest[0] ?? '')) && rest.some((each) => /(?:^|:)(?:test|check|build)$/.test(each)) ? 1 : 0,
    ),
  render({ before, program, args }, { cwd, folder }, selection) {
    const parsed = parseArguments(args, gradleOptions);
    const tasks = positionalsOf(parsed);
    // A test that is up to date is not run again, and its old report proves nothing.
    const again = tasks.some(({ value }) => value === 'test' || value === 'check' || value === 'build') ? [word('cleanTest')] : [];
    const start = [
      ...before,
      ...program,
      ...['--offline', '--continue', '--no-daemon', '--console=plain'].map(word),
      ...optionsOf(parsed),
      ...again,
    ];
    if (selection === null) return [...start, ...tasks];
    const names = selection.tests.length === 0 ? classesOf(selection.files, cwd) : selection.tests.map(({ name }) => name);
    if (names === null) return null;
    const only = tasks.map((task) => (task.value === 'check' || task.value === 'build' ? word('test') : task));
    const lenient = [word('--init-script'), word(join(folder, 'regreen.init.gradle'))];
    return [...start, ...lenient, ...only, ...names.flatMap((name) => [word('--tests'), word(name)])];
  },
  read: async (remains) => {
    const readings = await Promise.all(
      ['build.gradle', 'build.gradle.kts'].map((manifest) => readModules(remains, manifest, ['build/test-results'], '.')),
    );
    const found = readings.filter((reading) => reading !== null);
    return found.length === 0
      ? null
      : {
          results: found.flatMap(({ results }) => results),
          form: 'report',
          broken: found.find(({ broken }) => broken !== null)?.broken ?? null,
        };
  },
};

/** The classes that the files (relative to `cwd`) hold, as their names tell; null where a file holds another one. */
function classesOf(files: readonly string[], cwd: string): readonly string[] | null {
  const classes: string[] = [];
  for (const file of files) {
    const [, name = ''] = /(?:^|\/)src\/[^/]+\/(?:java|kotlin|groovy|scala)\/(.+)\.(?:java|kt|groovy|scala)$/.exec(file) ?? [];
    const text = name === '' || !existsSync(join(cwd, file)) ? '' : readFileSync(join(cwd, file), 'utf8');
    const declared = [...text.matchAll(/^(?:[\w@()"]+\s+)*(?:class|object)\s+(\w+)/gm)].map((match) => match[1]);
    const pkg = /^\s*package\s+([\w.]+)/m.exec(text)?.[1];
    if (declared.length !== 1 || declared[0] !== posix.basename(name)) return null;
    classes.push(pkg === undefined ? posix.basename(name) : `${pkg}.${posix.basename(name)}`);
  }
  return classes.length === 0 ? null : classes;
}

async function readModules(remains: Remains, manifest: string, reports: readonly string[], separator: string): Promise<Reading | null> {
  const modules = await foldersWith(remains.cwd, manifest);
  const texts: string[] = [];
  for (const module of modules) {
    for (const folder of reports.map((each) => join(module, each))) {
      // Gradle has a folder for each task.
      const below = await readdir(folder, { withFileTypes: true }).catch(() => []);
      const folders = [folder, ...below.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))];
      for (const each of folders) texts.push(...(await reportsIn(each, /^TEST-.*\.xml$/, remains.startedAt)));
    }
  }
  return readJUnit(texts, (each) => toRaw(each, remains, separator));
}

/** Folders of modules, at most four levels down. */
async function foldersWith(folder: string, manifest: string, levels = 4): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const own = entries.some((entry) => entry.name === manifest) ? [folder] : [];
  if (levels === 0) return own;
  const below = entries.filter((entry) => entry.isDirectory() && !/^(?:\.|src$|target$|build$|node_modules$)/.test(entry.name));
  return [...own, ...(await Promise.all(below.map((entry) => foldersWith(join(folder, entry.name), manifest, levels - 1)))).flat()];
}

async function toRaw(each: JUnitCase, { sources, directory, root }: Remains, separator: string): Promise<RawResult> {
  const owner = each.classname ?? each.suites.at(-1) ?? '';
  const outer = owner.replace(/\$.*$/, '').replaceAll('.', '/');
  const method = each.name.replace(/[[({].*$/s, '').trim();
  let file: string | null = null;
  for (const end of ['java', 'kt', 'groovy', 'scala']) file ??= await sources.find(`${outer}.${end}`, directory);
  const details = each.details ?? '';
  return {
    file: file === null ? null : posix.join(root, file),
    path: [...(file === null ? [owner] : [owner.split('.').at(-1) ?? owner]), each.name],
    name: method === '' ? owner : `${owner}${separator}${method}`,
    line: file === null || method === '' ? null : await sources.lineOf(file, new RegExp(`\\b${escapeRegex(method)}\\b\`?\\s*\\(`)),
    status: each.status,
    seconds: each.seconds,
    message: each.status === 'failed' ? [each.type, each.message ?? details.split('\n')[0]].filter((part) => part).join(': ') : null,
    stack: details,
    ...expectation(`${each.message ?? ''}\n${details}`),
  };
}

export const jvm: Language = {
  name: 'Java',
  runners: [maven, gradle],
  isManifest: (name) => /^(?:pom\.xml|(?:build|settings)\.gradle(?:\.kts)?)$/.test(name),
  manifest: async ({ names }) =>
    ['pom.xml', 'build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts'].find((name) => names.includes(name)) ?? null,
  async guess(folder, manifest) {
    const [test] = await folder.files((file) => /(?:^|\/)src\/(?:test|[a-z]+Test)\/.*\.(?:java|kt|groovy|scala)$/.test(file));
    if (test === undefined) return null;
    const isMaven = manifest === 'pom.xml';
    const wrapper = isMaven ? 'mvnw' : 'gradlew';
    const program = folder.names.includes(wrapper) ? `./${wrapper}` : isMaven ? 'mvn' : 'gradle';
    // No test of this name exists: everything that running tests needs is fetched, and none is run.
    const fetch = `${program} -B -q test -Dtest=RegreenRunsNoTest -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false`;
    return {
      runner: isMaven ? 'maven' : 'gradle',
      testCommand: `${program} test`,
      setupCommand: isMaven && !(await folder.cached('.m2/repository')) ? fetch : null,
      reasons: [`Java: ${manifest}`, `runner ${isMaven ? 'maven' : 'gradle'}: ${test}`],
    };
  },
  environment({ dependencies, build, home, exists }) {
    const repository = home === null ? null : join(home, '.m2', 'repository');
    const local = repository !== null && exists(repository) ? repository : join(dependencies, 'm2');
    return {
      MAVEN_OPTS: `-Dmaven.repo.local=${local}`,
      GRADLE_USER_HOME: join(build, 'gradle'),
      ...(home !== null && exists(join(home, '.gradle', 'caches')) ? { GRADLE_RO_DEP_CACHE: join(home, '.gradle', 'caches') } : {}),
    };
  },
};
