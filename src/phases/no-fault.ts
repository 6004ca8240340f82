// Failures that no change of the code mends: the surroundings are not what the tests need. Told apart before anything is spent on them.
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ending } from '../report/index.ts';
import type { TestResult, TestRun } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { pythonLacks } from './python-surroundings.ts';
import type { Run } from './run.ts';
import type { Red as Seen } from './tests.ts';

export interface Surroundings {
  /** The repository's root: files of tests and frames are relative to it. */
  readonly root: string;
  /** The folder that is tested. */
  readonly folder: string;
  /** Whether tests reach the network of the machine. */
  readonly network: 'none' | 'host';
  /** The last commit known to be green; what changed since may be at fault where nothing in the files is. */
  readonly green: string | null;
  /** The repository's files, relative to its root. */
  list(): Promise<readonly string[]>;
}

/** `notTheCode` of what was seen in this run. */
export function declineFor({ inputs }: Run, workspace: Workspace, seen: Seen, green: string | null = null): Promise<Ending | null> {
  const { suite, baseline, failing } = seen;
  const { root } = workspace;
  const { exitCode, reader } = baseline;
  const folder = join(root, suite.plan.directory);
  const list = (): Promise<readonly string[]> => workspace.list();
  return notTheCode({ exitCode, reader, failing }, { root, folder, network: inputs.sandboxNetwork, green, list });
}

/**
 * The same of one failure among others that may be the code's: told more carefully, as the others do not say the same. What was expected
 * otherwise may only speak of such things, and what a package lacks, or the repository's own, may be misspelt.
 */
export async function alsoNotTheCode(run: Run, workspace: Workspace, seen: Seen, test: TestResult): Promise<string | null> {
  const said = (test.message ?? '').trimStart();
  const [first = ''] = said.split('\n');
  if (test.expected !== null || test.actual !== null || /\b(?:assert|expect)/i.test(first)) return null;
  if (!saidFirst.test(first)) return null;
  const name = missingPackage(said);
  const folder = join(workspace.root, seen.suite.plan.directory);
  const isMetadata = /^\S*(?:PackageNotFoundError|DistributionNotFound)/.test(first);
  if (name !== null && !isMetadata) {
    if (!first.trimEnd().endsWith(`'${name}'`) && !first.includes(`'${name}' imported from`)) return null;
    const homes = [name, `${name}.py`, join('src', name), join('src', `${name}.py`), join('node_modules', name)];
    if (homes.some((home) => existsSync(join(folder, home)))) return null;
  }
  return (
    (await declineFor(run, workspace, { ...seen, failing: [{ ...test, message: first, stack: name === null ? test.stack : null }] }))
      ?.reason ?? null
  );
}

/** An error of the surroundings as the first words of a message, behind its name and where it came from. */
const saidFirst =
  /^(?:[\w.]*(?:Error|Exception)[\w]*:? ?)*(?:\[\w+\] )?(?:connect ECONNREFUSED|ENOSPC\b|\[Errno 28\]|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|Cannot find (?:module|package) '|No module named '|No package metadata was found|The '[\w.-]+[^']*' distribution was not found)/;

type Red = Pick<TestRun, 'exitCode' | 'reader'> & { readonly failing: readonly TestResult[] };

/** Ports that belong to services by habit: a program of the repository listens on others. */
const services: Readonly<Record<string, string>> = {
  ...{ 1433: 'SQL Server', 2181: 'ZooKeeper', 3306: 'MySQL', 5432: 'PostgreSQL', 5672: 'RabbitMQ', 6379: 'Redis', 8123: 'ClickHouse' },
  ...{ 9042: 'Cassandra', 9092: 'Kafka', 9200: 'Elasticsearch', 11211: 'memcached', 27017: 'MongoDB' },
};
const manifests = [
  'package.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'requirements.txt',
  'requirements-dev.txt',
  'dev-requirements.txt',
  'Pipfile',
  'Gemfile',
];
const manifestBytes = 1 << 20;

/** An ending when every failure is of one such kind; null when at least one may be the code's. */
export async function notTheCode(red: Red, surroundings: Surroundings): Promise<Ending | null> {
  const texts = red.failing.map(({ message, stack }) => `${message ?? ''}\n${stack ?? ''}`.slice(0, 20_000));
  const [first = ''] = texts;
  const told = (reason: string): Ending => ({ outcome: 'declined', reason });
  if (red.reader === 'exit-code' && (red.exitCode === 127 || red.exitCode === 126)) {
    const line = /^.*(?:not found|[Pp]ermission denied).*$/m.exec(first)?.[0].trim();
    return told(
      `The test command could not be run${line === undefined ? '' : ` (${line})`}: install what it needs in an earlier step, or set setup-command.`,
    );
  }
  const every = (pattern: RegExp): RegExpExecArray | null => (texts.every((text) => pattern.test(text)) ? pattern.exec(first) : null);
  if (every(/\bENOSPC\b|No space left on device/) !== null)
    return told('The disk is full: nothing in the code is at fault. Free space on the runner.');
  const unreachable = every(refused);
  if (unreachable !== null && texts.every((text) => services[refused.exec(text)?.[1] ?? ''] !== undefined)) {
    const port = unreachable[1] ?? '';
    const remedy =
      surroundings.network === 'none'
        ? 'Tests see no network here: where it is a service container, set sandbox-network to host.'
        : 'Start it in an earlier step of the job, or as a service container.';
    return told(`Nothing answers at port ${port}, where ${services[port]} is expected. ${remedy}`);
  }
  const host = every(/\b(?:ENOTFOUND|EAI_AGAIN) ([\w.-]+\.[a-z]{2,})\b/);
  if (host !== null)
    return told(
      `The tests need ${host[1]}, which cannot be reached here: ${surroundings.network === 'none' ? 'tests see no network, unless sandbox-network is host' : 'the name was not found'}.`,
    );
  const mayBeNone = red.reader === 'exit-code' && !/\bINTERNALERROR\b|^Traceback |\berror TS\d+/m.test(first);
  const unfound = mayBeNone
    ? noneFound
        .exec(first)?.[0]
        .replaceAll(/^=+ | =+$/g, '')
        .trim()
    : undefined;
  if (unfound !== undefined) {
    const hint = /^Could not find .*\*/.test(unfound) ? ' Patterns are known to `node --test` since Node 21.' : '';
    return told(`The test command finds no test (${unfound.slice(0, 200)}): correct what it looks for, or set test-command.${hint}`);
  }
  const folders = await foldersAsFiles(red.failing, surroundings.root);
  if (folders.length > 0)
    return told(
      `\`node --test\` takes no folder since Node 21 (${folders.join(', ')}): name the files, or a pattern such as '${folders[0]}/**/*.test.js', or run it without a path.`,
    );
  const check = red.failing.length === 1 && red.failing[0]?.file === null ? checkBeside(first, red.reader !== 'exit-code') : null;
  if (check !== null) return told(check);
  const variables = texts.map((text) => unset.exec(text)?.slice(1).find(Boolean) ?? null);
  const [variable] = variables;
  if (variable && variables.every((name) => name !== null) && (await areReadOnly(variables, red.failing, surroundings.root)))
    return told(
      `The environment variable ${variable} is not set, which the tests need: give it to the step, and name it in test-env, for tests see no others; a secret is never shown to them.`,
    );
  const missing = new Set(texts.map((text) => missedIn(text, surroundings.folder)));
  const names = [...missing].filter((name) => name !== null);
  // What changed may have taken away what ran the tests, or what named their settings.
  const lacking = surroundings.green === null ? await pythonLacks(texts, red.failing, surroundings) : null;
  if (lacking !== null) return told(lacking);
  const loader = every(notLoaded);
  if (loader !== null) return told(`The dependencies are not installed (${loader[0].trim().slice(0, 200)}): ${install}`);
  if (names.length === missing.size && names.length > 0 && (await areAskedFor(names, surroundings.folder)))
    return told(
      `${names.join(', ')} ${names.length === 1 ? 'is a dependency that is' : 'are dependencies that are'} not installed: ${install}`,
    );
  return null;
}

/** Last words of runners that looked for tests in vain: those of Node, jest, vitest, mocha and pytest. */
const noneFound =
  /^(?:Could not find '[^'\n]*(?:\*|\b(?:tests?|spec)\b)[^'\n]*'$|No tests? (?:files )?found, exiting with code 1|(?:Error: )?No test files found.*|=* ?no tests (?:ran|collected)\b.*)$/m;

/** How programs say that less was executed than is asked for. */
const coverage =
  /^(?=.*(?:%|threshold|fail-under)).*(?:[Cc]overage\b.*\b(?:does not meet|not met|not reached|(?:less|lower) than|below)\b|\bcoverage threshold for .* not met\b).*$/m;

/** What formatters print when they only look: what all of them say at their end, and the files that they name. */
const formatters: readonly { readonly says: RegExp; readonly names: RegExp; readonly remedy: string }[] = [
  { says: /Code style issues (?:found )?in (?:the above|\d+) files?\b/, names: /^\[warn\] (.+\.\w+)$/gm, remedy: 'prettier --write' },
  { says: /\d files? would be reformatted/, names: /^[Ww]ould reformat:? (.+)$/gm, remedy: 'the formatter without --check' },
  { says: /^Diff in .+\.rs(?::\d+| at line \d+):$/m, names: /^Diff in (.+\.rs)(?::\d+| at line \d+):$/gm, remedy: 'cargo fmt' },
];

/** What says that more is wrong than how files are written. */
const worse =
  /\b(?:SyntaxError|AssertionError|Cannot parse|cannot format|failed to reformat)\b|✖ \d+ problems?|\bFound \d+ errors?\b|\berror TS\d+|^error(?:\[E\d+\])?:/m;

/** What a check says that stands beside the tests in their command, where a repair of the code is not what it asks for. */
function checkBeside(text: string, testsRan: boolean): string | null {
  const below = testsRan ? coverage.exec(text)?.[0].trim().slice(0, 200) : undefined;
  if (below !== undefined)
    return `No test fails: the tests cover less than their command asks for (${below}). Test what is not covered, or ask for less.`;
  for (const { says, names, remedy } of worse.test(text) ? [] : formatters) {
    if (!says.test(text)) continue;
    const files = [...new Set([...text.matchAll(names)].map(([, file = '']) => file.trim()))];
    const listed = files.slice(0, 5).join(', ') + (files.length > 5 ? ` and ${files.length - 5} more` : '');
    return `No test is at fault: the formatter that the test command runs would write ${listed === '' ? 'some files' : listed} differently. Run ${remedy} and commit what it changes.`;
  }
  return null;
}

const install = 'run the installation in an earlier step, or set setup-command.';

/**
 * What package managers' own loaders say of a package that is asked for and is not there: the code is not reached. Go's "no required module
 * provides package" is not among them: nobody asked for it, or its name is misspelt.
 */
const notLoaded =
  /\bCould not find (?:gem )?\S+ in (?:locally installed gems|any of the sources)|Failed opening required '[^'\n]*vendor\/autoload\.php'|\S+@v\S+: (?:module lookup disabled|Get "https?:\/\/)|no matching package named `[^`\n]+` found/;

const refused = /(?:ECONNREFUSED|[Cc]onnection refused|[Cc]ould not connect)[^\n]{0,80}?[:\s(](\d{4,5})\b/;

/** Names of the environment, by custom, that a message misses. To a variable of the program "is not defined" is said. */
const unset =
  /\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b['"`]?[^\n]{0,30}?\b(?:(?:is|was|be|are) (?:not|un)[ -]?set|(?:is|are) (?:required|missing)|must be (?:set|provided)|not provided)\b|\b(?:[Mm]issing|[Rr]equired?) (?:required )?env(?:ironment)?(?: variables?)?:? ['"`]?([A-Z][A-Z0-9_]+)\b|KeyError: '([A-Z][A-Z0-9]*_[A-Z0-9_]+)'/;
const sourceBytes = 1 << 18;

/** Whether the files on the failures' stacks read such variables of the environment, and no test that fails sets one: the code may be at fault then. */
async function areReadOnly(names: readonly (string | null)[], failing: readonly TestResult[], root: string): Promise<boolean> {
  const textOf = async (path: string): Promise<string> => (await readFile(join(root, path), 'utf8').catch(() => '')).slice(0, sourceBytes);
  const tests = await Promise.all([...new Set(failing.flatMap(({ file }) => file ?? []))].slice(0, 20).map(textOf));
  if (tests.some((text) => /\b(?:process\.env|os\.environ|putenv|setenv|stubEnv|ENV)\b/.test(text))) return false;
  const paths = new Set(failing.flatMap(({ frames }) => frames.map(({ file }) => file)));
  const sources = await Promise.all([...paths].slice(0, 20).map(textOf));
  return names.every((name) =>
    sources.some((text) => new RegExp(`\\b(?:env(?:iron)?|getenv|ENV)\\b[.\\w]*[\\s(\\['"]*\\b${name}\\b`).test(text)),
  );
}

/** The folders that stand where files of tests are expected; none where something else failed as well. */
async function foldersAsFiles(failing: readonly TestResult[], root: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { file, message, stack } of failing) {
    if (file === null || !/Cannot find module '/.test(`${message ?? ''}\n${stack ?? ''}`.slice(0, 20_000))) return [];
    const isFolder = await stat(join(root, file)).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (!isFolder) return [];
    found.add(file);
  }
  return [...found];
}

/** The package that could not be loaded; a folder of the repository is none of Node. */
export function missedIn(text: string, folder: string): string | null {
  const name = missingPackage(text);
  return name !== null && /Cannot find (?:module|package) '/.test(text) && existsSync(join(folder, name)) ? null : name;
}

/** A package, not a file, that could not be loaded. */
function missingPackage(text: string): string | null {
  const node = /Cannot find (?:module|package) '((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/.exec(text)?.[1];
  // Where one module stands in for another, the last that was looked for is what was missed; of a package that is there `a.b` is said.
  const python = /^[A-Za-z_]\w*$/.exec([...text.matchAll(/No module named '?([A-Za-z_]\w*(?:\.\w+)*)/g)].at(-1)?.[1] ?? '')?.[0];
  // A distribution, whose modules may be at hand all the same: the repository's own is among them.
  const metadata = /PackageNotFoundError: (?:No package metadata was found for )?([\w.-]+)|DistributionNotFound: The '([\w.-]+)/.exec(text);
  const ruby = /cannot load such file -- ([A-Za-z][\w-]*)(?:\/\S*)?$/m.exec(text)?.[1];
  return node ?? python ?? metadata?.[1] ?? metadata?.[2] ?? ruby ?? null;
}

/** Whether the manifests name them all: a name that stands in none may be misspelt in the code. */
async function areAskedFor(names: readonly string[], folder: string): Promise<boolean> {
  const gems = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.gemspec'));
  const texts = await Promise.all([...manifests, ...gems].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  // A library's description names the library itself.
  if (names.some((name) => existsSync(join(folder, 'lib', name)) || existsSync(join(folder, 'lib', `${name}.rb`)))) return false;
  // A package of Node that is there, of which something else is asked.
  if (names.some((name) => existsSync(join(folder, 'node_modules', name)))) return false;
  const all = texts
    .map((text) => text.slice(0, manifestBytes))
    .join('\n')
    .toLowerCase();
  return names.every((name) => {
    const same = name
      .toLowerCase()
      .replaceAll(/[^\w@/]/g, '\\$&')
      .replaceAll(/_/g, '[-_]');
    return new RegExp(`(?:^|["'\\s=<(])${same}(?:["'\\s=<>~!\\[;,]|$)`, 'm').test(all);
  });
}
