import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRunner } from '../../src/suite/ecosystems/javascript/commands.ts';
import { expandScripts } from '../../src/suite/ecosystems/javascript/scripts.ts';
import { readTestLine, renderWhole } from '../../src/suite/ecosystems/javascript/test-line.ts';
import { quote, type SimpleCommand, splitShell } from '../../src/suite/shell.ts';
import { runCommand } from '../../src/workspace/index.ts';

function commands(line: string): SimpleCommand[] {
  return (splitShell(line) ?? []).filter((piece) => piece.kind === 'command');
}

describe('a shell line', () => {
  it('is put together again from its pieces, whatever it is', () => {
    const bits = fc.constantFrom(
      'mocha',
      ' ',
      '&&',
      '||',
      ';',
      '|',
      '&',
      '(',
      ')',
      '"',
      "'",
      '\\',
      '$A',
      '`',
      '>',
      '2>&1',
      'A=b',
      '\n',
      '*',
      '#',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (line) => {
          const pieces = splitShell(line);
          if (pieces !== null) expect(pieces.map((piece) => piece.raw).join('')).toBe(line);
        },
      ),
    );
  });

  it('gives back every quoted word', () => {
    const words = fc.array(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => !text.includes('\0')),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), fc.constantFrom(' && ', ' || ', '; ', ' | '), (lines, operator) => {
        const line = lines.map((each) => ['run', ...each].map(quote).join(' ')).join(operator);
        expect(commands(line).map((command) => command.words.map((word) => word.value))).toEqual(lines.map((each) => ['run', ...each]));
      }),
    );
  });

  it('quotes as sh reads it', async () => {
    const texts = ['it\'s $HOME `x` \\ "q" *', 'ü\n|;&()', '-n', ''];
    const line = `printf '%s\\0' ${texts.map(quote).join(' ')}`;
    const result = await runCommand({ argv: ['sh', '-c', line], cwd: '/', env: {}, timeoutMs: 10_000 });
    expect(result.stdout.split('\0').slice(0, -1)).toEqual(texts);
  });

  it.each([
    ['if true; then mocha; fi'],
    ['mocha $(ls test)'],
    ['mocha `ls`'],
    ['for f in a b; do mocha $f; done'],
    ['mocha "open'],
    ['f() { mocha; }'],
    ['(mocha'],
    ['cat <<X'],
  ])('is not taken apart when it is more than simple commands: %s', (line) => {
    expect(splitShell(line)).toBeNull();
  });

  it('knows assignments, redirections and operators', () => {
    const [first, second] = commands('A=1 B="x y" mocha --grep \'a b\' 2>&1 >out.txt | tee log');
    expect(first?.assignments.map((word) => word.value)).toEqual(['A=1', 'B=x y']);
    expect(first?.words.map((word) => word.value)).toEqual(['mocha', '--grep', 'a b']);
    expect(first?.redirections.map((each) => each.raw)).toEqual(['2>&1', '>out.txt']);
    expect(second?.words.map((word) => word.value)).toEqual(['tee', 'log']);
  });
});

describe('scripts', () => {
  const scripts = {
    pretest: 'npm run lint',
    test: 'npm run unit -- --bail && run-s "check:*"',
    posttest: 'echo done',
    lint: 'eslint .',
    unit: 'A=1 mocha test/*.js',
    'check:a': 'tape a.js',
    'check:b:deep': 'tape b.js',
    loop: 'npm run loop',
    either: 'mocha a || mocha b',
    both: 'npm run either && npm run unit',
  };
  const text = (line: string): string => (expandScripts(line, scripts) ?? []).map((piece) => piece.raw).join('');

  it('are followed with pre and post scripts, arguments and patterns', () => {
    const names = (expandScripts('npm test', scripts) ?? []).filter((piece) => piece.kind === 'command').map((piece) => piece.raw);
    expect(names).toEqual(['eslint .', 'A=1 mocha test/*.js --bail', 'tape a.js', 'echo done']);
  });

  it('keep the meaning of their operators', () => {
    expect(text('npm run both')).toBe('( ( ( ( mocha a || mocha b ) ) && ( A=1 mocha test/*.js ) ) )');
  });

  it('that call themselves, or another package, stay as they are', () => {
    expect(text('npm run loop')).toBe('( npm run loop )');
    expect(text('npm test -w packages/a')).toBe('npm test -w packages/a');
    expect(text('npm run nowhere')).toBe('npm run nowhere');
  });
});

describe('the runner of a command', () => {
  it.each([
    ['mocha test', 'mocha'],
    ['NODE_ENV=test mocha', 'mocha'],
    ['cross-env NODE_ENV=test nyc --reporter=lcov mocha -r ts-node/register test', 'mocha'],
    ['nyc -r tap mocha', 'mocha'],
    ['npx --yes jest --ci', 'jest'],
    ['pnpm exec vitest run', 'vitest'],
    ['yarn vitest', 'vitest'],
    ['c8 node --test', 'node:test'],
    ['node --import tsx --test "test/**/*.ts"', 'node:test'],
    ['tsx --test test/a.ts', 'node:test'],
    ['node -r esm ./node_modules/.bin/tape test/*.js', 'tape'],
    ['node --experimental-vm-modules node_modules/jest/bin/jest.js', 'jest'],
    ['node ./node_modules/mocha/bin/_mocha', 'mocha'],
    ['istanbul cover _mocha -- -R spec', 'mocha'],
    ['react-scripts test --watchAll=false', 'jest'],
    ['kcd-scripts test', 'jest'],
    ['craco test --env=jsdom', 'jest'],
    ['react-app-rewired build', null],
    ['tap test/*.js', 'tap'],
    ['node test/index.js', 'script'],
    ['eslint test', null],
    ['echo mocha', null],
    ['node -e "require(1)"', null],
    ['standard', null],
  ])('%s', (line, kind) => {
    const [command] = commands(line);
    expect(command === undefined ? null : (findRunner(command)?.kind ?? null)).toBe(kind);
  });
});

it('vitest is told in the form that all its versions take that it need not measure: as a text, `false` is true before 1.0', () => {
  const line = readTestLine('vitest run --coverage --coverage.reporter=text', {});
  if (line === null) throw new Error('no line');
  const reports = { mochaReporter: 'm', jasmineReporter: 'j', nodeReporter: null, jsonReport: 'r.json', jestCoverage: null };
  const instruments = () => ({ ...reports, vitestCoverage: null, tapMajor: 0, joined: false, nodeFile: 'plain' as const });
  const rendered = renderWhole(line, { instruments, nodeOptions: '', lean: true, tapFile: () => '' });
  expect(rendered).toContain('vitest run --no-coverage.enabled --reporter=default');
});
