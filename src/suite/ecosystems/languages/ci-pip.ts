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

const options = {
  values: new Set(
    '-r --requirement -e --editable -c --constraint -i --index-url --extra-index-url -f --find-links -t --target --group'.split(' '),
  ),
};

/** Tools that make, judge or publish things; no test needs them. */
const tools =
  /^(?:pip|setuptools|wheel|build|twine|tox|nox|virtualenv|uv|poetry|pdm|pipenv|hatch|flit|pre-commit|black|ruff|flake8|isort|mypy|pylint|pyright|codecov|coveralls|sphinx)(?![\w-])/i;
const requirement = /^[A-Za-z0-9][\w.-]*(?:\[[\w,.-]+\])?(?:[<>=!~]=?[\w.*,<>=!~]+)?$/;
const itself = /^\.(?:\/)?(?:\[([\w,.-]+)\])?$/;

const tests = /\b(?:pytest|py\.test|unittest|nosetests|coverage run|tox|nox|make|just|invoke)\b/;

/** Everything that the jobs which test in `directory` install there; what only a shell can tell is passed over. */
export function pipAsked(ci: readonly CiCommand[], directory: string): PipAsked {
  const testing = new Set(ci.filter((each) => each.directory === directory && tests.test(each.command)).map(jobOf));
  const files = new Set<string>();
  const packages = new Set<string>();
  const extras = new Set<string>();
  for (const each of ci) {
    if (each.directory !== directory || !testing.has(jobOf(each))) continue;
    for (const args of installsIn(each.command)) {
      for (const { option, words } of parseArguments(args, options)) {
        const value = textOf(words);
        if (value === null) continue;
        if (option === '-r' || option === '--requirement') {
          if (/^[\w./-]+$/.test(value) && !value.startsWith('/') && !value.split('/').includes('..')) files.add(value.replace(/^\.\//, ''));
        } else if (option === null || option === '-e' || option === '--editable') {
          const own = itself.exec(value);
          if (own !== null) for (const name of own[1]?.split(',') ?? []) extras.add(name);
          else if (option === null && requirement.test(value) && !tools.test(value)) packages.add(value);
        }
      }
    }
  }
  return { files: [...files], packages: [...packages], extras: [...extras] };
}

const jobOf = ({ file, job }: CiCommand): string => `${file}\n${job}`;

/** The value of an option, behind it or joined to it; of a positional it is the word. */
function textOf(words: readonly Word[]): string | null {
  const [first, second] = words;
  if (second !== undefined) return second.value;
  const value = first?.value ?? null;
  return value?.startsWith('-') === true ? (/^--?[\w-]+=(.*)$/s.exec(value)?.[1] ?? null) : value;
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
