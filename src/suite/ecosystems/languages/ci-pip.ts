// What the repository's own workflows install with pip, for the tests that they run.
import { parseArguments } from '../../arguments.ts';
import { splitShell, type Word } from '../../shell.ts';
import type { CiCommand } from '../../workflows.ts';

export interface PipAsked {
  /** Requirement files, relative to the folder. */
  readonly files: readonly string[];
  /** Packages by name, perhaps with versions. */
  readonly packages: readonly string[];
  /** Sets of the tested package's own optional dependencies. */
  readonly extras: readonly string[];
}

const options = { values: new Set(['-r', '--requirement', '-e', '--editable', '-c', '--constraint', '--group']) };
/** Options without a value; behind any other one stands what is no package. */
const flags =
  /^(?:-[UqvI]+|--(?:upgrade|quiet|verbose|user|pre|no-cache-dir|no-deps|no-build-isolation|break-system-packages|system|force-reinstall|ignore-installed|prefer-binary|only-binary=\S+|no-binary=\S+|require-hashes|disable-pip-version-check|no-input|isolated|compile|no-compile))$/;
/** From elsewhere than the one index that everybody asks, whose packages of these names are others. */
const elsewhere = /^(?:-i|--index-url|--extra-index-url|--index|--default-index|-f|--find-links|--no-index|-t|--target)(?:=|$)/;

/** Tools that make, judge or publish things; no test needs them. */
const tools =
  /^(?:pip|setuptools|wheel|build|twine|tox|nox|virtualenv|uv|poetry|pdm|pipenv|hatch|flit|pre-commit|black|ruff|flake8|isort|mypy|pylint|pyright|codecov|coveralls|sphinx)(?![\w-])/i;
const requirement = /^[A-Za-z][\w.-]*(?:\[[\w,.-]+\])?(?:[<>=!~]=?[\w.*,<>=!~]+)?$/;
const archive = /\.(?:whl|zip|tar\.\w+|tgz)$/;
const itself = /^\.\/?(?:\[([\w,.-]+)\])?$/;

const tests =
  /\b(?:pytest|py\.test|unittest|manage\.py test|nosetests|coverage run|tox|nox)\b|\b(?:make|just|invoke|inv)\s+\S*(?:test|check)/;

/** What the job that failed installs before its tests, or else the first one that tests in `directory`; what only a shell can tell is passed over. */
export function pipAsked(ci: readonly CiCommand[], directory: string): PipAsked {
  const own = ci.filter((each) => each.directory === directory);
  const testing = own.filter(({ command }) => tests.test(command));
  const chosen = testing.find(({ failed }) => failed) ?? testing[0];
  const files = new Set<string>();
  const packages = new Set<string>();
  const extras = new Set<string>();
  for (const { command, file, job } of own) {
    if (file !== chosen?.file || job !== chosen.job) continue;
    for (const { option, value } of installsIn(command).flatMap(argumentsOf)) {
      if (option === '-r' || option === '--requirement') {
        if (/^[\w./-]+$/.test(value) && !value.startsWith('/') && !value.split('/').includes('..')) files.add(value.replace(/^\.\//, ''));
        continue;
      }
      const extra = itself.exec(value);
      if (extra !== null) for (const name of extra[1]?.split(',') ?? []) extras.add(name);
      else if (option === null && requirement.test(value) && !archive.test(value) && !tools.test(value)) packages.add(value);
    }
  }
  return { files: [...files], packages: [...packages], extras: [...extras] };
}

interface Asked {
  readonly option: string | null;
  readonly value: string;
}

/** Files, packages and the package itself, as one call of pip asks for them; nothing of a call that asks elsewhere. */
function argumentsOf(words: readonly Word[]): Asked[] {
  const parsed = parseArguments(words, options);
  if (parsed.some(({ option }) => option !== null && elsewhere.test(option))) return [];
  const asked: Asked[] = [];
  let isValue = false;
  for (const { option, words: own } of parsed) {
    const text = own[0]?.value ?? '';
    const value = own.length > 1 ? (own[1]?.value ?? null) : option === null ? text : (/^--[\w-]+=(.*)$/s.exec(text)?.[1] ?? null);
    const isAsked = option === null ? !isValue : options.values.has(option);
    if (isAsked && value !== null && value !== '') asked.push({ option, value });
    isValue = option !== null && own.length === 1 && !text.includes('=') && !options.values.has(option) && !flags.test(text);
  }
  return asked;
}

/** The arguments of each `pip install` in a line. */
function installsIn(command: string): Word[][] {
  const found: Word[][] = [];
  for (const piece of splitShell(command) ?? []) {
    if (piece.kind !== 'command') continue;
    const values = piece.words.map(({ value }) => value);
    const start = /^(?:python[\d.]*)$/.test(values[0] ?? '') && values[1] === '-m' ? 2 : values[0] === 'uv' ? 1 : 0;
    if (/^pip[\d.]*$/.test(values[start] ?? '') && values[start + 1] === 'install') found.push(piece.words.slice(start + 2));
  }
  return found;
}
