// Finds the test runner in a simple command, behind the programs that are put in front of it.
import type { SimpleCommand, Word } from '../../shell.ts';

type JavaScriptRunner = 'node:test' | 'vitest' | 'jest' | 'mocha' | 'tape' | 'tap' | 'ava' | 'jasmine' | 'uvu';

/** A simple command that runs tests. `words` of the command are `wrappers`, then `program`, then `args`. */
export interface RunnerCommand {
  /** `script`: `node file.js`, where only the file can tell what it uses. */
  readonly kind: JavaScriptRunner | 'script';
  readonly assignments: readonly Word[];
  /** `cross-env A=b`, `npx`, `nyc --reporter lcov`, `node -r esm` before a runner's file. */
  readonly wrappers: readonly Word[];
  /** The same without tools that only measure coverage: they judge a part of the tests by the thresholds for all. */
  readonly leanWrappers: readonly Word[];
  /** `mocha`; for `node:test` and `script` the `node` (or `tsx`) itself. */
  readonly program: readonly Word[];
  readonly args: readonly Word[];
  readonly command: SimpleCommand;
}

const runnersByName: Readonly<Record<string, JavaScriptRunner>> = {
  mocha: 'mocha',
  _mocha: 'mocha',
  'ts-mocha': 'mocha',
  jest: 'jest',
  vitest: 'vitest',
  tape: 'tape',
  tap: 'tap',
  ava: 'ava',
  jasmine: 'jasmine',
  uvu: 'uvu',
};
/** Tools whose `test` is jest with a configuration of theirs, and passes on what it is given. */
const jestScripts = new Set(['react-scripts', 'react-app-rewired', 'craco', 'kcd-scripts']);
const measuring = new Set(['nyc', 'c8', 'istanbul']);
const passing = new Set([
  'cross-env',
  'cross-env-shell',
  'env',
  'npx',
  'pnpx',
  'bunx',
  'exec',
  'dotenv',
  'env-cmd',
  'ts-node',
  'time',
  'nice',
  'xvfb-run',
]);
const nodes = new Set(['node', 'nodejs', 'tsx']);

/** How a program is known: its file name without folders and `.js`. */
function nameOf(word: Word | undefined): string {
  return (word?.value ?? '').replace(/^.*\//, '').replace(/\.(?:[cm]?js|cmd)$/, '');
}

/** The runner in `command`, or null when it runs no tests as far as can be seen. */
export function findRunner(command: SimpleCommand): RunnerCommand | null {
  const start = firstProgram(command.words);
  if (start === null) return null;
  const wrappers = command.words.slice(0, start.at);
  const program = command.words.slice(start.at, start.at + start.length);
  const args = command.words.slice(start.at + start.length);
  const leanWrappers = withoutMeasuring(wrappers);
  return { kind: start.kind, assignments: command.assignments, wrappers, leanWrappers, program, args, command };
}

interface Start {
  readonly kind: RunnerCommand['kind'];
  readonly at: number;
  /** Words that make up the program: 2 for `react-scripts test`. */
  readonly length: number;
}

function firstProgram(words: readonly Word[]): Start | null {
  let behindWrapper = false;
  for (let at = 0; at < words.length; at += 1) {
    const name = nameOf(words[at]);
    const value = words[at]?.value ?? '';
    const runner = runnersByName[name];
    if (runner !== undefined && !isOptionValue(words, at)) return { kind: runner, at, length: 1 };
    if (jestScripts.has(name) && words[at + 1]?.value === 'test') return { kind: 'jest', at, length: 2 };
    if (nodes.has(name)) return nodeStart(words, at);
    const isManagerExec =
      ['pnpm', 'yarn', 'npm', 'bun'].includes(value) &&
      /^(?:exec|dlx|x|run|--)$|^(?:mocha|jest|vitest|tape|tap|ava|jasmine|uvu|nyc|c8)$/.test(words[at + 1]?.value ?? '');
    if (measuring.has(name) || passing.has(name) || isManagerExec) behindWrapper = true;
    else if (!behindWrapper) return null;
  }
  return null;
}

/** `c8 -r tap mocha`: `tap` is the value of an option there. */
function isOptionValue(words: readonly Word[], at: number): boolean {
  return at > 1 && /^(?:-r|--reporter|-R|--require|-p|--package)$/.test(words[at - 1]?.value ?? '') && words.length > at + 1;
}

const nodeOptionsWithValue = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '-C',
  '--conditions',
  '--env-file',
  '--tsconfig',
  '--env-file-if-exists',
]);

/** `node --test`, `node flags node_modules/mocha/bin/_mocha`, `node file.js`. */
function nodeStart(words: readonly Word[], at: number): Start | null {
  for (let next = at + 1; next < words.length; next += 1) {
    const value = words[next]?.value ?? '';
    if (/^(?:-e|--eval|-p|--print|-c|--check|--watch)$/.test(value)) return null;
    if (value === '--test') return { kind: 'node:test', at, length: 1 };
    if (nodeOptionsWithValue.has(value)) next += 1;
    else if (!value.startsWith('-')) {
      const inModules = /(?:^|\/)node_modules\//.test(value);
      const runner = inModules ? runnersByName[nameOf(words[next]) === 'bin' ? '' : nameOf(words[next])] : undefined;
      if (runner !== undefined) return { kind: runner, at: next, length: 1 };
      if (inModules) return wrappedByNode(words, next);
      return /\.[cm]?[jt]sx?$|^[^*?]+$/.test(value) ? { kind: 'script', at, length: 1 } : null;
    }
  }
  return null;
}

/** `node node_modules/.bin/nyc mocha`. */
function wrappedByNode(words: readonly Word[], at: number): Start | null {
  const inner = firstProgram(words.slice(at));
  return inner === null ? null : { ...inner, at: inner.at + at };
}

/** `wrappers` without `nyc --reporter lcov`, `c8`, `istanbul cover`, up to the next program in front of the runner. */
function withoutMeasuring(wrappers: readonly Word[]): readonly Word[] {
  const kept: Word[] = [];
  let skipping = false;
  for (const [index, word] of wrappers.entries()) {
    const name = nameOf(word);
    if (measuring.has(name)) {
      skipping = true;
      // `node node_modules/.bin/nyc mocha`: node belongs to what is left out.
      if (nodes.has(nameOf(kept.at(-1))) && /\//.test(word.value ?? '')) kept.pop();
    } else if (skipping && (passing.has(name) || nodes.has(name)) && !isOptionValue([...wrappers], index)) skipping = false;
    if (!skipping) kept.push(word);
  }
  // `npx nyc mocha` leaves `npx mocha`; `npx -p x` without a program cannot happen here.
  return kept;
}

/** Commands that judge style, types or packaging: a run of some tests does without them. */
const judges = new Set(
  'eslint standard xo semistandard ts-standard prettier biome oxlint jshint tslint jscs stylelint tsd dtslint attw publint knip depcheck dtsd evalmd ls-engines aud auditjs npm-audit commitlint markdownlint cspell license-checker nsp snyk'.split(
    ' ',
  ),
);

/** Whether `command` asks a registry whether dependencies are safe or new: without a network it always fails, whatever the code does. */
export function asksRegistry(command: SimpleCommand): boolean {
  const values = command.words.map((word) => word.value ?? '');
  const start = values[0] === 'npx' ? 1 : 0;
  const name = nameOf(command.words[start]).replace(/@.*$/, '');
  if (/^(?:aud|auditjs|npm-audit|snyk|nsp|audit-ci|better-npm-audit|improved-yarn-audit)$/.test(name)) return true;
  return (
    /^(?:npm|pnpm|yarn)$/.test(name) && (values[start + 1] === 'audit' || (values[start + 1] === 'npm' && values[start + 2] === 'audit'))
  );
}

/** Whether `command` only judges the code without running it, and leaves nothing that tests need. */
export function isJudge(command: SimpleCommand): boolean {
  const values = command.words.map((word) => word.value ?? '');
  const start = values[0] === 'npx' || values[0] === 'pnpm' || values[0] === 'yarn' ? 1 : 0;
  const name = nameOf(command.words[start]);
  if (judges.has(name)) return true;
  if ((name === 'tsc' || name === 'vue-tsc') && values.includes('--noEmit')) return true;
  if (values[0] === 'npm' && values[1] === 'audit') return true;
  return (
    (values[0] === 'npm' || values[0] === 'yarn' || values[0] === 'pnpm') &&
    /^(?:lint|eslint|standard|check-types|typecheck|format)(?::|$)/.test(values[start === 1 ? 1 : 2] ?? '')
  );
}
