// What Python tests need, installed by pip into an environment of ours beside the repository: nothing of the machine's is changed.
import { join } from 'node:path';
import { type CommandResult, repositoryEnvironment, runCommand } from '../../../workspace/index.ts';
import { quote } from '../../shell.ts';
import { pipAsked } from './ci-pip.ts';
import type { FolderView } from './types.ts';

/**
 * The environment sees what the machine's interpreter has: only what is missing is fetched, and its pip does for this one, for to bring one
 * of its own takes longer than most installations. `VIRTUAL_ENV` is set for every command.
 */
const makeEnvironment = 'python3 -m venv --system-site-packages --without-pip "$VIRTUAL_ENV"';
/** Packages of an environment that is switched on are none of its interpreter's: the one made from there looks for them itself. */
const seeActive = `python3 -I -c '${[
  'import os, sys; from sysconfig import get_path as of; ours = os.environ["VIRTUAL_ENV"]; sys.prefix in (sys.base_prefix, ours) or',
  'print("import site; site.addsitedir(%r)" % of("purelib"), file=open(of("purelib", vars={"base": ours}) + "/active.pth", "w"))',
].join(' ')}'`;
const own = '"$VIRTUAL_ENV/bin/python" -m';
const pip = `${makeEnvironment} && ${seeActive} && { ${own} pip -V >/dev/null 2>&1 || ${own} ensurepip; } && ${own} pip install -q`;

/** Only where it fails: such a tool takes packages from elsewhere for folders that it is to install. */
const byLock = (line: string): string => `${makeEnvironment} && { ${line} || { ${seeActive}; false; }; }`;

/** Tools that keep an environment by a lock file of theirs; each takes the active one. pdm's options differ by version, `sync` does not. */
export const installLines: Readonly<Record<string, string>> = {
  uv: byLock('uv sync --active --frozen --all-extras --all-groups'),
  poetry: byLock('poetry install --no-interaction'),
  pdm: byLock('pdm sync'),
  pipenv: byLock('pipenv sync --dev'),
};

/** The line that installs what the manifests of `folder` ask for; null when they ask for nothing. */
export async function pipLine(folder: FolderView, usesPytest: boolean): Promise<string | null> {
  const inCi = pipAsked(folder.ci, folder.directory);
  const files = await requirementFiles(folder, inCi.files);
  const text = (await folder.text('pyproject.toml')) ?? '';
  const isPackage = /^\[build-system\]|^\[project\]/m.test(text) || folder.names.includes('setup.py');
  const sets = section(text, 'project.optional-dependencies');
  const guessed = testSets.filter((name) => new RegExp(`^${name}\\s*=\\s*\\[`, 'm').test(sets)).slice(0, 1);
  const extras = [...new Set([...guessed, ...inCi.extras])];
  const groups = section(text, 'dependency-groups');
  // What developers need besides is left out where the tests have a group of their own.
  const group = testSets.map((name) => arrayOf(groups, name)).find((asked) => asked.length > 0) ?? [];
  const ofPipfile = packagesOf((await folder.text('Pipfile')) ?? '');
  const named = [...group, ...ofPipfile, ...inCi.packages];
  const namesPytest = [...ofPipfile, ...inCi.packages].some((name) => /^pytest(?![\w-])/.test(name));
  const asked = [
    ...files.map((name) => `-r ${quote(name)}`),
    ...(isPackage ? [`-e ${extras.length === 0 ? '.' : `'.[${extras.join()}]'`}`] : []),
    ...new Set([...named, ...(usesPytest && !namesPytest ? ['pytest'] : [])].map(quote)),
  ];
  return asked.length === 0 ? null : `${pip} ${asked.join(' ')}`;
}

const requirementFile = /^(?:(?:dev|test|tests)[-_])?requirements(?:[-_.](?:dev|devel|test|tests|testing|ci))?\.txt$/;
const below = ['tests', 'test']
  .map((folder) => `${folder}/requirements.txt`)
  .concat(['test', 'tests', 'testing'].map((name) => `requirements/${name}.txt`));

/** Those of the folder, where others lie as a rule, and those that the workflows install. */
async function requirementFiles(folder: FolderView, inCi: readonly string[]): Promise<string[]> {
  const found = new Set(folder.names.filter((name) => requirementFile.test(name)).sort());
  for (const name of [...below, ...inCi]) if (await folder.has(name)) found.add(name);
  return [...found];
}

const testSets = ['test', 'tests', 'testing', 'dev'];

/** The lines of a table of TOML. */
function section(text: string, name: string): string {
  const start = text.split('\n').findIndex((line) => line.trim() === `[${name}]`);
  if (start < 0) return '';
  const lines = text.split('\n').slice(start + 1);
  const end = lines.findIndex((line) => /^\[[\w."-]+\]\s*$/.test(line));
  return lines.slice(0, end < 0 ? lines.length : end).join('\n');
}

/** The strings of an array of TOML; what includes another group is passed over. */
function arrayOf(text: string, name: string): string[] {
  const body = new RegExp(`^${name}\\s*=\\s*\\[((?:"[^"\\n]*"|'[^'\\n]*'|\\{[^}]*\\}|#[^\\n]*|[^\\]"'{#])*)\\]`, 'm').exec(text)?.[1] ?? '';
  return [...body.replace(/#[^\n]*|\{[^}]*\}/g, '').matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** What a Pipfile asks of an index for every system, as pip is asked. */
function packagesOf(pipfile: string): string[] {
  const lines = ['packages', 'dev-packages'].flatMap((name) => section(pipfile, name).split('\n'));
  return lines.flatMap((line) => {
    const [, name, value = ''] = /^\s*["']?([A-Za-z0-9][\w.-]*)["']?\s*=\s*(.*)$/.exec(line) ?? [];
    const table = /^\{(.*)\}/.exec(value)?.[1];
    if (
      name === undefined ||
      (table !== undefined && /\b(?!(?:version|extras)\b)\w+\s*=(?!=)/.test(table.replace(/"[^"]*"|'[^']*'/g, '""')))
    )
      return [];
    const version = /^(?:version\s*=\s*)?["']([<>=!~][^"';]*)["']/.exec((table?.replace(/^.*?(?=\bversion\b)/, '') ?? value).trim())?.[1];
    const extras = /\bextras\s*=\s*\[([^\]]*)\]/.exec(table ?? '')?.[1]?.replace(/["'\s]/g, '');
    return [`${name}${extras ? `[${extras}]` : ''}${version?.replaceAll(' ', '') ?? ''}`];
  });
}

/**
 * Prints the names of what is asked for and is not there; fails where only the build of the package could tell what is asked for. Isolated: no
 * file of the repository can be imported by it.
 */
const check = `import os, re, sys
from importlib import metadata

def there(line):
    line = line.split(" #")[0].strip()
    name = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line)
    if not name or ";" in line or "://" in line:
        return True
    try:
        metadata.distribution(name.group(0))
        return True
    except metadata.PackageNotFoundError:
        return False

def lines_of(path, seen):
    if path in seen:
        return
    seen.add(path)
    for line in open(path, encoding="utf-8", errors="replace"):
        line = line.strip()
        other = re.match(r"(?:-r|--requirement)[ =]*(\\S+)", line)
        if other:
            yield from lines_of(os.path.join(os.path.dirname(path), other.group(1)), seen)
        elif line and not line.startswith(("#", "-", ".", "/")):
            yield line

def of_project(path):
    import tomllib
    with open(path, "rb") as file:
        told = tomllib.load(file)
    project = told.get("project", {})
    script = os.path.join(os.path.dirname(path), "setup.py")
    if "dependencies" in project.get("dynamic", []):
        sys.exit(1)
    if not project and ("build-system" in told or os.path.exists(script)):
        sys.exit(1)
    yield from project.get("dependencies", [])
    for sets in (project.get("optional-dependencies", {}), told.get("dependency-groups", {})):
        for name in ("test", "tests", "testing", "dev"):
            yield from (each for each in sets.get(name, []) if isinstance(each, str))

asked = [each for each in sys.argv[1].split("\\n") if each]
for path in sys.argv[2:]:
    asked += list(of_project(path)) if path.endswith(".toml") else list(lines_of(path, set()))
print("\\n".join(sorted({each for each in asked if not there(each)})))
`;

/** Why pip has nothing to do for a line of `pipLine` in `cwd`, or null. */
export async function isProvided(cwd: string, line: string, names: readonly string[]): Promise<string | null> {
  if (!line.startsWith(pip)) return null;
  const asked = argumentsOf(line);
  const valuesOf = (wanted: PipArgument['option']): string[] => asked.flatMap(({ option, value }) => (option === wanted ? value : []));
  const files = [...valuesOf('-r'), ...(names.includes('pyproject.toml') ? ['pyproject.toml'] : [])];
  if (names.includes('setup.py') && !names.includes('pyproject.toml')) return null;
  // What stands in other sets than those for tests is not looked at.
  const extras = valuesOf('-e').flatMap((value) => /^\.\[(.*)\]$/.exec(value)?.[1]?.split(',') ?? []);
  if (extras.some((name) => !testSets.includes(name))) return null;
  const result = await runCommand({
    argv: ['python3', '-I', '-c', check, valuesOf(null).join('\n'), ...files.map((name) => join(cwd, name))],
    cwd: '/',
    env: repositoryEnvironment({ from: process.env }),
    timeoutMs: 20_000,
  });
  return result.exitCode === 0 && result.stdout.trim() === '' ? 'the dependencies are there' : null;
}

interface PipArgument {
  readonly option: '-r' | '-e' | null;
  readonly value: string;
  /** As it stands in the line, with the blank before it. */
  readonly text: string;
}

/** What a line of `pipLine` asks for, behind `pip install`. */
function argumentsOf(line: string): PipArgument[] {
  return [...line.slice(pip.length).matchAll(/ (?:(-[re]) )?(?:'([^']*)'|([^\s']+))/g)].map(([text, option, quoted, plain]) => {
    const value = quoted ?? plain ?? '';
    return { option: option === '-r' || option === '-e' ? option : null, value, text };
  });
}

/**
 * What to install instead where pip found a package nowhere, or two that contradict each other: what the manifests ask for, without what was
 * taken from the workflows. Null where that is no less, or nothing could be reached.
 */
export function withoutCi({ stdout, stderr }: CommandResult, line: string): string | null {
  const printed = `${stdout}\n${stderr}`;
  const isAbout = /No matching distribution found|ResolutionImpossible|conflicting dependencies/.test(printed);
  if (!line.startsWith(pip) || !isAbout || offline.test(printed)) return null;
  const asked = argumentsOf(line);
  const own = asked.filter(({ option, value }) => option === '-e' || (option === '-r' && requirementFile.test(value)));
  return own.length === 0 || own.length === asked.length ? null : `${pip}${own.map(({ text }) => text).join('')}`;
}

const offline =
  /Temporary failure in name resolution|Name or service not known|NewConnectionError|ConnectTimeout|Max retries exceeded|ProxyError|Network is unreachable/;

/** What the other tools say of an index that they do not reach, and of a lock file that is not what they need. */
const noIndex = /All attempts to connect to \S+ failed|dns error|error sending request|Failed to fetch|ConnectError|Could not connect/;
const noLock =
  /(?:lock ?file|(?:Pipfile|poetry|pdm|uv)\.lock)\b[^\n]{0,80}(?:not found|does ?n[o']t exist|not exist|out[- ]of[- ]date|not compatible|needs to be updated|hash does ?n[o']t match)|changed significantly since \S+\.lock was last generated|\.lock is not consistent with/i;

/** Where an index or what a tool goes by is out of reach, the tests are run with what is there; null when something else is wrong. */
export function unreachable({ stdout, stderr }: CommandResult, line: string): string | null {
  if (!line.startsWith(makeEnvironment)) return null;
  const printed = `${stdout}\n${stderr}`;
  const asIs = 'the dependencies as they are';
  const tool = Object.keys(installLines).find((name) => line === installLines[name]);
  if (tool !== undefined && noLock.test(printed)) return `${asIs}: ${tool} cannot go by its lock file`;
  const isMissing =
    /Could not find a version that satisfies|No matching distribution found|No module named (?:pip|venv|ensurepip)|ensurepip is not available/;
  if (!(offline.test(printed) || isMissing.test(printed) || (tool !== undefined && noIndex.test(printed)))) return null;
  const what = /No matching distribution found for (\S+)/.exec(printed)?.[1];
  return `${asIs}: ${tool ?? 'pip'} ${what === undefined ? 'reached no index' : `found ${what} nowhere`}`;
}
