// Whether a folder holds a Django project, and whether manage.py runs its tests, with what it is told to, or pytest.
import { posix } from 'node:path';
import { type Piece, splitShell, type Word } from '../../shell.ts';
import { django } from './django.ts';
import type { FolderView } from './types.ts';

/** How the tests of a project are started. */
export interface DjangoProject {
  /** Where the line is run, relative to the folder; '' is the folder itself. */
  readonly at: string;
  /** `NAME=value ` in front of the program, or nothing. */
  readonly assignments: string;
  readonly command: string;
  readonly reason: string;
}

export type DjangoTests = ({ readonly kind: 'manage' } & DjangoProject) | { readonly kind: 'pytest'; readonly reason: string };

type Line = Omit<DjangoProject, 'reason'>;

/** Named as Django's own pattern, `test*.py`, wants it, and not only beginning like it. */
const isTest = (file: string): boolean => /(?:^|\/)tests?(?:[_\d][^/]*)?\.py$/.test(file);
const isSample = /(?:^|\/)(?:_?examples?|samples?|demos?|docs?|fixtures?|templates?)\//;
const pytestSection = /^\[(?:tool[.:])?pytest\b/m;
const runsManage = /\bmanage\.py\s+test\b/;
const runsPytest = /(?:^|\s)(?:pytest|py\.test)(?:\s|$)/;
/** In files where it may stand behind `=`, or in quotes; what is only installed is not run. */
const startsPytest = /^(?!.*\binstall\b).*(?:^|[\s=@"'])(?:pytest|py\.test)(?:["'\s]|$)/m;
/** Neither is anything to unittest: the tests are functions, or what pytest alone gives them. */
const writtenForPytest = /^\s*(?:import pytest\b|from pytest\b)|^(?:async )?def test_/m;

/** Who runs the tests of a Django project; null where there is none, or several. */
export async function djangoIn(folder: FolderView): Promise<DjangoTests | null> {
  const at = await placeOf(folder);
  if (at === null || !/\bdjango\b/.test((await folder.text(posix.join(at, 'manage.py'))) ?? '')) return null;
  const ci = folder.ci.filter(({ directory }) => [folder.directory, posix.join(folder.directory, at)].includes(directory));
  const byManage = ci.find(({ command }) => runsManage.test(command))?.file;
  const byPytest = ci.find(({ command }) => runsPytest.test(command))?.file;
  const teller = byManage ?? (byPytest === undefined ? await fileThat(folder, at, files, runsManage) : null);
  if (teller === null) {
    const sign = byPytest ?? (await signOfPytest(folder, at));
    if (sign !== null) return { kind: 'pytest', reason: sign };
  }
  const reason = teller === null ? `${posix.join(at, 'manage.py')}, and nothing is of pytest` : `${teller} tests by manage.py`;
  return { kind: 'manage', ...((await lineIn(folder, at)) ?? { at, assignments: '', command: 'python manage.py test' }), reason };
}

/** The folder with the one manage.py whose tests are all the tests there are. */
async function placeOf(folder: FolderView): Promise<string | null> {
  const tests = await folder.files(isTest);
  if (tests.length === 0) return null;
  if (folder.names.includes('manage.py')) return '';
  const scripts = await folder.files((file) => posix.basename(file) === 'manage.py' && !isSample.test(file));
  const [only, ...others] = scripts.map((file) => posix.dirname(file));
  return only !== undefined && others.length === 0 && tests.every((file) => file.startsWith(`${only}/`)) ? only : null;
}

/** What shows that pytest runs the tests, which manage.py would pass over without a word. */
async function signOfPytest(folder: FolderView, at: string): Promise<string | null> {
  const requirements = folder.names.filter((name) => /^requirements[\w.-]*\.txt$/.test(name));
  const lists = ['base', 'ci', 'dev', 'development', 'local', 'test', 'tests', 'testing'].map((name) => `requirements/${name}.txt`);
  const found =
    (await fileThat(folder, at, ['pytest.ini', '.pytest.ini'], /^/)) ??
    (await fileThat(folder, at, ['pyproject.toml', 'setup.cfg', 'tox.ini'], pytestSection)) ??
    (await fileThat(
      folder,
      at,
      [...requirements, ...lists, 'pyproject.toml', 'Pipfile', 'setup.cfg', 'setup.py'],
      /\bpytest[-_]django\b/,
    )) ??
    (await fileThat(folder, at, [...files, 'noxfile.py'], startsPytest));
  if (found !== null) return found;
  const tests = await folder.files((file) => isPythonTest.test(file));
  const conftest = tests.find((file) => posix.basename(file) === 'conftest.py');
  if (conftest !== undefined) return conftest;
  for (const file of tests.slice(0, maxTests))
    if (writtenForPytest.test((await folder.text(file)) ?? '')) return `${file} is written for it`;
  return null;
}

const isPythonTest = /(?:^|\/)(?:conftest|tests?|test_[^/]*|[^/]*_test)\.py$/;
const maxTests = 100;

/** The first of the named files, in the root or in `at`, whose text says what is asked for. */
async function fileThat(folder: FolderView, at: string, names: readonly string[], says: RegExp): Promise<string | null> {
  for (const name of new Set(['', at].flatMap((place) => names.map((each) => posix.join(place, each))))) {
    const text = await folder.text(name);
    if (text !== null && says.test(text)) return name;
  }
  return null;
}

const files = ['Makefile', 'GNUmakefile', 'makefile', 'justfile', 'Justfile', 'tox.ini', '.travis.yml', '.gitlab-ci.yml'];

/** As files of the repository write it; those of the project come first. */
async function lineIn(folder: FolderView, at: string): Promise<Line | null> {
  for (const place of new Set([at, ''])) {
    const ci = folder.ci.filter(({ directory }) => directory === posix.join(folder.directory, place).replace(/^\.$/, ''));
    for (const { command } of ci) {
      const found = read(command, at, place);
      if (found !== null) return found;
    }
    for (const name of files) {
      const text = (await folder.text(posix.join(place, name))) ?? '';
      for (const line of text.split('\n')) {
        const found = read(line, at, place);
        if (found === null) continue;
        const settings =
          name === 'tox.ini' ? /^\s*(?:setenv\s*=\s*)?DJANGO_SETTINGS_MODULE\s*=\s*([\w.]+)\s*$/m.exec(text)?.[1] : undefined;
        return found.assignments !== '' || settings === undefined
          ? found
          : { ...found, assignments: `DJANGO_SETTINGS_MODULE=${settings} ` };
      }
    }
  }
  return null;
}

/** What a line that is run in `place` says of the manage.py of `at`; null where only a shell, make or tox could tell. */
function read(line: string, at: string, place: string): Line | null {
  if (!runsManage.test(line)) return null;
  const plain = line.replace(/^\s*(?:-\s+)?(?:(?:commands|script)\s*[=:]\s*)?[@+]*/, '').replace(/\{posargs(?::[^{}]*)?\}/g, '');
  let current = place;
  for (const piece of splitShell(plain.trim()) ?? []) {
    if (piece.kind === 'glue') continue;
    const [program, folder] = piece.words.map(({ value }) => value);
    if (program === 'cd' && typeof folder === 'string') current = posix.join(current, folder);
    const found = callIn(piece);
    if (found === null) continue;
    const where = current.replace(/^\.$|\/$/g, '');
    return posix.join(where, posix.dirname(found.script)).replace(/^\.$/, '') === at ? { ...found.line, at: where } : null;
  }
  return null;
}

function callIn(piece: Piece): { readonly script: string; readonly line: Omit<Line, 'at'> } | null {
  const call = piece.kind === 'command' ? django.find(piece.words) : null;
  if (piece.kind !== 'command' || call === null) return null;
  const isKnown = ({ value }: Word): boolean => value !== null && !/[{}]/.test(value);
  const [script, ...rest] = [...call.program.slice(-2), ...call.args];
  if (![...piece.assignments, ...call.args].every(isKnown) || script?.value == null) return null;
  // Its interpreter, and what stands in front of it, are those that are there.
  const words = [...call.program.slice(1, -2), script, ...rest].map(({ raw }) => raw);
  const assignments = piece.assignments.map(({ raw }) => `${raw} `).join('');
  return { script: script.value, line: { assignments, command: `python ${words.join(' ')}` } };
}
