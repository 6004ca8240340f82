// What tests of Python lack that is no module: a plugin of pytest, or settings of Django.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TestResult } from '../suite/index.ts';

interface Place {
  readonly root: string;
  readonly folder: string;
  /** The repository's files, relative to `root`. */
  list(): Promise<readonly string[]>;
}

const notNatively = /\basync def functions are not natively supported\b/;
const noSettings = /\bImproperlyConfigured: .{0,200}\bsettings are not configured\b/;

/** Where tests look for what is configured for them. */
const configurations = ['pytest.ini', '.pytest.ini', 'pyproject.toml', 'tox.ini', 'setup.cfg'];
/** By the name of the mark that asks for each. */
const plugins: readonly (readonly [RegExp, string])[] = [
  [/\bmark\.asyncio\b/, 'pytest-asyncio'],
  [/\bmark\.anyio\b/, 'anyio'],
  [/\bmark\.trio\b/, 'pytest-trio'],
  [/\bmark\.twisted\b|\b(?:ensureDeferred|inlineCallbacks)\b/, 'pytest-twisted'],
];
const remedy = 'install it in an earlier step, or name it among the dependencies.';

/** Why every failure is for want of it, where `texts` are what the failures say; null when at least one may be the code's. */
export async function pythonLacks(texts: readonly string[], failing: readonly TestResult[], place: Place): Promise<string | null> {
  if (texts.length === 0) return null;
  if (texts.every((text) => notNatively.test(text))) return asyncPlugin(failing, place);
  if (!texts.every((text) => noSettings.test(text))) return null;
  const isConfigured = /\bDJANGO_SETTINGS_MODULE\s*=/.test(await configured(place));
  // What starts a server names them too, and so does what pytest is configured with: neither is asked where the plugin is not there.
  const asked = isConfigured
    ? (path: string): boolean => /\.py$/.test(path) && !/^(?:manage|[aw]sgi)\.py$/.test(basename(path))
    : undefined;
  if (await mayHold(place, configures, asked)) return null;
  return isConfigured
    ? `Django's settings are not configured, as the plugin pytest-django, which reads DJANGO_SETTINGS_MODULE of pytest's configuration, is not there: ${remedy}`
    : "Django's settings are not configured: nothing names the settings that the tests need. Set DJANGO_SETTINGS_MODULE in the configuration of pytest-django, or give it to the step and name it in test-env.";
}

/** What the repository itself may run async tests with, or mark them, or what it tells pytest to load. */
const ownPlugin = /\bdef pytest_\w+|\bpytest_plugins\b|\bpytest11\b|\bPYTEST_(?:PLUGINS|DISABLE)/;
const ownOption = /(?<![\w-])-p[ "',]*[a-z]/;
const configures = /\.configure\b|\bDJANGO_SETTINGS_MODULE\b/;

const mostSources = 2_000;
const isSource = (path: string): boolean => path.endsWith('.py') || configurations.includes(basename(path));

/** Whether a source of the repository's own holds such a thing, which may be what is at fault; also where there are too many to look. */
async function mayHold({ root, list }: Place, what: RegExp, asked = isSource): Promise<boolean> {
  const paths = (await list()).filter(asked);
  if (paths.length > mostSources) return true;
  for (const path of paths) if (what.test(await textOf(join(root, path)))) return true;
  return false;
}

const mostTests = 50;

/** A plugin that is there runs what bears its mark; without a mark one may be there, and what makes tests of functions may be at fault. */
async function asyncPlugin(failing: readonly TestResult[], place: Place): Promise<string | null> {
  const configuration = await configured(place);
  if (ownOption.test(configuration) || (await mayHold(place, ownPlugin))) return null;
  const first = failing.slice(0, mostTests);
  const files = [...new Set(first.map(({ file }) => file))];
  const texts = await Promise.all(files.map((file) => (file === null ? '' : textOf(join(place.root, file)))));
  const lines = new Map(files.map((file, index) => [file, (texts[index] ?? '').split('\n')]));
  const marks = first.map(({ file, name }) => marksOf(lines.get(file) ?? [], name));
  const isAutomatic = /\basyncio_mode\s*=\s*["']?auto\b/.test(configuration);
  const wanted = marks.map((each) => plugins.find(([mark]) => mark.test(each))?.[1] ?? (isAutomatic ? 'pytest-asyncio' : null));
  const names = [...new Set(wanted)];
  const known = names.filter((name) => name !== null);
  if (known.length === names.length)
    return `The tests are async functions, which pytest runs with a plugin only, and ${known.join(' and ')} ${known.length === 1 ? 'is' : 'are'} not there: ${remedy}`;
  if (marks.some((each) => foreign.test(each))) return null;
  return 'The tests are async functions, which pytest runs with a plugin only: install pytest-asyncio or anyio in an earlier step, and mark the tests for it or set its mode to auto.';
}

/** A decorator of something else than pytest: it may be what should make an ordinary function of the test. */
const foreign = /^[ \t]*@(?!pytest\b|mark\b|(?:unittest\.)?mock\b|patch\b)/m;

/** The decorators of a test, and what marks all tests of its module or of a class there. */
function marksOf(lines: readonly string[], name: string): string {
  const own =
    name
      .split(/::| > /)
      .at(-1)
      ?.replace(/\[.*$/s, '') ?? '';
  const above = (end: number): string[] => {
    let start = end;
    while (start > 0 && /^\s*[@)\]}#]|^\s+\S.*[,([{]\s*$/.test(lines[start - 1] ?? '')) start--;
    return lines.slice(start, end);
  };
  return lines
    .flatMap((line, index) => {
      if (/^\s*async def (\w+)/.exec(line)?.[1] === own || /^class \w+/.test(line)) return above(index);
      return /^\s*pytestmark\b/.test(line) ? lines.slice(index, index + mostMarks) : [];
    })
    .join('\n');
}

/** Lines of a list of marks. */
const mostMarks = 5;

async function configured({ root, folder }: Place): Promise<string> {
  const paths = [...new Set([folder, root])].flatMap((place) => configurations.map((name) => join(place, name)));
  return (await Promise.all(paths.map(textOf))).join('\n');
}

const mostBytes = 1 << 18;

async function textOf(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(() => '')).slice(0, mostBytes);
}
